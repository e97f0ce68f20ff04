"""Whether Word files keep the schema, and whether python-docx opens them."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.timing import Figure
from benchmarks.wordfiles.tools import python_with
from benchmarks.wordfiles.trial import Trial, write

from penholder.publish.docx.word_file import WordSetting, clean_file

_OPTIONAL = "A required relationship type"
"""A font table and a theme may be left out: ISO/IEC 29500-1, 11.3.5 and 14.2.7."""
_OPENS = (
    "import sys, docx\nfor path in sys.argv[1:]:\n    assert docx.Document(path).paragraphs, path\n"
)


def validity_table(tried: Iterable[Trial], setting: WordSetting) -> Iterator[Figure]:
    """Print what the validator finds in clean and tracked files; yield how many it finds."""
    python = python_with("openxml-audit", "python-docx")
    if python is None:
        return
    with TemporaryDirectory() as folder:
        paths = list(_written(tried, setting, Path(folder)))
        findings = [each for path in paths for each in _findings(python, path)]
        opened = subprocess.run([str(python), "-c", _OPENS, *map(str, paths)], check=False)
    for each in findings[:20]:
        print(each)
    print(
        f"{len(paths)} files, clean and tracked, validated by openxml-audit, opened by python-docx"
    )
    print(flush=True)
    yield Figure("departures from the schema", [len(findings)], 0, "places")
    yield Figure("files that python-docx does not open", [opened.returncode], 0, "files")


def _written(tried: Iterable[Trial], setting: WordSetting, folder: Path) -> Iterator[Path]:
    for number, trial in enumerate(tried):
        tracked, clean = folder / f"{number}-tracked.docx", folder / f"{number}-clean.docx"
        write(trial, setting, tracked)
        clean.write_bytes(clean_file(trial.after, setting))
        yield from (tracked, clean)


def _findings(python: Path, path: Path) -> Iterator[str]:
    """Yield what is wrong with a file, in its own process, or notes of one are asked of others."""
    command = [str(python.with_name("openxml-audit")), "-m", "0", "-o", "json", str(path)]
    made = subprocess.run(command, capture_output=True, text=True, check=False)
    (told,) = json.loads(made.stdout)
    for error in told["errors"]:
        if not error["description"].startswith(_OPTIONAL):
            yield f"{path.name}: {error['part_uri']}{error['path']}: {error['description']}"
