"""Document symbols of the United Nations: parsed, printed, ordered, and turned into paths."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

_LONGEST = 120
_SERIES = r"[A-Z][A-Z0-9]{0,7}"
_STEP = (
    r"(?:[A-Z][A-Za-z]{0,8}(?:\.[A-Z])?(?:\.?\d{1,5})?"  # C.3, RES, L.50, CONF.232, SER.A, Rev.1
    r"|\d{1,5}[A-Za-z]?"  # 53, 123, 2020, 31/16A
    r"|(?:ES|S)-\d{1,3})"  # ES-11, S-10
)
_ANNOTATION = r"(?: ?\((?:(?:ES|S)-|Part )?[IVXLC]+\)| ?\(\d{4}\))"
_LETTERS = r"(?: [A-Z](?:[-–][A-Z])?)"
_FORM = re.compile(
    rf"{_SERIES}(?:/{_STEP})+{_LETTERS}?{_ANNOTATION}?{_LETTERS}?(?:/(?:Rev|Add|Corr|Amend)\.\d+)*"
    rf"(?:/(?:Summary|Excerpt))?\*?"
)
_SECOND = re.compile(r"-(?=[A-Z]{1,4}/)")
_ADOPTED = re.compile(
    r"/RES/(?P<session>(?:ES-|S-)?\d+(?=/))?/?(?P<rest>\d+(?: [A-Z](?:[-–][A-Z])?)?"
    r"(?: ?\([^)]*\))?(?: [A-Z])?)\*?$"
)
# Windows opens a device where a file or folder has one of these names, whatever its ending.
_DEVICE = re.compile(r"(?:^|/)(?:CON|PRN|AUX|NUL|COM\d|LPT\d)(?:\.|/|$)")
_ESCAPES = ((" ", "_"), ("*", "-reissued"))


class SymbolError(ValueError):
    """A text is not a document symbol; ``unsafe`` when it tries to leave its folder."""

    def __init__(self, what: str, *, unsafe: bool = False) -> None:
        super().__init__(what)
        self.unsafe = unsafe


@dataclass(frozen=True)
class Symbol:
    """A document symbol, in the one spelling the tool uses: ``S/RES/1325 (2000)``.

    Forms: https://research.un.org/en/docs/symbols. The organ stands first, then subsidiary
    body, session or year, nature and number, modifications. A double symbol joins two with a
    hyphen (``A/79/302-S/2024/600``). A final ``*`` marks a reissue.
    """

    text: str

    def __post_init__(self) -> None:
        for half in _SECOND.split(self.text):
            if not _FORM.fullmatch(half):
                raise SymbolError(f"{self.text!r} is not a document symbol")
        if _DEVICE.search(self.text):
            raise SymbolError(f"{self.text!r} would name a device on Windows")

    def __str__(self) -> str:
        return self.text

    def __lt__(self, other: Symbol) -> bool:
        return self.sort_key < other.sort_key

    @classmethod
    def parse(cls, text: str) -> Symbol:
        """Return the symbol that ``text`` spells, with spacing made regular.

        Raises SymbolError, saying what is wrong; ``unsafe`` for ``..`` and absolute paths.
        """
        if ".." in text or text.startswith(("/", "~")):
            raise SymbolError(f"{text[:40]!r} would leave the folder of the documents", unsafe=True)
        if len(text) > _LONGEST:
            raise SymbolError(f"a symbol has at most {_LONGEST} characters, this one {len(text)}")
        strange = next((letter for letter in text if not "\x20" <= letter <= "\x7e"), "")
        if strange:
            raise SymbolError(f"a symbol is plain ASCII; found U+{ord(strange):04X}")
        return cls(re.sub(r"(?<=\d)(?=\()", " ", text))

    @classmethod
    def from_path(cls, path: str) -> Symbol:
        """Return the symbol of a path made by :attr:`path`; raises SymbolError."""
        for letter, escape in reversed(_ESCAPES):
            path = path.replace(escape, letter)
        return cls.parse(path)

    @property
    def path(self) -> str:
        """The symbol as a relative path without ending: ``S/RES/1325_(2000)``."""
        path = self.text
        for letter, escape in _ESCAPES:
            path = path.replace(letter, escape)
        return path

    @property
    def organ(self) -> str:
        """The first step: A, S, E, T, ST, CEDAW ..."""
        return self.text.partition("/")[0]

    @property
    def steps(self) -> tuple[str, ...]:
        """The parts between slashes."""
        return tuple(self.text.split("/"))

    @property
    def is_resolution(self) -> bool:
        """Whether the symbol is that of an adopted resolution."""
        return "/RES/" in self.text

    @cached_property
    def number(self) -> str:
        """The number of an adopted resolution as texts cite it: ``53/123``, ``1325 (2000)``.

        Empty for every other document.
        """
        found = _ADOPTED.search(self.text)
        if not found:
            return ""
        session = found["session"]
        return f"{session}/{found['rest']}" if session else found["rest"]

    @cached_property
    def sort_key(self) -> tuple[tuple[int, str], ...]:
        """Order by organ, then by numbers as numbers: L.9 before L.10, L.50 before L.50/Rev.1."""
        return tuple(
            (int(piece), "") if piece.isdigit() else (-1, piece)
            for step in self.steps
            for piece in (*re.findall(r"\d+|\D+", step), "/")
        )
