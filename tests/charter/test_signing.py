"""A board signs: asked by an officer, signed by each co-chair, agreed at a meeting of its own."""

from collections.abc import Callable
from datetime import date, datetime, timedelta

import pytest

from boards.enums import BoardKind, MeetingStatus, Role
from boards.models import BoardPage, Letter, MeetingPage, Member, PersonalLink
from boards.selectors.links import LinkIsVoid
from boards.services import share_meeting
from charter.enums import Answer, SignUpEventKind, SignUpState, SignWay
from charter.models import CharterVersion, SignUp, SignUpEvent
from charter.signing import services
from charter.signing.selectors import signing_by_link
from charter.signing.services import CannotSign
from charter.versions.services import begin_draft, put_in_force
from tests.borough import CHARTER_FROM, make_meeting
from tests.charter.signing import NAMES, ask

Kind = SignUpEventKind


@pytest.fixture
def asked(carers_board: BoardPage, first: CharterVersion, now: datetime) -> SignUp:
    return ask(carers_board, first, now)


def seat(board: BoardPage, role: str) -> Member:
    return Member.objects.get(board=board, role=role)


def answer(sign_up: SignUp, role: str, now: datetime, said: Answer = Answer.SIGN) -> SignUp:
    return services.answer(
        sign_up=sign_up,
        seat=seat(sign_up.board, role),
        answer=said,
        reason="Not now.",
        way=SignWay.ACCOUNT,
        now=now,
    )


def token_of(letter: Letter) -> str:
    return letter.link.rstrip("/").rsplit("/", 1)[1]


def to_mo() -> Letter:
    return Letter.objects.filter(to="mo.carers@example.org").latest("pk")


def test_asking_writes_to_both_co_chairs_and_the_secretary(
    carers_board: BoardPage, first: CharterVersion, now: datetime
) -> None:
    Member.objects.filter(role=Role.CO_CHAIR_OFFICER).update(email="ola@example.org")
    asked = ask(carers_board, first, now)
    assert (asked.state, asked.asked_on) == (SignUpState.INVITED, now.date())
    letters = {letter.to: letter for letter in Letter.objects.all()}
    assert set(letters) == {"ola@example.org", "mo.carers@example.org", "sy.carers@example.org"}
    tokens = {token_of(letters[to]) for to in ("ola@example.org", "mo.carers@example.org")}
    assert len(tokens) == 2
    assert PersonalLink.objects.filter(is_for_once=True).count() == 2
    assert "put it on an agenda" in letters["sy.carers@example.org"].words
    ask(carers_board, first, now + timedelta(days=1))
    assert SignUpEvent.objects.count() == 1, "who is asked is left alone"
    assert Letter.objects.count() == 3


def test_the_secretary_is_told_whom_no_letter_reaches(asked: SignUp) -> None:
    """The officer who is co-chair has no address."""
    words = Letter.objects.get(to="sy.carers@example.org").words
    assert "We could not write to Ola Penn" in words


def test_the_senate_and_boards_that_ended_are_not_asked(
    carers_board: BoardPage, autism_board: BoardPage, first: CharterVersion, now: datetime
) -> None:
    BoardPage.objects.filter(pk=autism_board.pk).update(kind=BoardKind.SENATE)
    BoardPage.objects.filter(pk=carers_board.pk).update(
        closed_on=now.date(), closing_words="Its work is done."
    )
    boards = list(BoardPage.objects.all())
    services.ask_to_sign(boards=boards, version=first, by="An officer", now=now)
    assert not SignUp.objects.exists()


def test_it_is_signed_with_both_co_chairs_and_the_meeting_in_any_order(
    asked: SignUp, held_meeting: MeetingPage, now: datetime
) -> None:
    parts: list[Callable[[], SignUp]] = [
        lambda: services.agree(sign_up=asked, meeting=held_meeting, by="Sy Reed", now=now),
        lambda: answer(asked, Role.CO_CHAIR_CITIZEN, now + timedelta(days=3)),
        lambda: answer(asked, Role.CO_CHAIR_OFFICER, now + timedelta(days=1)),
    ]
    states = [part().state for part in parts]
    assert states == [SignUpState.SIGNING, SignUpState.SIGNING, SignUpState.SIGNED]
    row = SignUp.objects.get()
    assert row.signed_on == (now + timedelta(days=3)).date(), "the day of the last part"
    assert (row.signed_by_citizen, row.signed_by_officer) == ("Mo Vale", "Ola Penn")
    assert row.recorded_at == now + timedelta(days=1)
    assert Letter.objects.filter(subject__contains="has signed the charter").count() == 2


def test_nobody_signs_twice_or_for_somebody_else(
    asked: SignUp, autism_board: BoardPage, now: datetime
) -> None:
    answer(asked, Role.CO_CHAIR_CITIZEN, now)
    with pytest.raises(CannotSign, match="Mo Vale has signed already"):
        answer(asked, Role.CO_CHAIR_CITIZEN, now)
    stranger = seat(autism_board, Role.CO_CHAIR_OFFICER)
    secretary = seat(asked.board, Role.SECRETARY)
    gone = seat(asked.board, Role.CO_CHAIR_OFFICER)
    gone.until = now.date() - timedelta(days=1)
    for person in (stranger, secretary, gone):
        with pytest.raises(CannotSign, match="Only the two co-chairs"):
            services.answer(
                sign_up=asked,
                seat=person,
                answer=Answer.SIGN,
                reason="",
                way=SignWay.ACCOUNT,
                now=now,
            )
    assert SignUp.objects.get().signed_by_officer == ""


