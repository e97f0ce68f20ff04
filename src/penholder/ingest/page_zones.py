"""The lines of a page are told apart: running head and foot, body, footnotes."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from penholder.ingest.passages import Place, SetAside
from penholder.ingest.pdf_lines import PageLine
from penholder.ingest.pdf_pages import PdfPage, Rule

_TOP, _BOTTOM, _JOB_BOTTOM = 0.16, 0.92, 0.86
_WIDE = 0.55
_SMALL = 0.93
_APART = 1.6
_UNDERSCORES = re.compile(r"[_—–\s]{5,}")
_PAGE_NUMBER = re.compile(r"(?:Page )?\d{1,4}(?: ?/ ?\d{1,4})?|/\.\.\.|- ?\d{1,4} ?-")
_JOB = re.compile(r"(?:GE\.)?\d{2}-\d{4,5}\*?(?: ?\([A-Z]\))?(?: *\d{6})*\*?(?: \d{6})*")
_BARCODE = re.compile(r"\*\d{6,10}\*|\*[A-Z]*\d{6,}\*")
_RECYCLE = re.compile(r"Please recycle.*", re.IGNORECASE)
_SYMBOL = re.compile(r"[A-Z]{1,5}/[\w./() *-]+")
_JOBS = (_JOB, _BARCODE, _RECYCLE)
_FEET = (*_JOBS, _PAGE_NUMBER, _SYMBOL)


@dataclass(frozen=True, slots=True)
class Zones:
    """The lines of one page by what they are for; ``height`` is the page's, in points."""

    page: int
    height: float
    body: tuple[PageLine, ...]
    notes: tuple[PageLine, ...]
    set_aside: tuple[SetAside, ...]


def zones_of(page: PdfPage, lines: Sequence[PageLine]) -> Zones:
    """Return the lines of a page told apart; its first page has a letterhead for a head."""
    aside: list[SetAside] = []
    kept: list[PageLine] = []
    top = _head_end(page, lines) if page.number > 1 else 0.0
    foot = _foot_start(page, lines)
    for line in lines:
        reason = "running head" if line.baseline < top else _furniture(page, line, foot)
        if reason:
            aside.append(SetAside(line.text.strip(), reason, line.line().place))
        else:
            kept.append(line)
    aside += barcodes(page)
    body, notes, rules = _with_notes(page, kept)
    aside += [
        SetAside(each.text.strip(), "rule above footnotes", each.line().place) for each in rules
    ]
    return Zones(page.number, page.height, tuple(body), tuple(notes), tuple(aside))


def barcodes(page: PdfPage) -> list[SetAside]:
    """Return the lettering of a page that is set in a font of bars."""
    text = "".join(glyph.letter for glyph in page.glyphs if glyph.face.barcode).strip()
    return [SetAside(text, "barcode", Place(page.number))] if text else []


def _head_end(page: PdfPage, lines: Sequence[PageLine]) -> float:
    """Return where the running head of a later page ends; 0 where it has none.

    A table near the top of a page has a rule as wide as that of the head: the first end counts.
    """
    ends = (_rule_across(page), _below_symbol(page, lines))
    return min((end for end in ends if end), default=0.0)


def _rule_across(page: PdfPage) -> float:
    """Return where the first rule across the top of a page ends, 0 for none."""
    across: dict[int, float] = {}
    for rule in page.rules:
        if rule.y < _TOP * page.height:
            across[round(rule.y)] = across.get(round(rule.y), 0.0) + rule.right - rule.left
    heights = [y for y, width in across.items() if width > _WIDE * page.width]
    return min(heights, default=0.0) + 1.0 if heights else 0.0


def _below_symbol(page: PdfPage, lines: Sequence[PageLine]) -> float:
    """Return where a running head without a rule ends: below the symbol, if a gap follows."""
    for line, below in pairwise(lines):
        if line.baseline > _TOP * page.height:
            break
        has_symbol = any(_SYMBOL.fullmatch(span.text.strip()) for span in line.spans)
        if has_symbol and below.baseline - line.baseline > 1.6 * line.size:
            return line.baseline + 1.0
    return 0.0


def _foot_start(page: PdfPage, lines: Sequence[PageLine]) -> float:
    """Return where the foot of a page begins: the last lines that look like one.

    A job number is nothing else; a number or symbol that follows a line closely is its rest.
    """
    start = page.height
    for index in range(len(lines) - 1, -1, -1):
        line = lines[index]
        texts = [span.text.strip() for span in line.spans]
        height = line.baseline / page.height
        is_job = height > _JOB_BOTTOM and all(_is_one_of(text, _JOBS) for text in texts)
        is_like = height > _BOTTOM and all(_is_one_of(text, _FEET) for text in texts)
        if not is_job and not is_like:
            break
        above = lines[index - 1].baseline if index else 0.0
        if is_job or line.baseline - above > _APART * line.size:
            start = line.baseline
    return start


def _furniture(page: PdfPage, line: PageLine, foot: float) -> str:
    """Return the reason why a line at the edge of a page is no wording, empty where it is some."""
    texts = [span.text.strip() for span in line.spans]
    if line.baseline >= foot:
        return "page foot"
    is_top = line.baseline < _TOP * page.height * 0.6 and page.number > 1
    if is_top and all(_SYMBOL.fullmatch(text) or _PAGE_NUMBER.fullmatch(text) for text in texts):
        return "running head"
    return ""


def _is_one_of(text: str, forms: Iterable[re.Pattern[str]]) -> bool:
    return any(form.fullmatch(text) for form in forms)


def _with_notes(
    page: PdfPage, lines: Sequence[PageLine]
) -> tuple[list[PageLine], list[PageLine], list[PageLine]]:
    """Return the lines above the rule of the footnotes, those below, and the rule where typed."""
    typed = [line for line in lines if _UNDERSCORES.fullmatch(line.text)]
    start = _notes_start(page, lines, typed)
    plain = [line for line in lines if line not in typed]
    body = [line for line in plain if line.baseline < start]
    return body, [line for line in plain if line.baseline >= start], typed


def _notes_start(page: PdfPage, lines: Sequence[PageLine], typed: Sequence[PageLine]) -> float:
    """Return where the footnotes begin: below the first rule that notes in small type follow."""
    for height in sorted([*(line.baseline for line in typed), *_short_rules(page.rules)]):
        below = [line for line in lines if line.baseline > height and line not in typed]
        if below and _opens_note(below[0]):
            return height
    return _small_foot(lines)


def _small_foot(lines: Sequence[PageLine]) -> float:
    """Return where notes without a rule begin: in small type to the end of the page."""
    sizes = Counter(round(line.size, 1) for line in lines)
    usual = max(sizes, key=lambda size: (sizes[size], size), default=0.0)
    start = float("inf")
    for line in reversed(lines):
        if line.size > _SMALL * usual:
            break
        start = line.baseline if _opens_note(line) else start
    return start


def _short_rules(rules: Iterable[Rule]) -> list[float]:
    return [rule.y for rule in rules if 40 < rule.right - rule.left < 200]


def _opens_note(line: PageLine) -> bool:
    runs = [run for run in line.runs if run.text.strip()]
    is_figure = bool(runs) and runs[0].raised and runs[0].text.strip().isdigit()
    return is_figure or line.text.lstrip().startswith("*")
