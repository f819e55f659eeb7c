"""What readers asked for reaches the board's secretary, is answered, and is counted."""

from datetime import datetime, timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page

from boards.models import BoardPage, Letter, MinutesPage
from boards.selectors import board_to_do
from boards.services import answer_format_request
from boards.services.format_requests import LETTERS_A_DAY
from easyread.addresses import email_in
from easyread.enums import Format
from easyread.models import FormatRequest
from easyread.services import AnsweredAlready, AnswerIsEmpty, ask_for_format
from easyread.tasks import forget_contacts
from portal.home.models import HomePage, SiteLook
from portal.users.models import User
from tests.borough import make_meeting, make_minutes
from tests.services.kept import kept


def ask(page: Page, now: datetime, **more: Any) -> FormatRequest:
    wanted: dict[str, Any] = {"format": Format.LARGE_PRINT, "contact": "jo@example.org"}
    return ask_for_format(page=page, now=now, **(wanted | more))


@kept
def asked(minutes: MinutesPage, now: datetime) -> FormatRequest:
    return ask(minutes, now)


def answer_page(asked: FormatRequest) -> str:
    return reverse("boards_admin:answer_format_request", args=[asked.pk])


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({}, "large print"),
        ({"format": Format.LANGUAGE, "language": "Polish"}, "Polish"),
        ({"format": Format.EASY_READ}, "easy read"),
    ],
)
def test_the_secretary_reads_what_of_which_page_and_how_to_reach_the_person(
    minutes: MinutesPage,
    now: datetime,
    django_capture_on_commit_callbacks: Any,
    more: dict[str, Any],
    said: str,
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        asked = ask(minutes, now, **more)
        ask(minutes, now, **more)
    letter = Letter.objects.get()
    assert letter.to == "sy.carers@example.org"
    assert letter.subject == f"Someone asks for {said}: {minutes.title}"
    assert "How to reach the person: jo@example.org" in letter.words
    assert letter.link == answer_page(asked)


def test_what_concerns_an_ended_board_goes_to_the_one_that_goes_on(
    minutes: MinutesPage,
    carers_board: BoardPage,
    autism_board: BoardPage,
    other_co_chair: User,
    client: Client,
    django_capture_on_commit_callbacks: Any,
) -> None:
    now = timezone.now()
    BoardPage.objects.filter(pk=carers_board.pk).update(
        closed_on=now.date(), closing_words="It is done.", successor=autism_board
    )
    with django_capture_on_commit_callbacks(execute=True):
        asked = ask(minutes, now)
    assert Letter.objects.get().to == "sy.autism@example.org"
    (line,) = [one for one in board_to_do(autism_board, now=now) if "waits for" in one.words]
    assert line.url == answer_page(asked)
    client.force_login(other_co_chair)
    assert client.get(line.url).status_code == 200
    listing = reverse("boards_admin:format_requests", args=[autism_board.pk])
    assert minutes.title in client.get(listing).content.decode()


def test_what_concerns_no_board_goes_to_the_sites_own_address(
    home: HomePage,
    carers_board: BoardPage,
    now: datetime,
    django_capture_on_commit_callbacks: Any,
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        ask(home, now)
    assert not Letter.objects.exists()
    SiteLook.objects.update(contact_email="boards@testbury.example")
    with django_capture_on_commit_callbacks(execute=True):
        ask(home, now, contact="")
        ask(carers_board, now)
    letters = Letter.objects.order_by("pk")
    assert [one.to for one in letters] == ["boards@testbury.example", "sy.carers@example.org"]
    assert "The person did not say how to reach them." in letters[0].words


def test_a_flood_over_many_pages_does_not_fill_the_secretarys_letter_box(
    minutes: MinutesPage, now: datetime, django_capture_on_commit_callbacks: Any
) -> None:
    FormatRequest.objects.bulk_create(
        FormatRequest(page=minutes.get_parent(), asked_at=now, contact=f"{number}")
        for number in range(LETTERS_A_DAY)
    )
    with django_capture_on_commit_callbacks(execute=True):
        ask(minutes, now)
    assert not Letter.objects.exists()
    assert FormatRequest.objects.filter(page=minutes).count() == 1


def test_my_boards_counts_those_who_wait_and_says_by_when(
    minutes: MinutesPage, carers_board: BoardPage, now: datetime
) -> None:
    first = ask(minutes, now, format=Format.EASY_READ, contact="")
    lines = [one for one in board_to_do(carers_board, now=now) if "waits for" in one.words]
    words = f"1 person waits for an easy read of {minutes.title}: answer by Thursday 30 April 2026"
    assert [(one.words, one.tone, one.url) for one in lines] == [
        (words, "soon", answer_page(first))
    ]
    ask(minutes, now + timedelta(days=3), format=Format.EASY_READ, contact="a@example.org")
    later = now + timedelta(days=14)
    (line,) = [one for one in board_to_do(carers_board, now=later) if "wait for" in one.words]
    assert line.words.startswith("2 people wait for an easy read of")
    assert line.words.endswith("answer by Thursday 30 April 2026")
    assert (line.tone, line.url) == (
        "now",
        reverse("boards_admin:format_requests", args=[carers_board.pk]),
    )
    (line,) = [
        one
        for one in board_to_do(carers_board, now=later + timedelta(days=1))
        if "wait for" in one.words
    ]
    assert line.words.endswith("the answer was due on Thursday 30 April 2026")


def test_my_boards_says_in_which_language_somebody_wants_a_page(
    minutes: MinutesPage, carers_board: BoardPage, now: datetime
) -> None:
    ask(minutes, now, format=Format.LANGUAGE, language="Polish", contact="")
    lines = [one.words for one in board_to_do(carers_board, now=now) if "waits for" in one.words]
    assert lines == [
        f"1 person waits for {minutes.title} in Polish: answer by Thursday 30 April 2026"
    ]


def test_the_secretary_answers_and_the_reader_gets_a_letter(
    client: Client, co_chair: User, asked: FormatRequest, carers_board: BoardPage
) -> None:
    client.force_login(co_chair)
    assert "jo@example.org. Your answer is sent there." in client.get(
        answer_page(asked)
    ).content.decode().replace("</strong>", "")
    empty = client.post(answer_page(asked), {"answer": " "})
    assert "Write what you did." in empty.content.decode()
    assert FormatRequest.objects.get().answered_at is None
    answer = client.post(answer_page(asked), {"answer": "We sent it by post."}, follow=True)
    assert "The answer is noted." in answer.content.decode()
    asked.refresh_from_db()
    assert (asked.answer, asked.answered_by) == ("We sent it by post.", co_chair)
    letter = Letter.objects.get(key__endswith=":answered")
    assert letter.to == "jo@example.org"
    assert "We sent it by post." in letter.words
    again = client.post(answer_page(asked), {"answer": "Twice."}, follow=True)
    assert "This was answered already." in again.content.decode()
    assert FormatRequest.objects.get().answer == "We sent it by post."
    lines = [one.words for one in board_to_do(carers_board, now=timezone.now())]
    assert not any("waits for" in words for words in lines)


@pytest.mark.parametrize(
    "contact", ["", "01632 960200", "jo at example", "a@example.org b@example.org"]
)
def test_who_gave_no_address_gets_no_letter(
    minutes: MinutesPage, co_chair: User, now: datetime, contact: str
) -> None:
    asked = ask(minutes, now, contact=contact)
    answer_format_request(asked=asked, answer="Sent.", answered_by=co_chair, now=now)
    assert email_in(contact) == ""
    assert not Letter.objects.exists()
    assert FormatRequest.objects.get().answer == "Sent."


def test_two_answers_at_once_leave_the_first(asked: FormatRequest, now: datetime) -> None:
    with pytest.raises(AnswerIsEmpty):
        answer_format_request(asked=asked, answer=" ", answered_by=None, now=now)
    answer_format_request(asked=asked, answer="First.", answered_by=None, now=now)
    with pytest.raises(AnsweredAlready):
        answer_format_request(asked=asked, answer="Second.", answered_by=None, now=now)
    assert Letter.objects.count() == 1
    assert FormatRequest.objects.get().answer == "First."


def test_only_those_of_the_board_and_officers_see_and_answer(
    client: Client,
    asked: FormatRequest,
    home: HomePage,
    carers_board: BoardPage,
    co_chair: User,
    other_co_chair: User,
    officer: User,
    member: User,
) -> None:
    of_home = ask(home, timezone.now(), contact="home@example.org")
    of_board = reverse("boards_admin:format_requests", args=[carers_board.pk])
    of_all = reverse("boards_admin:all_format_requests")
    addresses = [of_board, of_all, answer_page(asked), answer_page(of_home)]
    seen = {}
    for user in (co_chair, officer, other_co_chair, member):
        client.force_login(user)
        seen[user.username] = [client.get(address).status_code for address in addresses]
    assert seen == {
        "co_chair": [200, 404, 200, 404],
        "officer": [200, 200, 200, 200],
        "other_co_chair": [404, 404, 404, 404],
        "member": [302, 302, 302, 302],
    }
    client.force_login(other_co_chair)
    assert client.post(answer_page(asked), {"answer": "x"}).status_code == 404
    assert FormatRequest.objects.get(pk=asked.pk).answered_at is None
    client.force_login(officer)
    everything = client.get(of_all).content.decode()
    assert "jo@example.org" in everything
    assert "home@example.org" in everything
    client.post(answer_page(of_home), {"answer": "Done."})
    waiting = client.get(f"{of_all}?state=waiting").content.decode()
    assert "jo@example.org" in waiting
    assert "home@example.org" not in waiting


def test_the_list_has_pages_and_costs_the_same_for_many(
    client: Client, co_chair: User, carers_board: BoardPage, django_assert_max_num_queries: Any
) -> None:
    client.force_login(co_chair)
    listing = reverse("boards_admin:format_requests", args=[carers_board.pk])
    assert "Nobody has asked for anything yet." in client.get(listing).content.decode()
    now = timezone.now()
    FormatRequest.objects.bulk_create(
        FormatRequest(page=carers_board, asked_at=now, contact=f"number {number:03}")
        for number in range(31)
    )
    assert "number 030" not in client.get(listing).content.decode()
    with django_assert_max_num_queries(20):
        assert "number 030" in client.get(f"{listing}?p=2").content.decode()
    assert client.get(f"{listing}?p=nonsense&state=%00").status_code == 200


def test_every_night_the_portal_forgets_old_contacts(
    carers_board: BoardPage, settings: Any
) -> None:
    long_ago = timezone.now() - timedelta(days=100)
    minutes = make_minutes(make_meeting(carers_board, long_ago))
    asked = ask(minutes, long_ago)
    answer_format_request(asked=asked, answer="Sent.", answered_by=None, now=long_ago)
    Letter.objects.all().delete()
    forget_contacts()
    assert FormatRequest.objects.get().contact == ""
