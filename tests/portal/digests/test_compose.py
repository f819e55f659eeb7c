"""What an edition tells of each board."""

from datetime import datetime, timedelta

import pytest
import time_machine

from boards.enums import ActionState, MeetingStatus
from boards.models import ActionPoint, BoardPage, MeetingPage, MinutesPage
from boards.services import report_progress
from charter.signing.services import CannotSign
from charter.versions.selectors import current_version
from easyread.models import EasyReadPage
from portal.digests.compose import compose
from portal.digests.items import BoardNews, DigestContent, NewsLine
from tests.borough import (
    FIRST_DAY,
    action_block,
    decision_block,
    make_agenda,
    make_easy_read,
    make_meeting,
    make_minutes,
    publish_again,
    text_block,
)
from tests.charter.signing import sign_charter

SECOND = timedelta(microseconds=1)


def news_of(board: BoardPage, start: datetime, end: datetime) -> BoardNews:
    found = [one for one in compose(start=start, end=end).boards if one.board == board.title]
    return found[0] if found else BoardNews(board.title, board.url)


def finish(text: str, at: datetime, state: ActionState = ActionState.DONE) -> None:
    report_progress(
        action=ActionPoint.objects.get(text=text),
        state=state,
        note="",
        outcome="There is a later bus.",
        reported_by=None,
        now=at,
    )


def test_an_edition_tells_all_that_a_board_did(
    carers_board: BoardPage,
    in_window: MinutesPage,
    coming_meeting: MeetingPage,
    now: datetime,
    start: datetime,
    end: datetime,
) -> None:
    version = current_version(today=FIRST_DAY)
    assert version
    MeetingPage.objects.filter(pk=coming_meeting.pk).update(
        starts_at=now + timedelta(days=10), ends_at=now + timedelta(days=10, hours=1)
    )
    agenda, easy_read = make_agenda(coming_meeting), make_easy_read(in_window)
    type(agenda).objects.update(first_published_at=now)
    EasyReadPage.objects.update(first_published_at=now)
    finish("Bring the timetable", now)
    sign_charter(carers_board, version, in_window.get_parent().specific, now=now)
    news = news_of(carers_board, start, end)
    assert news.path == carers_board.url
    assert {line.path for line in news.published} == {agenda.url, in_window.url, easy_read.url}
    assert news.decided == (
        NewsLine("Ask for a later bus.", in_window.url, "Buses in the evening"),
    )
    done = ActionPoint.objects.get(text="Bring the timetable")
    assert news.finished == (
        NewsLine("There is a later bus.", done.get_absolute_url(), "Bring the timetable"),
    )
    assert [line.words for line in news.signed] == [
        f"Signed the {version.title[:1].lower()}{version.title[1:]}"
    ]
    assert [(line.words, line.remark) for line in news.late] == [
        ("Write to the bus company", "was due on 1 April 2026")
    ]
    assert news.late_count == 1
    assert [line.words for line in news.coming] == ["Meeting on Sunday 26 April 2026, 12 noon"]


def test_boards_come_from_a_to_z(
    in_window: MinutesPage, autism_board: BoardPage, now: datetime, start: datetime, end: datetime
) -> None:
    make_meeting(autism_board, now + timedelta(days=5))
    boards = [news.board for news in compose(start=start, end=end).boards]
    assert boards == ["Autism Partnership Board", "Carers Partnership Board"]


@pytest.mark.parametrize(
    ("moment", "is_in"), [("start", True), ("before", False), ("end", False), ("last", True)]
)
def test_the_window_holds_its_start_and_not_its_end(
    carers_board: BoardPage,
    minutes: MinutesPage,
    start: datetime,
    end: datetime,
    moment: str,
    is_in: bool,
) -> None:
    at = {"start": start, "before": start - SECOND, "end": end, "last": end - SECOND}[moment]
    MinutesPage.objects.update(first_published_at=at)
    finish("Bring the timetable", at)
    news = news_of(carers_board, start, end)
    assert bool(news.published) == is_in
    assert bool(news.decided) == is_in
    assert bool(news.finished) == is_in


@pytest.mark.parametrize(("days", "is_in"), [(-4, False), (-3, True), (3, False)])
def test_a_signature_is_told_when_it_is_entered_however_late(
    carers_board: BoardPage,
    held_meeting: MeetingPage,
    start: datetime,
    end: datetime,
    now: datetime,
    days: int,
    is_in: bool,
) -> None:
    version = current_version(today=FIRST_DAY)
    assert version

    def sign(moment: datetime) -> None:
        sign_charter(carers_board, version, held_meeting, now=moment)

    sign(now + timedelta(days=days))
    with pytest.raises(CannotSign):
        sign(now + timedelta(days=days + 1))
    assert bool(news_of(carers_board, start, end).signed) == is_in


