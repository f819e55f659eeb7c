"""Building boards with their meetings, agendas, minutes, actions and what became of these."""

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any

from django.utils import timezone

from boards.enums import FINISHED, ActionState, MinutesStatus, Presence
from boards.models import (
    ActionPoint,
    ActionUpdate,
    AgendaPage,
    Attendance,
    BoardPage,
    BoardsIndexPage,
    MeetingPage,
    Member,
    MinutesPage,
)
from boards.rules.dates import short_date
from boards.services import number_all_items, prepare_board, record_minutes
from easyread.models import Picture
from portal.demo import calendar, writing
from portal.demo.bulk import insert_pages
from portal.demo.calendar import Day
from portal.demo.content import COMING, BoardText, PersonText

LATE_WITH_MINUTES = "over-fifties"  # this board's latest minutes are still a draft


@dataclass
class BuiltMeeting:
    """A meeting of the demonstration with its pages."""

    day: Day
    page: MeetingPage
    agenda: AgendaPage | None = None
    minutes: MinutesPage | None = None
    actions: list[writing.WrittenAction] = field(default_factory=list)


@dataclass
class BuiltBoard:
    text: BoardText
    page: BoardPage
    meetings: list[BuiltMeeting] = field(default_factory=list)

    def meeting(self, number: int) -> BuiltMeeting | None:
        return next((one for one in self.meetings if one.day.number == number), None)


def email_of(name: str) -> str:
    """The made-up address of a made-up person."""
    plain = name.lower().replace(" ", ".").replace("'", "").replace("’", "")
    return f"{plain}@brackenford.example"


def build_board(
    text: BoardText,
    *,
    index: BoardsIndexPage,
    today: date,
    pictures: dict[str, Picture],
    suffix: str,
) -> BuiltBoard:
    """The board's own page with its members, and its group of editors."""
    facts = dict(text.facts)
    facts["title"] += suffix and f" {suffix}"
    facts["slug"] += suffix and f"-{suffix}"
    page = BoardPage(**facts, picture=pictures.get(text.picture))
    if text.ends_after_meeting:
        page.ends_on = today + timedelta(days=150)
    page.members = [
        _member(person, order, today, with_address=not suffix)
        for order, person in enumerate(text.people)
    ]
    page.topics.add(*text.topics)
    index.add_child(instance=page)
    prepare_board(board=page)
    return BuiltBoard(text, page)


def _member(person: PersonText, order: int, today: date, *, with_address: bool) -> Member:
    since = today - timedelta(days=365 * 2 + order * 20)
    return Member(
        name=person.name,
        role=person.role,
        job=person.job,
        speaks_for=person.speaks_for,
        chosen=person.chosen,
        is_citizen=person.citizen,
        email=email_of(person.name) if with_address else "",
        since=since,
        until=since + timedelta(days=365 * 3),
        sort_order=order,
    )


def plan_days(text: BoardText, *, order: int, number: int, today: date) -> list[Day]:
    """The days of ``number`` held meetings and the coming one, the oldest first.

    With more meetings than texts the texts come round again.
    """
    latest = calendar.latest_held(today=today, order=order, weekday=text.weekday)
    told = text.meetings
    days = []
    for back in range(number - 1, -2, -1):
        told_number = COMING if back < 0 else told[(len(told) - 1 - back) % len(told)]
        days.append(
            calendar.meeting_day(
                latest=latest,
                back=back,
                start=text.start,
                length_minutes=text.length_minutes,
                number=told_number,
            )
        )
    return days


def add_meetings(boards: list[tuple[BuiltBoard, list[Day]]], *, papers: dict[str, int]) -> None:
    """Put the meetings, agendas and minutes of all boards into the tree, a batch a type."""
    for board, days in boards:
        board.meetings = [BuiltMeeting(day, _meeting_page(board, day)) for day in days]
    pairs = [(board.page, one.page) for board, _ in boards for one in board.meetings]
    announced = [
        one.day.moment(timedelta(days=-60)) for board, _ in boards for one in board.meetings
    ]
    now = timezone.now()
    insert_pages(pairs, published_at=[min(moment, now) for moment in announced])
    for board, _ in boards:
        _write_agendas(board, papers)
        _write_minutes(board)
    _insert_agendas(boards, now)
    _insert_minutes(boards, now)
    number_all_items()


def _meeting_page(board: BuiltBoard, day: Day) -> MeetingPage:
    return MeetingPage(
        title=f"{board.page.title}, {short_date(day.on)}",
        day_in_title=short_date(day.on),
        slug=day.on.isoformat(),
        starts_at=day.starts_at,
        ends_at=day.ends_at,
        place=board.page.place,
        access=board.page.access,
        access_said_for=board.page.place,
        how_to_join=board.page.how_to_join,
    )


