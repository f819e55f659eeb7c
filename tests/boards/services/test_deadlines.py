"""Deadlines: what is due when, what was late, and why."""

from datetime import date, datetime, timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page

from boards.enums import DeadlineKind
from boards.models import BoardPage, Deadline, MeetingPage, MinutesPage
from boards.selectors import board_to_do
from boards.selectors.deadlines import boards_on_time, days_words, punctuality_of
from boards.selectors.trail import trail_report
from boards.services import ReasonIsEmpty, explain_lateness, plan_meeting, set_deadlines
from portal.users.models import User
from tests.borough import make_agenda, make_meeting, make_minutes

KINDS = DeadlineKind


def announce(meeting: MeetingPage, *, days_before: int = 60) -> MeetingPage:
    """As if the meeting had been public so many days before it took place."""
    Page.objects.filter(pk=meeting.pk).update(
        first_published_at=meeting.starts_at - timedelta(days=days_before)
    )
    meeting.refresh_from_db()
    return meeting


def out_on(page: Page, day: date) -> None:
    moment = timezone.make_aware(datetime(day.year, day.month, day.day, 15, 0))
    Page.objects.filter(pk=page.pk).update(first_published_at=moment)


def due(board: BoardPage) -> dict[str, date]:
    return dict(Deadline.objects.filter(board=board).values_list("kind", "due_on"))


def test_a_planned_meeting_has_its_days_at_once(carers_board: BoardPage) -> None:
    starts_at = timezone.make_aware(datetime(2099, 3, 12, 14, 0))
    plan_meeting(
        board=carers_board,
        starts_at=starts_at,
        ends_at=starts_at + timedelta(hours=2),
        place="Town Hall",
        access="",
        how_to_join="",
        planned_by=None,
    )
    assert due(carers_board) == {
        KINDS.AGENDA: date(2099, 3, 4),
        KINDS.DRAFT_MINUTES: date(2099, 3, 26),
    }


def test_each_board_can_have_rules_of_its_own(carers_board: BoardPage, now: datetime) -> None:
    announce(make_meeting(carers_board, now + timedelta(days=30)))  # Saturday 16 May 2026
    carers_board.notice_days, carers_board.draft_minutes_days = 2, 5
    carers_board.save_revision().publish()
    assert due(carers_board) == {
        KINDS.AGENDA: date(2026, 5, 13),
        KINDS.DRAFT_MINUTES: date(2026, 5, 22),
    }


def test_approved_minutes_are_due_after_the_next_meeting(
    carers_board: BoardPage, held_meeting: MeetingPage, coming_meeting: MeetingPage
) -> None:
    announce(held_meeting)
    set_deadlines(boards=[carers_board])
    deadline = Deadline.objects.get(kind=KINDS.APPROVED_MINUTES)
    assert (deadline.meeting, deadline.due_on) == (held_meeting, date(2026, 5, 22))


def test_what_is_out_keeps_its_day_when_the_rules_change(
    carers_board: BoardPage, held_meeting: MeetingPage
) -> None:
    announce(held_meeting)
    out_on(make_agenda(held_meeting), date(2026, 3, 2))
    Deadline.objects.all().delete()
    set_deadlines(boards=[carers_board])
    before = Deadline.objects.get(kind=KINDS.AGENDA)
    assert (before.published_on, before.due_on) == (date(2026, 3, 2), date(2026, 3, 9))
    carers_board.notice_days = 20
    carers_board.save_revision().publish()
    after = Deadline.objects.get(kind=KINDS.AGENDA)
    assert after.due_on == before.due_on
    assert not after.is_late(date(2026, 4, 16))


