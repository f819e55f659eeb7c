"""What becomes of a signature: withdrawn, looked at again, lapsed, put right, taken over."""

from collections.abc import Callable
from datetime import date, datetime, timedelta

import pytest
from django.db import DatabaseError, transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from boards.models import BoardPage, Letter, MeetingPage, Member
from boards.selectors.links import LinkIsVoid
from charter.enums import SignUpEventKind, SignUpState
from charter.models import CharterVersion, SignUp, SignUpEvent
from charter.signing import services
from charter.signing.selectors import signing_by_link, to_take_over
from charter.signing.services import CannotSign
from charter.signing.states import standing_of
from portal.digests.compose import compose
from tests.borough import restrict
from tests.charter.signing import ask, sign_charter
from tests.shown import without_explained_words

Kind = SignUpEventKind


@pytest.fixture
def asked(carers_board: BoardPage, first: CharterVersion, now: datetime) -> SignUp:
    return ask(carers_board, first, now)


def seat(board: BoardPage, role: str) -> Member:
    return Member.objects.get(board=board, role=role)


def token_of(letter: Letter) -> str:
    return letter.link.rstrip("/").rsplit("/", 1)[1]


def to_mo() -> Letter:
    return Letter.objects.filter(to="mo.carers@example.org").latest("pk")


def test_a_board_says_no_with_a_reason_and_can_be_asked_again(
    asked: SignUp, first: CharterVersion, now: datetime
) -> None:
    with pytest.raises(CannotSign, match="Say why"):
        services.decline(sign_up=asked, reason=" ", by="Sy Reed", now=now)
    row = services.decline(sign_up=asked, reason="Too early.", by="Sy Reed", now=now)
    assert (row.state, row.reason, row.since) == (SignUpState.DECLINED, "Too early.", now.date())
    with pytest.raises(LinkIsVoid):
        signing_by_link(token=token_of(to_mo()), now=now)
    again = ask(asked.board, first, now + timedelta(days=90))
    assert (again.state, again.reason) == (SignUpState.INVITED, "")


def test_a_board_withdraws_from_a_day_with_a_reason(
    carers_board: BoardPage, first: CharterVersion, held_meeting: MeetingPage, now: datetime
) -> None:
    signed = sign_charter(carers_board, first, held_meeting, now=now)
    assert signed.signed_on
    facts = {"reason": "Fares are not paid.", "by": "Sy Reed"}
    for on, words in (
        (signed.signed_on - timedelta(days=1), "signed on Tuesday 17 March 2026"),
        (now.date() + timedelta(days=1), "still to come"),
    ):
        with pytest.raises(CannotSign, match=words):
            services.withdraw(sign_up=signed, on=on, now=now, **facts)
    on = now.date() - timedelta(days=3)
    row = services.withdraw(sign_up=signed, on=on, now=now, **facts)
    assert (row.state, row.since) == (SignUpState.WITHDRAWN, on)
    assert row.signed_on == signed.signed_on, "that it was signed stays true"


def test_a_missed_review_lapses_after_the_board_was_told(
    carers_board: BoardPage, first: CharterVersion, held_meeting: MeetingPage, now: datetime
) -> None:
    signed = sign_charter(carers_board, first, held_meeting, now=now)
    assert signed.signed_on
    seen = []
    for days in (304, 305, 306, 364, 392, 393, 394):
        day = held_meeting.starts_at + timedelta(days=days)
        if services.keep_reviews(now=day):
            seen.append((days, SignUp.objects.get().state))
    assert seen == [(305, SignUpState.SIGNED), (393, SignUpState.LAPSED)]
    to_secretary = Letter.objects.filter(to="sy.carers@example.org").order_by("pk")
    assert ["look at the charter again" in one.subject for one in to_secretary][-2] is True
    assert "has lapsed" in to_secretary[len(to_secretary) - 1].subject


def test_nothing_lapses_before_the_board_was_told_four_weeks_ago(
    carers_board: BoardPage, first: CharterVersion, held_meeting: MeetingPage, now: datetime
) -> None:
    """A portal that comes up after a year away reminds first."""
    sign_charter(carers_board, first, held_meeting, now=now)
    late = held_meeting.starts_at + timedelta(days=700)
    assert services.keep_reviews(now=late) == 1
    assert services.keep_reviews(now=late + timedelta(days=27)) == 0
    assert SignUp.objects.get().state == SignUpState.SIGNED
    assert services.keep_reviews(now=late + timedelta(days=28)) == 1
    assert SignUp.objects.get().state == SignUpState.LAPSED


def test_a_review_in_time_begins_a_new_year(
    carers_board: BoardPage, first: CharterVersion, held_meeting: MeetingPage, now: datetime
) -> None:
    signed = sign_charter(carers_board, first, held_meeting, now=now)
    day = held_meeting.starts_at + timedelta(days=310)
    services.keep_reviews(now=day)
    services.review(sign_up=signed, on=day.date(), by="Sy Reed", now=day)
    assert services.keep_reviews(now=day + timedelta(days=304)) == 0
    assert services.keep_reviews(now=day + timedelta(days=305)) == 1
    assert SignUp.objects.get().state == SignUpState.SIGNED


