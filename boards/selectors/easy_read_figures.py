"""How boards do with easy read: which agendas and minutes have one, how soon, who asked."""

import statistics
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from django.contrib.contenttypes.models import ContentType
from django.db.models import Q
from django.utils import timezone
from wagtail.models import Page

from boards.models import AgendaPage, BoardPage, MeetingPage, MinutesPage
from boards.permissions import below
from boards.selectors.format_requests import paths_of
from boards.tree import path_of_board
from easyread.enums import EasyReadState as State
from easyread.models import EasyReadPage, FormatRequest
from easyread.tree import path_above
from easyread.visibility import outside_hidden_pages, public_pages

COUNTED = timedelta(days=365)  # what came out since then
ARCHIVES = timedelta(days=730)  # older meetings were brought in later, with their old minutes


@dataclass(frozen=True)
class Original:
    """An agenda or minutes that came out, and how far its easy read is."""

    pk: int
    title: str
    board: int
    kind: type[Page]
    held_at: datetime
    out_on: date
    state: State
    easy_out_on: date | None

    @property
    def has_one(self) -> bool:
        return self.state in {State.READY, State.CHECKED, State.OUT_OF_DATE}

    @property
    def lag(self) -> int | None:
        """Days from the original to its easy read; none where there is none yet."""
        if not self.has_one or self.easy_out_on is None:
            return None
        return max((self.easy_out_on - self.out_on).days, 0)


@dataclass(frozen=True)
class Shares:
    """Of the agendas, or of the minutes, how many easy reads are how far."""

    checked: int = 0
    ready: int = 0
    out_of_date: int = 0
    in_preparation: int = 0
    none: int = 0

    @property
    def all(self) -> int:
        return self.have_one + self.in_preparation + self.none

    @property
    def have_one(self) -> int:
        return self.checked + self.ready + self.out_of_date


@dataclass(frozen=True)
class RequestFigures:
    """How many asked in a year, and how many of them were answered.

    ``days``: within so many days half of the answers came; none where there is no answer.
    """

    asked: int = 0
    answered: int = 0
    days: int | None = None


@dataclass(frozen=True)
class Figures:
    """What a year comes to, for one board or for all.

    ``lag``: half of the easy reads were out within so many days of the original; none where
    there is none. ``longest``: for how many days the one waits that waits longest.
    """

    agendas: Shares = Shares()
    minutes: Shares = Shares()
    lag: int | None = None
    waiting: int = 0
    longest: int = 0
    requests: RequestFigures = field(default_factory=RequestFigures)

    @property
    def all(self) -> int:
        return self.agendas.all + self.minutes.all

    @property
    def have_one(self) -> int:
        return self.agendas.have_one + self.minutes.have_one


@dataclass(frozen=True)
class BoardParity:
    board: BoardPage
    figures: Figures


@dataclass(frozen=True)
class Parity:
    """The public boards that go on, A to Z, all of them together, and what has no easy read."""

    boards: list[BoardParity]
    together: Figures
    missing: list[Original]


def parity(*, now: datetime) -> Parity:
    """Eight queries, however many boards and meetings."""
    boards = list(public_pages(BoardPage.objects.filter(closed_on__isnull=True)).order_by("title"))
    paths = paths_of(boards)
    originals = originals_of(paths, now=now)
    requests = _requests(paths, since=now - COUNTED)
    of_board: dict[int, list[Original]] = defaultdict(list)
    for one in originals:
        of_board[one.board].append(one)
    today = timezone.localdate(now)
    return Parity(
        [
            BoardParity(board, _figures(of_board[board.pk], requests[board.pk], today))
            for board in boards
        ],
        _figures(originals, [one for each in requests.values() for one in each], today),
        [one for one in originals if one.state == State.NONE],
    )


def parity_of(board: BoardPage, *, forerunners: list[BoardPage], now: datetime) -> Figures:
    """The figures of one board and those that ended in it, without what people asked for; four
    queries."""
    paths = {each.path: board.pk for each in [board, *forerunners]}
    originals = originals_of(paths, now=now, only=below(paths))
    return _figures(originals, [], timezone.localdate(now))


