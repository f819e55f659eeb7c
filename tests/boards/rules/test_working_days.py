"""Counting working days in England."""

from datetime import date, timedelta

import pytest

from boards.rules.working_days import (
    bank_holiday,
    clear_days_between,
    is_working_day,
    last_day_with_notice,
    working_days_after,
)


def test_five_clear_days_count_neither_the_day_of_publishing_nor_that_of_the_meeting() -> None:
    assert last_day_with_notice(date(2026, 3, 12), 5) == date(2026, 3, 4)
    assert clear_days_between(date(2026, 3, 4), date(2026, 3, 12)) == 5


def test_bank_holidays_and_weekends_do_not_count() -> None:
    # Good Friday and Easter Monday lie between.
    assert last_day_with_notice(date(2026, 4, 9), 5) == date(2026, 3, 30)
    assert working_days_after(date(2026, 4, 2), 1) == date(2026, 4, 7)
    assert bank_holiday(date(2026, 12, 28)) == "Boxing Day (observed)"
    assert bank_holiday(date(2026, 12, 29)) == ""
    assert not is_working_day(date(2027, 1, 1))


def test_no_notice_at_all_is_the_working_day_before() -> None:
    assert last_day_with_notice(date(2026, 3, 9), 0) == date(2026, 3, 6)
    assert working_days_after(date(2026, 3, 6), 0) == date(2026, 3, 6)


@pytest.mark.parametrize("notice", [0, 1, 5, 10])
def test_the_notice_is_kept_on_its_last_day_and_broken_a_day_later(notice: int) -> None:
    for number in range(366):
        meeting = date(2028, 1, 1) + timedelta(days=number)
        last = last_day_with_notice(meeting, notice)
        assert is_working_day(last)
        assert clear_days_between(last, meeting) == notice
        following = working_days_after(last, 1)
        assert following >= meeting or clear_days_between(following, meeting) == notice - 1
