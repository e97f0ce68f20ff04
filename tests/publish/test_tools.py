import subprocess
import sys
from pathlib import Path

import pytest

from penholder.publish import tools
from penholder.publish.tools import tools_digest


def test_the_same_tools_have_the_same_digest_and_are_not_loaded() -> None:
    code = (
        "import sys; from penholder.publish.tools import tools_digest; print(tools_digest(),"
        "sorted({'weasyprint', 'jinja2', 'PIL'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    assert done.stdout == f"{tools_digest()} []\n"


def test_another_version_of_a_tool_is_another_digest(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = tools_digest()
    monkeypatch.setattr(tools, "__version__", "0.0.0")
    assert tools_digest() != before


def test_another_package_is_another_digest(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = tools_digest()
    (tmp_path / "weasyprint-1.0.dist-info").mkdir()
    monkeypatch.syspath_prepend(str(tmp_path))
    assert tools_digest() != before
