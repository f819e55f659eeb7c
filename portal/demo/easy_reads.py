"""The demonstration's easy reads: each state that a reader or a writer can meet."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.utils import timezone

from boards.models import MeetingPage
from boards.rules.dates import long_date, short_date, time_of_day
from easyread.enums import ReadersQuestion, ReadersVerdict
from easyread.models import EasyReadPage, EasyReadRecord, Picture
from easyread.services import note_published, record_readers_check, start_easy_read
from portal.demo import calendar, content, writing
from portal.demo.building import BuiltBoard, BuiltMeeting
from portal.demo.bulk import insert_pages
from portal.demo.content import EasyText
from portal.home.models import HomePage

IN_PREPARATION = ("autism", 8)  # readers asked for it; the writer has only begun


@dataclass(frozen=True)
class _Written:
    """An easy read that stands under its original, with the text it was written from."""

    text: EasyText
    original: Any
    page: EasyReadPage
    meeting: BuiltMeeting


def add_easy_reads(
    boards: dict[str, BuiltBoard], pictures: dict[str, Picture], *, now: datetime
) -> int:
    """Put the written easy reads under their minutes and agendas, and begin one more."""
    written = []
    for text in content.easy_reads():
        board = boards[text.board]
        one = board.meeting(text.meeting)
        original = getattr(one, text.original) if one else None
        if one is not None and original is not None and original.live:
            page = _page(text, board, one, pictures)
            written.append(_Written(text, original, page, one))
    insert_pages(
        [(each.original, each.page) for each in written],
        published_at=[min(_published_at(each), now) for each in written],
    )
    for each in written:
        note_published(easy_read=each.page, now=now)
        if each.text.readers:
            _have_it_checked(each, now)
        if each.text.was:
            _put_it_out_of_date(each)
    return len(written) + _begin_one(boards, now)


def _page(
    text: EasyText, board: BuiltBoard, one: BuiltMeeting, pictures: dict[str, Picture]
) -> EasyReadPage:
    after = board.meetings[board.meetings.index(one) + 1 :]
    words = {"when": _when(one.page), "where": one.page.place, **days_after(one.day.on)}
    if after:
        words |= {"next_when": _when(after[0].page), "next_where": after[0].page.place}
    return EasyReadPage(
        title=f"{text.title} on {short_date(one.day.on)}",
        slug="easy-read",
        body=writing.easy_blocks(text.blocks, pictures, day=one.day.on, words=words),
    )


def days_after(day: date) -> dict[str, str]:
    """What a meeting called “next Monday”: an easy read is read later, and says the day."""
    next_month = (day.replace(day=1) + timedelta(days=31)).replace(day=1)
    first_monday = next_month + timedelta(days=-next_month.weekday() % 7)
    return {
        "next_monday": long_date(day + timedelta(days=7 - day.weekday())),
        "first_monday": long_date(first_monday),
        "next_month": f"{next_month:%B %Y}",
    }


def _when(meeting: MeetingPage) -> str:
    starts_at = timezone.localtime(meeting.starts_at)
    return f"{long_date(starts_at)}, {time_of_day(starts_at)}"


def _published_at(each: _Written) -> datetime:
    """An agenda's on the same day as the agenda, that of minutes two days after them."""
    if each.text.original == "agenda":
        return each.meeting.day.moment(-calendar.AGENDA_BEFORE)
    return each.meeting.day.moment(calendar.EASY_READ_AFTER)


def _have_it_checked(each: _Written, now: datetime) -> None:
    record_readers_check(
        easy_read=each.page,
        readers=each.text.readers,
        checked_on=each.meeting.day.on + timedelta(days=15),
        answers=dict.fromkeys(ReadersQuestion, ReadersVerdict.YES),
        remarks="",
        recorded_by=None,
        now=now,
    )


def _put_it_out_of_date(each: _Written) -> None:
    """It was made from minutes that were corrected later; `trail` has the correction."""
    text, published = each.text, each.original.first_published_at
    record = EasyReadRecord.objects.get(easy_read=each.page)
    record.source = [line.replace(text.became, text.was) for line in record.source]
    record.made_from_at = published
    record.original_changed_at = published + calendar.CORRECTED_AFTER
    record.save()


def _begin_one(boards: dict[str, BuiltBoard], now: datetime) -> int:
    slug, number = IN_PREPARATION
    one = boards[slug].meeting(number)
    if one is None or one.minutes is None or not one.minutes.live:
        return 0
    start_easy_read(original=one.minutes, by=None, now=now)
    return 1


def delay_easy_reads(*, now: datetime) -> None:
    """After `add_deadlines`: the easy read of what came late came two days later still."""
    for page in EasyReadPage.objects.live().filter(depth__gt=3):
        published = page.get_parent().first_published_at
        if published is not None and page.first_published_at < published:
            moment = min(published + timedelta(days=2), now)
            page.first_published_at = page.last_published_at = moment
            page.save(update_fields=["first_published_at", "last_published_at"])


def add_home_easy_read(home: HomePage, pictures: dict[str, Picture], *, today: date) -> None:
    """The easy read of the front door."""
    text = content.home_easy_read()
    page = EasyReadPage(
        title=text["title"],
        slug="easy-read",
        body=writing.easy_blocks(text["blocks"], pictures, day=today, words={}),
    )
    home.add_child(instance=page)
    note_published(easy_read=page, now=timezone.now())
