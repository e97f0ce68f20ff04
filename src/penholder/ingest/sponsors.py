"""The line that says who submits a draft: States, or a sentence."""

from __future__ import annotations

import re
from dataclasses import dataclass

from penholder.model.document import Kind, Sponsors

_DESIGNATION = (
    r"(?:revised )?draft (?:resolution|decision)s?(?: [IVX\d]+)?"
    r"|(?:revised )?amendments? to .+|(?:revised )?sub-?amendments? to .+"
)
_SPONSORED = re.compile(
    rf"(?P<states>.+?) ?:(?P<star> ?\*{{1,3}})? ?(?P<designation>{_DESIGNATION})(?P<end> ?\*+)?",
    re.IGNORECASE,
)
_SUBMITTED = re.compile(
    r"(?:(?:Revised )?Draft (?:resolution|decision)s?|(?:Sub-)?Amendments? ).*"
    r"(?:submitted|recommended|proposed) .*"
    r"|(?:Draft (?:resolution|decision)s?)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Submission:
    """Who submits what; ``has_star`` where a star calls a note on the sponsors."""

    kind: Kind
    sponsors: Sponsors
    has_star: bool = False


def is_submission(text: str) -> bool:
    """Whether a line says who submits a draft or amendment."""
    return bool(_SPONSORED.fullmatch(text) or _SUBMITTED.fullmatch(text))


def read_submission(text: str) -> Submission:
    """Return what a sponsors' line says; States are told apart where the list is regular.

    Commas inside parentheses belong to a name (``Netherlands (Kingdom of the)``). Raises
    ValueError where :func:`is_submission` is false.
    """
    sponsored = _SPONSORED.fullmatch(text)
    if sponsored and not _SUBMITTED.fullmatch(text):
        return _sponsored(sponsored)
    if not _SUBMITTED.fullmatch(text):
        raise ValueError(f"{text[:40]!r} names no sponsors")
    return Submission(_kind(text), Sponsors(line=text.rstrip("* ")), text.endswith("*"))


def _sponsored(found: re.Match[str]) -> Submission:
    kind = _kind(found["designation"])
    states = split_states(found["states"])
    has_star = bool(found["star"] or found["end"])
    designation = "" if found["designation"] == kind else found["designation"]
    return Submission(kind, Sponsors(states, submitted_as=designation), has_star)


def split_states(text: str) -> tuple[str, ...]:
    """Return the names of a list ``A, B (C, D) and E``; ``and`` inside a name stays."""
    pieces = re.split(r", ?(?![^()]*\))", text)
    *first, last = pieces
    return (*first, *_last_two(last, has_list=bool(first)))


def _last_two(text: str, *, has_list: bool) -> tuple[str, ...]:
    """Return the one or two names that close a list.

    ``and`` parts two names, unless what stands around it is one: ``Trinidad and Tobago``.
    """
    for found in re.finditer(r" and ", text):
        before, after = text[: found.start()], text[found.end() :]
        if not any(whole.startswith(f"{before} and ") for whole in _WITH_AND):
            return before, after
        whole = next(whole for whole in _WITH_AND if whole.startswith(f"{before} and "))
        if text == whole:
            return (text,)
        if text.startswith(f"{whole} and "):
            return whole, text[len(whole) + 5 :]
    return (text,)


_WITH_AND = (
    "Antigua and Barbuda",
    "Bosnia and Herzegovina",
    "Saint Kitts and Nevis",
    "Saint Vincent and the Grenadines",
    "Sao Tome and Principe",
    "Trinidad and Tobago",
    "United Kingdom of Great Britain and Northern Ireland",
)


def _kind(designation: str) -> Kind:
    is_amendment = "amendment" in designation.partition(" to ")[0].lower()
    return "amendment" if is_amendment else "draft resolution"
