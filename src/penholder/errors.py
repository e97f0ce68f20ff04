"""Every problem and every exception of the program, with the exit code each leads to.

PenholderError          70  our bug, when nothing more precise is known
  UsageError             2  the command was not asked as it can be
  ContentError           3  a document cannot be read; carries its Problems
  MissingGlyphs          3  the fonts of the page lack characters; carries them
  UnsafeError            4  refused for safety
  ConflictError          5  busy, or somebody else was first
  EnvironmentFault       6  disk, rights, fonts, system libraries
  RepositoryError        7  the repository is damaged
  ChangeDoesNotFit       1  a change names words or a place that a document does not have
"""

from __future__ import annotations

from collections.abc import Iterable

DONE, FINDINGS, USAGE, UNREADABLE, UNSAFE, CONFLICT, ENVIRONMENT, DAMAGED, BUG = (
    0, 1, 2, 3, 4, 5, 6, 7, 70,
)  # fmt: skip

_SAFETY = frozenset(
    "E-ALIAS E-TAG E-DEPTH E-SIZE E-NODES E-BIDI E-INVISIBLE E-MARKS E-LIMIT E-PATH E-MODE".split()
)
_FINDINGS = frozenset(
    "E-NUMBER E-REF E-FOOTNOTE E-END E-OPENING E-BASE E-FIT E-UNREAD E-TEXT E-SHAPE".split()
)


class Problem:
    """One thing wrong with an input: where it is, what it is, how to mend it.

    ``line`` and ``column`` count from 1; 0 means that the problem has no place in a file.
    A code that begins with ``W-`` is advice and never changes the exit code.
    """

    __slots__ = ("code", "column", "file", "fix", "line", "what")

    def __init__(
        self, code: str, what: str, fix: str, *, file: str = "", place: tuple[int, int] = (0, 0)
    ) -> None:
        self.code = code
        self.what = what
        self.fix = fix
        self.file = file
        self.line, self.column = place

    def __str__(self) -> str:
        """Return ``file:line:col: CODE what`` and, on a second line, ``fix: how``."""
        place = f"{self.file}:{self.line}:{self.column}: " if self.line else f"{self.file}: "
        return f"{place if self.file else ''}{self.code} {self.what}\n  fix: {self.fix}"

    def __repr__(self) -> str:
        return f"<Problem {self.file}:{self.line}:{self.column} {self.code} {self.what}>"

    @property
    def is_advice(self) -> bool:
        """Whether the problem is a warning that leaves the exit code alone."""
        return self.code.startswith("W-")

    @property
    def exit_code(self) -> int:
        """The exit code that this problem alone would lead to."""
        if self.is_advice:
            return DONE
        if self.code in _SAFETY:
            return UNSAFE
        if self.code == "E-CONFLICT":
            return CONFLICT
        return FINDINGS if self.code in _FINDINGS else UNREADABLE


def exit_code_of(problems: Iterable[Problem]) -> int:
    """Return the gravest exit code among problems: refused before unreadable before findings."""
    return max((problem.exit_code for problem in problems), default=DONE)


class PenholderError(Exception):
    """Something went wrong that the program can explain; ``fix`` says how to mend it."""

    exit_code = BUG

    def __init__(self, code: str, what: str, fix: str = "") -> None:
        super().__init__(what)
        self.code = code
        self.what = what
        self.fix = fix

    def __str__(self) -> str:
        return f"{self.code} {self.what}" + (f"\n  fix: {self.fix}" if self.fix else "")


class UsageError(PenholderError):
    """The command was asked in a way it cannot be."""

    exit_code = USAGE


class UnreadableError(PenholderError):
    """A named input does not exist or is not what it should be."""

    exit_code = UNREADABLE


class ContentError(PenholderError):
    """A document cannot be used; carries every problem found in it."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        first = self.problems[0]
        super().__init__(first.code, first.what, first.fix)
        self.exit_code = exit_code_of(self.problems)

    def __str__(self) -> str:
        return "\n".join(str(problem) for problem in self.problems)


class MissingGlyphs(PenholderError):
    """The fonts of the page cannot draw these characters, each named once, in code point order."""

    exit_code = UNREADABLE

    def __init__(self, characters: Iterable[str]) -> None:
        self.characters = tuple(sorted(set(characters)))
        named = ", ".join(f"U+{ord(character):04X}" for character in self.characters)
        super().__init__(
            "E-GLYPH",
            f"the fonts of the page do not have {named}",
            "write the text with characters that the fonts have",
        )


class UnsafeError(PenholderError):
    """Doing as asked would be unsafe."""

    exit_code = UNSAFE


class ConflictError(PenholderError):
    """Somebody else was first, or a lock is held."""

    exit_code = CONFLICT


class EnvironmentFault(PenholderError):
    """The machine lacks something: space, rights, fonts, a library, git."""

    exit_code = ENVIRONMENT


class RepositoryError(PenholderError):
    """The git repository is damaged or shows something that is not its history."""

    exit_code = DAMAGED


class ChangeDoesNotFit(PenholderError):
    """A change names words or a place that the document does not have."""

    exit_code = FINDINGS
