"""Word files in other programs: read back, valid, set line by line, and beside Docxodus.

    python -m benchmarks.word                        everything, on the corpus beside the project
    python -m benchmarks.word ../shared/corpus       the same, on a corpus elsewhere
    python -m benchmarks.word --only reading --generated 40 --moves simple

pandoc and LibreOffice come through apt; the other tools are installed on demand below build/.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Iterator

from benchmarks.timing import ROOT, Figure, run, tell


def main() -> int:
    """Print the tables asked for, then every figure with its target; return 0 where all are met."""
    asked = _asked()
    if asked.corpus:
        # The corpus is found by this variable, and only when the modules that need it load.
        os.environ["PENHOLDER_CORPUS"] = asked.corpus
    print(run([sys.executable, "scripts/system_packages.py", "word"], ROOT), end="")
    names = asked.only or list(_TABLES)
    if not _has_corpus():
        print(
            "the corpus of real documents is not there: the faults of readers and the sample alone"
        )
        names = [name for name in names if name in ("faults", "lines")]
    return tell([figure for name in names for figure in _TABLES[name](asked)])


def _has_corpus() -> bool:
    from benchmarks.comparing.corpus import CORPUS

    return CORPUS.is_dir()


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.word", usage=__doc__)
    parser.add_argument("corpus", nargs="?", default="")
    parser.add_argument("--only", action="append", choices=_TABLES)
    parser.add_argument("--generated", type=int, default=500)
    parser.add_argument("--part", default="1/1", help="of the pairs, one in as many: 2/3")
    parser.add_argument("--moves", choices=("native", "simple"), default="native")
    parser.add_argument("--numbers", choices=("automatic", "literal"), default="automatic")
    return parser.parse_args()


def _reading(asked: argparse.Namespace) -> Iterator[Figure]:
    from benchmarks.wordfiles.reading import reading_table
    from benchmarks.wordfiles.trial import trials

    from penholder.publish.docx.word_file import WordSetting

    setting = WordSetting(moves=asked.moves, numbers=asked.numbers)
    part, _, parts = asked.part.partition("/")
    yield from reading_table(trials(asked.generated, int(part) - 1, int(parts)), setting)


def _faults(_: argparse.Namespace) -> Iterator[Figure]:
    from benchmarks.wordfiles.faults import show_faults

    show_faults()
    yield from ()


def _validity(asked: argparse.Namespace) -> Iterator[Figure]:
    from benchmarks.wordfiles.trial import trials
    from benchmarks.wordfiles.validity import validity_table

    from penholder.publish.docx.word_file import WordSetting

    setting = WordSetting(moves=asked.moves, numbers=asked.numbers)
    yield from validity_table(trials(0, 0, _ONE_IN), setting)


def _lines(_: argparse.Namespace) -> Iterator[Figure]:
    from benchmarks.wordfiles.line_breaks import line_figures

    yield from line_figures()


def _docxodus(asked: argparse.Namespace) -> Iterator[Figure]:
    from benchmarks.wordfiles.docxodus import docxodus_table
    from benchmarks.wordfiles.trial import trials

    from penholder.publish.docx.word_file import WordSetting

    yield from docxodus_table(trials(0), WordSetting(moves=asked.moves, numbers=asked.numbers))


_ONE_IN = 4  # of the real pairs are validated: each file takes a process of its own
_TABLES: dict[str, Callable[[argparse.Namespace], Iterator[Figure]]] = {
    "faults": _faults,
    "reading": _reading,
    "validity": _validity,
    "lines": _lines,
    "docxodus": _docxodus,
}


if __name__ == "__main__":
    sys.exit(main())