def test_a_moved_meeting_moves_its_days(
    carers_board: BoardPage, coming_meeting: MeetingPage
) -> None:
    announce(coming_meeting)
    set_deadlines(boards=[carers_board])
    assert due(carers_board)[KINDS.AGENDA] == date(2026, 5, 8)
    coming_meeting.starts_at += timedelta(days=14)
    coming_meeting.ends_at += timedelta(days=14)
    coming_meeting.status, coming_meeting.status_reason = "changed", "The hall is booked."
    coming_meeting.save_revision().publish()
    assert due(carers_board)[KINDS.AGENDA] == date(2026, 5, 21)  # a bank holiday lies between


def test_the_titles_of_a_moved_meeting_follow_its_day(
    minutes: MinutesPage, held_meeting: MeetingPage
) -> None:
    held_meeting.starts_at += timedelta(days=7)
    held_meeting.ends_at += timedelta(days=7)
    held_meeting.save_revision().publish()
    held_meeting.refresh_from_db()
    minutes = MinutesPage.objects.get()
    assert held_meeting.title == "Carers Partnership Board, 24 March 2026"
    assert minutes.title == "Minutes, Carers Partnership Board, 24 March 2026"
    assert minutes.get_latest_revision_as_object().title == minutes.title
    assert trail_report().problems == []


def test_a_title_that_names_no_day_stays_when_the_meeting_moves(
    minutes: MinutesPage, held_meeting: MeetingPage
) -> None:
    minutes.title = "What we said about buses"
    minutes.save_revision().publish()
    held_meeting.starts_at -= timedelta(days=7)
    held_meeting.save_revision().publish()
    assert MinutesPage.objects.get().title == "What we said about buses"


def test_an_archive_and_a_cancelled_meeting_have_no_days(
    carers_board: BoardPage, held_meeting: MeetingPage, now: datetime
) -> None:
    announce(held_meeting, days_before=-400)
    cancelled = make_meeting(
        carers_board, now + timedelta(days=9), status="cancelled", status_reason="Snow"
    )
    announce(cancelled)
    set_deadlines(boards=[carers_board])
    assert not Deadline.objects.exists()


def test_a_meeting_that_is_cancelled_has_no_days_any_more(
    carers_board: BoardPage, coming_meeting: MeetingPage
) -> None:
    announce(coming_meeting)
    set_deadlines(boards=[carers_board])
    assert due(carers_board)
    coming_meeting.status, coming_meeting.status_reason = "cancelled", "Snow"
    coming_meeting.save_revision().publish()
    assert not due(carers_board)


def test_setting_twice_changes_nothing_and_costs_the_same(
    carers_board: BoardPage, held_meeting: MeetingPage
) -> None:
    announce(held_meeting)
    assert set_deadlines(boards=[carers_board]) == 2
    assert set_deadlines(boards=[carers_board]) == 0


def late_minutes(board: BoardPage, meeting: MeetingPage) -> Deadline:
    announce(meeting)
    out_on(make_minutes(meeting), date(2026, 4, 10))
    Deadline.objects.all().delete()
    set_deadlines(boards=[board])
    return Deadline.objects.get(kind=KINDS.DRAFT_MINUTES)


def test_punctuality_counts_what_was_in_time_and_what_was_late(
    carers_board: BoardPage, held_meeting: MeetingPage
) -> None:
    out_on(make_agenda(held_meeting), date(2026, 3, 2))
    deadline = late_minutes(carers_board, held_meeting)
    assert deadline.due_on == date(2026, 3, 31)
    figures = punctuality_of(carers_board, today=date(2026, 4, 16))
    assert [(one.in_time, one.all) for one in figures.kinds] == [(1, 1), (0, 1), (0, 0)]
    assert (figures.in_time, figures.all) == (1, 2)
    assert punctuality_of(carers_board, today=date(2027, 4, 16)).all == 0


def test_what_is_not_out_counts_from_the_day_it_is_late(
    carers_board: BoardPage, held_meeting: MeetingPage
) -> None:
    announce(held_meeting)
    set_deadlines(boards=[carers_board])
    on_the_day = punctuality_of(carers_board, today=date(2026, 3, 31))
    a_day_later = punctuality_of(carers_board, today=date(2026, 4, 1))
    assert on_the_day.kinds[1].all == 0
    assert (a_day_later.kinds[1].in_time, a_day_later.kinds[1].all) == (0, 1)


