"""Dates as documents write them."""

from __future__ import annotations

from datetime import date

import pytest

from penholder.model.calendar import DateError, parse_date, written_date


def test_an_iso_date_is_read() -> None:
    assert parse_date("1998-12-09") == date(1998, 12, 9)


@pytest.mark.parametrize(
    ("text", "why"),
    [("10/02/1999", "not written as"), ("1999-2-10", "not written as"), ("", "not written as"),
     ("918604800", "not written as"), ("1999-02-30", "not in the calendar"),
     ("0000-01-01", "outside 1945 to 2199"), ("9999-12-31", "outside"), ("1944-12-31", "outside"),
     ("١٩٩٩-٠٢-١٠", "not written as")],
)  # fmt: skip
def test_what_is_no_date_is_refused_with_the_reason(text: str, why: str) -> None:
    with pytest.raises(DateError, match=why):
        parse_date(text)


def test_a_date_is_written_day_month_year() -> None:
    assert written_date(date(1998, 12, 9)) == "9 December 1998"
    assert written_date(date(2024, 1, 18)) == "18 January 2024"