def test_a_mistake_is_put_right_beside_what_was_entered(
    carers_board: BoardPage, first: CharterVersion, held_meeting: MeetingPage, now: datetime
) -> None:
    signed = sign_charter(carers_board, first, held_meeting, now=now)
    agreed = SignUpEvent.objects.get(kind=Kind.AGREED)
    row = services.put_right(event=agreed, reason="Another meeting.", by="Sy Reed", now=now)
    assert (row.state, row.meeting, row.signed_on) == (SignUpState.SIGNING, None, None)
    with pytest.raises(CannotSign, match="cannot be put right"):
        services.put_right(event=agreed, reason="Again.", by="Sy Reed", now=now)
    services.agree(sign_up=signed, meeting=held_meeting, by="Sy Reed", now=now)
    services.withdraw(sign_up=signed, on=now.date(), reason="Fares.", by="Sy Reed", now=now)
    citizen = SignUpEvent.objects.get(kind=Kind.CITIZEN_SIGNED)
    with pytest.raises(CannotSign, match="Put that right first"):
        services.put_right(event=citizen, reason="Wrong name.", by="Sy Reed", now=now)
    assert SignUp.objects.get().state == SignUpState.WITHDRAWN


def test_a_board_takes_over_the_signature_of_one_that_ended_in_it(
    carers_board: BoardPage,
    autism_board: BoardPage,
    first: CharterVersion,
    held_meeting: MeetingPage,
    now: datetime,
) -> None:
    ended = sign_charter(carers_board, first, held_meeting, now=now)
    with pytest.raises(CannotSign, match="no signature to take over"):
        services.take_over(sign_up=ended, board=autism_board, by="Sy Reed", now=now)
    BoardPage.objects.filter(pk=carers_board.pk).update(
        closed_on=now.date(), closing_words="Merged.", successor=autism_board
    )
    assert to_take_over(autism_board, first) == [ended]
    later = now + timedelta(days=5)
    own = services.take_over(sign_up=ended, board=autism_board, by="Sy Reed", now=later)
    assert (own.state, own.signed_on) == (SignUpState.SIGNED, ended.signed_on)
    assert (own.signed_by_citizen, own.meeting) == ("Mo Vale", held_meeting)
    event = SignUpEvent.objects.get(sign_up=own, kind=Kind.TAKEN_OVER)
    assert (event.taken_from, event.on) == (ended, later.date())
    with pytest.raises(CannotSign, match="signed already"):
        services.take_over(sign_up=ended, board=autism_board, by="Sy Reed", now=later)
    assert SignUp.objects.get(board=carers_board).state == SignUpState.SIGNED
    news = compose(start=later - timedelta(days=1), end=later + timedelta(days=1)).boards
    told = {line.words for one in news if one.path == autism_board.url for line in one.signed}
    assert told == {"Took over a signature of the partnership board charter"}


@pytest.mark.each_database
def test_what_happened_is_never_changed(asked: SignUp) -> None:
    events = SignUpEvent.objects.filter(sign_up=asked)
    spoilt: list[Callable[[], object]] = [
        lambda: events.update(on=date(2026, 1, 1)),
        lambda: events.update(by="Somebody else"),
        lambda: events.update(kind=Kind.DECLINED, words="No."),
    ]
    for spoil in spoilt:
        with pytest.raises(DatabaseError, match="nor what happened"), transaction.atomic():
            spoil()


def test_the_row_is_what_follows_from_the_events(
    carers_board: BoardPage, first: CharterVersion, held_meeting: MeetingPage, now: datetime
) -> None:
    sign_charter(carers_board, first, held_meeting, now=now)
    row = SignUp.objects.get()
    standing = standing_of(SignUpEvent.objects.order_by("pk"))
    assert (standing.state, standing.signed_on, standing.meeting_id) == (
        row.state,
        row.signed_on,
        row.meeting_id,
    )
    assert timezone.localdate(held_meeting.starts_at) == row.signed_on


def test_nobody_is_said_to_be_reminded_whom_no_letter_reaches(
    carers_board: BoardPage, first: CharterVersion, held_meeting: MeetingPage, now: datetime
) -> None:
    asked = ask(carers_board, first, now)
    Member.objects.update(email="")
    BoardPage.objects.update(contact_email="")
    carers_board.refresh_from_db()
    with pytest.raises(CannotSign, match="No e-mail address"):
        services.remind(sign_up=asked, by="An officer", now=now)
    sign_charter(carers_board, first, held_meeting, now=now)
    for days in (306, 400, 800):
        assert services.keep_reviews(now=held_meeting.starts_at + timedelta(days=days)) == 0
    assert SignUp.objects.get().state == SignUpState.SIGNED
    assert not SignUpEvent.objects.filter(kind__in=[Kind.REMINDED, Kind.LAPSED]).exists()


def test_co_chairs_are_told_of_the_review_too(
    carers_board: BoardPage, first: CharterVersion, held_meeting: MeetingPage, now: datetime
) -> None:
    sign_charter(carers_board, first, held_meeting, now=now)
    services.keep_reviews(now=held_meeting.starts_at + timedelta(days=305))
    told = Letter.objects.filter(subject__contains="look at the charter again")
    assert set(told.values_list("to", flat=True)) == {
        "mo.carers@example.org",
        "sy.carers@example.org",
    }


def test_strangers_are_not_told_of_a_hidden_board_that_had_signed(
    client: Client,
    carers_board: BoardPage,
    autism_board: BoardPage,
    first: CharterVersion,
    held_meeting: MeetingPage,
    now: datetime,
) -> None:
    ended = sign_charter(carers_board, first, held_meeting, now=now)
    BoardPage.objects.filter(pk=carers_board.pk).update(
        closed_on=now.date(), closing_words="Merged.", successor=autism_board
    )
    services.take_over(sign_up=ended, board=autism_board, by="Sy Reed", now=now)
    address = reverse("charter:board", args=["autism"])
    words = f"Taken over from a board that ended: the {carers_board.title}"
    assert words in without_explained_words(client.get(address).content.decode())
    restrict(carers_board)
    page = without_explained_words(client.get(address).content.decode())
    assert "Taken over from a board that ended" in page
    assert carers_board.title not in page
