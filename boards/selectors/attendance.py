"""How many came to meetings, and how many of them were citizens. Numbers, but for `away_often`."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Count, OuterRef, Q, QuerySet, Subquery
from django.utils import timezone

from boards.enums import MeetingStatus, Presence
from boards.models import Attendance, BoardPage, MeetingPage, Member, MinutesPage
from boards.tree import board_path
from easyread.tree import upper_path
from easyread.visibility import public_pages

MEETINGS_SHOWN = 12
YEAR = timedelta(days=365)
TIMES_AWAY = 3  # so often running, and the secretary may want to ask


@dataclass(frozen=True)
class MeetingFigures:
    """How many were at one meeting; ``minutes`` has what they are taken from."""

    minutes: MinutesPage
    held_at: datetime
    present: int
    apologies: int
    citizens: int

    @property
    def others(self) -> int:
        return self.present - self.citizens

    @property
    def share(self) -> int | None:
        """Citizens of those present, in per cent; nothing where nobody was noted."""
        return round(100 * self.citizens / self.present) if self.present else None


@dataclass(frozen=True)
class YearFigures:
    """What a year of meetings comes to."""

    meetings: int
    present: int
    citizens: int

    @property
    def usual(self) -> int:
        """How many people came to a meeting, rounded."""
        return round(self.present / self.meetings)

    @property
    def share(self) -> int:
        """Citizens of those who came, in per cent."""
        return round(100 * self.citizens / self.present)

    @property
    def words(self) -> str:
        """“Over the last year about 14 people came to each meeting; 6 of 10 were citizens.”"""
        people = "person" if self.usual == 1 else "people"
        return (
            f"Over the last year about {self.usual} {people} came to each meeting; "
            f"{self._citizens_in_words()}."
        )

    def _citizens_in_words(self) -> str:
        if self.citizens == 0:
            return "none of them were citizens"
        if self.citizens == self.present:
            return "all of them were citizens"
        tenths = round(10 * self.citizens / self.present)
        return {0: "fewer than 1 of 10 were citizens", 10: "almost all were citizens"}.get(
            tenths, f"{tenths} of 10 {'was a citizen' if tenths == 1 else 'were citizens'}"
        )


def _counted(minutes: QuerySet[MinutesPage], *, now: datetime) -> QuerySet[MinutesPage]:
    """Minutes in force of held meetings, with the counts of who was there; the latest first."""
    there = Q(attendance__presence=Presence.PRESENT)
    held = (
        MeetingPage.objects.live()
        .filter(path=OuterRef("above"), ends_at__lte=now)
        .exclude(status=MeetingStatus.CANCELLED)
    )
    return (
        minutes.filter(withdrawn_on__isnull=True)
        .defer("items")
        .annotate(above=upper_path())
        .annotate(held_at=Subquery(held.values("starts_at")[:1]))
        .filter(held_at__isnull=False)
        .annotate(
            present=Count("attendance", filter=there),
            apologies=Count("attendance", filter=Q(attendance__presence=Presence.APOLOGIES)),
            citizens=Count("attendance", filter=there & Q(attendance__is_citizen=True)),
        )
        .order_by("-held_at", "-pk")
    )


def _figures(minutes: MinutesPage) -> MeetingFigures:
    return MeetingFigures(
        minutes=minutes,
        held_at=minutes.held_at,
        present=minutes.present,
        apologies=minutes.apologies,
        citizens=minutes.citizens,
    )


def attendance_figures(board: BoardPage, *, now: datetime) -> list[MeetingFigures]:
    """The last twelve held meetings whose minutes are public, the latest first, joint ones that
    another board hosts too; two queries."""
    joint = MeetingPage.objects.filter(joint_with=board).values("path")
    minutes = public_pages(
        MinutesPage.objects.annotate(of_meeting=upper_path()).filter(
            Q(path__startswith=board.path) | Q(of_meeting__in=joint)
        )
    )
    return [_figures(page) for page in _counted(minutes, now=now)[:MEETINGS_SHOWN]]


def year_figures(meetings: list[MeetingFigures], *, now: datetime) -> YearFigures | None:
    """The last year of these meetings; those whose minutes name nobody are left out."""
    noted = [one for one in meetings if one.present and one.held_at > now - YEAR]
    if not noted:
        return None
    return YearFigures(
        meetings=len(noted),
        present=sum(one.present for one in noted),
        citizens=sum(one.citizens for one in noted),
    )


def latest_of_boards(boards: list[BoardPage], *, now: datetime) -> dict[int, list[MeetingFigures]]:
    """By the board's number the held meetings of two years with minutes in force, restricted and
    joint ones too, the latest first. For those who look after boards; two queries."""
    by_path = {board.path: board.pk for board in boards}
    found: dict[int, list[MeetingFigures]] = {board.pk: [] for board in boards}
    if not boards:
        return found
    partners = _partners(list(found))
    minutes = (
        MinutesPage.objects.live().annotate(of_board=board_path()).annotate(of_meeting=upper_path())
    )
    wanted = minutes.filter(Q(of_board__in=by_path) | Q(of_meeting__in=list(partners)))
    for page in _counted(wanted, now=now).filter(held_at__gt=now - 2 * YEAR):
        one = _figures(page)
        host = by_path.get(page.of_board)
        for pk in {*partners.get(page.of_meeting, []), *([] if host is None else [host])}:
            found[pk].append(one)
    return found


def _partners(boards: list[int]) -> dict[str, list[int]]:
    """By the path of each joint meeting those of these boards that hold it besides its host."""
    pairs = MeetingPage.joint_with.through.objects.filter(boardpage__in=boards)
    partners: dict[str, list[int]] = defaultdict(list)
    for path, board_id in pairs.values_list("meetingpage__path", "boardpage"):
        partners[path].append(board_id)
    return dict(partners)


def away_often(
    members: dict[int, list[Member]], meetings: dict[int, list[MeetingFigures]]
) -> dict[int, list[Member]]:
    """By the board's number: who serves and was at none of its last three meetings, each of which
    names who came. Only for those who look after the board; one query."""
    latest = {
        pk: [one for one in of_board if one.present][:TIMES_AWAY]
        for pk, of_board in meetings.items()
    }
    latest = {pk: three for pk, three in latest.items() if len(three) == TIMES_AWAY}
    boards_of: dict[int, list[int]] = defaultdict(list)
    for pk, three in latest.items():
        for one in three:
            boards_of[one.minutes.pk].append(pk)
    came: dict[int, set[str]] = {pk: set() for pk in latest}
    present = Attendance.objects.filter(minutes__in=list(boards_of), presence=Presence.PRESENT)
    for minutes_id, name in present.values_list("minutes_id", "name"):
        for pk in boards_of[minutes_id]:
            came[pk].add(name.strip().casefold())
    first_day = {pk: timezone.localdate(three[-1].held_at) for pk, three in latest.items()}
    return {
        pk: [
            member
            for member in of_board
            if pk in came
            and member.name.strip().casefold() not in came[pk]
            and (member.since is None or member.since <= first_day[pk])
        ]
        for pk, of_board in members.items()
    }
