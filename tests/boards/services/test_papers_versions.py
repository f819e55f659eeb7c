"""What a paper was stays to be had; what never was public does not become so."""

import hashlib
from datetime import datetime
from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser
from django.test import Client

from boards import permissions, services
from boards.models import BoardPage, MeetingPage, Paper
from portal.users.models import User
from tests.paper_files import docx, pdf
from tests.papers import make_agenda_with, make_paper, publish_with, replace

FIRST, SECOND = pdf(), pdf(pages=2)
RESTRICTED = {
    "is_restricted": True,
    "restricted_because": "It is about one person.",
    "look_again_on": "2027-01-01",
}


@pytest.fixture
def paper(carers_board: BoardPage) -> Paper:
    return make_paper(carers_board, "Bookings", "bookings.pdf", FIRST)


def body(answer: Any) -> bytes:
    return b"".join(answer)


def test_every_file_is_kept_and_has_its_number(
    client: Client, co_chair: User, paper: Paper, coming_meeting: MeetingPage
) -> None:
    make_agenda_with(coming_meeting, paper)
    client.force_login(co_chair)
    said = {"change_reason": "The figures for March were corrected"}
    assert replace(client, paper, "new.pdf", SECOND, **said).status_code == 302
    first, second = paper.versions.order_by("number")
    assert (first.number, second.number) == (1, 2)
    assert first.sha256 == hashlib.sha256(FIRST).hexdigest()
    assert (second.kind, second.size, second.file_name) == ("pdf", len(SECOND), "new.pdf")
    assert second.reason == said["change_reason"]
    assert second.added_by == co_chair
    client.logout()
    assert body(client.get(f"/papers/{paper.pk}/file/")) == SECOND
    assert body(client.get(f"/papers/{paper.pk}/versions/1/file/")) == FIRST
    page = client.get(f"/papers/{paper.pk}/").content.decode()
    for words in (first.sha256, second.sha256, said["change_reason"], "Version 1", "Carers"):
        assert words in page


def test_saving_without_another_file_makes_no_version(
    client: Client, co_chair: User, paper: Paper
) -> None:
    client.force_login(co_chair)
    assert replace(client, paper, "", None, title="Bookings of the year").status_code == 302
    assert replace(client, paper, "same.pdf", FIRST).status_code == 302
    assert paper.versions.count() == 1


def test_a_public_file_is_replaced_with_a_reason_only(
    client: Client, co_chair: User, paper: Paper, coming_meeting: MeetingPage
) -> None:
    client.force_login(co_chair)
    assert replace(client, paper, "draft.pdf", SECOND).status_code == 302, "nobody saw it yet"
    make_agenda_with(coming_meeting, paper)
    answer = replace(client, paper, "new.pdf", docx())
    assert "file" in answer.context["form"].errors
    answer = replace(client, paper, "new.pdf", FIRST)
    assert "Say what is different in the new file." in answer.content.decode()
    assert "could not be found" not in answer.content.decode()
    paper.refresh_from_db()
    assert paper.versions.count() == 2
    assert paper.file.storage.exists(paper.file.name), "the file that was there stays"


def test_a_version_that_nobody_saw_is_for_insiders(
    client: Client, co_chair: User, paper: Paper, coming_meeting: MeetingPage
) -> None:
    client.force_login(co_chair)
    replace(client, paper, "new.pdf", SECOND)
    make_agenda_with(coming_meeting, paper)
    first = f"/papers/{paper.pk}/versions/1/file/"
    assert client.get(first).headers["Cache-Control"] == "private, no-store"
    assert "was never public" in client.get(f"/papers/{paper.pk}/").content.decode()
    client.logout()
    assert client.get(first).status_code == 404
    assert client.get(f"/papers/{paper.pk}/versions/2/file/").status_code == 200
    page = client.get(f"/papers/{paper.pk}/").content.decode()
    assert "Version 1" not in page


def test_opening_a_closed_paper_does_not_open_what_it_was_before(
    client: Client, carers_board: BoardPage, coming_meeting: MeetingPage, co_chair: User
) -> None:
    paper = make_paper(carers_board, "Report", "report.pdf", FIRST, **RESTRICTED)
    make_agenda_with(coming_meeting, paper)
    client.force_login(co_chair)
    replace(client, paper, "without-names.pdf", SECOND, change_reason="Without the names")
    client.logout()
    assert client.get(f"/papers/{paper.pk}/versions/2/file/").status_code == 200
    assert client.get(f"/papers/{paper.pk}/versions/1/file/").status_code == 404
    assert paper.versions.get(number=2).was_public
    assert not paper.versions.get(number=1).was_public


def test_what_was_on_a_published_agenda_is_never_deleted(
    client: Client, co_chair: User, paper: Paper, coming_meeting: MeetingPage
) -> None:
    client.force_login(co_chair)
    agenda = make_agenda_with(coming_meeting, paper)
    publish_with(agenda)
    for address in (
        f"/admin/documents/delete/{paper.pk}/",
        f"/admin/documents/multiple/{paper.pk}/delete/",
        f"/admin/bulk/boards/paper/delete/?id={paper.pk}",
    ):
        client.post(address)
        assert Paper.objects.filter(pk=paper.pk).exists(), address
    paper.placements.all().delete()
    client.post(f"/admin/documents/delete/{paper.pk}/")
    assert not Paper.objects.filter(pk=paper.pk).exists()


def test_what_one_may_open_is_what_was_public_and_the_newest(
    paper: Paper, officer: User, co_chair: User, member: User
) -> None:
    for number, was_public in ((2, True), (3, False), (4, False)):
        first = paper.versions.get(number=1)
        first.pk, first.number, first.was_public = None, number, was_public
        first.save()
    for insider in (officer, co_chair):
        opened = permissions.versions_opened_by(insider, paper)
        assert [version.number for version in opened] == [4, 3, 2, 1]
    for stranger in (member, AnonymousUser()):
        opened = permissions.versions_opened_by(stranger, paper)
        assert [version.number for version in opened] == [4, 2]


def test_following_a_paper_twice_does_no_harm(paper: Paper, now: datetime) -> None:
    again = services.keep_paper_version(paper=paper, now=now)
    assert again == services.keep_paper_version(paper=paper, now=now) == paper.versions.get()


def test_a_paper_whose_file_is_gone_breaks_nothing(
    client: Client, paper: Paper, coming_meeting: MeetingPage
) -> None:
    make_agenda_with(coming_meeting, paper)
    version = paper.versions.get()
    version.file.storage.delete(version.file.name)
    assert client.get(f"/papers/{paper.pk}/file/").status_code == 404
    assert client.get(f"/papers/{paper.pk}/").status_code == 200
