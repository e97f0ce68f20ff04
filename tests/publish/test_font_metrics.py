from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from penholder.errors import EnvironmentFault
from penholder.publish.font_metrics import page_faces, read_face
from penholder.publish.fonts import FAMILIES, STYLES, face_file


def test_letters_are_as_wide_as_those_of_times_new_roman() -> None:
    upright = page_faces().upright
    assert [round(upright.width(letter), 3) for letter in "a0 m\u00a0"] == [
        0.444, 0.5, 0.25, 0.778, 0.25,
    ]  # fmt: skip


def test_a_slanted_letter_has_its_own_width() -> None:
    assert page_faces().italic.width("a") == 0.5


def test_pairs_draw_together() -> None:
    assert page_faces().upright.kern("Te") < 0
    assert page_faces().upright.kern("ab") == 0


def test_a_letter_that_the_face_lacks_is_reckoned_as_a_figure() -> None:
    upright = page_faces().upright
    assert upright.width("大") == upright.width("0")


def test_a_file_that_is_no_font_is_told(tmp_path: Path) -> None:
    path = tmp_path / "LiberationSerif-Regular.ttf"
    path.write_bytes(b"no font")
    with pytest.raises(EnvironmentFault, match="cannot be read as a font") as caught:
        read_face(path)
    assert caught.value.code == "E-FONT"


@pytest.mark.parametrize("style", STYLES)
def test_widths_and_pairs_are_those_that_fonttools_reads(style: str) -> None:
    path = face_file(FAMILIES[0], style)
    with path.open("rb") as stream, TTFont(stream, lazy=True) as font:
        names = {chr(code): name for code, name in font.getBestCmap().items()}
        widths = {letter: font["hmtx"][name][0] / 2048 for letter, name in names.items()}
        letters = {name: letter for letter, name in reversed(names.items())}
        kerns = {
            letters[first] + letters[second]: kern / 2048
            for (first, second), kern in font["kern"].kernTables[0].kernTable.items()
            if first in letters and second in letters
        }

    face = read_face(path)

    assert (face.widths, face.kerns) == (widths, kerns)
    assert len(kerns) > 800


@pytest.mark.parametrize("length", [3, 40, 200, 5000])
def test_a_font_that_ends_early_is_told(tmp_path: Path, length: int) -> None:
    path = tmp_path / "LiberationSerif-Regular.ttf"
    path.write_bytes(face_file(FAMILIES[0], "Regular").read_bytes()[:length])
    with pytest.raises(EnvironmentFault, match="cannot be read as a font"):
        read_face(path)