def test_the_reason_is_asked_for_and_then_public(
    client: Client,
    carers_board: BoardPage,
    held_meeting: MeetingPage,
    co_chair: User,
    other_co_chair: User,
    now: datetime,
) -> None:
    deadline = late_minutes(carers_board, held_meeting)
    words = [to_do.words for to_do in board_to_do(carers_board, now=now)]
    assert "Say why the draft minutes of Tuesday 17 March 2026 came late" in words
    address = reverse("boards_admin:explain", args=[deadline.pk])
    client.force_login(other_co_chair)
    assert client.post(address, {"reason": "No"}).status_code == 404
    client.force_login(co_chair)
    assert "This is empty" in client.post(address, {"reason": "  "}).content.decode()
    assert client.post(address, {"reason": "The secretary was ill."}).status_code == 302
    assert not any("why" in to_do.words for to_do in board_to_do(carers_board, now=now))
    page = Client().get(held_meeting.url).content.decode()
    assert "came late, on 10 April 2026 instead of 31 March 2026." in page
    assert "The secretary was ill." in page


def test_an_empty_reason_is_no_reason(carers_board: BoardPage, held_meeting: MeetingPage) -> None:
    deadline = late_minutes(carers_board, held_meeting)
    with pytest.raises(ReasonIsEmpty):
        explain_lateness(deadline=deadline, reason="  ", explained_by=None)


def test_my_boards_says_by_when_and_how_many_days_are_left(
    carers_board: BoardPage, coming_meeting: MeetingPage, now: datetime
) -> None:
    announce(coming_meeting)
    agenda = make_agenda(coming_meeting)
    agenda.unpublish()
    Page.objects.filter(pk=agenda.pk).update(first_published_at=None)
    Deadline.objects.all().delete()
    set_deadlines(boards=[carers_board])
    words = [to_do.words for to_do in board_to_do(carers_board, now=now)]
    assert (
        "Finish and publish the agenda for Saturday 16 May 2026: "
        "by Friday 8 May 2026 (15 working days left)" in words
    )


@pytest.mark.parametrize(
    ("today", "words"),
    [
        (date(2026, 3, 3), "1 working day left"),
        (date(2026, 2, 27), "3 working days left"),
        (date(2026, 3, 4), "today is the last day"),
        (date(2026, 3, 5), "1 day late"),
        (date(2026, 3, 8), "4 days late"),
    ],
)
def test_the_days_left_are_said_in_words(today: date, words: str) -> None:
    assert days_words(date(2026, 3, 4), today) == words


def test_the_public_page_names_every_board_that_goes_on(
    client: Client, carers_board: BoardPage, autism_board: BoardPage, held_meeting: MeetingPage
) -> None:
    late_minutes(carers_board, held_meeting)
    page = client.get(reverse("boards:on_time")).content.decode()
    assert "Carers Partnership Board" in page
    assert "Autism Partnership Board" in page
    assert list(boards_on_time()) == [autism_board, carers_board]
    BoardPage.objects.filter(pk=autism_board.pk).update(
        closed_on=date(2026, 1, 1), closing_words="Done"
    )
    assert "Autism" not in client.get(reverse("boards:on_time")).content.decode()


def test_many_boards_have_pages_of_figures(
    client: Client,
    carers_board: BoardPage,
    autism_board: BoardPage,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("boards.views.deadlines.PAGE_SIZE", 1)
    address = reverse("boards:on_time")
    first, second = (client.get(f"{address}?page={n}").content.decode() for n in (1, 2))
    assert autism_board.title in first
    assert carers_board.title not in first
    assert "Page 1 of 2" in first
    assert carers_board.title in second
    assert "Page 2 of 2" in client.get(f"{address}?page=99").content.decode()
