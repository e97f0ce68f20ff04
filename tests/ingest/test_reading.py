"""Sources that are no text, too large, or in an older encoding."""

import pytest

from penholder.errors import UnreadableError, UnsafeError
from penholder.ingest.html_source import closed_tags, without_comments
from penholder.ingest.reading import LARGEST_TEXT, read_source

TEXT = "A/C.3/54/L.1\n\nRivières\n\n*The General Assembly*,\n\n1. *Decides* so;\n\n2. *Ends*.\n"


def test_a_text_in_utf_16_with_its_mark_is_read() -> None:
    assert read_source(TEXT.encode("utf-16")).document.title == "Rivières"


def test_a_page_is_read_in_the_encoding_it_declares() -> None:
    head = "<html><head><meta charset='iso-8859-1'></head><body><p>A/C.3/54/L.1</p>"
    page = f"{head}<h1>Rivières</h1><p>1. Decides so;</p></body></html>"
    assert read_source(page.encode("latin1")).document.title == "Rivières"


def test_a_text_in_an_encoding_that_nothing_declares_is_refused() -> None:
    with pytest.raises(UnreadableError, match="byte 18 is 0xe8") as told:
        read_source(TEXT.encode("latin1"))
    assert "iconv" in told.value.fix


def test_a_text_beyond_all_measure_is_refused_unread() -> None:
    with pytest.raises(UnsafeError, match="no resolution has more than") as told:
        read_source(b"x " * LARGEST_TEXT)
    assert told.value.code == "E-SIZE"


@pytest.mark.parametrize(
    "inner", ["<!--" * 100_000, "<" * 500_000, "<a " * 100_000, "</" * 100_000]
)
def test_a_page_of_unclosed_tags_is_read_in_linear_time(inner: str) -> None:
    found = read_source(f"<html><body><p>1. Decides so;</p>{inner[:60_000]}".encode())
    assert found.document.operative
    bare, _ = without_comments(inner)
    assert "<" not in closed_tags(bare)


def test_comments_are_cut_out_with_their_lines() -> None:
    bare, comments = without_comments("a<!-- b\nc -->d<!--[if x]>e<![endif]-->\nf<!-- g")
    assert bare == "a\nd\nf"
    assert comments == [(1, " b\nc "), (3, " g")]
