"""What lists of boards, meetings and actions hold, and in which order."""

from datetime import date, datetime, timedelta

import pytest
from django.test import Client

from boards import selectors
from boards.enums import ActionState, MeetingStatus
from boards.models import ActionPoint, BoardPage, BoardsIndexPage, MeetingPage, MinutesPage
from boards.selectors import ActionFilter
from boards.selectors.actions import filtered_actions
from boards.services import report_progress, start_minutes
from portal.home.models import HomePage
from tests.borough import (
    action_block,
    make_agenda,
    make_board,
    make_easy_read,
    make_meeting,
    make_minutes,
)
from tests.services.kept import kept

TODAY = date(2026, 4, 16)
DAY = timedelta(days=1)


@kept
def meetings(carers_board: BoardPage, now: datetime) -> dict[int, MeetingPage]:
    """By days from now; made in another order than that of their days."""
    days = (20, -40, 5, -10, 60, -20)
    return {away: make_meeting(carers_board, now + away * DAY) for away in days}


def test_coming_and_held_meetings_are_ordered_by_their_day(
    meetings: dict[int, MeetingPage], now: datetime
) -> None:
    coming = [meetings[away] for away in (5, 20, 60)]
    assert list(MeetingPage.objects.upcoming(now=now)) == coming
    assert list(selectors.upcoming_meetings(now=now)) == coming
    assert list(MeetingPage.objects.held(now=now)) == [meetings[away] for away in (-10, -20, -40)]


def test_a_meeting_is_coming_until_it_ends(carers_board: BoardPage, now: datetime) -> None:
    running = make_meeting(carers_board, now - timedelta(hours=1))
    assert list(selectors.upcoming_meetings(now=now)) == [running]
    over = now + timedelta(hours=1)
    assert list(selectors.upcoming_meetings(now=over)) == []
    assert list(MeetingPage.objects.held(now=over)) == [running]


def test_a_cancelled_meeting_stays_in_the_list_and_is_never_the_next(
    carers_board: BoardPage, meetings: dict[int, MeetingPage], now: datetime
) -> None:
    MeetingPage.objects.filter(pk__in=[meetings[5].pk, meetings[-10].pk]).update(
        status=MeetingStatus.CANCELLED, status_reason="Snow"
    )
    assert meetings[5] in selectors.upcoming_meetings(now=now)
    overview = selectors.board_overview(carers_board, now=now)
    assert overview.next_meeting == meetings[20]
    assert [row.meeting for row in overview.coming] == [meetings[away] for away in (5, 20, 60)]
    (card,) = selectors.board_cards(now=now)
    assert card.next_meeting == meetings[20]
    assert meetings[-10] not in MeetingPage.objects.held(now=now)


def test_boards_are_listed_from_a_to_z_each_with_its_own_next_meeting(
    boards_index: BoardsIndexPage, carers_board: BoardPage, now: datetime
) -> None:
    autism = make_board(boards_index, "Autism Partnership Board", "autism")
    mine, theirs = make_meeting(carers_board, now + 9 * DAY), make_meeting(autism, now + 3 * DAY)
    cards = [(card.board, card.next_meeting) for card in selectors.board_cards(now=now)]
    assert cards == [(autism, theirs), (carers_board, mine)]


