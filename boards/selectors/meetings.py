"""Meetings, agendas and minutes as the public sees them."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Literal

from django.utils import timezone

from boards.enums import ItemPurpose, MeetingStatus, Presence
from boards.models import (
    ActionPoint,
    AgendaPage,
    Attendance,
    BoardPage,
    Deadline,
    MeetingPage,
    MinutesPage,
)
from boards.models.items import key_of
from boards.rules.money import money_items
from boards.rules.working_days import last_day_with_notice
from boards.selectors.actions import ActionRow, action_rows
from boards.selectors.carried import carried_actions
from boards.selectors.deadlines import deadlines_of_meeting
from boards.selectors.joint import joint_boards
from boards.selectors.pack_notes import PackNote, pack_note
from boards.selectors.papers import PaperLine, paper_lines
from boards.selectors.versions import Version, minutes_in_place, versions_of
from easyread.accounts import Visitor
from easyread.selectors import EasyReadLink, easy_reads_of
from easyread.tree import path_above
from easyread.visibility import public_pages

CARRIED_OVER_SHOWN = 12


@dataclass(frozen=True)
class ItemPapers:
    """The papers of one item of the agenda."""

    number: int
    title: str
    papers: list[PaperLine]


@dataclass(frozen=True)
class MeetingView:
    board: BoardPage
    agenda: AgendaPage | None
    minutes: MinutesPage | None
    withdrawn_minutes: MinutesPage | None
    agenda_easy_read: EasyReadLink | None
    minutes_easy_read: EasyReadLink | None
    papers: list[ItemPapers]
    pack: PackNote | None
    previous: MeetingPage | None
    following: MeetingPage | None
    is_over: bool
    partners: list[BoardPage]  # the boards that hold a joint meeting with ``board``
    deadlines: list[Deadline]
    today: date
    tell_by: date | None  # what one needs, while there is time to arrange it


@dataclass(frozen=True)
class AgendaItem:
    number: int
    title: str
    purpose: str
    presenter: str
    minutes: int | None
    summary: Any
    money: str
    money_is_missing: bool  # it is about money and does not say it in plain words
    papers: list[PaperLine]
    added_on: date | None = None  # where it came onto an agenda that was out already


@dataclass(frozen=True)
class AgendaView:
    board: BoardPage
    meeting: MeetingPage
    items: list[AgendaItem]
    pack: PackNote | None
    total_minutes: int
    carried_over: list[ActionRow]
    carried_over_count: int
    is_over: bool


@dataclass(frozen=True)
class MinutesPart:
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
    parts: list[MinutesPart]


@dataclass(frozen=True)
class MinutesView:
    board: BoardPage
    meeting: MeetingPage
    present: list[Attendance]
    apologies: list[Attendance]
    citizens: int
    items: list[MinuteItem]
    next_meeting: MeetingPage | None  # the one that followed, or will
    next_is_over: bool
    versions: list[Version]

    @property
    def action_rows(self) -> list[ActionRow]:
        rows = [part.row for item in self.items for part in item.parts]
        return [row for row in rows if row is not None]


def meeting_of(page: AgendaPage | MinutesPage) -> MeetingPage:
    """The meeting to which an agenda or minutes belong; one query."""
    return MeetingPage.objects.get(path=path_above(page.path))


def board_of(meeting: MeetingPage) -> BoardPage:
    return BoardPage.objects.get(path=path_above(meeting.path))


def boards_of(meetings: list[MeetingPage]) -> dict[int, BoardPage]:
    """The board of each meeting, by the meeting's ``pk``; one query for all."""
    paths = {meeting.pk: path_above(meeting.path) for meeting in meetings}
    found = BoardPage.objects.select_related("picture__image").filter(path__in=set(paths.values()))
    by_path = {board.path: board for board in found}
    return {pk: by_path[path] for pk, path in paths.items()}


def meeting_view(
    meeting: MeetingPage, *, now: datetime, reader: Visitor | None = None
) -> MeetingView:
    """What a meeting's page shows; ``reader`` finds the papers that only insiders may open."""
    agenda = public_pages(AgendaPage.objects.child_of(meeting)).first()
    in_place = minutes_in_place(meeting)
    minutes = in_place if in_place and in_place.live else None
    easy = easy_reads_of([page for page in (agenda, minutes) if page])
    board = board_of(meeting)
    today = timezone.localdate(now)
    others = public_pages(MeetingPage.objects.of_board(board))
    return MeetingView(
        board=board,
        agenda=agenda,
        minutes=minutes,
        withdrawn_minutes=None if minutes else in_place,
        agenda_easy_read=easy[agenda.pk] if agenda else None,
        minutes_easy_read=easy[minutes.pk] if minutes else None,
        papers=_with_papers(agenda, paper_lines(agenda, reader=reader, on=today)),
        pack=pack_note(agenda),
        previous=others.filter(starts_at__lt=meeting.starts_at)
        .order_by("-starts_at", "-pk")
        .first(),
        following=others.filter(starts_at__gt=meeting.starts_at)
        .order_by("starts_at", "pk")
        .first(),
        is_over=meeting.is_over(now),
        partners=joint_boards([meeting]).get(meeting.pk, [])[1:],
        deadlines=deadlines_of_meeting(meeting, today=today),
        today=today,
        tell_by=_tell_by(meeting, board, today),
    )


