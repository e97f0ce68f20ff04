"""What is refused before anything of a Word file is read, each with one clear message."""

from __future__ import annotations

import pytest
from tests.ingest.docx.traps import linked, traps, with_macros

from penholder.errors import PenholderError
from penholder.ingest.reading import read_source
from penholder.model.blocks import Paragraph

TRAPS = traps()


LARGE = {"1 GiB of spaces", "3 million paragraphs", "100,000 entries", "too many tags"}


@pytest.mark.parametrize(
    "name", [pytest.param(name, marks=[pytest.mark.slow] * (name in LARGE)) for name in TRAPS]
)
def test_a_trap_is_refused_with_its_code_and_a_remedy(name: str) -> None:
    make, code, exit_code = TRAPS[name]
    data = make()
    with pytest.raises(PenholderError) as refused:
        read_source(data)
    assert (refused.value.code, refused.value.exit_code) == (code, exit_code)
    assert refused.value.what
    assert refused.value.fix


def test_ways_out_of_a_file_are_told_and_not_followed() -> None:
    read = read_source(linked())
    told = {each.text: each.reason for each in read.set_aside}
    assert told == {
        "https://example.org/attachedTemplate": "attachedTemplate outside the file, not followed",
        "https://example.org/image": "image outside the file, not followed",
        "https://example.org/oleObject": "oleObject outside the file, not followed",
        "https://example.org/hyperlink": "address of a link",
    }


def test_macros_are_left_where_they_are_and_told() -> None:
    read = read_source(with_macros())
    assert [(each.text, each.reason) for each in read.set_aside] == [
        ("word/vbaProject.bin", "macros, not read")
    ]
    assert read.document.preamble == (Paragraph("Recalling"),)
