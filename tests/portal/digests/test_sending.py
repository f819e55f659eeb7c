"""Handing copies to a mail server that accepts, refuses, stalls or hangs up: each goes out once."""

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from django.core import mail
from django.urls import reverse
from pytest_django.fixtures import Settings

from portal.digests.emails import EditionMail
from portal.digests.enums import DeliveryState, EditionState
from portal.digests.models import Delivery, Edition
from portal.digests.services import leave, recover_lost, send_edition
from portal.digests.tasks import recover_editions
from portal.digests.tasks import send_edition as send_edition_task
from tests.services.mail_server import MailServer
from tests.services.ports import free_port

MO, SY = "mo.carers@example.org", "sy.carers@example.org"
MINUTE = timedelta(minutes=1)


@pytest.fixture
def server(mail_server: MailServer) -> MailServer:
    return mail_server


@pytest.fixture
def send(edition: Edition) -> Callable[[datetime], int]:
    return lambda at: send_edition(edition=edition, clock=lambda: at)


def states() -> dict[str, str]:
    return dict(Delivery.objects.values_list("subscriber__email", "state"))


def copy_of(address: str) -> Delivery:
    return Delivery.objects.get(subscriber__email=address)


Send = Callable[[datetime], int]


def test_each_reader_gets_one_copy(
    edition: Edition, server: MailServer, send: Send, now: datetime
) -> None:
    assert send(now) == 2
    assert states() == {MO: DeliveryState.SENT, SY: DeliveryState.SENT}
    assert copy_of(MO).sent_at == now
    edition.refresh_from_db()
    assert edition.state == EditionState.DONE
    assert send(now + MINUTE) == 0
    assert send(now + 1000 * MINUTE) == 0
    assert server.received == [MO, SY]


def test_who_leaves_between_freezing_and_sending_gets_nothing(
    edition: Edition, server: MailServer, send: Send, now: datetime
) -> None:
    leave(subscriber=copy_of(MO).subscriber)
    assert send(now) == 1
    assert states() == {MO: DeliveryState.SUPPRESSED, SY: DeliveryState.SENT}
    assert server.received == [SY]
    edition.refresh_from_db()
    assert edition.state == EditionState.DONE


@pytest.mark.parametrize("when", ["at_address", "at_end"])
def test_a_server_that_says_later_is_asked_again_ever_more_patiently(
    edition: Edition, server: MailServer, send: Send, now: datetime, when: str
) -> None:
    getattr(server, when)[MO] = "451 try again later"
    send(now)
    copy = copy_of(MO)
    assert (copy.state, copy.attempts, copy.next_at) == ("pending", 1, now + MINUTE)
    assert copy.answer == "451 try again later"
    assert states()[SY] == DeliveryState.SENT
    assert send(now + MINUTE / 2) == 0
    assert copy_of(MO).attempts == 1
    waits = []
    at = copy.next_at
    for _ in range(3):
        send(at)
        waits.append((copy_of(MO).next_at - at) / MINUTE)
        at = copy_of(MO).next_at
    assert waits == [2, 4, 8]
    getattr(server, when).clear()
    assert send(at) == 1
    assert server.received == [MO, SY]
    edition.refresh_from_db()
    assert edition.state == EditionState.DONE


def test_a_server_that_always_says_later_is_given_up_after_eight_tries(
    edition: Edition, server: MailServer, send: Send, now: datetime
) -> None:
    server.at_address[MO] = "450 busy"
    at = now
    for _ in range(20):
        send(at)
        at += 200 * MINUTE
    copy = copy_of(MO)
    assert (copy.state, copy.attempts) == (DeliveryState.FAILED, 8)
    edition.refresh_from_db()
    assert edition.state == EditionState.DONE


@pytest.mark.parametrize("when", ["at_address", "at_end"])
def test_a_server_that_refuses_is_not_asked_again(
    server: MailServer, send: Send, now: datetime, when: str
) -> None:
    getattr(server, when)[MO] = "550 no such person"
    send(now)
    getattr(server, when).clear()
    send(now + 1000 * MINUTE)
    assert states() == {MO: DeliveryState.FAILED, SY: DeliveryState.SENT}
    assert copy_of(MO).answer == "550 no such person"
    assert server.received == [SY]


@pytest.mark.parametrize("answer", ["hang up", "stall"])
def test_a_copy_whose_fate_is_not_known_is_never_sent_again(
    edition: Edition, server: MailServer, send: Send, now: datetime, answer: str
) -> None:
    server.at_end[MO] = answer
    assert send(now) == 1
    assert states() == {MO: DeliveryState.UNKNOWN, SY: DeliveryState.SENT}
    server.at_end.clear()
    recover_lost(now=now + 1000 * MINUTE)
    send(now + 1000 * MINUTE)
    assert states()[MO] == DeliveryState.UNKNOWN
    assert server.received == [MO, SY]
    edition.refresh_from_db()
    assert edition.state == EditionState.DONE


def test_a_server_that_ends_the_line_between_two_copies_is_called_again(
    server: MailServer, send: Send, now: datetime
) -> None:
    server.at_end[MO] = "421 no more over this line"
    send(now)
    assert states()[SY] == DeliveryState.SENT
    server.at_end.clear()
    send(now + MINUTE)
    assert states() == {MO: DeliveryState.SENT, SY: DeliveryState.SENT}
    assert server.received == [MO, SY]