def originals_of(paths: dict[str, int], *, now: datetime, only: Q | None = None) -> list[Original]:
    """The public agendas and minutes that came out in the last year below these boards' paths,
    the latest meeting first; a fixed number of queries."""
    since = now - COUNTED
    types = ContentType.objects.get_for_models(AgendaPage, MinutesPage)
    kinds = {each.pk: model for model, each in types.items()}
    only = only or Q()
    open_pages = outside_hidden_pages("path")
    meetings = dict(
        MeetingPage.objects.filter(only, starts_at__gte=now - ARCHIVES).values_list(
            "path", "starts_at"
        )
    )
    easy_reads = _easy_reads(open_pages & only, since)
    found = []
    rows = Page.objects.filter(
        open_pages & only, live=True, content_type__in=kinds, first_published_at__gte=since
    )
    for pk, path, title, kind, out_at in rows.values_list(
        "pk", "path", "title", "content_type_id", "first_published_at"
    ):
        meeting = path_above(path)
        board = paths.get(path_above(meeting))
        if board is None or meeting not in meetings:
            continue
        state, easy_out_on = easy_reads.get(path, (State.NONE, None))
        out_on = timezone.localdate(out_at)
        found.append(
            Original(pk, title, board, kinds[kind], meetings[meeting], out_on, state, easy_out_on)
        )
    return sorted(found, key=lambda one: (one.held_at, one.pk), reverse=True)


def _easy_reads(wanted: Q, since: datetime) -> dict[str, tuple[State, date | None]]:
    """By the original's path how far its easy read is, and since when it is out."""
    of_a_year = Q(first_published_at__gte=since) | Q(first_published_at__isnull=True)
    rows = EasyReadPage.objects.filter(wanted & of_a_year).values_list(
        "path",
        "live",
        "first_published_at",
        "record__original_changed_at",
        "record__readers_check_id",
    )
    found: dict[str, tuple[State, date | None]] = {}
    for path, live, out_at, changed_at, check in rows:
        state = State.IN_PREPARATION
        if live:
            state = State.CHECKED if check else State.READY
            state = State.OUT_OF_DATE if changed_at else state
        out_on = timezone.localdate(out_at) if out_at else None
        found[path_above(path)] = (state, out_on)
    return found


def _requests(
    paths: dict[str, int], *, since: datetime
) -> dict[int, list[tuple[datetime, datetime | None]]]:
    """By board when people asked, and when they were answered."""
    found: dict[int, list[tuple[datetime, datetime | None]]] = defaultdict(list)
    rows = FormatRequest.objects.filter(asked_at__gte=since)
    for path, asked_at, answered_at in rows.values_list("page__path", "asked_at", "answered_at"):
        found[paths.get(path_of_board(path), 0)].append((asked_at, answered_at))
    return found


def _figures(
    originals: list[Original],
    requests: Iterable[tuple[datetime, datetime | None]],
    today: date,
) -> Figures:
    waiting = [(today - one.out_on).days for one in originals if not one.has_one]
    return Figures(
        agendas=_shares(one for one in originals if one.kind is AgendaPage),
        minutes=_shares(one for one in originals if one.kind is MinutesPage),
        lag=_half_within([one.lag for one in originals if one.lag is not None]),
        waiting=len(waiting),
        longest=max(waiting, default=0),
        requests=_told(list(requests)),
    )


def _shares(originals: Iterable[Original]) -> Shares:
    counted = Counter(one.state for one in originals)
    return Shares(
        checked=counted[State.CHECKED],
        ready=counted[State.READY],
        out_of_date=counted[State.OUT_OF_DATE],
        in_preparation=counted[State.IN_PREPARATION],
        none=counted[State.NONE],
    )


def _told(requests: list[tuple[datetime, datetime | None]]) -> RequestFigures:
    days = [
        (timezone.localdate(answered) - timezone.localdate(asked)).days
        for asked, answered in requests
        if answered is not None
    ]
    return RequestFigures(asked=len(requests), answered=len(days), days=_half_within(days))


def _half_within(days: list[int]) -> int | None:
    """The smallest number of days within which at least half came."""
    return statistics.median_low(days) if days else None


def pages_of_originals(originals: list[Original]) -> dict[int, Page]:
    """The pages of what has no easy read, to lead to them."""
    found: dict[int, Page] = Page.objects.in_bulk([one.pk for one in originals])
    return found
