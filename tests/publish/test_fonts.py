import shutil
from pathlib import Path

import pytest

from penholder.errors import EnvironmentFault
from penholder.publish.fonts import (
    FAMILIES,
    FOLDERS,
    STYLES,
    face_file,
    find_fonts,
    font_digest,
    further_fonts,
)

HERE = find_fonts()[0].path.parent


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a copy of every face of the page, one of each."""
    for font in find_fonts([HERE]):
        shutil.copy(font.path, tmp_path)
    return tmp_path


def test_every_face_of_the_page_is_found_in_the_usual_folders() -> None:
    assert {(font.family, font.style) for font in find_fonts(FOLDERS)} == {
        (family, style) for family in FAMILIES for style in STYLES
    }


def test_a_digest_depends_on_bytes_and_not_on_places(folder: Path) -> None:
    assert font_digest(find_fonts([folder])) == font_digest(find_fonts([HERE]))


def test_a_digest_does_not_depend_on_order() -> None:
    fonts = find_fonts()
    assert font_digest(reversed(fonts)) == font_digest(fonts)


def test_one_changed_byte_changes_the_digest(folder: Path) -> None:
    digest = font_digest(find_fonts([folder]))
    bold = folder / "LiberationSerif-Bold.ttf"
    bold.write_bytes(bold.read_bytes() + b"\0")
    assert font_digest(find_fonts([folder])) != digest


def test_a_second_copy_of_a_face_is_found_too(folder: Path) -> None:
    assert len(find_fonts([HERE, folder])) == 2 * len(find_fonts([HERE]))


def test_a_missing_face_is_named_with_the_package_that_brings_it(folder: Path) -> None:
    (folder / "LiberationSerif-BoldItalic.ttf").unlink()
    with pytest.raises(EnvironmentFault, match=r"E-FONT .*Bold Italic(.|\n)*fonts-liberation"):
        find_fonts([folder])


def test_no_folder_at_all_is_a_missing_face(tmp_path: Path) -> None:
    with pytest.raises(EnvironmentFault, match="Regular, Bold, Italic, Bold Italic"):
        find_fonts([tmp_path / "nowhere"])


def test_a_file_that_cannot_be_read_is_told(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: Path) -> bytes:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "read_bytes", refuse)  # tests may run as root, who may read all
    with pytest.raises(EnvironmentFault, match=r"E-FONT .*cannot be read: Permission denied"):
        find_fonts([folder])


def test_the_file_of_a_face_is_the_first_that_is_there(folder: Path, tmp_path: Path) -> None:
    folders = [tmp_path / "nowhere", folder, *FOLDERS]
    assert face_file("Liberation Serif", "Italic", folders) == (
        folder / "LiberationSerif-Italic.ttf"
    )


def test_a_face_without_a_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(EnvironmentFault, match=r"E-FONT .*\(Italic\)"):
        face_file("Liberation Serif", "Italic", [tmp_path])


def test_fonts_of_further_languages_are_known_by_size_and_time(tmp_path: Path) -> None:
    assert further_fonts([tmp_path / "nowhere"]) == ()
    (tmp_path / "b.ttf").write_bytes(b"12")
    (tmp_path / "a.ttf").write_bytes(b"1")
    first, second = further_fonts([tmp_path])
    assert first.startswith(f"{tmp_path}/a.ttf 1 ")
    assert second.startswith(f"{tmp_path}/b.ttf 2 ")
    (tmp_path / "a.ttf").write_bytes(b"123")
    assert further_fonts([tmp_path])[0] != first
