"""Rules about a file as a whole: what it declares, its metadata, fonts, colours and actions."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pikepdf

_XMP = {
    "pdfuaid:part": rb'pdfuaid:part="1"',
    "pdfaid:part": rb'pdfaid:part="2"',
    "pdfaid:conformance": rb'pdfaid:conformance="A"',
    "the schema of pdfuaid": rb"<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>",
}
_BASE_FONT_FILES = ("/FontFile", "/FontFile2", "/FontFile3")
_FORBIDDEN_ACTIONS = frozenset(
    "/Launch /JavaScript /Sound /Movie /ResetForm /ImportData /Hide /SetOCGState".split()
)
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{1,8})*")
_LINK_FLAGS = 4  # printed, not hidden


def _under(holder: Any, key: str) -> Any:
    """Return the dictionary under a key; an empty one where there is none."""
    return holder.get(key, pikepdf.Dictionary())


def is_marked(pdf: pikepdf.Pdf) -> Iterator[str]:
    """ISO 14289-1, 6.2 and 7.1: the file says that it is tagged, and that nothing is doubtful."""
    marks = _under(pdf.Root, "/MarkInfo")
    if not marks.get("/Marked", False):
        yield "MarkInfo does not say Marked"
    if marks.get("/Suspects", False):
        yield "MarkInfo says Suspects"
    if "/StructTreeRoot" not in pdf.Root:
        yield "no StructTreeRoot"


def has_language(pdf: pikepdf.Pdf) -> Iterator[str]:
    """ISO 14289-1, 7.2: the language of the file is told, as a tag of BCP 47."""
    if not _LANGUAGE.fullmatch(str(pdf.Root.get("/Lang", ""))):
        yield f"Lang is {pdf.Root.get('/Lang')!r}"


def shows_title(pdf: pikepdf.Pdf) -> Iterator[str]:
    """ISO 14289-1, 7.1: the title is told in the metadata, and shown by the reader's window."""
    if not _under(pdf.Root, "/ViewerPreferences").get("/DisplayDocTitle", False):
        yield "DisplayDocTitle is not set"
    title = str(pdf.docinfo.get("/Title", ""))
    if not title.strip():
        yield "no Title"
    with pdf.open_metadata() as metadata:
        if metadata.get("dc:title") != title:
            yield f"dc:title {metadata.get('dc:title')!r} is not {title!r}"


def agrees_with_info(pdf: pikepdf.Pdf) -> Iterator[str]:
    """ISO 19005-2, 6.6.3 as practised: what Info and the metadata both tell is the same."""
    with pdf.open_metadata() as metadata:
        pairs = (("/Creator", "xmp:CreatorTool"), ("/Producer", "pdf:Producer"))
        for key, name in pairs:
            if str(pdf.docinfo.get(key, "")) != str(metadata.get(name, "")):
                yield f"{key} and {name} differ"
        authors = [str(pdf.docinfo.get("/Author", ""))]
        if list(metadata.get("dc:creator", [])) != authors:
            yield "/Author and dc:creator differ"


def declares_itself(pdf: pikepdf.Pdf) -> Iterator[str]:
    """ISO 14289-1, 5 and ISO 19005-2, 6.6.4: the metadata name both standards."""
    packet = pdf.Root.Metadata.read_bytes() if "/Metadata" in pdf.Root else b""
    for name, wanted in _XMP.items():
        if not re.search(wanted, packet):
            yield f"the metadata do not tell {name}"
    if packet.count(b"<rdf:RDF") != 1:
        yield f"the metadata have {packet.count(b'<rdf:RDF')} rdf:RDF"


def has_identifier(pdf: pikepdf.Pdf) -> Iterator[str]:
    """ISO 19005-2, 6.1.3: the trailer has an ID and no Encrypt."""
    if len(pdf.trailer.get("/ID", ())) != 2:
        yield "no ID in the trailer"
    if pdf.is_encrypted:
        yield "encrypted"


