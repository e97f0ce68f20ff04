"""What a comparison may mean to a delegation: one finding, with its places and its words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Kind = Literal[
    "stronger", "weaker", "verb", "part", "addressee", "reporting request", "deadline",
    "session", "date", "period", "citation", "resources", "quantity", "modal", "negation",
    "hedge", "paragraph", "reference", "sponsors", "vote",
]  # fmt: skip
KINDS: tuple[Kind, ...] = (
    "stronger", "weaker", "verb", "part", "addressee", "reporting request", "deadline",
    "session", "date", "period", "citation", "resources", "quantity", "modal", "negation",
    "hedge", "paragraph", "reference", "sponsors", "vote",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that changed in meaning.

    ``before`` and ``after`` are addresses (``OP 5 (b)``, ``footnote sg``), None where that version
    has no such place. ``words_before`` is empty for what is new and ``words_after`` for what was
    dropped; both stand where one became the other. ``note`` is a remark in plain words, or empty.
    """

    kind: Kind
    before: str | None
    after: str | None
    words_before: str
    words_after: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Meaning:
    """All findings between two versions, by kind in the order of KINDS, then in reading order.

    ``is_read`` is False where a version is not in English: then only sponsors, votes, paragraphs
    and references by id are told.
    """

    findings: tuple[Finding, ...]
    is_read: bool = True
