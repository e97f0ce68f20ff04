"""What keeps the papers true: every verb, module and decision told, every example run."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from penholder.cli.catalogue import SUMMARIES
from penholder.cli.verbs import load

ROOT = Path(__file__).resolve().parents[1]
SOURCE = ROOT / "src" / "penholder"
README = (ROOT / "README.md").read_text("utf-8")
MAP = (ROOT / "ARCHITECTURE.md").read_text("utf-8")
DECISIONS = sorted((ROOT / "decisions").glob("*.md"))

ENDLESS = ("watch",)
_CONSOLE = re.compile(r"^```console\n(.*?)^```", re.DOTALL | re.MULTILINE)
_COMMAND = re.compile(r"^\$ (penholder .*)$", re.MULTILINE)


@pytest.mark.parametrize("verb", SUMMARIES)
def test_every_verb_is_told_in_the_readme(verb: str) -> None:
    assert f"`{verb}`" in README
    assert f"$ penholder {verb}" in README


@pytest.mark.parametrize("verb", SUMMARIES)
def test_every_verb_has_help_with_examples(verb: str) -> None:
    examples = load(verb).examples
    assert f"penholder {verb}" in examples


def test_every_module_stands_in_the_map() -> None:
    modules = [path.relative_to(SOURCE).as_posix() for path in SOURCE.rglob("*.py")]
    wanted = [name for name in modules if not name.endswith("__init__.py")]
    assert not [name for name in wanted if f"`{Path(name).name}`" not in _chapter(name)]


def test_the_map_names_no_module_that_is_gone() -> None:
    named = set(re.findall(r"^- `(\w+\.py)`", MAP, re.MULTILINE))
    assert not named - {path.name for path in SOURCE.rglob("*.py")}


@pytest.mark.slow
def test_the_commands_of_the_readme_run(tmp_path: Path) -> None:
    workspace = tmp_path / "workspace"
    workspace.mkdir()
    shutil.copytree(ROOT / "content", workspace / "content")
    commands = [line for block in _CONSOLE.findall(README) for line in _COMMAND.findall(block)]
    assert len(commands) > len(SUMMARIES)
    for command in commands:
        _run(command, workspace)


def test_the_changelog_tells_of_this_version() -> None:
    version = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["version"]
    changelog = (ROOT / "CHANGELOG.md").read_text("utf-8")
    assert re.search(rf"^## \[{re.escape(version)}\] - \d{{4}}-\d\d-\d\d$", changelog, re.MULTILINE)


@pytest.mark.parametrize("path", DECISIONS, ids=lambda path: path.stem)
def test_every_decision_has_its_parts(path: Path) -> None:
    text = path.read_text("utf-8")
    assert re.match(r"# \d{4} ", text)
    assert re.search(r"^Status: (accepted|superseded by \d{4})$", text, re.MULTILINE)
    assert re.search(r"^Date: \d{4}-\d\d-\d\d$", text, re.MULTILINE)
    for part in ("Context", "Decision", "Consequences"):
        assert f"\n## {part}\n" in text


def test_decisions_are_numbered_without_gaps() -> None:
    assert [int(path.name[:4]) for path in DECISIONS] == list(range(1, len(DECISIONS) + 1))


def test_no_paper_leads_to_a_file_that_is_gone() -> None:
    papers = [*ROOT.glob("*.md"), *DECISIONS]
    links = [(paper, link) for paper in papers for link in _links(paper)]
    assert not [(paper.name, link) for paper, link in links if not (paper.parent / link).exists()]


def test_no_tracked_file_tells_of_one_machine() -> None:
    told = {name: found for name in _tracked() if (found := _traces(ROOT / name))}
    assert not told


def _chapter(module: str) -> str:
    """Return the chapter of the map on the package of a module; the whole for a top module."""
    package, slash, _ = module.rpartition("/")
    if not slash:
        return MAP
    return MAP.partition(f"\n### `{package}/`")[2].partition("\n### ")[0]


def _links(paper: Path) -> list[str]:
    found = re.findall(r"\]\(([^)#]+)", paper.read_text("utf-8"))
    return [link for link in found if "://" not in link]


def _run(command: str, folder: Path) -> None:
    words = shlex.split(command.partition(" #")[0])
    if words[1] in ENDLESS:
        words += ["--rounds", "1"]
    environment = {
        **os.environ,
        "GIT_AUTHOR_NAME": "An Expert",
        "GIT_AUTHOR_EMAIL": "expert@example.org",
    }
    ended = subprocess.run(
        [sys.executable, "-m", *words],
        cwd=folder, env=environment, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert ended.returncode == 0, f"{command}\n{ended.stdout}{ended.stderr}"


def _tracked() -> list[str]:
    # The folder may belong to somebody else, as it does where a machine clones and root tests.
    command = ["git", "-c", "safe.directory=*", "ls-files", "-z"]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, check=True).stdout
    names = [name for name in listed.decode().split("\0") if name]
    assert len(names) > len(DECISIONS)
    return names


_MACHINE = "|".join(
    (
        r"/(?:work|home|root|Users)/[\w.-]+|/tmp/(?:tmp|pytest|bash)[\w.-]+",
        r"--(?:extra-)?index-url",
        r"PIP_INDEX",
        r"(?i:artifactory|nexus-repo|devpi|pypi-mirror)",
        r"(?i:\bas an ai\b|language model|\bchatgpt\b|\bclaude\b|\bcopilot\b)",
    )
)


def _traces(path: Path) -> list[str]:
    if path == Path(__file__) or not path.is_file():
        return []
    try:
        return re.findall(_MACHINE, path.read_text("utf-8"))
    except UnicodeDecodeError:
        return []
