"""A wheel built from the tree, installed in an empty environment, prints outside any checkout."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
TEMPLATES = ROOT / "templates"
SYMBOL = "A/RES/53/123"
SENTINEL = "Printed by a workspace's own template"

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of this tree."""
    folder = tmp_path_factory.mktemp("dist")
    options = ["--quiet", "--no-deps", "--no-build-isolation", "--wheel-dir", str(folder)]
    _pip(sys.executable, "wheel", *options, str(ROOT))
    [built] = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def penholder(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The program in an environment that holds the wheel and what it depends on, nothing else.

    The dependencies have the versions of this environment: others could print other bytes.
    """
    folder = tmp_path_factory.mktemp("environment")
    here = _pip(sys.executable, "freeze", "--exclude-editable")
    constraints = folder / "constraints.txt"
    constraints.write_text("".join(line + "\n" for line in here.splitlines() if "==" in line))
    _run([sys.executable, "-m", "venv", str(folder / "venv")], folder)
    python = str(folder / "venv" / "bin" / "python")
    _pip(python, "install", "--quiet", "--constraint", str(constraints), str(wheel))
    return folder / "venv" / "bin" / "penholder"


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    """A workspace that holds the sample resolution, in no checkout."""
    path = tmp_path / "content" / f"{SYMBOL}.yaml"
    path.parent.mkdir(parents=True)
    path.write_bytes((ROOT / "content" / f"{SYMBOL}.yaml").read_bytes())
    return tmp_path


def test_the_packaged_templates_are_those_of_the_tree(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        prefix = "penholder/templates/"
        names = [name for name in archive.namelist() if name.startswith(prefix)]
        packaged = {name.removeprefix(prefix): archive.read(name) for name in names}
    files = (path for path in TEMPLATES.rglob("*") if path.is_file())
    assert packaged == {path.relative_to(TEMPLATES).as_posix(): path.read_bytes() for path in files}


def test_the_wheel_prints_the_same_bytes_as_the_tree(penholder: Path, workspace: Path) -> None:
    _run([str(penholder), "build", SYMBOL], workspace)
    outputs = [workspace / "build" / f"{SYMBOL}.{ending}" for ending in ("pdf", "html")]
    by_the_wheel = [path.read_bytes() for path in outputs]
    tree = {"PYTHONPATH": str(ROOT / "src")}
    _run([sys.executable, "-m", "penholder", "build", SYMBOL, "--force"], workspace, **tree)
    assert [path.read_bytes() for path in outputs] == by_the_wheel


def test_a_workspace_overrides_a_template_by_its_name(penholder: Path, workspace: Path) -> None:
    own = workspace / "templates" / "adoption.html.j2"
    own.parent.mkdir()
    own.write_text(f"<p>{SENTINEL}</p>\n", "utf-8")
    _run([str(penholder), "build", SYMBOL, "--format", "html"], workspace)
    assert SENTINEL in (workspace / "build" / f"{SYMBOL}.html").read_text("utf-8")


def _pip(python: str, *arguments: str) -> str:
    return _run([python, "-m", "pip", "--disable-pip-version-check", *arguments], Path.cwd())


def _run(command: list[str], folder: Path, **extra: str) -> str:
    # What steers the Python of the tests must not reach that of the environment.
    ours = ("PYTHON", "COVERAGE", "VIRTUAL_ENV")
    environment = {name: value for name, value in os.environ.items() if not name.startswith(ours)}
    ended = subprocess.run(
        command, cwd=folder, env={**environment, **extra}, capture_output=True, text=True,
        check=False,
    )  # fmt: skip
    assert ended.returncode == 0, ended.stdout + ended.stderr
    return ended.stdout
