"""HTML becomes PDF/UA-1 and PDF/A-2a: the one door to WeasyPrint, shut to files and network."""

from __future__ import annotations

import gc
import re
import warnings
from collections.abc import Iterator, Sequence, Set
from contextlib import contextmanager, redirect_stdout
from io import StringIO
from types import ModuleType
from typing import Any

from penholder.errors import EnvironmentFault, MissingGlyphs, PenholderError, UnsafeError
from penholder.publish.archival import VARIANT, declare_accessible
from penholder.publish.assets import NO_ASSETS, Assets
from penholder.publish.booklet import WHITE, WHITE_FOR_NUMBERS, sheets
from penholder.publish.change_bars import draw_bars
from penholder.publish.complaints import Complaints
from penholder.publish.fonts import (
    FAMILIES,
    LATIN,
    STYLES,
    FontNeeds,
    missing_faces,
    missing_families,
)
from penholder.publish.fragment import FontUse, compress_once
from penholder.publish.han_lines import space_han_lines
from penholder.publish.line_numbers import number_lines
from penholder.publish.note_lines import keep_notes_with_their_calls
from penholder.publish.note_links import link_notes
from penholder.publish.note_pages import (
    check_that_notes_fit,
    held_together,
    paragraphs_to_hold,
)
from penholder.publish.pictures import mime_type
from penholder.publish.quick_start import NotAsTestedError, quick_start
from penholder.publish.right_lines import space_right_lines
from penholder.publish.tags import prepare, put_in_order, set_heads_apart


def _load_weasyprint() -> ModuleType:
    # WeasyPrint prints and warns where a library or a font is missing; our faults say it instead.
    with redirect_stdout(StringIO()), warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            with quick_start():
                import weasyprint
        except NotAsTestedError:
            import weasyprint
    return weasyprint  # type: ignore[no-any-return]


def _missing_library(what: str) -> EnvironmentFault:
    return EnvironmentFault(
        "E-LIBRARY",
        f"a library that draws text cannot be loaded: {what}",
        "install it: apt install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0",
    )


try:
    weasyprint = _load_weasyprint()
except OSError as fault:
    raise _missing_library(str(fault)) from fault
if weasyprint.text.ffi.harfbuzz_subset is None:
    # WeasyPrint would go on with fontTools, slower and to other bytes.
    raise _missing_library("HarfBuzz-Subset")

prepare(weasyprint.pdf.tags, weasyprint.pdf.stream.Stream)
keep_notes_with_their_calls(weasyprint.layout.block)

# WeasyPrint has no annotations; these name which of its values is meant.
_Document = Any
_Fonts = Any
_Font = Any

VERSION = str(weasyprint.__version__)

_MOST_SHEETS = 16
_MOST_LAYOUTS = 40
_LONG = 20
_SHEET = re.compile(r"<style>(.*?)</style>", re.DOTALL)
_LAYOUT_FAULTS = (
    ArithmeticError, AssertionError, AttributeError, LookupError, OSError, RecursionError,
    TypeError, ValueError,
)  # fmt: skip


def text_layout(text: str, style: object, spacing: float) -> tuple[object, float]:
    layout = weasyprint.text.line_break.create_layout(text, style, None, None, spacing)
    layout.set_text(text, justify=True)
    line, _ = layout.get_first_line()
    width, _ = weasyprint.text.line_break.line_size(line, style)
    return layout, float(width)


def _space_lines(pages: Sequence[Any]) -> None:
    """Set the lines anew of pages in a language whose lines WeasyPrint does not justify well."""
    style = pages[0]._page_box.children[0].style
    if style["direction"] == "rtl":
        space_right_lines(pages, text_layout)
    elif str(style["lang"] or "").startswith("zh"):
        space_han_lines(pages, text_layout)


