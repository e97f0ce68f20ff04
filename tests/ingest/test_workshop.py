"""Many files at once: a bad one is told, and harms no other."""

from __future__ import annotations

from pathlib import Path

from tests.ingest.pages import pdf
from tests.ingest.test_pdf import FIRST, SECOND

from penholder.errors import PenholderError, UnsafeError
from penholder.ingest.recognise import Recognised
from penholder.ingest.workshop import Bounds, read_sources


def test_every_file_has_its_outcome(tmp_path: Path) -> None:
    good, broken, gone = (tmp_path / name for name in ("good.pdf", "broken.pdf", "gone.pdf"))
    good.write_bytes(pdf(FIRST, SECOND))
    broken.write_bytes(b"%PDF-1.7\n")
    outcomes = dict(read_sources([good, broken, gone], workers=2))
    assert isinstance(outcomes[0], Recognised)
    codes = [each.code for each in (outcomes[1], outcomes[2]) if isinstance(each, PenholderError)]
    assert codes == ["E-PDF", "E-OPEN"]


def test_a_file_that_takes_too_long_is_given_up(tmp_path: Path) -> None:
    file = tmp_path / "good.pdf"
    file.write_bytes(pdf(FIRST))
    ((_, outcome),) = read_sources([file], 1, Bounds(clock=0.0))
    assert isinstance(outcome, UnsafeError)
    assert outcome.code == "E-HOSTILE"


def test_what_our_reader_fails_on_is_our_fault(tmp_path: Path) -> None:
    def fail(_: bytes) -> Recognised:
        raise KeyError("masthead")

    file = tmp_path / "good.pdf"
    file.write_bytes(pdf(FIRST))
    ((_, outcome),) = read_sources([file], 1, read=fail)
    assert isinstance(outcome, PenholderError)
    assert (outcome.code, outcome.exit_code) == ("E-READER", 70)
    assert outcome.what == "our reader fails on it: KeyError: 'masthead'"


def test_a_link_is_refused(tmp_path: Path) -> None:
    (tmp_path / "link.pdf").symlink_to(tmp_path / "else.pdf")
    ((_, outcome),) = read_sources([tmp_path / "link.pdf"], 1)
    assert isinstance(outcome, UnsafeError)
    assert outcome.code == "E-MODE"
