"""“Sent mail”: the demonstration's letter box, for the person who looks after the site only."""

from pathlib import Path

import pytest
from django.core.mail import EmailMultiAlternatives
from django.test import Client
from pytest_django.fixtures import Settings

from portal.mailbox.backend import FileBackend
from portal.mailbox.selectors import one_mail, sent_mail
from portal.users.models import User


@pytest.fixture
def letters(tmp_path: Path, settings: Settings) -> list[str]:
    """Two letters in an own letter box; their names, the latest first."""
    settings.MAIL_DIR = tmp_path / "mail"
    for number in (1, 2):
        message = EmailMultiAlternatives(
            f"Letter {number} “ü”", "Plain words 🚌", "from@example.org", ["to@example.org"]
        )
        message.attach_alternative("<p>Rich words</p>", "text/html")
        FileBackend().send_messages([message])
    return [mail.name for mail in sent_mail(limit=10)]


@pytest.fixture
def superuser(db: None) -> User:
    return User.objects.create_superuser("super", password="a long enough password")


def test_letters_are_kept_whole_and_the_latest_comes_first(letters: list[str]) -> None:
    mails = sent_mail(limit=10)
    assert {mail.subject for mail in mails} == {"Letter 1 “ü”", "Letter 2 “ü”"}
    assert [mail.name for mail in mails] == sorted(letters, reverse=True)
    assert mails[0].text == "Plain words 🚌"
    assert mails[0].html == "<p>Rich words</p>"
    assert mails[0].to == "to@example.org"
    assert len(sent_mail(limit=1)) == 1


def test_the_person_who_looks_after_the_site_reads_the_letters(
    client: Client, superuser: User, letters: list[str]
) -> None:
    client.force_login(superuser)
    assert "Letter 1" in client.get("/admin/sent-mail/").content.decode()
    page = client.get(f"/admin/sent-mail/{letters[0]}/").content.decode()
    assert "Plain words" in page
    assert client.get("/admin/sent-mail/no-such-letter/").status_code == 404


def test_nobody_else_reads_them(
    client: Client, co_chair: User, officer: User, letters: list[str]
) -> None:
    addresses = ["/admin/sent-mail/", f"/admin/sent-mail/{letters[0]}/"]
    for person in (None, co_chair, officer):
        if person:
            client.force_login(person)
        for address in addresses:
            answer = client.get(address, follow=True)
            assert "Letter 1" not in answer.content.decode()
            assert "Plain words" not in answer.content.decode()


def test_there_are_none_outside_the_demonstration(
    client: Client, superuser: User, letters: list[str], settings: Settings
) -> None:
    settings.DEMONSTRATION = False
    client.force_login(superuser)
    for address in ("/admin/sent-mail/", f"/admin/sent-mail/{letters[0]}/"):
        answer = client.get(address)
        assert answer.status_code in {302, 403}
        assert "Letter" not in client.get(address, follow=True).content.decode()
    assert "Sent mail" not in client.get("/admin/").content.decode()


@pytest.mark.parametrize("name", ["../secret_key", "..", "", "/etc/passwd", "a/b", "x" * 200])
def test_names_that_are_not_of_our_making_find_nothing(letters: list[str], name: str) -> None:
    assert one_mail(name=letters[0]) is not None
    assert one_mail(name=name) is None


def test_an_empty_letter_box_is_no_error(
    client: Client, superuser: User, tmp_path: Path, settings: Settings
) -> None:
    settings.MAIL_DIR = tmp_path / "not-there"
    client.force_login(superuser)
    assert client.get("/admin/sent-mail/").status_code == 200
