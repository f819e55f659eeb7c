"""Reading the world of the charter."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta

from django.db.models import BooleanField, ExpressionWrapper, Max, Prefetch, Q, QuerySet

from boards.enums import BoardKind
from boards.models import BoardPage
from charter.enums import EVIDENCE_IS_OLD_AFTER_DAYS, AssessmentState, SignUpState
from charter.models import Assessment, CharterVersion, Evidence, Principle
from charter.signing.selectors import BoardSigning, all_signing, signing_of
from charter.versions.selectors import current_version, principles_of
from easyread.visibility import outside_hidden_pages

KEPT = (AssessmentState.IN_PLACE, AssessmentState.WORKING_WELL)


@dataclass(frozen=True)
class BoardStanding(BoardSigning):
    """A board, how it stands to the version in force, and how many principles are at each state."""

    counts: dict[str, int] = field(default_factory=dict)
    principles: int = 0

    @property
    def kept(self) -> int:
        """Principles in place or working well."""
        return sum(self.counts.get(state, 0) for state in KEPT)


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
    signing: BoardSigning
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


def _assessments(
    version: CharterVersion | None, found: QuerySet[Assessment] | None = None
) -> dict[tuple[int, int], Assessment]:
    """By board and principle of this version: what was found there, or else of the principle that
    it goes on from, and so on; two queries."""
    if version is None:
        return {}
    of_charter = Principle.objects.filter(version__charter=version.charter_id)
    rows = list(of_charter.values_list("pk", "continues_id", "version_id"))
    before: dict[int, int | None] = {pk: continues for pk, continues, _ in rows}
    asked = Assessment.objects.all() if found is None else found
    known = {
        (one.board_id, one.principle_id): one for one in asked.filter(principle__in=of_charter)
    }
    boards = {board for board, _ in known}
    squares = {}
    for principle in (pk for pk, _, of_version in rows if of_version == version.pk):
        line = list(_line_of(principle, before))
        for board in boards:
            nearest = next((known[board, one] for one in line if (board, one) in known), None)
            if nearest is not None:
                squares[board, principle] = nearest
    return squares


def _line_of(principle: int | None, before: dict[int, int | None]) -> Iterator[int]:
    """The principle, the one that it goes on from, and so on."""
    while principle is not None:
        yield principle
        principle = before.get(principle)


def public_charter(*, today: date) -> PublicCharter:
    """The charter as everyone sees it; a fixed number of queries."""
    version = current_version(today=today)
    counts: dict[int, Counter[str]] = defaultdict(Counter)
    for (board_id, _), assessment in _assessments(version).items():
        counts[board_id][assessment.state] += 1
    return PublicCharter(
        version=version,
        principles=principles_of(version),
        standings=[
            BoardStanding(one.board, one.sign_up, one.earlier, counts[one.board.pk])
            for one in all_signing(version)
        ],
    )


def signed_count(*, today: date) -> tuple[int, int]:
    """How many boards have signed the version in force, of how many."""
    found = all_signing(current_version(today=today))
    return sum(one.state == SignUpState.SIGNED for one in found), len(found)


def standing_of(board: BoardPage, *, today: date) -> BoardStanding | None:
    """One board and the version in force, nothing of the senate; four queries."""
    version = current_version(today=today)
    if version is None or board.kind == BoardKind.SENATE:
        return None
    found = _assessments(version, Assessment.objects.filter(board=board))
    return _standing(board, version, found, version.principles.count())


def _standing(
    board: BoardPage,
    version: CharterVersion,
    found: dict[tuple[int, int], Assessment],
    principles: int,
) -> BoardStanding:
    one = signing_of(board, version)
    counts = Counter(assessment.state for assessment in found.values())
    return BoardStanding(one.board, one.sign_up, one.earlier, counts, principles)


def board_standing(
    board: BoardPage, *, today: date
) -> tuple[BoardStanding | None, list[PrincipleStanding]]:
    """One board as a whole and on each principle, with the evidence that is public."""
    version = current_version(today=today)
    if version is None or board.kind == BoardKind.SENATE:
        return None, []
    leads_on = Q(page__live=True) & outside_hidden_pages("page__path")
    evidence = (
        Evidence.objects.filter(is_public=True)
        .select_related("page")
        .annotate(page_is_public=ExpressionWrapper(leads_on, output_field=BooleanField()))
    )
    of_board = Assessment.objects.filter(board=board).prefetch_related(
        Prefetch("evidence", queryset=evidence.order_by("-dated_on", "pk"), to_attr="public")
    )
    found = _assessments(version, of_board)
    principles = principles_of(version)
    return _standing(board, version, found, len(principles)), [
        PrincipleStanding(principle, found.get((board.pk, principle.pk)))
        for principle in principles
    ]


def matrix(*, today: date, state: str = "") -> Matrix:
    """Boards × principles for officers; ``state`` keeps the boards with that sign-up state."""
    version = current_version(today=today)
    principles = principles_of(version)
    old = today - timedelta(days=EVIDENCE_IS_OLD_AFTER_DAYS)
    newest = Assessment.objects.annotate(newest=Max("evidence__dated_on"))
    squares = _assessments(version, newest)
    rows = []
    for one in all_signing(version):
        if state not in ("", one.state):
            continue
        board = one.board
        cells = [
            _cell(board, principle, squares.get((board.pk, principle.pk)), old)
            for principle in principles
        ]
        rows.append(MatrixRow(one, cells))
    return Matrix(version, principles, rows)


def _cell(board: BoardPage, principle: Principle, assessment: Assessment | None, old: date) -> Cell:
    newest: date | None = getattr(assessment, "newest", None)
    claims = assessment is not None and assessment.state in KEPT
    return Cell(
        board=board,
        principle=principle,
        assessment=assessment,
        newest_evidence_on=newest,
        is_stale=claims and (newest is None or newest < old),
    )
