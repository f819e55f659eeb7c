"""Signing, assessing and showing the charter."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse

from boards.enums import BoardKind
from boards.models import BoardPage, MeetingPage
from charter import selectors
from charter.enums import AssessmentState, Signatories, SignUpState
from charter.models import Assessment, Charter, CharterVersion, Evidence, Principle, SignUp
from charter.services import open_assessment
from charter.signing.selectors import boards_of_the_charter
from charter.versions.selectors import current_version, principles_of
from charter.versions.services import begin_draft, put_in_force
from portal.users.models import User
from tests.borough import make_meeting, restrict
from tests.charter.signing import sign_charter
from tests.services.kept import kept
from tests.shown import without_explained_words

Capture = Callable[..., AbstractContextManager[list[Callable[[], object]]]]
TODAY = date(2026, 4, 16)


@kept
def version(carers_board: BoardPage) -> CharterVersion:
    found = current_version(today=TODAY)
    assert found
    return found


@kept
def principle(version: CharterVersion) -> Principle:
    return Principle.objects.get(version=version, number=1)


def assess(
    board: BoardPage, principle: Principle, state: str, *evidence: tuple[str, int, bool]
) -> Assessment:
    """Each piece of evidence: its title, how many days old it is, whether it is public."""
    assessment = Assessment.objects.create(
        board=board, principle=principle, state=state, assessed_on=TODAY
    )
    for title, days, is_public in evidence:
        Evidence.objects.create(
            assessment=assessment,
            title=title,
            dated_on=TODAY - timedelta(days=days),
            is_public=is_public,
        )
    return assessment


def test_the_charter_has_ten_principles_in_two_languages(version: CharterVersion) -> None:
    principles = principles_of(version)
    assert [principle.number for principle in principles] == list(range(1, 11))
    for principle in principles:
        assert principle.title
        assert principle.text
        assert principle.easy_text
        assert principle.questions
        assert principle.picture


def test_a_new_version_leaves_old_sign_ups_alone(
    carers_board: BoardPage, version: CharterVersion, held_meeting: MeetingPage, client: Client
) -> None:
    old = sign_charter(carers_board, version, held_meeting, now=held_meeting.ends_at)
    assert selectors.signed_count(today=TODAY) == (1, 1)
    new = put_in_force(
        version=begin_draft(charter=version.charter),
        on=TODAY + timedelta(days=1),
        by="Ola Penn",
        now=held_meeting.ends_at,
        today=TODAY + timedelta(days=1),
    )
    later = TODAY + timedelta(days=1)
    assert current_version(today=later) == new
    assert selectors.signed_count(today=later) == (0, 1)
    old.refresh_from_db()
    assert (old.version, old.state) == (version, SignUpState.SIGNED)
    assert client.get("/charter/").status_code == 200
    meeting = make_meeting(carers_board, held_meeting.starts_at + timedelta(days=60))
    sign_charter(carers_board, new, meeting, now=meeting.ends_at)
    assert SignUp.objects.count() == 2


def test_the_matrix_has_a_square_for_each_board_and_principle(
    carers_board: BoardPage, autism_board: BoardPage, principle: Principle
) -> None:
    assess(carers_board, principle, AssessmentState.STARTED)
    matrix = selectors.matrix(today=TODAY)
    assert [row.signing.board for row in matrix.rows] == [autism_board, carers_board]
    assert {len(row.cells) for row in matrix.rows} == {10}
    states = [row.cells[0].state for row in matrix.rows]
    assert states == [AssessmentState.NOT_STARTED, AssessmentState.STARTED]


@pytest.mark.parametrize(
    ("state", "ages", "is_stale"),
    [
        ("in_place", [], True),
        ("in_place", [366], True),
        ("in_place", [365], False),
        ("working_well", [400, 366], True),
        ("working_well", [400, 10], False),
        ("started", [], False),
        ("not_started", [400], False),
    ],
)
def test_old_evidence_is_pointed_out_where_something_is_claimed(
    carers_board: BoardPage, principle: Principle, state: str, ages: list[int], is_stale: bool
) -> None:
    assess(carers_board, principle, state, *((f"{days} days", days, True) for days in ages))
    cell = selectors.matrix(today=TODAY).rows[0].cells[0]
    assert cell.is_stale == is_stale
    newest = TODAY - timedelta(days=min(ages)) if ages else None
    assert cell.newest_evidence_on == newest


def test_the_matrix_can_be_narrowed_to_a_state_of_sign_up(
    carers_board: BoardPage,
    autism_board: BoardPage,
    version: CharterVersion,
    held_meeting: MeetingPage,
) -> None:
    sign_charter(carers_board, version, held_meeting, now=held_meeting.ends_at)
    boards = {
        state: [row.signing.board for row in selectors.matrix(today=TODAY, state=state).rows]
        for state in ("", "signed", "not_asked", "lapsed")
    }
    assert boards == {
        "": [autism_board, carers_board],
        "signed": [carers_board],
        "not_asked": [autism_board],
        "lapsed": [],
    }


def test_the_senate_is_not_asked_to_sign(carers_board: BoardPage, autism_board: BoardPage) -> None:
    BoardPage.objects.filter(pk=autism_board.pk).update(kind=BoardKind.SENATE)
    assert boards_of_the_charter() == [carers_board]


def cell_address(board: BoardPage, principle: Principle) -> str:
    return reverse("charter_admin:cell", args=[board.pk, principle.pk])


def test_an_officer_opens_a_square_and_opening_it_again_finds_the_same(
    client: Client, officer: User, carers_board: BoardPage, principle: Principle
) -> None:
    client.force_login(officer)
    first, second = [client.post(cell_address(carers_board, principle)) for _ in range(2)]
    assessment = Assessment.objects.get()
    screen = reverse("wagtailsnippets_charter_assessment:edit", args=[assessment.pk])
    assert first.headers["Location"] == second.headers["Location"] == screen
    assert client.get(screen).status_code == 200
    again = open_assessment(board=carers_board, principle=principle, today=TODAY)
    assert again == assessment


def test_only_officers_see_and_change_the_matrix(
    client: Client,
    officer: User,
    co_chair: User,
    member: User,
    carers_board: BoardPage,
    principle: Principle,
) -> None:
    matrix, cell = reverse("charter_admin:matrix"), cell_address(carers_board, principle)
    for person in (None, member, co_chair):
        if person:
            client.force_login(person)
        assert client.get(matrix).status_code == 302
        assert client.post(cell).status_code == 302
    assert not Assessment.objects.exists()
    client.force_login(officer)
    page = client.get(matrix).content.decode()
    assert carers_board.title in page
    assert page.count("portal-square--not_started") >= 10
    assert client.get(cell).status_code == 405
    assert not Assessment.objects.exists()


@pytest.mark.parametrize("state", ["nonsense", "\x00", "9" * 5000])
def test_a_nonsense_state_shows_all_boards(
    client: Client, officer: User, carers_board: BoardPage, state: str
) -> None:
    client.force_login(officer)
    answer = client.get(reverse("charter_admin:matrix"), {"state": state})
    assert len(answer.context["matrix"].rows) == 1


def test_the_public_page_shows_public_evidence_only_and_no_notes_of_sign_ups(
    client: Client,
    carers_board: BoardPage,
    version: CharterVersion,
    principle: Principle,
    held_meeting: MeetingPage,
) -> None:
    assess(carers_board, principle, "in_place", ("The ramp", 9, True), ("Secret file", 9, False))
    sign_up = sign_charter(carers_board, version, held_meeting, now=held_meeting.ends_at)
    SignUp.objects.filter(pk=sign_up.pk).update(note="They were late")
    for address in (f"/charter/boards/{carers_board.slug}/", "/charter/"):
        page = client.get(address).content.decode()
        assert "Secret file" not in page
        assert "They were late" not in page
        assert "17 March 2026" in page
    assert "The ramp" in client.get(f"/charter/boards/{carers_board.slug}/").content.decode()


def test_evidence_never_leads_to_a_page_that_is_not_public(
    client: Client, carers_board: BoardPage, principle: Principle, held_meeting: MeetingPage
) -> None:
    assessment = assess(carers_board, principle, "in_place", ("The ramp", 9, True))
    assessment.evidence.update(page=held_meeting)
    address = f"/charter/boards/{carers_board.slug}/"
    assert held_meeting.url in client.get(address).content.decode()
    restrict(held_meeting)
    page = client.get(address).content.decode()
    assert "The ramp" in page
    assert held_meeting.url not in page


def test_the_public_page_counts_who_signed_and_what_is_in_place(
    client: Client,
    carers_board: BoardPage,
    autism_board: BoardPage,
    version: CharterVersion,
    held_meeting: MeetingPage,
) -> None:
    sign_charter(carers_board, version, held_meeting, now=held_meeting.ends_at)
    for number, state in enumerate(["in_place", "working_well", "started"], start=1):
        assess(carers_board, Principle.objects.get(number=number), state)
    view = selectors.public_charter(today=TODAY)
    assert view.signed == 1
    assert [(one.board, one.state, one.kept) for one in view.standings] == [
        (autism_board, SignUpState.NOT_ASKED, 0),
        (carers_board, SignUpState.SIGNED, 2),
    ]
    assert "2 of 10 in place" in client.get("/charter/").content.decode()


def test_without_a_charter_the_pages_say_so(client: Client, carers_board: BoardPage) -> None:
    Charter.objects.update(signed_by=Signatories.ORGANISATIONS)
    page = without_explained_words(client.get("/charter/").content.decode())
    assert "The charter is not here yet" in page
    board = client.get(f"/charter/boards/{carers_board.slug}/")
    assert "The charter is not here yet" in without_explained_words(board.content.decode())


@pytest.mark.django_db
def test_a_portal_without_boards_has_an_empty_matrix() -> None:
    assert selectors.matrix(today=TODAY).rows == []