class Press:
    """Draws page after page, with the fonts and each style sheet read once.

    The bytes of a page depend on its HTML and assets alone, never on what was drawn before.
    Not to be shared between threads.

    Raises EnvironmentFault E-FONT where fontconfig does not know a face of the page: without
    any font Pango would end the process.
    """

    def __init__(self) -> None:
        self._fonts = weasyprint.text.fonts.FontConfiguration()
        self._numbering = weasyprint.css.counters.CounterStyle()
        self._sheets: dict[str, object] = {}
        known = set(_faces_of(self._fonts))
        _check_faces(known)
        self.families = frozenset(family for family, _ in known)

    def render(self, html: str, assets: Assets = NO_ASSETS, needs: FontNeeds = LATIN) -> bytes:
        """Return a page of HTML, its style sheets inside it, as the bytes of a PDF/UA-1 file.

        Style sheets stand in the head as ``<style>`` without attributes. They take part in the
        cascade below ``style`` attributes, as WeasyPrint's own user sheets do.

        ``needs`` are the families it may be drawn with.

        Raises EnvironmentFault E-FONT where a family is not installed; MissingGlyphs for
        characters that the families lack; UnsafeError E-ASSET
        for anything fetched or attached beyond the named assets, and E-IMAGE for an unsafe one;
        PenholderError E-PAGE for whatever WeasyPrint complains of, which is our mistake.
        """
        with self.drawing(assets, needs) as drawing:
            document = drawing.lay_out(html)
            drawing.dress(document)
            forms = _forms(document)
            if "line-numbers" in forms:
                number_lines(document.pages, drawing.lay_out_once)
            if len(document.pages) > _LONG:
                # Layout leaves cycles of boxes behind, a quarter of the memory of 200 pages.
                gc.collect()
            page = _written(document, forms)
            drawing.check(document)
            return page

    @contextmanager
    def drawing(self, assets: Assets, needs: FontNeeds) -> Iterator[Drawing]:
        """Give what one page, or one part of a volume, is drawn with; raises as ``render``."""
        if unknown := [each for each in needs.families if each not in self.families]:
            raise missing_families(unknown, needs)
        fetcher = _AssetFetcher(assets)
        with _translated(fetcher), Complaints() as complaints:
            yield Drawing(self, fetcher, complaints, needs)

    def laid_out(self, html: str, fetcher: _AssetFetcher, complaints: Complaints) -> _Document:
        """Return a page as WeasyPrint lays it out."""
        head, mark, body = html.partition("</head>")
        sheets = [self._sheet(text, fetcher, complaints) for text in _SHEET.findall(head)]
        page = weasyprint.HTML(string=_SHEET.sub("", head) + mark + body, url_fetcher=fetcher)
        return page.render(
            font_config=self._fonts,
            counter_style=self._numbering,
            stylesheets=sheets,
            pdf_variant=VARIANT,
            presentational_hints=False,
        )

    def _sheet(self, text: str, fetcher: _AssetFetcher, complaints: Complaints) -> object:
        if text not in self._sheets:
            sheet = weasyprint.CSS(
                string=text,
                url_fetcher=fetcher,
                font_config=self._fonts,
                counter_style=self._numbering,
            )
            complaints.check()
            if len(self._sheets) == _MOST_SHEETS:
                self._sheets.clear()
            self._sheets[text] = sheet
        return self._sheets[text]


class Drawing:
    """A page while it is drawn: laid out, dressed, and asked whether all went well."""

    def __init__(
        self, press: Press, fetcher: _AssetFetcher, complaints: Complaints, needs: FontNeeds
    ) -> None:
        self._press = press
        self._fetcher = fetcher
        self._complaints = complaints
        self._needs = needs

    def lay_out(self, html: str) -> _Document:
        """Return a page laid out, each note on the page of its call."""
        document = self.lay_out_once(html)
        held: set[str] = set()
        while len(held) < _MOST_LAYOUTS:
            anchors = [each for each in paragraphs_to_hold(document.pages) if each not in held]
            if not anchors:
                break
            held.add(anchors[0])
            html = held_together(html, anchors[:1])
            document = self.lay_out_once(html)
        check_that_notes_fit(document.pages)
        return document

    def lay_out_once(self, html: str) -> _Document:
        """Return a page laid out, wherever its notes went."""
        return self._press.laid_out(html, self._fetcher, self._complaints)

    def dress(self, document: _Document) -> None:
        """Give pages what WeasyPrint leaves out: even lines, change bars, links of notes."""
        _check_attachments(document)
        _space_lines(document.pages)
        draw_bars(document.pages)
        set_heads_apart(document.pages)
        link_notes(document.pages)

    def check(self, document: _Document) -> None:
        """Raise whatever went wrong with a document that is written."""
        self._fetcher.check()
        if absent := self._absent_letters(document):
            raise MissingGlyphs(absent)
        self._complaints.check()

    def checked_part(self, document: _Document) -> frozenset[str]:
        """Return the letters that the families lack; raise what else went wrong with a part."""
        self._fetcher.check()
        self._complaints.check()
        return self._absent_letters(document)

    def _absent_letters(self, document: _Document) -> frozenset[str]:
        strange = _drawn_from_other_families(document, self._needs.families)
        return frozenset(self._complaints.missing_characters | strange)


def render_pdf(html: str, assets: Assets = NO_ASSETS) -> bytes:
    """Return one page of HTML as the bytes of a PDF/UA-1 file; see ``Press`` for what it raises."""
    return Press().render(html, assets)


class _AssetFetcher(weasyprint.urls.URLFetcher):  # type: ignore[name-defined,misc]
    """Serves the named assets as pictures, and stops the page for every other address."""

    def __init__(self, assets: Assets) -> None:
        super().__init__(allowed_protocols=("asset",), allow_redirects=False, fail_on_errors=True)
        self._assets = assets
        self.refusals: list[UnsafeError] = []

    def fetch(self, url: str, headers: object = None) -> object:
        scheme, _, name = url.partition(":")
        try:
            if scheme != "asset" or name not in self._assets:
                raise _refused(url)
            kind = mime_type(name, self._assets[name])
        except UnsafeError as refusal:
            self.refusals.append(refusal)
            raise weasyprint.urls.FatalURLFetchingError(url) from refusal
        return weasyprint.urls.URLFetcherResponse(url, self._assets[name], {"Content-Type": kind})

    def check(self) -> None:
        """Raise the first refusal; WeasyPrint goes on without a picture inside an SVG."""
        if self.refusals:
            raise self.refusals[0]


