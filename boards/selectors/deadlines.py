"""Deadlines as boards and the public see it."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import Count, F, Q, QuerySet
from django.urls import reverse
from django.utils import timezone

from boards.enums import DeadlineKind
from boards.models import AgendaPage, BoardPage, Deadline, MeetingPage, MinutesPage
from boards.models.deadlines import DeadlineQuerySet
from boards.rules.dates import long_date
from boards.rules.working_days import clear_days_between
from boards.selectors.money import MoneyFigures, money_figures
from boards.selectors.to_do_line import ToDo, Tone
from easyread.tree import path_above
from easyread.visibility import outside_hidden_pages, public_pages

SOON = 5  # working days before a deadline from which it is told
REASONS_ASKED_FOR = timedelta(days=120)
COUNTED = timedelta(days=365)


@dataclass(frozen=True)
class OnTime:
    """How many of one kind came in time, of all that were due in the last year."""

    kind: DeadlineKind
    in_time: int
    all: int

    @property
    def label(self) -> str:
        return str(self.kind.label)

    @property
    def late(self) -> int:
        return self.all - self.in_time


@dataclass(frozen=True)
class Punctuality:
    """A board's figures of the last year, one for each kind of deadline."""

    board: BoardPage
    kinds: list[OnTime]
    reasons: list[Deadline]
    money: MoneyFigures

    @property
    def in_time(self) -> int:
        return sum(one.in_time for one in self.kinds)

    @property
    def all(self) -> int:
        return sum(one.all for one in self.kinds)


def punctuality_of(board: BoardPage, *, today: date) -> Punctuality:
    """One board's figures; five queries."""
    return punctuality([board], today=today)[0]


def punctuality(boards: list[BoardPage], *, today: date) -> list[Punctuality]:
    """The figures of these boards, and why what came late was late; five queries for all."""
    year = _public().over(on=today).filter(board__in=boards, due_on__gt=today - COUNTED)
    in_time = Q(published_on__lte=F("due_on"))
    counted: dict[int, dict[str, tuple[int, int]]] = defaultdict(dict)
    for row in (
        year.values("board_id", "kind")
        .annotate(number=Count("pk"), good=Count("pk", filter=in_time))
        .order_by("board_id")
    ):
        counted[row["board_id"]][row["kind"]] = (row["good"], row["number"])
    reasons: dict[int, list[Deadline]] = defaultdict(list)
    explained = year.missed(on=today).exclude(late_reason="").select_related("meeting")
    for deadline in explained.order_by("-due_on", "pk"):
        reasons[deadline.board_id].append(deadline)
    money = money_figures(boards, today=today)
    return [
        Punctuality(
            board,
            [OnTime(kind, *counted[board.pk].get(kind, (0, 0))) for kind in DeadlineKind],
            reasons[board.pk],
            money.get(board.pk, MoneyFigures()),
        )
        for board in boards
    ]


def _public() -> DeadlineQuerySet:
    deadlines: DeadlineQuerySet = Deadline.objects.filter(outside_hidden_pages("meeting__path"))
    return deadlines


def boards_on_time() -> QuerySet[BoardPage]:
    """All public boards that go on and so have figures, A to Z."""
    boards = public_pages(BoardPage.objects.filter(closed_on__isnull=True))
    return boards.order_by("title", "pk")


def deadlines_of_meeting(meeting: MeetingPage, *, today: date) -> list[Deadline]:
    """What of a meeting is still to come, or came late: one query."""
    waiting = Q(published_on__isnull=True) | Q(published_on__gt=F("due_on"))
    if meeting.is_cancelled:
        return []
    found = Deadline.objects.filter(waiting, meeting=meeting)
    return [one for one in found.order_by("due_on", "pk") if _is_told(one, today)]


def _is_told(deadline: Deadline, today: date) -> bool:
    """Approved minutes are told once late; the others also while they are awaited."""
    return deadline.kind != DeadlineKind.APPROVED_MINUTES or deadline.is_late(today)


def deadlines_to_do(boards: list[BoardPage], *, now: datetime) -> dict[int, list[ToDo]]:
    """Which reasons for lateness are asked for, by board; one query."""
    today = timezone.localdate(now)
    unexplained = (
        Deadline.objects.missed(on=today)
        .filter(board__in=boards, late_reason="", due_on__gt=today - REASONS_ASKED_FOR)
        .filter(published_on__isnull=False)
        .select_related("meeting")
        .order_by("due_on", "pk")
    )
    to_dos: dict[int, list[ToDo]] = defaultdict(list)
    for deadline in unexplained:
        thing = deadline.get_kind_display().lower()
        words = f"Say why the {thing} of {long_date(deadline.meeting.starts_at)} came late"
        address = reverse("boards_admin:explain", args=[deadline.pk])
        to_dos[deadline.board_id].append(ToDo(words, address, "soon"))
    return to_dos


def waiting_deadlines(meetings: list[MeetingPage]) -> dict[tuple[int, str], Deadline]:
    """What is not out yet of these meetings, by meeting and kind; one query."""
    found = Deadline.objects.filter(meeting__in=meetings, published_on__isnull=True)
    return {(one.meeting_id, one.kind): one for one in found}


def deadline_of(page: AgendaPage | MinutesPage) -> Deadline | None:
    """The deadline that publishing this page meets or misses."""
    kind = DeadlineKind.AGENDA if isinstance(page, AgendaPage) else DeadlineKind.DRAFT_MINUTES
    return Deadline.objects.filter(meeting__path=path_above(page.path), kind=kind).first()


def days_words(due_on: date, today: date) -> str:
    """“3 working days left”, “today”, “4 days late”."""
    if due_on < today:
        late = (today - due_on).days
        return f"{late} day{'' if late == 1 else 's'} late"
    if due_on == today:
        return "today is the last day"
    left = clear_days_between(today, due_on) + 1
    return f"{left} working day{'' if left == 1 else 's'} left"


def tone_of(due_on: date, today: date) -> Tone:
    """How pressing a deadline is: now, soon or calm."""
    if due_on <= today:
        return "now"
    return "soon" if clear_days_between(today, due_on) + 1 <= SOON else "calm"