def test_only_a_meeting_of_that_board_since_the_version_is_in_force_counts(
    asked: SignUp, autism_board: BoardPage, carers_board: BoardPage, now: datetime
) -> None:
    before = datetime.combine(CHARTER_FROM, now.timetz()) - timedelta(days=1)
    wrong = {
        "another board's": make_meeting(autism_board, now - timedelta(days=2)),
        "not begun": make_meeting(carers_board, now + timedelta(days=2)),
        "in force from": make_meeting(carers_board, before),
        "cancelled": make_meeting(carers_board, now - timedelta(days=4)),
    }
    wrong["cancelled"].status = MeetingStatus.CANCELLED
    for words, meeting in wrong.items():
        with pytest.raises(CannotSign, match=words):
            services.agree(sign_up=asked, meeting=meeting, by="Sy Reed", now=now)
    joint = wrong["another board's"]
    share_meeting(meeting=joint, boards=[carers_board])
    assert services.agree(sign_up=asked, meeting=joint, by="Sy Reed", now=now).meeting == joint


def test_days_to_come_and_days_before_the_version_are_refused(asked: SignUp, now: datetime) -> None:
    for on, words in (
        (date(2099, 1, 1), "still to come"),
        (CHARTER_FROM - timedelta(days=1), "cannot have been signed before"),
    ):
        with pytest.raises(CannotSign, match=words):
            services.sign_on_paper(
                sign_up=asked, names=NAMES, on=on, scan=None, by="Sy Reed", now=now
            )
    assert SignUpEvent.objects.count() == 1


def test_a_draft_and_an_old_version_are_not_signed(
    asked: SignUp, carers_board: BoardPage, first: CharterVersion, now: datetime
) -> None:
    draft = begin_draft(charter=first.charter)
    with pytest.raises(CannotSign, match="draft"):
        services.ask_to_sign(boards=[carers_board], version=draft, by="An officer", now=now)
    today = now.date()
    put_in_force(version=draft, on=today, by="An officer", now=now, today=today)
    with pytest.raises(CannotSign, match="no longer in force"):
        answer(asked, Role.CO_CHAIR_CITIZEN, now)


def test_a_link_signs_once_and_only_what_it_was_sent_for(asked: SignUp, now: datetime) -> None:
    token = token_of(to_mo())
    found, person = signing_by_link(token=token, now=now)
    assert (found, person.name) == (asked, "Mo Vale")
    services.answer_by_link(answer=Answer.CONSIDER, token=token, reason="", now=now)
    assert SignUp.objects.get().state == SignUpState.CONSIDERING
    services.answer_by_link(answer=Answer.SIGN, token=token, reason="", now=now)
    event = SignUpEvent.objects.get(kind=Kind.CITIZEN_SIGNED)
    assert (event.name, event.way, event.by) == ("Mo Vale", SignWay.LINK, "Mo Vale")
    with pytest.raises(LinkIsVoid):
        services.answer_by_link(answer=Answer.SIGN, token=token, reason="", now=now)


@pytest.mark.parametrize("change", ["another address", "another seat", "ended", "new version"])
def test_a_link_is_void_when_what_it_stands_for_has_changed(
    asked: SignUp, first: CharterVersion, now: datetime, change: str
) -> None:
    token = token_of(to_mo())
    mo = Member.objects.filter(board=asked.board, role=Role.CO_CHAIR_CITIZEN)
    if change == "another address":
        mo.update(email="new@example.org")
    elif change == "another seat":
        mo.update(role=Role.MEMBER)
    elif change == "ended":
        BoardPage.objects.filter(pk=asked.board_id).update(
            closed_on=now.date(), closing_words="Its work is done."
        )
    else:
        draft = begin_draft(charter=first.charter)
        today = now.date()
        put_in_force(version=draft, on=today, by="An officer", now=now, today=today)
    with pytest.raises(LinkIsVoid):
        services.answer_by_link(answer=Answer.SIGN, token=token, reason="", now=now)
    assert SignUpEvent.objects.count() == 1


def test_a_reminder_brings_new_links_and_comes_once_in_two_weeks(
    asked: SignUp, now: datetime
) -> None:
    first = token_of(to_mo())
    later = now + timedelta(days=20)
    services.remind(sign_up=asked, by="An officer", now=later)
    with pytest.raises(LinkIsVoid):
        signing_by_link(token=first, now=later)
    assert signing_by_link(token=token_of(to_mo()), now=later)[0] == asked
    with pytest.raises(CannotSign, match="was reminded on Wednesday 6 May 2026"):
        services.remind(sign_up=asked, by="An officer", now=later + timedelta(days=13))
