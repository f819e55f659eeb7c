"""E-mails to single people, handed to a mail server that accepts, refuses or hangs up."""

from collections.abc import Callable
from datetime import datetime, timedelta
from importlib import import_module
from typing import Any

import pytest
from django.apps import apps
from django.core import mail
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pytest_django.fixtures import Settings

from boards.enums import LetterState
from boards.models import BoardPage, Letter, MinutesPage
from boards.selectors.owners import letters_to_do, other_lost_letters
from boards.services import (
    forget_old_letters,
    recover_letters,
    send_letters,
    write_letter,
)
from boards.tasks import send_letters as send_letters_task
from portal.users.models import User
from tests.services.mail_server import MailServer
from tests.services.ports import free_port

KIT, LEE = "kit@example.org", "lee@example.org"
MINUTE = timedelta(minutes=1)
Write = Callable[..., Letter]


@pytest.fixture
def write(db: None, now: datetime) -> Write:
    def _write(to: str = KIT, key: str = "", at: datetime = now, **more: Any) -> Letter:
        facts = {
            "subject": "How far is it?",
            "words": "Hello,\n\nplease <tell> us.",
            "link": "/actions/",
            "link_words": "Tell us",
        } | more
        return write_letter(key=key or f"about:{to}", to=to, now=at, **facts)

    return _write


def send(at: datetime) -> int:
    return send_letters(clock=lambda: at)


def state_of(letter: Letter) -> str:
    letter.refresh_from_db()
    return letter.state


def test_a_letter_is_sent_once(write: Write, mail_server: MailServer, now: datetime) -> None:
    letter = write()
    assert send(now) == 1
    assert send(now + 1000 * MINUTE) == 0
    assert state_of(letter) == LetterState.SENT
    assert letter.sent_at == now
    (message,) = mail_server.messages
    assert message["Message-ID"] == letter.message_id


def test_a_letter_has_its_words_and_its_button_as_text_and_as_a_page(
    write: Write, mail_server: MailServer, now: datetime, settings: Settings
) -> None:
    settings.PUBLIC_URL = "https://portal.example"
    write()
    send(now)
    (message,) = mail_server.messages
    parts = [part for part in message.walk() if not part.is_multipart()]
    assert [part.get_content_type() for part in parts] == ["text/plain", "text/html"]
    plain, html = (_text(part) for part in parts)
    assert "please <tell> us." in plain
    assert "please &lt;tell&gt; us." in html
    for text in (plain, html):
        assert "https://portal.example/actions/" in text
        assert "Tell us" in text


def _text(part: Any) -> str:
    payload = part.get_payload(decode=True)
    assert isinstance(payload, bytes)
    return payload.decode()


def test_the_same_thing_is_written_once_and_keeps_its_first_words(
    write: Write, mail_server: MailServer, now: datetime
) -> None:
    first = write(key="one", words="First")
    assert write(key="one", words="Second", to=LEE).pk == first.pk
    send(now)
    write(key="one", words="Third")
    send(now + MINUTE)
    assert mail_server.received == [KIT]
    assert Letter.objects.get().words == "First"


def test_a_subject_cannot_smuggle_in_a_header(
    write: Write, mail_server: MailServer, now: datetime
) -> None:
    write(subject=f"Hello\r\nBcc: {LEE}\r\n" + "x" * 300)
    assert send(now) == 1
    (message,) = mail_server.messages
    assert message["Bcc"] is None
    assert str(message["Subject"]).startswith(f"Hello Bcc: {LEE} xxx")


@pytest.mark.parametrize("when", ["at_address", "at_end"])
def test_a_server_that_says_later_is_asked_again_ever_more_patiently(
    write: Write, mail_server: MailServer, now: datetime, when: str
) -> None:
    letter, other = write(KIT), write(LEE)
    getattr(mail_server, when)[KIT] = "450 busy"
    assert send(now) == 1
    assert (state_of(letter), state_of(other)) == (LetterState.PENDING, LetterState.SENT)
    assert (letter.attempts, letter.next_at, letter.answer) == (1, now + MINUTE, "450 busy")
    assert send(now + MINUTE / 2) == 0
    send(now + MINUTE)
    assert (state_of(letter), letter.next_at) == (LetterState.PENDING, now + 3 * MINUTE)
    getattr(mail_server, when).clear()
    assert send(now + 3 * MINUTE) == 1
    assert mail_server.received == [KIT, LEE]


def test_a_server_that_ends_the_line_is_called_again(
    write: Write, mail_server: MailServer, now: datetime
) -> None:
    letter, other = write(KIT), write(LEE)
    mail_server.at_end[KIT] = "421 closing"
    assert send(now) == 1
    assert (state_of(letter), state_of(other)) == (LetterState.PENDING, LetterState.SENT)
    mail_server.at_end.clear()
    assert send(now + MINUTE) == 1
    assert mail_server.received == [KIT, LEE]


@pytest.mark.parametrize("when", ["at_address", "at_end"])
def test_a_server_that_refuses_is_not_asked_again(
    write: Write, mail_server: MailServer, now: datetime, when: str
) -> None:
    letter = write(KIT)
    write(LEE)
    getattr(mail_server, when)[KIT] = "550 no such person"
    assert send(now) == 1
    getattr(mail_server, when).clear()
    assert send(now + 1000 * MINUTE) == 0
    assert (state_of(letter), letter.answer) == (LetterState.FAILED, "550 no such person")
    assert mail_server.received == [LEE]


