import struct
import zlib
from io import BytesIO

import pytest
from PIL import Image

from penholder.errors import UnsafeError
from penholder.publish.pictures import mime_type

SVG = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">{}</svg>'


def picture(form: str, size: tuple[int, int] = (2, 3)) -> bytes:
    """Return a grey picture of the given format."""
    file = BytesIO()
    Image.new("L", size).save(file, form)
    return file.getvalue()


def png_that_claims(width: int, height: int) -> bytes:
    """Return a PNG whose head names a size that its data does not have."""
    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    parts = [b"\x89PNG\r\n\x1a\n"]
    for name, data in ((b"IHDR", head), (b"IDAT", zlib.compress(b"")), (b"IEND", b"")):
        check = struct.pack(">I", zlib.crc32(name + data))
        parts += [struct.pack(">I", len(data)), name, data, check]
    return b"".join(parts)


@pytest.mark.parametrize(("form", "kind"), [("PNG", "image/png"), ("JPEG", "image/jpeg")])
def test_a_raster_picture_is_known_by_its_bytes(form: str, kind: str) -> None:
    assert mime_type("emblem", picture(form)) == kind


@pytest.mark.parametrize(
    "inside",
    [
        '<path d="M0 0h9v9z"/>',
        '<rect fill="url(#shade)"/>',
        "<!-- drawn by hand --><circle r='4'/>",
    ],
)
def test_a_drawing_of_plain_shapes_is_accepted(inside: str) -> None:
    assert mime_type("emblem", SVG.format(inside).encode()) == "image/svg+xml"


@pytest.mark.parametrize("form", ["EPS", "GIF", "TIFF", "BMP"])
def test_other_formats_are_refused(form: str) -> None:
    with pytest.raises(UnsafeError, match="E-IMAGE the picture asset:emblem is not a PNG"):
        mime_type("emblem", picture(form))


@pytest.mark.parametrize("size", [(5001, 5000), (10_000, 10_000)])
def test_more_than_25_million_pixels_are_refused(size: tuple[int, int]) -> None:
    with pytest.raises(UnsafeError, match=r"E-IMAGE .* has \d+ x \d+ pixels"):
        mime_type("emblem", png_that_claims(*size))


def test_a_size_that_pillow_itself_refuses_is_refused() -> None:
    with pytest.raises(UnsafeError, match="E-IMAGE"):
        mime_type("emblem", png_that_claims(60_000, 60_000))


def test_25_million_pixels_are_accepted() -> None:
    assert mime_type("emblem", png_that_claims(5000, 5000)) == "image/png"


def test_nothing_is_not_a_picture() -> None:
    with pytest.raises(UnsafeError, match="E-IMAGE"):
        mime_type("emblem", b"")


@pytest.mark.parametrize(
    "drawing",
    [
        SVG.format("<script>1</script>"),
        SVG.format('<image xlink:href="file:///etc/passwd"/>'),
        SVG.format('<g onload="x()"/>'),
        SVG.format('<rect xlink:href="#a"/>'),
        SVG.format('<rect fill="url(http://example.org/x)"/>'),
        SVG.format("<style>@import 'x';</style>"),
        '<!DOCTYPE svg [<!ENTITY a "b">]>' + SVG.format("&a;"),
        '<?xml-stylesheet href="x.css"?>' + SVG.format(""),
        "<svg",
        '<?xml version="1.0" encoding="no-such"?><svg/>',
    ],
)
def test_a_drawing_that_does_more_than_draw_is_refused(drawing: str) -> None:
    with pytest.raises(UnsafeError, match="E-IMAGE"):
        mime_type("emblem", drawing.encode())
