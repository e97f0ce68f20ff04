from pathlib import Path

import pytest

from penholder.errors import EnvironmentFault
from penholder.publish.font_metrics import page_faces, read_face


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