def _with_papers(agenda: AgendaPage | None, lines: dict[int, list[PaperLine]]) -> list[ItemPapers]:
    """The items that have papers."""
    return [
        ItemPapers(number, block.value["title"], lines[number])
        for number, block in (agenda.numbered_items() if agenda else [])
        if lines[number]
    ]


def _tell_by(meeting: MeetingPage, board: BoardPage, today: date) -> date | None:
    """The day by which its papers are out is early enough to arrange support too; once it is
    over, nothing."""
    day = last_day_with_notice(timezone.localdate(meeting.starts_at), board.notice_days)
    return day if day >= today else None


def agenda_items(
    agenda: AgendaPage, papers: dict[int, list[PaperLine]] | None = None
) -> list[AgendaItem]:
    """The items with their numbers; ``papers`` by that number."""
    about_money = {one.place: one for one in money_items(agenda.items.raw_data)}
    return [
        AgendaItem(
            number=number,
            title=block.value["title"],
            purpose=ItemPurpose(block.value["purpose"]).label,
            presenter=block.value["presenter"] or "",
            minutes=block.value["minutes"],
            summary=block.value["summary"],
            money=block.value["money"] or "",
            money_is_missing=place in about_money and not about_money[place].explained,
            papers=(papers or {}).get(number, []),
            added_on=_added_on(agenda, block),
        )
        for place, (number, block) in enumerate(agenda.numbered_items())
    ]


def _added_on(agenda: AgendaPage, block: Any) -> date | None:
    """The day on which the item came onto an agenda that was out already."""
    given, out_at = agenda.given_numbers.get(key_of(block)), agenda.first_published_at
    since = given.on_agenda_since if given else None
    return timezone.localdate(since) if since and out_at and since > out_at else None


def agenda_view(agenda: AgendaPage, *, now: datetime, reader: Visitor | None = None) -> AgendaView:
    meeting = meeting_of(agenda)
    board = board_of(meeting)
    today = timezone.localdate(now)
    items = agenda_items(agenda, paper_lines(agenda, reader=reader, on=today))
    carried = carried_actions(board, on=timezone.localdate(meeting.starts_at)).with_places()
    shown = list(carried[: CARRIED_OVER_SHOWN + 1])
    more = len(shown) > CARRIED_OVER_SHOWN
    return AgendaView(
        board=board,
        meeting=meeting,
        items=items,
        pack=pack_note(agenda),
        total_minutes=sum(item.minutes or 0 for item in items),
        carried_over=action_rows(shown[:CARRIED_OVER_SHOWN], today=today),
        carried_over_count=carried.count() if more else len(shown),
        is_over=meeting.is_over(now),
    )


def _part(block: Any, actions: dict[str, ActionRow]) -> MinutesPart:
    if block.block_type == "text":
        return MinutesPart("text", text=block.value)
    if block.block_type == "decision":
        return MinutesPart("decision", text=block.value)
    return MinutesPart(
        "action",
        text=block.value["text"],
        owner=block.value["owner"] or "",
        due=block.value["due_words"] or "",
        row=actions.get(str(block.id)),
    )


def _following(meeting: MeetingPage, board: BoardPage) -> MeetingPage | None:
    """The board's next public meeting after this one that was not cancelled."""
    later = public_pages(MeetingPage.objects.of_board(board)).exclude(
        status=MeetingStatus.CANCELLED
    )
    found: MeetingPage | None = (
        later.filter(starts_at__gt=meeting.starts_at).order_by("starts_at", "pk").first()
    )
    return found


def _place(person: Attendance) -> tuple[bool, int, int]:
    """As ``BY_PLACE`` has it, for people in a preview too, who are in no table."""
    return person.sort_order is None, person.sort_order or 0, person.pk or 0


def minutes_view(minutes: MinutesPage, *, now: datetime) -> MinutesView:
    """The minutes with each action's state today; a fixed number of queries."""
    meeting = meeting_of(minutes)
    board = board_of(meeting)
    today = timezone.localdate(now)
    points = ActionPoint.objects.filter(minutes=minutes, is_withdrawn=False).order_by("position")
    rows = {str(row.action.block_id): row for row in action_rows(list(points), today=today)}
    people = sorted(minutes.attendance.all(), key=_place)
    present = [person for person in people if person.presence == Presence.PRESENT]
    following = _following(meeting, board)
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
            for number, block in minutes.numbered_items()
        ],
        next_meeting=following,
        next_is_over=following is not None and following.is_over(now),
        versions=versions_of(minutes),
    )