@pytest.mark.parametrize("host", ["127.0.0.1", "no-such-host.invalid"])
def test_a_server_that_cannot_be_reached_leaves_all_copies_waiting(
    edition: Edition,
    server: MailServer,
    send: Send,
    now: datetime,
    settings: Settings,
    host: str,
) -> None:
    reachable = settings.EMAIL_HOST, settings.EMAIL_PORT
    settings.EMAIL_HOST, settings.EMAIL_PORT = host, free_port()
    for tries in range(10):
        assert send(now + tries * MINUTE) == 0
    assert states() == {MO: DeliveryState.PENDING, SY: DeliveryState.PENDING}
    edition.refresh_from_db()
    assert edition.state == EditionState.SENDING
    settings.EMAIL_HOST, settings.EMAIL_PORT = reachable
    assert send(now + 10 * MINUTE) == 2
    assert server.received == [MO, SY]


@pytest.mark.parametrize("broken", ["words", "head"])
def test_a_copy_that_cannot_be_written_has_failed_and_the_others_go_out(
    server: MailServer, send: Send, now: datetime, monkeypatch: pytest.MonkeyPatch, broken: str
) -> None:
    written = EditionMail.to

    def to(edition_mail: EditionMail, copy: Delivery) -> mail.EmailMultiAlternatives:
        message = written(edition_mail, copy)
        if copy.subscriber.email == MO:
            message.subject = {"head": "Two\nlines"}[broken]
        return message

    monkeypatch.setattr(EditionMail, "to", to)
    assert send(now) == 1
    recover_lost(now=now + 1000 * MINUTE)
    assert states() == {MO: DeliveryState.FAILED, SY: DeliveryState.SENT}
    assert copy_of(MO).answer.startswith("It could not be written (")
    assert server.received == [SY]


def test_a_copy_that_another_sender_holds_is_left_to_it(
    edition: Edition, server: MailServer, send: Send, now: datetime
) -> None:
    Delivery.objects.filter(pk=copy_of(MO).pk).update(
        state=DeliveryState.CLAIMED, lease_until=now + MINUTE
    )
    assert send(now) == 1
    assert server.received == [SY]
    recover_lost(now=now + MINUTE)
    assert copy_of(MO).state == DeliveryState.CLAIMED
    recover_lost(now=now + 2 * MINUTE)
    assert copy_of(MO).state == DeliveryState.PENDING
    assert send(now + 2 * MINUTE) == 1
    assert server.received == [MO, SY]


def test_a_copy_whose_sender_died_while_handing_over_is_for_a_person_to_look_at(
    edition: Edition, server: MailServer, send: Send, now: datetime
) -> None:
    Delivery.objects.filter(pk=copy_of(MO).pk).update(
        state=DeliveryState.HANDING_OVER, lease_until=now + MINUTE
    )
    recover_lost(now=now)
    assert copy_of(MO).state == DeliveryState.HANDING_OVER
    recover_lost(now=now + 2 * MINUTE)
    assert copy_of(MO).state == DeliveryState.UNKNOWN
    assert "stopped while handing it over" in copy_of(MO).answer
    send(now + 2 * MINUTE)
    assert server.received == [SY]


def test_a_copy_tells_mail_programs_how_to_leave(
    edition: Edition, server: MailServer, send: Send, now: datetime, settings: Settings
) -> None:
    settings.PUBLIC_URL = "https://portal.example"
    send(now)
    for message in server.messages:
        copy = copy_of(str(message["To"]))
        way_out = "https://portal.example" + reverse("digests:leave", args=[copy.subscriber.token])
        assert message["List-Unsubscribe"].strip() == f"<{way_out}>"
        assert message["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
        assert message["Message-ID"].strip() == copy.message_id
        telling = [name for name, value in message.items() if str(copy.subscriber.token) in value]
        assert telling == ["List-Unsubscribe"]  # answers and logs carry the other headers
        parts = [part for part in message.walk() if not part.is_multipart()]
        assert [part.get_content_type() for part in parts] == ["text/plain", "text/html"]
        for part in parts:
            payload = part.get_payload(decode=True)
            assert isinstance(payload, bytes)
            text = payload.decode()
            assert way_out in text
            assert "way-out.invalid" not in text
            assert "Ask for a later bus." in text
            assert "https://portal.example/boards/carers/" in text


def test_the_message_id_is_the_same_for_every_try_and_different_for_each_copy(
    edition: Edition,
) -> None:
    mail = EditionMail(edition)
    ids = [mail.to(copy).extra_headers["Message-ID"] for copy in edition.deliveries.all()]
    again = [mail.to(copy).extra_headers["Message-ID"] for copy in edition.deliveries.all()]
    assert ids == again
    assert len(set(ids)) == 2


def test_regular_work_sends_what_waits_and_doing_it_twice_sends_nothing_more(
    edition: Edition,
) -> None:
    recover_editions()
    recover_editions()
    send_edition_task(edition_id=edition.pk)
    send_edition_task(edition_id=10**6)
    assert sorted(message.to[0] for message in mail.outbox) == [MO, SY]
