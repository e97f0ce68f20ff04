"""The block of distribution in a masthead: for whom, when issued, in which language."""

from __future__ import annotations

import re

from penholder.model.document import LANGUAGE_NAMES, Masthead
from penholder.model.language import Distribution, Language

_LANGUAGE_NAME = re.compile(r"[A-Za-z]+")


def distribution_lines(masthead: Masthead, language: Language) -> tuple[str, ...]:
    """Return the lines of the distribution block, stacked or one by one as the era has them.

    Where a document has neither symbol nor date of issue it says that it is unofficial. The
    language of a version stands above that of the original where they differ.
    """
    block = language.distribution
    issued = block.dates.written(masthead.issued) if masthead.issued else ""
    original = _original_lines(masthead, block, language.code)
    if not is_official(masthead):
        return tuple(filter(None, (block.unofficial, issued, *original)))
    distribution = block.by_name.get(masthead.distribution, "")
    if masthead.era.masthead != "grid":
        word, _, degree = distribution.partition(" ")
        top = (word.rstrip(":"), degree.upper(), "") if distribution else ()
        lines = (*top, *filter(None, (str(masthead.symbol), issued)))
        return (*lines, "", *map(str.upper, original)) if original else lines
    lines = tuple(filter(None, (distribution, issued)))
    return (*lines, "", *original) if original else lines


def reissue_note(masthead: Masthead, language: Language) -> str:
    """Return the note that a star behind the symbol calls, where a document was reissued."""
    if masthead.reissued is None:
        return ""
    block = language.distribution
    return block.reissued.format(date=block.dates.written(masthead.reissued))


def is_official(masthead: Masthead) -> bool:
    """Whether the document has the data of an official issue: a symbol and a date."""
    return masthead.symbol is not None and masthead.issued is not None


def _original_lines(masthead: Masthead, block: Distribution, code: str) -> tuple[str, ...]:
    if not masthead.original:
        return ()
    names = {english: block.languages[of] for of, english in LANGUAGE_NAMES.items()}
    words = _LANGUAGE_NAME.sub(
        lambda found: names.get(found.group(), found.group()), masthead.original
    )
    line = block.original.format(language=words)
    if masthead.original == LANGUAGE_NAMES[code]:
        return (line,)
    own = block.languages[code]
    return (own[:1].upper() + own[1:], line)


def block_language(language: Language) -> str:
    """Return ``en`` where the block is English on a page in another language, else nothing."""
    is_english = language.distribution.languages["en"] == "English"
    return "en" if is_english and language.code != "en" else ""