def _write_agendas(board: BuiltBoard, papers: dict[str, int]) -> None:
    for one in board.meetings:
        with_papers = papers if one.day.number >= COMING - 1 else {}
        one.agenda = AgendaPage(
            title=f"Agenda, {one.page.title}",
            slug="agenda",
            items=writing.agenda_items(board.text, one.day.number, with_papers),
        )


def _write_minutes(board: BuiltBoard) -> None:
    """Minutes of all held meetings; all but the latest were approved by the meeting after."""
    for place, one in enumerate(board.meetings[:-1]):
        before = board.meetings[place - 1].day if place else None
        after = board.meetings[place + 1]
        items, one.actions = writing.minutes_items(board.text, one.day, before, after.day)
        agenda = one.agenda.items.raw_data if one.agenda else []
        on_agenda = {item["value"]["title"]: item["id"] for item in agenda}
        for item in items:
            item["id"] = on_agenda.get(item["value"]["title"], item["id"])
        is_latest = place == len(board.meetings) - 2
        one.minutes = MinutesPage(
            title=f"Minutes, {one.page.title}",
            slug="minutes",
            items=items,
            status=MinutesStatus.DRAFT if is_latest else MinutesStatus.APPROVED,
            approved_at=None if is_latest else after.page,
        )


def _insert_agendas(boards: list[tuple[BuiltBoard, list[Day]]], now: datetime) -> None:
    pairs, moments = [], []
    for board, _ in boards:
        for one in board.meetings:
            moment = one.day.moment(-calendar.AGENDA_BEFORE)
            pairs.append((one.page, one.agenda))
            moments.append(moment if moment <= now else None)
    insert_pages(pairs, published_at=moments)


def _insert_minutes(boards: list[tuple[BuiltBoard, list[Day]]], now: datetime) -> None:
    held = [(board, one) for board, _ in boards for one in board.meetings if one.minutes]
    insert_pages(
        [(one.page, one.minutes) for _, one in held],
        published_at=[_minutes_out_at(board, one, now) for board, one in held],
    )
    attendance = []
    for board, _ in boards:
        for place, one in enumerate(board.meetings):
            if one.minutes:
                attendance += _attendance(board.text, one.minutes, place)
    Attendance.objects.bulk_create(attendance, batch_size=500)


def _minutes_out_at(board: BuiltBoard, one: BuiltMeeting, now: datetime) -> datetime | None:
    moment = one.day.moment(calendar.MINUTES_AFTER)
    is_latest = one is board.meetings[-2]
    is_late = is_latest and board.page.slug == LATE_WITH_MINUTES
    return None if is_late or moment > now else moment


def _attendance(text: BoardText, minutes: MinutesPage, place: int) -> list[Attendance]:
    return [
        Attendance(
            minutes=minutes,
            name=person.name,
            role=person.job or person.speaks_for,
            presence=Presence.APOLOGIES if (order + place) % 6 == 5 else Presence.PRESENT,
            is_citizen=person.citizen,
            sort_order=order,
        )
        for order, person in enumerate(text.people)
    ]


def add_actions(boards: list[BuiltBoard], *, today: date) -> int:
    """Record all public minutes through the portal's own service, then what became of them."""
    points: list[ActionPoint] = []
    updates: list[ActionUpdate] = []
    for board in boards:
        for one in board.meetings:
            if one.minutes is None or not one.minutes.live:
                continue
            written = {action.block_id: action for action in one.actions}
            for point in record_minutes(minutes=one.minutes, now=timezone.now()):
                _tell_progress(point, written[str(point.block_id)], today, updates)
                points.append(point)
    ActionPoint.objects.bulk_update(points, ["state", "outcome", "closed_on"], batch_size=200)
    ActionUpdate.objects.bulk_create(updates, batch_size=500)
    return len(points)


def _tell_progress(
    point: ActionPoint, written: writing.WrittenAction, today: date, updates: list[Any]
) -> None:
    text, day = written.text, written.day
    state = ActionState(text.state)
    closed = day.on + timedelta(days=text.closed_days or 0)
    if state in FINISHED and closed >= today:
        state = ActionState.IN_PROGRESS
    if text.note or state == ActionState.IN_PROGRESS:
        reported = min(day.on + timedelta(days=20), today - timedelta(days=1))
        updates.append(
            ActionUpdate(
                action=point,
                at=_half_past_two(reported),
                state=ActionState.IN_PROGRESS,
                note=text.note or "This is under way.",
            )
        )
    point.state = state
    if state in FINISHED:
        point.outcome, point.closed_on = text.outcome, closed
        updates.append(
            ActionUpdate(action=point, at=_half_past_two(closed), state=state, note=text.outcome)
        )


def _half_past_two(day: date) -> datetime:
    return timezone.make_aware(
        datetime.combine(day, datetime.min.time().replace(hour=14, minute=30))
    )
