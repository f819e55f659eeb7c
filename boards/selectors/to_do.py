"""What those who look after a board have to do next, and what is in preparation."""

from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from django.db.models import Count
from django.urls import reverse
from django.utils import timezone

from boards.enums import DeadlineKind, MeetingStatus
from boards.models import (
    ActionPoint,
    AgendaPage,
    BoardPage,
    Deadline,
    Lineage,
    MeetingPage,
    MinutesPage,
)
from boards.rules.dates import long_date
from boards.selectors.approving import approving_to_do, withdrawn_to_do
from boards.selectors.carried import carried_to_do
from boards.selectors.closing import closing_to_do
from boards.selectors.deadlines import days_words, deadlines_to_do, tone_of, waiting_deadlines
from boards.selectors.easy_read_to_do import easy_read_to_do
from boards.selectors.format_requests import format_requests_to_do
from boards.selectors.joint import joint_to_do
from boards.selectors.matters import matters_to_do
from boards.selectors.money_to_do import money_to_do
from boards.selectors.owners import actions_to_do, letters_to_do
from boards.selectors.papers_to_do import papers_to_do
from boards.selectors.people import people_to_do
from boards.selectors.proposals import proposals_to_do
from boards.selectors.readings import readings_to_do
from boards.selectors.scheduled import scheduled_to_do
from boards.selectors.to_do_line import ToDo, Tone
from boards.selectors.topics import same_topic_to_do
from easyread.selectors import EasyReadLink, easy_reads_of
from easyread.tree import children_of

HELD_SHOWN = 4
COMING_SHOWN = 2


class Source(Protocol):
    """Says, by board, what else is to do; a fixed number of queries for all boards."""

    def __call__(self, boards: list[BoardPage], *, now: datetime) -> dict[int, list[ToDo]]: ...


# Apps above add theirs when they begin.
SOURCES: list[Source] = [
    scheduled_to_do,
    deadlines_to_do,
    money_to_do,
    approving_to_do,
    withdrawn_to_do,
    readings_to_do,
    proposals_to_do,
    format_requests_to_do,
    matters_to_do,
    joint_to_do,
    carried_to_do,
    actions_to_do,
    letters_to_do,
    papers_to_do,
    people_to_do,
    closing_to_do,
    same_topic_to_do,
]


@dataclass(frozen=True)
class MeetingInHand:
    """A meeting with its agenda and minutes, public or not."""

    meeting: MeetingPage
    agenda: AgendaPage | None
    minutes: MinutesPage | None
    agenda_easy_read: EasyReadLink | None
    easy_read: EasyReadLink | None
    is_over: bool = False


@dataclass(frozen=True)
class BoardInHand:
    """A board as those see it who look after it: what is to do, the most pressing first."""

    board: BoardPage
    to_do: list[ToDo]
    meetings: list[MeetingInHand]


def boards_in_hand(boards: list[BoardPage], *, now: datetime) -> list[BoardInHand]:
    """These boards with what is to do; a fixed number of queries, however many boards."""
    meetings = _meetings_in_hand(boards, now)
    late = _late_counts(boards, now)
    waiting = waiting_deadlines([one.meeting for each in meetings.values() for one in each])
    others = [source(boards, now=now) for source in SOURCES]
    return [
        BoardInHand(
            board=board,
            to_do=_sorted(
                [
                    *_to_do(board, meetings[board.path], waiting, late.get(board.pk, 0), now),
                    *(to_do for source in others for to_do in source.get(board.pk, [])),
                ]
            ),
            meetings=sorted(
                meetings[board.path], key=lambda one: one.meeting.starts_at, reverse=True
            ),
        )
        for board in boards
    ]


def board_to_do(board: BoardPage, *, now: datetime) -> list[ToDo]:
    """The next things to do for one board."""
    return boards_in_hand([board], now=now)[0].to_do


def _meetings_in_hand(boards: list[BoardPage], now: datetime) -> dict[str, list[MeetingInHand]]:
    """By the board's path: the latest held meetings and the coming ones."""
    takes_place = MeetingPage.objects.exclude(status=MeetingStatus.CANCELLED)
    held = takes_place.live().filter(ends_at__lte=now)
    coming = takes_place.filter(ends_at__gt=now)
    shown = [
        *held.first_of_each(boards, "-starts_at", "-pk", most=HELD_SHOWN),
        *coming.first_of_each(boards, "starts_at", "pk", most=COMING_SHOWN),
    ]
    paths = [meeting.path for meeting in shown]
    drafts_too = AgendaPage.objects.defer("items"), MinutesPage.objects.defer("items")
    agendas, minutes = (
        {page.above: page for page in children_of(pages, paths)} for pages in drafts_too
    )
    easy = easy_reads_of([*agendas.values(), *minutes.values()])
    in_hand: dict[str, list[MeetingInHand]] = defaultdict(list)
    for meeting in shown:
        agenda, its_minutes = agendas.get(meeting.path), minutes.get(meeting.path)
        in_hand[meeting.board_path].append(
            MeetingInHand(
                meeting,
                agenda,
                its_minutes,
                agenda_easy_read=easy[agenda.pk] if agenda else None,
                easy_read=easy[its_minutes.pk] if its_minutes else None,
                is_over=meeting.ends_at <= now,
            )
        )
    return in_hand