def has_output_intent(pdf: pikepdf.Pdf) -> Iterator[str]:
    """ISO 19005-2, 6.2.3: colours are those of one output intent with its profile inside."""
    intents = list(pdf.Root.get("/OutputIntents", ()))
    if [str(each.get("/S")) for each in intents] != ["/GTS_PDFA1"]:
        yield "no single OutputIntent GTS_PDFA1"
    for each in intents:
        if each.get("/DestOutputProfile") is None or each.DestOutputProfile.get("/N") != 3:
            yield "the OutputIntent has no profile of three colours"


def embeds_fonts(pdf: pikepdf.Pdf) -> Iterator[str]:
    """ISO 14289-1, 7.21.4.1: the program of every font is inside the file."""
    for each in pdf.objects:
        is_font = isinstance(each, pikepdf.Dictionary) and each.get("/Type") == "/FontDescriptor"
        if is_font and not any(name in each for name in _BASE_FONT_FILES):
            yield f"{each.get('/FontName')} is not embedded"


def maps_to_unicode(pdf: pikepdf.Pdf) -> Iterator[str]:
    """ISO 14289-1, 7.21.7: every composite font tells which letters its glyphs are."""
    for each in pdf.objects:
        is_font = isinstance(each, pikepdf.Dictionary) and each.get("/Subtype") == "/Type0"
        if is_font and "/ToUnicode" not in each:
            yield f"{each.get('/BaseFont')} has no ToUnicode"


def orders_tabs(pdf: pikepdf.Pdf) -> Iterator[str]:
    """ISO 14289-1, 7.18.3: on every page one steps from link to link in the order of the tags."""
    for number, page in enumerate(pdf.pages, 1):
        if page.obj.get("/Tabs") != "/S":
            yield f"page {number} has no Tabs S"


def does_nothing(pdf: pikepdf.Pdf) -> Iterator[str]:
    """ISO 19005-2, 6.5 and 6.1.5: no program, no launching, nothing attached."""
    names = _under(pdf.Root, "/Names")
    if "/JavaScript" in names or "/EmbeddedFiles" in names or "/AF" in pdf.Root:
        yield "the file carries programs or other files"
    for each in pdf.objects:
        if not isinstance(each, pikepdf.Dictionary):
            continue
        if str(each.get("/S", "")) in _FORBIDDEN_ACTIONS and "/K" not in each:
            yield f"an action {each.S}"
        if each.get("/Subtype") == "/FileAttachment" or each.get("/Type") == "/Filespec":
            yield "an attachment"


def annotates_links(pdf: pikepdf.Pdf) -> Iterator[str]:
    """ISO 14289-1, 7.18.5 and ISO 19005-2, 6.3.2: links are told, tagged and printed."""
    for number, page in enumerate(pdf.pages, 1):
        for each in page.obj.get("/Annots", ()):
            if each.get("/Subtype") != "/Link":
                yield f"page {number}: an annotation {each.get('/Subtype')}"
            if not str(each.get("/Contents", "")).strip():
                yield f"page {number}: a link without Contents"
            if "/StructParent" not in each:
                yield f"page {number}: a link without a tag"
            if each.get("/F", 0) != _LINK_FLAGS:
                yield f"page {number}: a link has flags {each.get('/F', 0)}"


def leads_somewhere(pdf: pikepdf.Pdf) -> Iterator[str]:
    """Every link inside the file leads to a place of it."""
    found = _under(pdf.Root, "/Names").get("/Dests")
    places = set(pikepdf.NameTree(found)) if found is not None else set()
    for number, page in enumerate(pdf.pages, 1):
        for each in page.obj.get("/Annots", ()):
            if "/Dest" in each and str(each.Dest) not in places:
                yield f"page {number}: a link to {each.Dest}, which is nowhere"


def has_bookmarks(pdf: pikepdf.Pdf) -> Iterator[str]:
    """Every file has bookmarks, the title first."""
    with pdf.open_outline() as outline:
        if not outline.root:
            yield "no bookmarks"
        for item in outline.root:
            if not (item.title or "").strip():
                yield "a bookmark without words"


RULES = (
    is_marked, has_language, shows_title, agrees_with_info, declares_itself, has_identifier,
    has_output_intent, embeds_fonts, maps_to_unicode, orders_tabs, does_nothing, annotates_links,
    leads_somewhere, has_bookmarks,
)  # fmt: skip
