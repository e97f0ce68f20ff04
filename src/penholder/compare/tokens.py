"""A marked text as tokens: words, numbers, dates, citations, marks and signs, none ever cut."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache, partial
from typing import NamedTuple

from penholder.model.openings import opening_length
from penholder.model.wording import KEY

_SPACE = "[ \u00a0\u2007\u2009\u202f]"
_DATE = (
    rf"\d{{1,2}}{_SPACE}(?:de )?[^\W\d_]{{3,}}{_SPACE}(?:de )?\d{{4}}"
    r"|\d{4}年\d{1,2}月\d{1,2}日"
)
_CITED = (
    rf"(?:[A-Z]{{1,2}}-)?\d+(?:/\d+)?(?:{_SPACE}[A-Z]\b)?"
    rf"(?:{_SPACE}\((?:[IVXLC]+|\d{{4}})\))?{_SPACE}(?:of|du|de|от){_SPACE}(?:{_DATE})"
)
_TOKEN = re.compile(
    rf"({_SPACE}*)([a-z]+\b(?![-'’\u2010-\u2013])|"
    rf"\\.|\[\^{KEY}\]|\[\[{KEY}\]\]"
    rf"|{_CITED}|{_DATE}"
    r"|[A-Z]+(?:/[A-Za-z0-9]+(?:[.-][A-Za-z0-9]+)*)+"
    rf"|\d{{1,3}}(?:{_SPACE}\d{{3}})+(?![\d/.,:–-]?\d)"
    r"|(?:\b[A-Z]{1,2}-)?\d+(?:[.,:/–-]\d+)*[^\W\d_]*%?"
    r"|[\u3040-\u30ff\u3400-\u9fff]"
    r"|[^\W\d_\u3040-\u30ff\u3400-\u9fff]+(?:[-'’\u2010-\u2013][^\W_]+)*"
    r"|[^ ])",
    re.DOTALL,
)
_MARKS = re.compile(rf"\[\^{KEY}\]|\*|\\")
_LONGEST_OPENING = 16
_FORMS = str.maketrans(
    dict.fromkeys("\u2018\u2019\u201a\u201b\u2032", "'")
    | dict.fromkeys("\u201c\u201d\u201e\u201f\u2033«»", '"')
    | dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-")
    | dict.fromkeys("\u00a0\u2007\u2009\u202f", " ")
)


class Nature(NamedTuple):
    """What a core is, whatever text it stands in; for the properties see ``Token``."""

    wording: str
    is_word: bool
    is_light: bool


@lru_cache(maxsize=1 << 16)
def nature(core: str) -> Nature:
    """Return what a core is; worked out once for each word of all texts."""
    wording = core if core.isascii() else core.translate(_FORMS)
    is_word = core[:1].isalnum() or core.startswith("[[")
    is_small = len(core) < 4 and core.isascii() and core.islower()
    return Nature(wording, is_word, not is_word or is_small)


class Token(NamedTuple):
    """One token and the spaces before it; the tokens of a text joined are the text."""

    lead: str
    core: str

    @property
    def text(self) -> str:
        """The token as it stands in the text."""
        return self.lead + self.core

    @property
    def wording(self) -> str:
        """The token apart from its form: one shape for all quotation marks, dashes and spaces."""
        return nature(self.core).wording

    @property
    def is_word(self) -> bool:
        """Whether the token says something: a word, number, date or citation, not a sign."""
        return nature(self.core).is_word

    @property
    def is_light(self) -> bool:
        """Whether the token carries no subject: a sign, or a small word of up to three letters."""
        return nature(self.core).is_light


_token = partial(tuple.__new__, Token)


def tokens(text: str) -> list[Token]:
    """Return the tokens of a marked text, in order; spaces at the end are one without core."""
    found = list(map(_token, _TOKEN.findall(text)))
    rest = len(text) - len(text.rstrip(" "))
    return [*found, Token(" " * rest, "")] if rest else found


def joined(run: Sequence[Token]) -> str:
    """Return the text that tokens stand for."""
    return "".join([lead + core for lead, core in run])


def word_count(text: str) -> int:
    """Return how many words a reader counts: what stands between spaces and has a letter or digit.

    Footnote calls and marks are no words; in Chinese and Japanese each sign is one.
    """
    bare = _MARKS.sub("", text)
    return sum(_chunk_words(chunk) for chunk in bare.split())


def _chunk_words(chunk: str) -> int:
    if chunk.isascii():
        return int(any(map(str.isalnum, chunk)))
    wide = sum("\u3040" <= sign <= "\u9fff" for sign in chunk)
    return wide or int(any(map(str.isalnum, chunk)))


def opening_end(run: Sequence[Token]) -> int:
    """Return how many tokens the opening phrase of a paragraph takes (``Calls upon``).

    An explicit italic passage at the start is the phrase; otherwise what the lexicon knows, and
    the first word where it knows nothing.
    """
    if run and run[0].core == "*":
        return _closing_star(run)
    wanted = opening_length(joined(run[:_LONGEST_OPENING]))
    length = 0
    for index, token in enumerate(run):
        length += len(token.lead) + len(token.core)
        if length >= wanted:
            return index + 1
    return len(run)


def _closing_star(run: Sequence[Token]) -> int:
    return next((i for i in range(1, len(run)) if run[i].core == "*"), 0)


def with_openings_whole(before: list[Token], after: list[Token]) -> tuple[list[Token], list[Token]]:
    """Return both runs with their opening phrase as one token, where its first word changed.

    ``Also requests`` that became ``Urges`` is one change; ``Welcomes with appreciation`` beside
    ``Welcomes`` adds two words and stays apart, and so do the stars of a phrase that only turned
    italic.
    """
    starts = int(_is_starred(before)), int(_is_starred(after))
    if before[starts[0] : starts[0] + 1] == after[starts[1] : starts[1] + 1]:
        return before, after
    start = min(starts)
    return _phrased(before, start), _phrased(after, start)


def _is_starred(run: Sequence[Token]) -> bool:
    return bool(run) and run[0].core == "*"


def _phrased(run: list[Token], start: int) -> list[Token]:
    end = opening_end(run)
    if end <= start + 1:
        return run
    phrase = Token(run[start].lead, joined(run[start:end])[len(run[start].lead) :])
    return [*run[:start], phrase, *run[end:]]
