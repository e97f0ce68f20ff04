"""Every tracked file through every reader: accepting must give after, rejecting before."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass
from itertools import zip_longest
from pathlib import Path
from queue import SimpleQueue
from tempfile import TemporaryDirectory

from benchmarks.comparing.verdict import table
from benchmarks.timing import Figure
from benchmarks.wordfiles.office import Office
from benchmarks.wordfiles.pandoc import Mode, Pandoc
from benchmarks.wordfiles.told import Told, expected
from benchmarks.wordfiles.trial import Trial, write

from penholder.publish.docx.word_file import WordSetting

_MODES: tuple[Mode, ...] = ("accept", "reject")
_AT_ONCE = 2
_NUMBER = re.compile(r"^(\d+\.|\(\w+\)|\w+\.)( |$)")
_SHOWN = 90


@dataclass(frozen=True, slots=True)
class Reading:
    """What one reader makes of one file in one mode, beside what it must say."""

    trial: Trial
    reader: str
    mode: Mode
    must: Told
    says: Told

    @property
    def is_exact(self) -> bool:
        """Whether every paragraph is there with its number, its words and its notes."""
        return self.must == self.says

    @property
    def has_words(self) -> bool:
        """Whether every paragraph is there with its words and its notes."""
        return _unnumbered(self.must) == _unnumbered(self.says)

    @property
    def difference(self) -> str:
        """Where the two part, with a few words of both."""
        pair = (
            (self.must, self.says) if self.has_words else map(_unnumbered, (self.must, self.says))
        )
        for must, says in zip_longest(*pair, fillvalue="(no paragraph)"):
            if must != says:
                start = max(0, _parting(must, says) - _SHOWN // 3)
                return f"{must[start : start + _SHOWN]!r} but {says[start : start + _SHOWN]!r}"
        return ""


def reading_table(tried: Iterable[Trial], setting: WordSetting) -> Iterator[Figure]:
    """Print what the readers make of all files; yield the pairs misread by each."""
    found = list(readings(tried, setting))
    counts: Counter[tuple[str, Mode, str]] = Counter()
    for each in found:
        counts[each.reader, each.mode, "all"] += 1
        counts[each.reader, each.mode, "words"] += each.has_words
        counts[each.reader, each.mode, "exact"] += each.is_exact
    print(f"Tracked files read back, moves {setting.moves}, numbers {setting.numbers}")
    names = list(dict.fromkeys(each.reader for each in found))
    rows = [
        (f"{name}, {mode}", *(counts[name, mode, what] for what in ("all", "words", "exact")))
        for name in names
        for mode in _MODES
    ]
    table(("", "files", "words and notes", "and numbers"), rows)
    _list_failures(found)
    for name in names:
        missed = sum(each.reader == name and not each.has_words for each in found)
        yield Figure(f"{name}: files read with other words", [missed], 0, "files")


def readings(tried: Iterable[Trial], setting: WordSetting) -> Iterator[Reading]:
    """Yield the readings of each pair, as many pairs at once as there are LibreOffices."""
    with ExitStack() as stack:
        folder = Path(stack.enter_context(TemporaryDirectory()))
        free: SimpleQueue[Office] = SimpleQueue()
        for _ in range(_AT_ONCE):
            free.put(Office(stack))
        pool = stack.enter_context(ThreadPoolExecutor(_AT_ONCE))

        def read(numbered: tuple[int, Trial]) -> Sequence[Reading]:
            number, trial = numbered
            path = folder / f"{number}.docx"
            write(trial, setting, path)
            office = free.get()
            try:
                return list(_read(trial, path, setting, (Pandoc("pandoc"), office)))
            finally:
                free.put(office)
                path.unlink()

        for made in pool.map(read, enumerate(tried)):
            yield from made


def _read(
    trial: Trial, path: Path, setting: WordSetting, readers: Sequence[Pandoc | Office]
) -> Iterator[Reading]:
    for mode, version in zip(_MODES, (trial.after, trial.before), strict=True):
        must = expected(version, setting)
        for reader in readers:
            yield Reading(trial, reader.name, mode, must, reader.read(path, mode))


def _list_failures(found: Iterable[Reading]) -> None:
    """Print the first difference of each file misread; of numbers only what pandoc reads right."""
    for each in found:
        is_told = not each.is_exact and not (each.has_words and each.reader.startswith("pandoc"))
        if is_told:
            what = "numbers" if each.has_words else "words"
            print(f"{each.reader}, {each.mode}: {each.trial.kind}: {each.trial.name}: {what}")
            print(f"    {each.difference}", flush=True)
    print(flush=True)


def _unnumbered(told: Told) -> Told:
    bare = (_NUMBER.sub("", each) for each in told)
    return tuple(each for each in bare if each)


def _parting(one: str, other: str) -> int:
    pairs = enumerate(zip(one, other, strict=False))
    return next((place for place, (a, b) in pairs if a != b), min(len(one), len(other)))
