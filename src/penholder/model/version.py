"""Names of versions: a document by symbol or draft name, and perhaps one of its revisions."""

from __future__ import annotations

import re
from dataclasses import dataclass

from penholder.model.symbol import Symbol, SymbolError

_DRAFT = re.compile(r"drafts/[a-z0-9]+(?:-[a-z0-9]+)*")
_LONGEST_DRAFT = 120


@dataclass(frozen=True, slots=True)
class DraftName:
    """The name of a draft that has no symbol yet: ``drafts/follow-up-conference``."""

    text: str

    def __post_init__(self) -> None:
        if len(self.text) > _LONGEST_DRAFT or not _DRAFT.fullmatch(self.text):
            raise SymbolError(f"{self.text[:40]!r} is not a draft's name")

    def __str__(self) -> str:
        return self.text

    @property
    def path(self) -> str:
        """The name as a relative path without ending."""
        return self.text


Name = Symbol | DraftName


def parse_name(text: str) -> Name:
    """Return the document that a symbol or ``drafts/NAME`` names; raises SymbolError."""
    return DraftName(text) if text.startswith("drafts/") else Symbol.parse(text)


def name_of_path(path: str) -> Name:
    """Return the document stored at a path below ``content/``, without ending."""
    return DraftName(path) if path.startswith("drafts/") else Symbol.from_path(path)


@dataclass(frozen=True, slots=True)
class Version:
    """A document as it stands (no ``revision``) or as it stood at a revision or tag."""

    name: Name
    revision: str = ""

    @classmethod
    def parse(cls, text: str) -> Version:
        """Return the version named ``SYMBOL``, ``drafts/NAME`` or either with ``@REVISION``.

        Raises SymbolError; the revision itself is judged by the repository.
        """
        name, _, revision = text.partition("@")
        return cls(parse_name(name), revision)

    def __str__(self) -> str:
        return f"{self.name}@{self.revision}" if self.revision else str(self.name)
