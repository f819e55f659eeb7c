"""Reading the world of the charter."""

from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import BooleanField, ExpressionWrapper, Max, Prefetch, Q, QuerySet

from boards.enums import BoardKind
from boards.models import BoardPage, MeetingPage
from charter.enums import EVIDENCE_IS_OLD_AFTER_DAYS, AssessmentState, SignUpState
from charter.models import Assessment, CharterVersion, Evidence, Principle, SignUp
from easyread.visibility import outside_hidden_pages, public_pages


@dataclass(frozen=True)
class BoardStanding:
    """A board and its sign-up, with how many principles are at each state."""

    board: BoardPage
    sign_up: SignUp | None
    counts: dict[str, int]

    @property
    def state(self) -> SignUpState:
        return SignUpState(self.sign_up.state) if self.sign_up else SignUpState.INVITED

    @property
    def kept(self) -> int:
        """Principles in place or working well."""
        return self.counts.get(AssessmentState.IN_PLACE, 0) + self.counts.get(
            AssessmentState.WORKING_WELL, 0
        )


@dataclass(frozen=True)
class PublicCharter:
    version: CharterVersion | None
    principles: list[Principle]
    standings: list[BoardStanding]

    @property
    def signed(self) -> int:
        return sum(standing.state == SignUpState.SIGNED for standing in self.standings)


@dataclass(frozen=True)
class Cell:
    """One square of the matrix: a board and a principle."""

    board: BoardPage
    principle: Principle
    assessment: Assessment | None
    newest_evidence_on: date | None
    is_stale: bool

    @property
    def state(self) -> AssessmentState:
        if self.assessment is None:
            return AssessmentState.NOT_STARTED
        return AssessmentState(self.assessment.state)


@dataclass(frozen=True)
class MatrixRow:
    board: BoardPage
    sign_up: SignUp | None
    cells: list[Cell]


@dataclass(frozen=True)
class Matrix:
    version: CharterVersion | None
    principles: list[Principle]
    rows: list[MatrixRow]


@dataclass(frozen=True)
class PrincipleStanding:
    principle: Principle
    assessment: Assessment | None

    @property
    def state(self) -> AssessmentState:
        if self.assessment is None:
            return AssessmentState.NOT_STARTED
        return AssessmentState(self.assessment.state)


def current_version(*, today: date) -> CharterVersion | None:
    """The newest version of the charter that is in force."""
    in_force = CharterVersion.objects.filter(in_force_from__lte=today)
    return in_force.order_by("-number").first()


def principles_of(version: CharterVersion | None) -> list[Principle]:
    if version is None:
        return []
    found = Principle.objects.filter(version=version).select_related("picture__image")
    return list(found.order_by("number"))


def is_signed_at(meetings: QuerySet[MeetingPage]) -> bool:
    """Whether a board signed the charter at one of these meetings."""
    return SignUp.objects.filter(meeting__in=meetings).exists()


def boards_of_the_charter() -> list[BoardPage]:
    """The boards that are asked to sign: all that go on but the senate, in which they meet."""
    boards = public_pages(BoardPage.objects.filter(closed_on=None)).exclude(kind=BoardKind.SENATE)
    return list(boards.order_by("title", "pk"))


def _sign_ups(version: CharterVersion | None) -> dict[int, SignUp]:
    found = SignUp.objects.filter(version=version).select_related("meeting")
    return {sign_up.board_id: sign_up for sign_up in found}


def public_charter(*, today: date) -> PublicCharter:
    """The charter as everyone sees it; a fixed number of queries."""
    version = current_version(today=today)
    sign_ups = _sign_ups(version)
    counts: dict[int, Counter[str]] = {}
    states = Assessment.objects.filter(principle__version=version)
    for board_id, state in states.values_list("board_id", "state"):
        counts.setdefault(board_id, Counter())[state] += 1
    return PublicCharter(
        version=version,
        principles=principles_of(version),
        standings=[
            BoardStanding(board, sign_ups.get(board.pk), counts.get(board.pk, Counter()))
            for board in boards_of_the_charter()
        ],
    )


def signed_count(*, today: date) -> tuple[int, int]:
    """How many boards have signed, of how many."""
    view = public_charter(today=today)
    return view.signed, len(view.standings)


def standing_of(board: BoardPage, *, today: date) -> BoardStanding | None:
    """One board's sign-up and how many principles are at each state; three queries."""
    version = current_version(today=today)
    if version is None or board.kind == BoardKind.SENATE:
        return None
    sign_up = SignUp.objects.filter(board=board, version=version).first()
    states = Assessment.objects.filter(board=board, principle__version=version)
    return BoardStanding(board, sign_up, Counter(states.values_list("state", flat=True)))


def board_standing(
    board: BoardPage, *, today: date
) -> tuple[SignUp | None, list[PrincipleStanding]]:
    """One board on each principle, with the evidence that is public."""
    version = current_version(today=today)
    leads_on = Q(page__live=True) & outside_hidden_pages("page__path")
    evidence = (
        Evidence.objects.filter(is_public=True)
        .select_related("page")
        .annotate(page_is_public=ExpressionWrapper(leads_on, output_field=BooleanField()))
    )
    found = Assessment.objects.filter(board=board, principle__version=version).prefetch_related(
        Prefetch("evidence", queryset=evidence.order_by("-dated_on", "pk"), to_attr="public")
    )
    by_principle = {assessment.principle_id: assessment for assessment in found}
    sign_up = SignUp.objects.filter(board=board, version=version).select_related("meeting").first()
    return sign_up, [
        PrincipleStanding(principle, by_principle.get(principle.pk))
        for principle in principles_of(version)
    ]


def matrix(*, today: date, state: str = "") -> Matrix:
    """Boards × principles for officers; ``state`` keeps the boards with that sign-up state."""
    version = current_version(today=today)
    principles = principles_of(version)
    sign_ups = _sign_ups(version)
    old = today - timedelta(days=EVIDENCE_IS_OLD_AFTER_DAYS)
    found = Assessment.objects.filter(principle__version=version).annotate(
        newest=Max("evidence__dated_on")
    )
    squares = {(each.board_id, each.principle_id): each for each in found}
    rows = []
    for board in boards_of_the_charter():
        sign_up = sign_ups.get(board.pk)
        if state and (sign_up.state if sign_up else SignUpState.INVITED) != state:
            continue
        cells = [
            _cell(board, principle, squares.get((board.pk, principle.pk)), old)
            for principle in principles
        ]
        rows.append(MatrixRow(board, sign_up, cells))
    return Matrix(version, principles, rows)


def _cell(board: BoardPage, principle: Principle, assessment: Assessment | None, old: date) -> Cell:
    newest: date | None = getattr(assessment, "newest", None)
    claims = assessment is not None and assessment.state in {
        AssessmentState.IN_PLACE,
        AssessmentState.WORKING_WELL,
    }
    return Cell(
        board=board,
        principle=principle,
        assessment=assessment,
        newest_evidence_on=newest,
        is_stale=claims and (newest is None or newest < old),
    )