@pytest.mark.parametrize("answer", ["hang up", "stall"])
def test_a_letter_whose_fate_is_not_known_is_never_sent_again(
    write: Write, mail_server: MailServer, now: datetime, answer: str
) -> None:
    letter = write(KIT)
    write(LEE)
    mail_server.at_end[KIT] = answer
    assert send(now) == 1
    mail_server.at_end.clear()
    recover_letters(now=now + 1000 * MINUTE)
    assert send(now + 1000 * MINUTE) == 0
    assert state_of(letter) == LetterState.UNKNOWN
    assert mail_server.received == [KIT, LEE]


def test_while_the_server_is_away_all_letters_wait(
    write: Write, mail_server: MailServer, now: datetime, settings: Settings
) -> None:
    letter, right = write(), settings.EMAIL_PORT
    settings.EMAIL_PORT = free_port()
    for tries in range(10):
        assert send(now + tries * MINUTE) == 0
    assert (state_of(letter), letter.attempts) == (LetterState.PENDING, 0)
    settings.EMAIL_PORT = right
    assert send(now + 10 * MINUTE) == 1
    assert mail_server.received == [KIT]


def test_what_a_dead_sender_left_is_taken_up_only_if_it_was_not_begun(
    write: Write, mail_server: MailServer, now: datetime
) -> None:
    claimed, begun = write(KIT), write(LEE)
    for letter, state in ((claimed, LetterState.CLAIMED), (begun, LetterState.HANDING_OVER)):
        Letter.objects.filter(pk=letter.pk).update(state=state, lease_until=now + MINUTE)
    recover_letters(now=now + MINUTE)
    assert send(now + MINUTE) == 0
    assert (state_of(claimed), state_of(begun)) == (LetterState.CLAIMED, LetterState.HANDING_OVER)
    recover_letters(now=now + 2 * MINUTE)
    assert send(now + 2 * MINUTE) == 1
    assert (state_of(claimed), state_of(begun)) == (LetterState.SENT, LetterState.UNKNOWN)
    assert mail_server.received == [KIT]


def test_old_letters_are_emptied_and_still_not_written_again(write: Write, now: datetime) -> None:
    letter = write()
    assert send(now) == 1
    assert forget_old_letters(now=now + timedelta(days=89)) == 0
    assert forget_old_letters(now=now + timedelta(days=91)) == 1
    assert forget_old_letters(now=now + timedelta(days=91)) == 0
    letter.refresh_from_db()
    assert (letter.to, letter.words, letter.link) == ("", "", "")
    write(at=now + timedelta(days=92))
    assert send(now + timedelta(days=92)) == 0
    assert len(mail.outbox) == 1


def test_a_letter_that_waits_is_not_emptied(write: Write, now: datetime) -> None:
    write()
    assert forget_old_letters(now=now + timedelta(days=400)) == 0
    assert Letter.objects.get().to == KIT


def test_writing_wakes_the_worker_after_the_commit(
    write: Write, django_capture_on_commit_callbacks: Any
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        write()
        assert mail.outbox == []
    assert [message.to for message in mail.outbox] == [[KIT]]


def test_two_turns_send_no_more_than_one(write: Write) -> None:
    write()
    send_letters_task()
    send_letters_task()
    assert len(mail.outbox) == 1


@pytest.mark.parametrize(
    ("state", "words"),
    [
        (LetterState.FAILED, "An e-mail could not be delivered: Write to the bus company"),
        (LetterState.UNKNOWN, "An e-mail may not have arrived: Write to the bus company"),
        (LetterState.SENT, ""),
        (LetterState.PENDING, ""),
    ],
)
def test_a_letter_that_did_not_arrive_is_told_to_its_board_alone(
    write: Write,
    minutes: MinutesPage,
    carers_board: BoardPage,
    autism_board: BoardPage,
    now: datetime,
    state: LetterState,
    words: str,
) -> None:
    action = minutes.actions.get(position=2)
    lost = write(key="first", action=action)
    sent_at = now if state == LetterState.SENT else None
    Letter.objects.filter(pk=lost.pk).update(state=state, sent_at=sent_at)
    boards = [carers_board, autism_board]
    to_dos = letters_to_do(boards, now=now)
    assert [to_do.words for to_do in to_dos.get(carers_board.pk, [])] == ([words] if words else [])
    assert autism_board.pk not in to_dos
    write(key="second", action=action, at=now + MINUTE)
    assert letters_to_do(boards, now=now + MINUTE) == {}


def test_a_letter_about_no_action_that_may_not_have_arrived_is_told_to_officers_alone(
    write: Write, client: Client, officer: User, co_chair: User
) -> None:
    now, desk = timezone.now(), reverse("boards_admin:my_boards")
    screen = reverse("boards_admin:answer_matter", args=[1])
    write(key="matter", link=screen, at=now)
    write(key="proposal", link="/proposals/its-key/", at=now)
    write(key="long ago", at=now - timedelta(days=15))
    Letter.objects.update(state=LetterState.UNKNOWN)
    words = "An e-mail may not have arrived: “"
    client.force_login(co_chair)
    assert words not in client.get(desk).content.decode()
    client.force_login(officer)
    told = client.get(desk).content.decode()
    assert told.count(words) == 2
    assert f'<a href="{screen}">' in told
    assert "its-key" not in told
    assert [to_do.url for to_do in other_lost_letters(now=now)] == [screen, desk]


def test_an_update_reads_the_action_of_a_letter_from_its_key(
    write: Write, minutes: MinutesPage
) -> None:
    """Letters that were written before there was a field."""
    action = minutes.actions.get(position=2)
    keys = [f"action:{action.pk}:report:1", "action:999999:report:1", "action:x:1", "other"]
    letters = [write(key=key) for key in keys]
    migration = import_module("boards.migrations.0020_fields_for_what_stood_in_words")
    migration.read_words(apps, None)
    for letter in letters:
        letter.refresh_from_db()
    assert [letter.action for letter in letters] == [action, None, None, None]