def test_minutes_that_are_published_again_are_not_news(
    carers_board: BoardPage, minutes: MinutesPage, start: datetime, end: datetime, now: datetime
) -> None:
    MinutesPage.objects.update(first_published_at=start - timedelta(days=30))
    publish_again(MinutesPage.objects.get(), text_block("New words."))
    MinutesPage.objects.update(last_published_at=now)
    assert not news_of(carers_board, start, end).has_news


def test_a_decision_that_a_correction_adds_is_told_once_when_it_is_added(
    carers_board: BoardPage, minutes: MinutesPage, start: datetime, end: datetime, now: datetime
) -> None:
    MinutesPage.objects.update(first_published_at=start - timedelta(days=30))
    kept = minutes.items.get_prep_value()[0]["value"]["content"]
    for day in (0, 10):  # what is there already is not told again
        with time_machine.travel(now + timedelta(days=day)):
            if day == 0:
                kept.append(decision_block("Ask for a ramp."))
            publish_again(MinutesPage.objects.get(), *kept)
    assert [line.words for line in news_of(carers_board, start, end).decided] == ["Ask for a ramp."]
    weeks = timedelta(days=30)
    before, after = (
        news_of(carers_board, start - weeks, start),
        news_of(carers_board, end, end + weeks),
    )
    assert [line.words for line in before.decided] == ["Ask for a later bus."]
    assert not after.decided


def test_decisions_of_old_minutes_that_are_brought_in_are_not_news(
    carers_board: BoardPage,
    held_meeting: MeetingPage,
    now: datetime,
    start: datetime,
    end: datetime,
) -> None:
    minutes = make_minutes(held_meeting, publish=False)
    minutes.first_published_at = start - timedelta(days=900)
    with time_machine.travel(now):
        minutes.save_revision().publish()
    assert not news_of(carers_board, start, end).decided


def test_an_action_that_was_opened_again_is_not_told_as_finished(
    carers_board: BoardPage, minutes: MinutesPage, now: datetime, start: datetime, end: datetime
) -> None:
    finish("Bring the timetable", now)
    finish("Bring the timetable", now, ActionState.DROPPED)
    (line,) = news_of(carers_board, start, end).finished
    assert line.remark == "Bring the timetable"
    finish("Bring the timetable", now, ActionState.OPEN)
    assert not news_of(carers_board, start, end).finished


def test_what_is_withdrawn_is_not_told(
    carers_board: BoardPage,
    in_window: MinutesPage,
    now: datetime,
    start: datetime,
    end: datetime,
) -> None:
    finish("Bring the timetable", now)
    publish_again(in_window, text_block("We only talked."))
    MinutesPage.objects.update(first_published_at=now)
    news = news_of(carers_board, start, end)
    assert not news.decided
    assert not news.finished
    assert not news.late


def test_five_late_actions_are_named_and_all_are_counted(
    carers_board: BoardPage, held_meeting: MeetingPage, start: datetime, end: datetime
) -> None:
    blocks = [action_block(f"Late {day}", due_on=f"2026-04-0{day}") for day in range(9, 0, -1)]
    make_minutes(held_meeting, *blocks)
    news = news_of(carers_board, start, end)
    assert [line.words for line in news.late] == [f"Late {day}" for day in range(1, 6)]
    assert news.late_count == 9


@pytest.mark.parametrize(
    ("days", "status", "is_told"),
    [
        (0, MeetingStatus.PLANNED, False),
        (4, MeetingStatus.PLANNED, True),
        (30, MeetingStatus.PLANNED, True),
        (31, MeetingStatus.PLANNED, False),
        (4, MeetingStatus.CANCELLED, False),
        (4, MeetingStatus.CHANGED, True),
    ],
)
def test_meetings_of_the_next_four_weeks_are_told(
    carers_board: BoardPage,
    now: datetime,
    start: datetime,
    end: datetime,
    days: int,
    status: MeetingStatus,
    is_told: bool,
) -> None:
    starts_at = now + timedelta(days=days)
    make_meeting(carers_board, starts_at, status=status, status_reason="Snow")
    assert bool(news_of(carers_board, start, end).coming) == is_told


def test_what_is_late_or_coming_alone_is_no_news(
    minutes: MinutesPage, coming_meeting: MeetingPage, start: datetime, end: datetime
) -> None:
    content = compose(start=start, end=end)
    assert content.boards
    assert not content.has_news


def test_content_can_be_read_back_also_when_a_later_version_wrote_more(
    in_window: MinutesPage, start: datetime, end: datetime
) -> None:
    content = compose(start=start, end=end)
    data = content.as_json()
    assert DigestContent.from_json(data) == content
    for board in data["boards"]:
        board["mood"] = "good"
    assert DigestContent.from_json(data) == content
