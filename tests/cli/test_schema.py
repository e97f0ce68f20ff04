import json
from pathlib import Path

from tests.cli.workspaces import Ask


def test_the_schema_is_a_result_or_a_file(ask: Ask, workspace: Path) -> None:
    told = ask("schema").out
    assert json.loads(told)["title"]
    assert "wrote out.json" in ask("schema", "-o", "out.json").err
    assert (workspace / "out.json").read_text() == told
    assert (workspace / "schema/resolution.schema.json").read_text() == told


def test_a_link_is_not_written_through(ask: Ask, workspace: Path) -> None:
    (workspace / "out.json").symlink_to(workspace / "elsewhere")
    answer = ask("schema", "-o", "out.json")
    assert answer.code == 4
    assert "E-PATH" in answer.err
    assert not (workspace / "elsewhere").exists()
