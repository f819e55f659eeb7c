"""Meetings, agendas and minutes as the public sees them."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

from django.db.models import QuerySet
from django.utils import timezone

from boards.enums import ItemPurpose, Presence
from boards.models import (
    ActionPoint,
    AgendaPage,
    Attendance,
    BoardPage,
    MeetingPage,
    MinutesPage,
    Paper,
)
from boards.permissions import public_pages
from boards.selectors.actions import ActionRow, action_rows, public_actions
from easyread.selectors import EasyReadLink, easy_reads_of

CARRIED_OVER_SHOWN = 12


@dataclass(frozen=True)
class MeetingView:
    board: BoardPage
    agenda: AgendaPage | None
    minutes: MinutesPage | None
    agenda_easy_read: EasyReadLink | None
    minutes_easy_read: EasyReadLink | None
    papers: list[Paper]
    previous: MeetingPage | None
    following: MeetingPage | None
    is_over: bool


@dataclass(frozen=True)
class AgendaItem:
    number: int
    title: str
    purpose: str
    presenter: str
    minutes: int | None
    summary: Any
    money: str
    papers: list[Paper]


@dataclass(frozen=True)
class AgendaView:
    board: BoardPage
    meeting: MeetingPage
    items: list[AgendaItem]
    total_minutes: int
    carried_over: list[ActionRow]
    carried_over_count: int


@dataclass(frozen=True)
class Part:
    """One thing under an item of the minutes, in the order in which it was written."""

    kind: Literal["text", "decision", "action"]
    text: Any = ""
    row: ActionRow | None = None
    owner: str = ""
    due: str = ""


@dataclass(frozen=True)
class MinuteItem:
    number: int
    title: str
    parts: list[Part]


@dataclass(frozen=True)
class MinutesView:
    board: BoardPage
    meeting: MeetingPage
    present: list[Attendance]
    apologies: list[Attendance]
    citizens: int
    items: list[MinuteItem]
    next_meeting: MeetingPage | None

    @property
    def action_rows(self) -> list[ActionRow]:
        rows = [part.row for item in self.items for part in item.parts]
        return [row for row in rows if row is not None]


def meeting_of(page: Any) -> MeetingPage:
    """The meeting to which an agenda or minutes belong; one query."""
    return MeetingPage.objects.get(path=page.path[: -page.steplen])


def board_of(meeting: MeetingPage) -> BoardPage:
    return BoardPage.objects.get(path=meeting.path[: -meeting.steplen])


def upcoming_meetings(*, now: datetime) -> QuerySet[MeetingPage]:
    """The public meetings of all boards that are still to come, the next first."""
    coming: QuerySet[MeetingPage] = public_pages(MeetingPage.objects.upcoming(now=now))
    return coming


def boards_of(meetings: list[MeetingPage]) -> dict[int, BoardPage]:
    """The board of each meeting, by the meeting's ``pk``; one query for all."""
    paths = {meeting.pk: meeting.path[: -meeting.steplen] for meeting in meetings}
    found = BoardPage.objects.select_related("picture__image").filter(path__in=set(paths.values()))
    by_path = {board.path: board for board in found}
    return {pk: by_path[path] for pk, path in paths.items()}


def papers_of(agenda: AgendaPage | None) -> list[Paper]:
    if agenda is None:
        return []
    return [paper for item in agenda.items for paper in item.value["papers"] if paper]


def meeting_view(meeting: MeetingPage, *, now: datetime) -> MeetingView:
    agenda = public_pages(AgendaPage.objects.child_of(meeting)).first()
    minutes = public_pages(MinutesPage.objects.child_of(meeting)).defer("items").first()
    easy = easy_reads_of([page for page in (agenda, minutes) if page])
    board = board_of(meeting)
    others = public_pages(MeetingPage.objects.of_board(board))
    return MeetingView(
        board=board,
        agenda=agenda,
        minutes=minutes,
        agenda_easy_read=easy[agenda.pk] if agenda else None,
        minutes_easy_read=easy[minutes.pk] if minutes else None,
        papers=papers_of(agenda),
        previous=others.filter(starts_at__lt=meeting.starts_at)
        .order_by("-starts_at", "-pk")
        .first(),
        following=others.filter(starts_at__gt=meeting.starts_at)
        .order_by("starts_at", "pk")
        .first(),
        is_over=meeting.is_over(now),
    )


def agenda_items(agenda: AgendaPage) -> list[AgendaItem]:
    """The items with their numbers, which follow from their order."""
    return [
        AgendaItem(
            number=number,
            title=block.value["title"],
            purpose=ItemPurpose(block.value["purpose"]).label,
            presenter=block.value["presenter"] or "",
            minutes=block.value["minutes"],
            summary=block.value["summary"],
            money=block.value["money"] or "",
            papers=[paper for paper in block.value["papers"] if paper],
        )
        for number, block in enumerate(agenda.items, start=1)
    ]


def agenda_view(agenda: AgendaPage, *, now: datetime) -> AgendaView:
    meeting = meeting_of(agenda)
    board = board_of(meeting)
    today = timezone.localdate(now)
    items = agenda_items(agenda)
    carried = (
        public_actions()
        .filter(board=board, agreed_on__lt=timezone.localdate(meeting.starts_at))
        .unfinished()
        .with_places()
        .order_by("agreed_on", "position", "pk")
    )
    shown = list(carried[: CARRIED_OVER_SHOWN + 1])
    more = len(shown) > CARRIED_OVER_SHOWN
    return AgendaView(
        board=board,
        meeting=meeting,
        items=items,
        total_minutes=sum(item.minutes or 0 for item in items),
        carried_over=action_rows(shown[:CARRIED_OVER_SHOWN], today=today),
        carried_over_count=carried.count() if more else len(shown),
    )


def _part(block: Any, actions: dict[str, ActionRow]) -> Part:
    if block.block_type == "text":
        return Part("text", text=block.value)
    if block.block_type == "decision":
        return Part("decision", text=block.value)
    return Part(
        "action",
        text=block.value["text"],
        owner=block.value["owner"] or "",
        due=block.value["due_words"] or "",
        row=actions.get(str(block.id)),
    )


def minutes_view(minutes: MinutesPage, *, now: datetime) -> MinutesView:
    """The minutes with each action's state today; a fixed number of queries."""
    meeting = meeting_of(minutes)
    board = board_of(meeting)
    today = timezone.localdate(now)
    points = ActionPoint.objects.filter(minutes=minutes, is_withdrawn=False).order_by("position")
    rows = {str(row.action.block_id): row for row in action_rows(list(points), today=today)}
    people = list(minutes.attendance.order_by("sort_order", "pk"))
    present = [person for person in people if person.presence == Presence.PRESENT]
    return MinutesView(
        board=board,
        meeting=meeting,
        present=present,
        apologies=[person for person in people if person.presence == Presence.APOLOGIES],
        citizens=sum(person.is_citizen for person in present),
        items=[
            MinuteItem(
                number,
                block.value["title"],
                [_part(part, rows) for part in block.value["content"]],
            )
            for number, block in enumerate(minutes.items, start=1)
        ],
        next_meeting=public_pages(MeetingPage.objects.of_board(board))
        .filter(starts_at__gt=meeting.starts_at)
        .order_by("starts_at", "pk")
        .first(),
    )
