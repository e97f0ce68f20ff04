"""The pictures of a page, looked at before they are drawn."""

from __future__ import annotations

import warnings
from io import BytesIO
from xml.etree import ElementTree

from PIL import Image

from penholder.errors import UnsafeError

MOST_PIXELS = 25_000_000
_MIME_TYPES = {"PNG": "image/png", "JPEG": "image/jpeg"}
_ACTIVE_ELEMENTS = frozenset({"script", "image", "foreignObject", "use", "style", "a"})


def mime_type(name: str, picture: bytes) -> str:
    """Return the media type of a PNG, JPEG or SVG picture that is safe to draw.

    Raises UnsafeError E-IMAGE for any other format (EPS among them), for more than 25 million
    pixels, and for an SVG that holds a script, a reference, a style sheet or a declaration.
    """
    if picture.lstrip()[:1] == b"<":
        _check_drawing(name, picture)
        return "image/svg+xml"
    return _MIME_TYPES[_raster_format(name, picture)]


def _raster_format(name: str, picture: bytes) -> str:
    try:
        with warnings.catch_warnings():
            # Pillow warns of large pictures at a limit of its own; ours is the one that counts.
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            with Image.open(BytesIO(picture), formats=tuple(_MIME_TYPES)) as image:
                width, height, form = image.width, image.height, image.format
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError) as fault:
        raise _refused(name, "is not a PNG, JPEG or SVG picture that can be read") from fault
    if width * height > MOST_PIXELS:
        raise _refused(name, f"has {width} x {height} pixels")
    return str(form)


def _check_drawing(name: str, picture: bytes) -> None:
    if b"<!" in picture.replace(b"<!--", b"") or b"<?xml-stylesheet" in picture:
        raise _refused(name, "declares a document type, an entity or a style sheet")
    try:
        drawing = ElementTree.fromstring(picture)
    except (ElementTree.ParseError, ValueError, LookupError) as fault:
        raise _refused(name, f"is not well-formed SVG: {fault}") from fault
    for element in drawing.iter():
        if _local(element.tag) in _ACTIVE_ELEMENTS:
            raise _refused(name, f"holds <{_local(element.tag)}>")
        for attribute, value in element.attrib.items():
            _check_attribute(name, _local(attribute), value)


def _check_attribute(name: str, attribute: str, value: str) -> None:
    outside = "url(" in value.replace("url(#", "")
    if attribute == "href" or attribute.startswith("on") or outside:
        raise _refused(name, f"refers to something by {attribute}={value!r}")


def _local(tag: str) -> str:
    return str(tag).rpartition("}")[2]


def _refused(name: str, what: str) -> UnsafeError:
    return UnsafeError(
        "E-IMAGE",
        f"the picture asset:{name} {what}",
        "give a PNG or JPEG of at most 25 million pixels, or an SVG of plain shapes",
    )
