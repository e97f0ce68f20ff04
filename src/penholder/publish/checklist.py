"""What the General Assembly's guidelines ask of a draft, and what of it a program can see."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from penholder.model.document import Document
from penholder.model.outline import outline
from penholder.model.symbol import Symbol
from penholder.model.wording import plain
from penholder.publish.remarks import listed

State = Literal["done", "failed", "yours"]
LANGUAGES = {
    "ar": "Arabic", "zh": "Chinese", "en": "English", "fr": "French", "ru": "Russian",
    "es": "Spanish",
}  # fmt: skip
_REVISION = re.compile(r"/Rev\.(\d+)$")
_OPEN = re.compile(r"\[(?!\[|\^)")
_MOST = 3


@dataclass(frozen=True, slots=True)
class Point:
    """One point of the guidelines: whether it is met, what it asks, and why it is so or not.

    ``yours`` is what no program can know or do.
    """

    state: State
    asks: str
    why: str


@dataclass(frozen=True, slots=True)
class Submission:
    """A draft and its base with what was found about them.

    ``changes`` counts the tracked changes of the Word file, ``accepted`` and ``rejected`` tell
    whether reading it back gives draft and base. ``problems`` are those of ``check``. The
    commits are empty where a version stands in no history as it is.
    """

    base: Document
    draft: Document
    base_name: str
    changes: int
    accepted: bool
    rejected: bool
    problems: tuple[str, ...]
    base_commit: str
    draft_commit: str


def points(about: Submission) -> tuple[Point, ...]:
    """Return the points in the order in which a delegation meets them.

    Source: Guidelines for the submission of draft proposals in the General Assembly, version of
    7 January 2019, with rule 78 of the rules of procedure; for the masthead the Editorial Manual.
    """
    return (
        _official_base(about), *_revised(about), _tracked(about), *_masthead(about),
        _one_language(about), *_wording(about), _recorded(about), *_by_hand(about),
    )  # fmt: skip


def _official_base(about: Submission) -> Point:
    asks = "A draft based on an earlier resolution starts from the official text."
    symbol = about.base.masthead.symbol
    if symbol is None:
        why = f"The base {about.base_name} has no symbol, so it is no official document."
        return Point("failed", asks, f"{why} Import the official file and name it as base.")
    why = f"The base is {symbol}. Compare base.yaml once with the official document of that symbol."
    return Point("done", asks, why)


def _revised(about: Submission) -> Iterator[Point]:
    asks = "A revised draft (Rev.) is made on the issued L. document."
    symbol, base = about.draft.masthead.symbol, about.base.masthead.symbol
    found = _REVISION.search(str(symbol or ""))
    if found is None:
        return
    wanted = _before(str(symbol), int(found[1]))
    if base == Symbol.parse(wanted):
        yield Point("done", asks, f"The base is {wanted}, the issued draft before this one.")
    else:
        why = f"The base is {base or about.base_name}, and should be {wanted}."
        yield Point("failed", asks, why)


def _before(symbol: str, revision: int) -> str:
    issued = _REVISION.sub("", symbol)
    return f"{issued}/Rev.{revision - 1}" if revision > 1 else issued


def _tracked(about: Submission) -> Point:
    asks = "All changes are shown with Word’s Track Changes."
    proofs = (
        (about.accepted, "accepting all of them gives the draft"),
        (about.rejected, "rejecting all of them gives the base"),
    )
    wrong = [told.replace("gives", "does not give") for holds, told in proofs if not holds]
    if wrong:
        return Point("failed", asks, f"Read back, changes.docx is wrong: {listed(tuple(wrong))}.")
    told = listed(tuple(told for _, told in proofs))
    count = f"{about.changes} tracked change{'' if about.changes == 1 else 's'}"
    return Point("done", asks, f"changes.docx has {count}. It was read back: {told}.")


def _masthead(about: Submission) -> Iterator[Point]:
    masthead = about.draft.masthead
    told = (
        ("organ", masthead.organ), ("session", str(masthead.session or "")),
        ("agenda item", listed(masthead.agenda_items)), ("title", plain(about.draft.title)),
    )  # fmt: skip
    asks = "The draft names organ, session, agenda item and title."
    missing = tuple(name for name, value in told if not value)
    if missing:
        yield Point("failed", asks, f"Missing: {listed(missing)}. Write it into the draft.")
    else:
        yield Point("done", asks, "; ".join(f"{name}: {value}" for name, value in told) + ".")
    asks = "The draft names who submits it."
    states = masthead.sponsors.states
    if states or masthead.sponsors.line:
        yield Point("done", asks, masthead.sponsors.line or f"{listed(states)}.")
    else:
        yield Point("failed", asks, "No sponsor is named. Write them into the draft: sponsors.")


def _one_language(about: Submission) -> Point:
    asks = "The draft is submitted in one language only."
    draft, base = about.draft.masthead.language, about.base.masthead.language
    if draft == base:
        return Point("done", asks, f"Draft and base are both marked as {LANGUAGES[draft]}.")
    why = f"The draft is marked as {LANGUAGES[draft]}, the base as {LANGUAGES[base]}."
    return Point("failed", asks, why)


def _wording(about: Submission) -> Iterator[Point]:
    asks = "The text is whole: numbers, footnotes, references and punctuation agree."
    if about.problems:
        first = "; ".join(about.problems[:_MOST])
        more = len(about.problems) - _MOST
        yield Point("failed", asks, first + (f"; and {more} more." if more > 0 else "."))
    else:
        yield Point("done", asks, "penholder check finds no problem.")
    texts = (unit.text for unit in outline(about.draft))
    brackets = sum(len(_OPEN.findall(text.replace("\\[", ""))) for text in texts)
    if brackets:
        why = f"There are {brackets} square brackets in the text. Is all of it agreed?"
        yield Point("yours", "Nothing is left open between brackets.", why)


def _recorded(about: Submission) -> Point:
    asks = "What is handed in can be found again."
    named = (("the draft", about.draft_commit), ("the base", about.base_commit))
    loose = tuple(name for name, commit in named if not commit)
    if loose:
        why = f"In no commit as packed: {listed(loose)}. Run penholder record, then pack again."
        return Point("failed", asks, why)
    told = tuple(f"{name} is commit {commit[:10]}" for name, commit in named)
    told_all = listed(told)
    return Point("done", asks, f"{told_all[0].upper()}{told_all[1:]}.")


def _by_hand(about: Submission) -> Iterator[Point]:
    yield Point("yours", "A hard copy is signed and dated on every page.",
                "Print changes.pdf or changes.docx, sign and date each page.")  # fmt: skip
    yield Point("yours", "A submission certificate goes with the draft.",
                "Fill in the form of the Secretariat; a program cannot.")  # fmt: skip
    why = "Count the working days to the day of action: the Assembly’s calendar is not known here."
    asks = "It is handed in at least four full business days before action (rule 78)."
    yield Point("yours", asks, why)
    symbol = about.draft.masthead.symbol
    if symbol is None or "/L." not in str(symbol):
        why = "The Secretariat gives the symbol when it takes the draft."
        yield Point("yours", "The draft bears an L. symbol.", why)
    else:
        yield Point("done", "The draft bears an L. symbol.", f"{symbol}.")
