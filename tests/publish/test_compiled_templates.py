"""Compiled templates are kept for the program's own, and only as long as they are true."""

from pathlib import Path

import jinja2
import pytest

from penholder.publish.compiled_templates import CompiledTemplates


def environment(folders: list[Path], file: Path, options: str = "") -> jinja2.Environment:
    kept = CompiledTemplates(folders[-1], options, file)
    return jinja2.Environment(loader=jinja2.FileSystemLoader(folders), bytecode_cache=kept)


def rendered(folders: list[Path], file: Path, options: str = "") -> str:
    made = environment(folders, file, options)
    text = made.get_template("a.j2").render()
    assert isinstance(made.bytecode_cache, CompiledTemplates)
    made.bytecode_cache.save()
    return text


@pytest.fixture(autouse=True)
def writing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.dont_write_bytecode", False)


@pytest.fixture
def own(tmp_path: Path) -> Path:
    folder = tmp_path / "own"
    folder.mkdir()
    (folder / "a.j2").write_text("rivers {{ 1 + 1 }}")
    return folder


def compiled(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return a list that gets the source of each template that is compiled."""
    sources: list[str] = []
    plain = jinja2.Environment.compile

    def noting(self: jinja2.Environment, source: str, *rest: object) -> object:
        sources.append(source)
        return plain(self, source, *rest)  # type: ignore[call-overload]

    monkeypatch.setattr(jinja2.Environment, "compile", noting)
    return sources


def test_what_was_compiled_once_is_not_again(
    own: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sources = compiled(monkeypatch)
    file = tmp_path / "kept"
    assert [rendered([own], file) for _ in range(3)] == ["rivers 2"] * 3
    assert sources == ["rivers {{ 1 + 1 }}"]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["kept", "own"]


def test_another_source_and_other_options_are_compiled_anew(
    own: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sources = compiled(monkeypatch)
    file = tmp_path / "kept"
    rendered([own], file)
    rendered([own], file, "other")
    (own / "a.j2").write_text("lakes")
    assert rendered([own], file) == "lakes"
    assert len(sources) == 3


def test_templates_of_a_workspace_are_never_kept(
    own: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sources = compiled(monkeypatch)
    theirs = tmp_path / "theirs"
    theirs.mkdir()
    (theirs / "a.j2").write_text("seas")
    file = tmp_path / "kept"
    assert [rendered([theirs, own], file) for _ in range(2)] == ["seas", "seas"]
    assert sources == ["seas", "seas"]
    assert not file.exists()


@pytest.mark.parametrize("bytes_there", [b"", b"nonsense", b"\xe9\x01"])
def test_what_cannot_be_read_is_as_if_it_were_not_there(
    own: Path, tmp_path: Path, bytes_there: bytes
) -> None:
    file = tmp_path / "kept"
    file.write_bytes(bytes_there)
    assert rendered([own], file) == "rivers 2"
    assert file.read_bytes() != bytes_there


def test_where_nothing_can_be_written_nothing_is_kept(own: Path, tmp_path: Path) -> None:
    assert rendered([own], tmp_path / "nowhere" / "kept") == "rivers 2"
    assert not (tmp_path / "nowhere").exists()


def test_where_python_keeps_nothing_nothing_is_kept(
    own: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.dont_write_bytecode", True)
    assert rendered([own], tmp_path / "kept") == "rivers 2"
    assert not (tmp_path / "kept").exists()
