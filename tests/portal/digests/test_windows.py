"""The windows of editions: Mondays and firsts of the month at 7 in London, end not included."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from portal.digests.enums import Cadence
from portal.digests.windows import LONDON, boundary_before, last_boundary

UTC = ZoneInfo("UTC")


def london(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=LONDON)


@pytest.mark.parametrize(
    ("cadence", "now", "start", "end"),
    [
        # an ordinary Thursday
        ("weekly", "2026-04-16T12:00", "2026-04-06T07:00", "2026-04-13T07:00"),
        ("monthly", "2026-04-16T12:00", "2026-03-01T07:00", "2026-04-01T07:00"),
        # exactly at seven the window has just ended; a moment earlier it has not
        ("weekly", "2026-04-13T07:00", "2026-04-06T07:00", "2026-04-13T07:00"),
        ("weekly", "2026-04-13T06:59:59.999999", "2026-03-30T07:00", "2026-04-06T07:00"),
        ("monthly", "2026-04-01T07:00", "2026-03-01T07:00", "2026-04-01T07:00"),
        ("monthly", "2026-04-01T06:59:59.999999", "2026-02-01T07:00", "2026-03-01T07:00"),
        # the year's end
        ("weekly", "2027-01-01T00:00", "2026-12-21T07:00", "2026-12-28T07:00"),
        ("monthly", "2026-12-31T23:59", "2026-11-01T07:00", "2026-12-01T07:00"),
        ("monthly", "2027-01-01T08:00", "2026-12-01T07:00", "2027-01-01T07:00"),
        # the leap day of 2028 is a Tuesday
        ("weekly", "2028-02-29T09:00", "2028-02-21T07:00", "2028-02-28T07:00"),
        ("monthly", "2028-02-29T09:00", "2028-01-01T07:00", "2028-02-01T07:00"),
        ("monthly", "2028-03-01T07:00", "2028-02-01T07:00", "2028-03-01T07:00"),
    ],
)
def test_the_last_whole_window(cadence: str, now: str, start: str, end: str) -> None:
    found = last_boundary(Cadence(cadence), london(now))
    assert found == london(end)
    assert boundary_before(Cadence(cadence), found) == london(start)


CHANGES = [
    *(("2026-03-29", -1), ("2027-03-28", -1), ("2028-03-26", -1), ("2029-03-25", -1)),
    *(("2030-03-31", -1), ("2026-10-25", 1), ("2027-10-31", 1), ("2028-10-29", 1)),
    *(("2029-10-28", 1), ("2030-10-27", 1)),
]


@pytest.mark.parametrize(("sunday", "hours"), CHANGES)
def test_the_week_in_which_the_clocks_change_ends_at_seven_too(sunday: str, hours: int) -> None:
    monday = london(f"{sunday}T12:00") + timedelta(days=1)
    end = last_boundary(Cadence.WEEKLY, monday)
    start = boundary_before(Cadence.WEEKLY, end)
    assert (start.hour, end.hour) == (7, 7)
    assert end.date() == monday.date()
    length = end.astimezone(UTC) - start.astimezone(UTC)
    assert length == timedelta(days=7, hours=hours)


@pytest.mark.parametrize("cadence", Cadence)
def test_windows_follow_each_other_without_gap_or_overlap(cadence: Cadence) -> None:
    end = last_boundary(cadence, london("2031-01-02T00:00"))
    while end > london("2026-01-05T07:00"):
        start = boundary_before(cadence, end)
        assert start < end
        assert (start.hour, start.minute) == (7, 0)
        assert last_boundary(cadence, end) == end
        assert last_boundary(cadence, end.astimezone(UTC) - timedelta(microseconds=1)) == start
        end = start


def test_the_clock_of_the_server_does_not_matter() -> None:
    summer = datetime(2026, 7, 6, 6, 0, tzinfo=UTC)
    assert last_boundary(Cadence.WEEKLY, summer) == summer
    winter = datetime(2026, 12, 7, 6, 0, tzinfo=UTC)
    assert last_boundary(Cadence.WEEKLY, winter) == datetime(2026, 11, 30, 7, 0, tzinfo=UTC)