def test_many_boards_have_pages_and_the_home_page_leads_to_them(
    client: Client,
    home: HomePage,
    carers_board: BoardPage,
    autism_board: BoardPage,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    words = "See all 2 boards"
    assert words not in client.get(home.url).content.decode()
    monkeypatch.setattr("portal.home.models.BOARDS_SHOWN", 1)
    monkeypatch.setattr("boards.models.boards.PAGE_SIZE", 1)
    assert words in client.get(home.url).content.decode()
    address = carers_board.get_parent().url
    pages = [client.get(f"{address}?page={n}").content.decode() for n in (1, 2, "nonsense")]
    for page, here, away in zip(
        pages,
        (autism_board, carers_board, autism_board),
        (carers_board, autism_board, carers_board),
        strict=True,
    ):
        assert f'href="{here.url}"' in page
        assert f'href="{away.url}"' not in page
    assert "Page 2 of 2" in pages[1]


def test_a_board_shows_what_was_held_with_its_papers(
    carers_board: BoardPage, held_meeting: MeetingPage, minutes: MinutesPage, now: datetime
) -> None:
    agenda = make_agenda(held_meeting)
    easy_read = make_easy_read(minutes)
    overview = selectors.board_overview(carers_board, now=now)
    (row,) = overview.past
    assert (row.meeting, row.agenda, row.minutes) == (held_meeting, agenda, minutes)
    assert row.easy_read
    assert row.easy_read.url == easy_read.url
    assert overview.latest == row
    assert not overview.coming
    assert (overview.counts.open, overview.counts.late, overview.counts.done) == (2, 1, 0)
    leaders = [leader.member.name for leader in overview.leaders.people]
    assert leaders == ["Mo Vale", "Ola Penn", "Sy Reed"]
    assert overview.leaders.gaps == []


def test_the_meetings_before_and_after_are_those_of_the_same_board(
    meetings: dict[int, MeetingPage], autism_board: BoardPage, now: datetime
) -> None:
    make_meeting(autism_board, now + 6 * DAY)
    view = selectors.meeting_view(meetings[5], now=now)
    assert (view.previous, view.following) == (meetings[-10], meetings[20])
    assert not view.is_over
    assert selectors.meeting_view(meetings[-10], now=now).is_over


def test_an_agenda_carries_over_what_its_board_left_open(
    minutes: MinutesPage, coming_meeting: MeetingPage, autism_board: BoardPage, now: datetime
) -> None:
    make_minutes(make_meeting(autism_board, now - 9 * DAY), action_block("Not ours"))
    agenda = make_agenda(coming_meeting, "Buses", "Breaks")
    view = selectors.agenda_view(agenda, now=now)
    assert [row.action.text for row in view.carried_over] == [
        "Write to the bus company",
        "Bring the timetable",
    ]
    assert [row.is_late for row in view.carried_over] == [True, False]
    assert [(item.number, item.title) for item in view.items] == [(1, "Buses"), (2, "Breaks")]
    assert view.total_minutes == 20


def test_an_agenda_says_how_much_more_is_open(
    held_meeting: MeetingPage, coming_meeting: MeetingPage, now: datetime
) -> None:
    make_minutes(held_meeting, *(action_block(f"Action {number}") for number in range(15)))
    view = selectors.agenda_view(make_agenda(coming_meeting), now=now)
    assert (len(view.carried_over), view.carried_over_count) == (12, 15)


def test_minutes_show_each_action_with_its_state_of_today(
    minutes: MinutesPage, coming_meeting: MeetingPage, now: datetime
) -> None:
    action = ActionPoint.objects.get(text="Bring the timetable")
    report_progress(
        action=action, state=ActionState.DONE, note="", outcome="Here.", reported_by=None, now=now
    )
    view = selectors.minutes_view(minutes, now=now)
    assert [row.state_words for row in view.action_rows] == ["Late", "Done"]
    assert [part.kind for part in view.items[0].parts] == ["text", "decision", "action", "action"]
    assert view.next_meeting == coming_meeting


def test_who_was_there_counts_citizens_among_the_present_only(held_meeting: MeetingPage) -> None:
    minutes = start_minutes(meeting=held_meeting, started_by=None)
    minutes.attendance.filter(name="Sy Reed").update(presence="apologies")
    view = selectors.minutes_view(minutes, now=held_meeting.ends_at)
    assert [person.name for person in view.present] == ["Ola Penn", "Mo Vale"]
    assert [person.name for person in view.apologies] == ["Sy Reed"]
    assert view.citizens == 1


@kept
def four_actions(minutes: MinutesPage, autism_board: BoardPage, now: datetime) -> None:
    """Late, open, in progress (of another board), done."""
    blocks = [action_block("Paint the room", owner="Sy Reed"), action_block("Sing")]
    make_minutes(make_meeting(autism_board, now - 5 * DAY), *blocks)
    for text, state in (("Paint the room", ActionState.IN_PROGRESS), ("Sing", ActionState.DONE)):
        report_progress(
            action=ActionPoint.objects.get(text=text),
            state=state,
            note="",
            outcome="We sang, 100 % of us.",
            reported_by=None,
            now=now,
        )


@pytest.mark.usefixtures("four_actions")
@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (ActionFilter(), ["Paint the room", "Sing", "Write to the bus company", "Bring"]),
        (ActionFilter(state="late"), ["Write to the bus company"]),
        (ActionFilter(state="unfinished"), ["Paint the room", "Write", "Bring"]),
        (ActionFilter(state="done"), ["Sing"]),
        (ActionFilter(state="open"), ["Write", "Bring"]),
        (ActionFilter(board="autism"), ["Paint the room", "Sing"]),
        (ActionFilter(board="autism", state="late"), []),
        (ActionFilter(owner="sy reed"), ["Paint the room", "Write"]),
        (ActionFilter(owner="%"), []),
        (ActionFilter(words="SANG"), ["Sing"]),
        (ActionFilter(words="100 %"), ["Sing"]),
        (ActionFilter(words="1_0"), []),
        (ActionFilter(agreed_from=date(2026, 4, 11)), ["Paint the room", "Sing"]),
        (ActionFilter(agreed_from=date(2026, 4, 12)), []),
        (ActionFilter(agreed_to=date(2026, 3, 17)), ["Write", "Bring"]),
        (ActionFilter(agreed_to=date(2026, 3, 16)), []),
        (ActionFilter(topic="transport", board="carers"), ["Write", "Bring"]),
        (ActionFilter(topic="nothing"), []),
    ],
)
def test_actions_are_found_by_what_is_asked_for(wanted: ActionFilter, found: list[str]) -> None:
    texts = [action.text for action in filtered_actions(wanted, today=TODAY)]
    assert len(texts) == len(found), texts
    assert all(text.startswith(start) for text, start in zip(texts, found, strict=True)), texts


def test_an_action_is_late_from_the_day_after(minutes: MinutesPage) -> None:
    action = ActionPoint.objects.get(text="Write to the bus company")
    assert not action.is_late(date(2026, 4, 1))
    assert action.is_late(date(2026, 4, 2))
    assert action not in ActionPoint.objects.overdue(on=date(2026, 4, 1))
    assert action in ActionPoint.objects.overdue(on=date(2026, 4, 2))


def test_the_latest_outcomes_come_first_and_dropped_ones_do_not(
    minutes: MinutesPage, now: datetime
) -> None:
    actions = list(ActionPoint.objects.order_by("position"))
    for away, (action, state) in enumerate(
        zip(actions, [ActionState.DONE, ActionState.DROPPED], strict=True)
    ):
        report_progress(
            action=action,
            state=state,
            note="",
            outcome="So.",
            reported_by=None,
            now=now + away * DAY,
        )
    assert selectors.latest_outcomes(limit=5) == [actions[0]]
