"""What is refused before anything of a Word file is read, each with one clear message."""

from __future__ import annotations

import pytest
from tests.ingest.docx.traps import linked, traps

from penholder.errors import PenholderError
from penholder.ingest.reading import read_source

TRAPS = traps()


@pytest.mark.parametrize("name", TRAPS)
def test_a_trap_is_refused_with_its_code_and_a_remedy(name: str) -> None:
    data, code, exit_code = TRAPS[name]
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
