"""What holds the house together: layers, sizes, names, and what a command may load."""

from __future__ import annotations

import ast
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from importlinter.cli import lint_imports

from penholder.cli.catalogue import SUMMARIES
from penholder.cli.verbs import module_of

ROOT = Path(__file__).resolve().parents[1]
SOURCE = ROOT / "src" / "penholder"
MODULES = sorted(SOURCE.rglob("*.py"))
CODE = sorted(
    path for name in ("tests", "benchmarks", "scripts") for path in (ROOT / name).rglob("*.py")
)

MOST_LINES = 400
MOST_LINES_OF_A_FUNCTION = 40
FORBIDDEN_NAMES = frozenset(
    "util utils helper helpers common core base misc manager processor handler".split()
)

HEAVY = ("yaml", "jinja2", "weasyprint", "git", "rapidfuzz")


@cache
def _parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"))


def test_imports_point_downward() -> None:
    config = str(ROOT / "pyproject.toml")
    assert lint_imports(config_filename=config, no_cache=True) == 0


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_every_module_opens_with_one_sentence(path: Path) -> None:
    docstring = ast.get_docstring(_parsed(path))
    first = (docstring or "").partition("\n\n")[0]
    assert first.endswith(".")
    assert ". " not in first
    assert first != "Provisional."


@pytest.mark.parametrize("path", [*MODULES, *CODE], ids=lambda path: str(path.relative_to(ROOT)))
def test_files_and_functions_stay_short(path: Path) -> None:
    text = path.read_text("utf-8")
    assert len(text.splitlines()) <= MOST_LINES
    long = {name: lines for name, lines in _functions(text) if lines > MOST_LINES_OF_A_FUNCTION}
    assert not long


def test_no_module_has_a_name_that_says_nothing() -> None:
    words = {path: set(path.stem.split("_")) for path in [*MODULES, *CODE]}
    assert not {path for path, parts in words.items() if parts & FORBIDDEN_NAMES}


def test_only_the_report_prints() -> None:
    printing = {
        path.relative_to(SOURCE).as_posix()
        for path in MODULES
        for node in ast.walk(_parsed(path))
        if isinstance(node, ast.Name) and node.id == "print"
    }
    assert printing == {"cli/report.py"}


def test_only_the_command_line_reads_the_clock() -> None:
    outside = [path for path in MODULES if "cli" not in path.relative_to(SOURCE).parts]
    reading = {
        f"{path.relative_to(SOURCE)}: {ast.unparse(node)}"
        for path in outside
        for node in ast.walk(_parsed(path))
        if isinstance(node, ast.Attribute) and node.attr in {"now", "today", "utcnow", "environ"}
    }
    assert not reading


def test_there_is_one_module_for_each_verb() -> None:
    assert not [
        verb for verb in SUMMARIES if not (SOURCE / "cli" / f"{module_of(verb)}.py").is_file()
    ]


def test_help_loads_almost_nothing(sample: Path) -> None:
    assert not _loaded(sample, ["--help"]) & {*HEAVY, "dataclasses", "argparse"}


@pytest.mark.slow
@pytest.mark.parametrize("verb", SUMMARIES)
def test_help_of_a_verb_loads_neither_press_nor_templates(sample: Path, verb: str) -> None:
    assert not _loaded(sample, [verb, "--help"]) & {"weasyprint", "jinja2", "rapidfuzz"}


def test_check_loads_neither_press_nor_templates_nor_git(sample: Path) -> None:
    loaded = _loaded(sample, ["check"])
    assert "yaml" in loaded
    assert not loaded & {"weasyprint", "jinja2", "git", "rapidfuzz"}


@pytest.mark.slow
def test_build_loads_nothing_that_makes_pages_when_nothing_changed(sample: Path) -> None:
    assert "jinja2" in _loaded(sample, ["build"])
    assert not _loaded(sample, ["build"]) & {"weasyprint", "jinja2", "git", "multiprocessing"}


def _functions(text: str) -> Iterator[tuple[str, int]]:
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node.name, (node.end_lineno or node.lineno) - node.lineno + 1


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    """A workspace with the sample resolution."""
    source = ROOT / "content" / "A" / "RES" / "53" / "123.yaml"
    target = tmp_path / source.relative_to(ROOT)
    target.parent.mkdir(parents=True)
    target.write_bytes(source.read_bytes())
    return tmp_path


def _loaded(folder: Path, arguments: list[str]) -> set[str]:
    """Return the names of the top modules that a command loads beyond those of the start."""
    program = (
        "import sys\n"
        "start = set(sys.modules)\n"
        "from penholder.cli.app import run\n"
        "try:\n"
        "    code = run(sys.argv[1:])\n"
        "except SystemExit as end:\n"
        "    code = end.code\n"
        "assert code == 0, code\n"
        "import json\n"
        "print(json.dumps(sorted(set(sys.modules) - start)), file=sys.stderr)\n"
    )
    # Coverage of child processes would load modules of its own.
    environment = {name: value for name, value in os.environ.items() if "COVERAGE" not in name}
    ended = subprocess.run(
        [sys.executable, "-c", program, *arguments],
        cwd=folder, env=environment, capture_output=True, text=True, check=True,
    )  # fmt: skip
    return {name.partition(".")[0] for name in json.loads(ended.stderr.splitlines()[-1])}