def _late_counts(boards: list[BoardPage], now: datetime) -> dict[int, int]:
    """By the board's number; those of a board that ended count for the one that goes on."""
    lineage = Lineage.read()
    late = ActionPoint.objects.in_force().overdue(on=timezone.localdate(now))
    of_boards = late.filter(board__in=lineage.ending_in(board.pk for board in boards))
    counts: Counter[int] = Counter()
    for board, count in of_boards.values_list("board").annotate(count=Count("pk")):
        counts[lineage.last_of(board)] += count
    return counts


def _to_do(
    board: BoardPage,
    meetings: list[MeetingInHand],
    waiting: dict[tuple[int, str], Deadline],
    late: int,
    now: datetime,
) -> list[ToDo]:
    to_dos = [to_do for one in meetings if (to_do := _to_do_of(one, waiting, now))]
    to_dos += [to_do for one in meetings if (to_do := _easy_read_to_do(one, now))]
    if not any(not one.meeting.is_over(now) for one in meetings) and board.closed_on is None:
        plan = reverse("boards_admin:plan_meeting", args=[board.pk])
        to_dos.append(ToDo("Plan the next meeting", plan, "now"))
    if late:
        actions = f"{reverse('boards_admin:actions')}?board={board.pk}&state=late"
        words = "1 action is late" if late == 1 else f"{late} actions are late"
        to_dos.append(ToDo(words, actions, "now"))
    return to_dos


def _sorted(to_dos: list[ToDo]) -> list[ToDo]:
    order = {"now": 0, "soon": 1, "calm": 2}
    return sorted(to_dos, key=lambda to_do: order[to_do.tone])


def _edit(page: AgendaPage | MinutesPage) -> str:
    return reverse("wagtailadmin_pages:edit", args=[page.pk])


def _to_do_of(
    one: MeetingInHand, waiting: dict[tuple[int, str], Deadline], now: datetime
) -> ToDo | None:
    """What is to do next for a meeting, if anything."""
    today = timezone.localdate(now)
    if one.meeting.is_over(now):
        due = waiting.get((one.meeting.pk, DeadlineKind.DRAFT_MINUTES))
        return _minutes_to_do(one, due, today)
    if one.agenda is None or one.agenda.live:
        return None
    due = waiting.get((one.meeting.pk, DeadlineKind.AGENDA))
    words = f"Finish and publish the agenda for {long_date(one.meeting.starts_at)}"
    return _timed(words, _edit(one.agenda), due, today)


def _minutes_to_do(one: MeetingInHand, due: Deadline | None, today: date) -> ToDo | None:
    day = long_date(one.meeting.starts_at)
    if one.minutes is None:
        start = reverse("boards_admin:start_minutes", args=[one.meeting.pk])
        return _timed(f"Write the minutes of {day}", start, due, today, "now")
    if not one.minutes.live and not one.minutes.is_withdrawn:
        words = f"Finish and publish the minutes of {day}"
        return _timed(words, _edit(one.minutes), due, today, "now")
    return None


def _easy_read_to_do(one: MeetingInHand, now: datetime) -> ToDo | None:
    """Of a meeting to come the agenda in easy read, of a held one the minutes."""
    if one.meeting.is_over(now):
        page, link, what = one.minutes, one.easy_read, "minutes of"
    else:
        page, link, what = one.agenda, one.agenda_easy_read, "agenda for"
    if page is None or link is None or not page.live:
        return None
    return easy_read_to_do(page.pk, link, f"{what} {long_date(one.meeting.starts_at)}")


def _timed(
    words: str, url: str, due: Deadline | None, today: date, otherwise: Tone = "soon"
) -> ToDo:
    """With the day by which it is to be out, where there is such a day."""
    if due is None:
        return ToDo(words, url, otherwise)
    by = f"{words}: by {long_date(due.due_on)} ({days_words(due.due_on, today)})"
    return ToDo(by, url, tone_of(due.due_on, today))
