import logging
from threading import Thread

import pytest

from penholder.errors import PenholderError
from penholder.publish.complaints import Complaints

LOGGER = logging.getLogger("weasyprint")


def test_each_warning_is_told_once_in_the_order_of_the_log() -> None:
    with Complaints() as complaints:
        for what in ("first", "second", "first"):
            LOGGER.warning("%s thing", what)
    with pytest.raises(PenholderError, match=r"E-PAGE .*: first thing; second thing$"):
        complaints.check()


def test_a_character_without_a_glyph_is_kept_apart() -> None:
    with Complaints() as complaints:
        LOGGER.warning('.notdef glyph rendered for ... "%s" (U+%04X)', "\ue000", 0xE000)
    complaints.check()
    assert complaints.missing_characters == {"\ue000"}


def test_progress_is_no_complaint() -> None:
    with Complaints() as complaints:
        LOGGER.info("Step 1")
    complaints.check()


def test_what_is_logged_outside_the_block_or_by_another_thread_belongs_to_another_page() -> None:
    with Complaints() as complaints:
        elsewhere = Thread(target=LOGGER.warning, args=("another page",))
        elsewhere.start()
        elsewhere.join()
    LOGGER.warning("a later page")
    complaints.check()