@contextmanager
def _translated(fetcher: _AssetFetcher) -> Iterator[None]:
    try:
        yield
    except weasyprint.urls.FatalURLFetchingError as stop:
        raise fetcher.refusals[0] from stop
    except _LAYOUT_FAULTS as fault:
        raise PenholderError(
            "E-PAGE", f"the page cannot be laid out: {type(fault).__name__}: {fault}"
        ) from fault


def _refused(url: str) -> UnsafeError:
    return UnsafeError(
        "E-ASSET",
        f"the page asks for {url[:200]!r}, which is not one of its named assets",
        "name the picture among the assets of the page, or leave it out",
    )


def _forms(document: _Document) -> frozenset[str]:
    """Return the forms of the working copy that the body of a page asks for."""
    body = document.pages[0]._page_box.children[0].element.find("body")
    return frozenset(body.get("data-working", "").split() if body is not None else ())


def _written(document: _Document, forms: frozenset[str]) -> bytes:
    """Return the bytes of a file; that of a booklet is for paper alone, without links and tags."""
    if "booklet" in forms:
        white = WHITE_FOR_NUMBERS if "line-numbers" in forms else WHITE
        return bytes(document.copy(sheets(document.pages, white)).write_pdf())
    return quietly_written(document, pdf_variant=VARIANT, finisher=_finish)


def quietly_written(document: _Document, **options: object) -> bytes:
    """Return the bytes of a file without what Python says of WeasyPrint.

    WeasyPrint 70 leaves its profile of colours open, for Python to close.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ResourceWarning)
        return bytes(document.write_pdf(**options))


def _finish(_: _Document, pdf: object) -> None:
    put_in_order(pdf)
    declare_accessible(pdf)
    compress_once(pdf)


def _check_attachments(document: _Document) -> None:
    links = [link for page in document.pages for link in page.links]
    if document.metadata.attachments or any(kind == "attachment" for kind, *_ in links):
        raise _refused("an attachment")


def _check_faces(known: Set[tuple[str, str]]) -> None:
    for family in FAMILIES:
        if absent := [style for style in STYLES if (family, style) not in known]:
            raise missing_faces(family, absent)


def _faces_of(fonts: _Fonts) -> Iterator[tuple[str, str]]:
    fontconfig = weasyprint.text.ffi.fontconfig
    faces = fontconfig.FcConfigGetFonts(fonts._config, fontconfig.FcSetSystem)
    for i in range(faces.nfont):
        yield _named(faces.fonts[i], b"family"), _named(faces.fonts[i], b"style")


def _named(face: object, key: bytes) -> str:
    ffi, fontconfig = weasyprint.text.ffi.ffi, weasyprint.text.ffi.fontconfig
    found = ffi.new("FcChar8 **")
    fontconfig.FcPatternGetString(face, key, 0, found)
    return str(ffi.string(found[0]).decode(errors="replace")) if found[0] else ""


def _drawn_from_other_families(document: _Document, families: tuple[str, ...]) -> set[str]:
    strange = [font for font in document.fonts.values() if font.family not in families]
    return {letter for font in strange for text in font.to_unicode.values() for letter in text}


def font_of(document: _Document, use: FontUse) -> _Font:
    """Return a font that another document was drawn with, as it was used there.

    Raises PenholderError E-PAGE where that other one is not found by its family and style.
    """
    text = weasyprint.text
    pango, ffi = text.ffi.pango, text.ffi.ffi
    description = ffi.gc(pango.pango_font_description_new(), pango.pango_font_description_free)
    family = use.family.encode()
    pango.pango_font_description_set_family(description, family)
    pango.pango_font_description_set_style(description, use.style)
    pango.pango_font_description_set_weight(description, use.weight)
    size = round(use.size * text.ffi.TO_UNITS)
    pango.pango_font_description_set_absolute_size(description, size)
    fonts = document.font_config.font_map
    context = ffi.gc(pango.pango_font_map_create_context(fonts), text.ffi.gobject.g_object_unref)
    found = pango.pango_font_map_load_font(fonts, context, description)
    key, found_description, found_size = text.fonts.get_pango_font_key(found)
    if key != use.key:
        raise PenholderError("E-PAGE", f"{use.family} is not found again as it was drawn")
    font = weasyprint.pdf.fonts.Font(found, found_description, found_size)
    font.widths, font.to_unicode = dict(use.widths), dict(use.letters)
    return font
