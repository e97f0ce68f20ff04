from pathlib import Path

import pytest

from penholder.errors import EnvironmentFault
from penholder.publish import template_files
from penholder.publish.template_files import (
    packaged_templates,
    template_bytes,
    template_folders,
)


def test_a_workspace_comes_before_the_program(tmp_path: Path) -> None:
    folders = template_folders(tmp_path)
    ours = template_bytes(folders, "page.css")
    assert ours == (packaged_templates() / "page.css").read_bytes()
    (tmp_path / "page.css").write_bytes(b"own")
    assert template_bytes(folders, "page.css") == b"own"
    assert template_bytes(folders, "none.css") == b""


def test_without_a_workspace_the_programs_own_are_used() -> None:
    assert template_folders(None) == (packaged_templates(),)


def test_a_program_without_templates_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(template_files, "_OWN", tmp_path)
    monkeypatch.setattr(template_files, "_TREE", tmp_path)
    with pytest.raises(EnvironmentFault) as caught:
        packaged_templates()
    assert caught.value.code == "E-TEMPLATES"
