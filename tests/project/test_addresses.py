"""Every public address answers plainly, whatever is put into it: never with a server error."""

from typing import Any

import pytest
from django.core.management import call_command
from django.test import Client

from boards.models import ActionPoint, MinutesPage
from portal.digests.models import DigestList, Edition, Subscriber
from portal.users.models import User
from tests.borough import make_agenda, make_easy_read
from tests.services.kept import kept

TEXTS = [
    "",
    "\x00",
    "a\x00b",
    "x" * 10_000,
    "🚌",
    "' OR 1=1 --",
    "<script>",
    "../../etc/passwd",
    "%s%d{0}",
    "-1",
    "0",
    "9" * 30,
    "9" * 5000,
    "NaN",
    "2026-02-30",
    "late",
]
NAMES = [
    *("q", "page", "board", "state", "topic", "owner", "agreed_from", "agreed_to"),
    *("format", "contact", "next", "list", "outcome", "note", "day", "starts", "hours", "place"),
]
PATHS = [
    "/actions/{}/",
    "/ask-for/{}/",
    "/ask-for/{}/thank-you/",
    "/charter/boards/{}/",
    "/digests/senate/{}/",
    "/digests/{}/1/",
    "/digests/leave/{}/",
    "/actions/report/{}/",
    "/actions/{}/thank-you/",
    "/media/images/{}",
    "/papers/{}/",
    "/papers/{}/file/",
    "/papers/1/versions/{}/file/",
    "/agendas/{}/pack.pdf",
    "/documents/{}/x.pdf",
    "/boards/{}/",
    "/past-meetings/{}/",
    "/attendance/{}/",
    "/visits/{}/",
    "/{}/",
]
WORDS = ["0", "1", "9" * 18, "9" * 30, "9" * 200, "-1", "x", "%00", "%ff", "🚌", "..", "%2e%2e"]


@pytest.fixture
def whole_portal(minutes: MinutesPage, client: Client) -> Client:
    make_agenda(minutes.get_parent().specific)
    make_easy_read(minutes)
    client.raise_request_exception = False
    return client


def addresses() -> list[str]:
    """One good address for each of our names, and each kind of page."""
    minutes = MinutesPage.objects.get()
    action = ActionPoint.objects.first()
    assert action
    return [
        "/",
        "/boards/",
        "/boards/carers/",
        minutes.get_parent().url,
        minutes.url,
        f"{minutes.url}easy-read/",
        "/contact/",
        "/charter/",
        "/charter/boards/carers/",
        "/meetings/",
        "/past-meetings/carers/",
        "/attendance/carers/",
        "/visits/carers/",
        "/actions/",
        "/you-said-we-did/",
        f"{action.get_absolute_url()}thank-you/",
        action.get_absolute_url(),
        "/jargon-buster/",
        "/pictures/",
        f"/ask-for/{minutes.pk}/",
        f"/ask-for/{minutes.pk}/thank-you/",
        "/search/",
        "/digests/",
        "/look.css",
        "/health/",
        "/robots.txt",
    ]


def test_no_query_breaks_a_public_page(whole_portal: Client) -> None:
    call_command("wagtail_update_index", verbosity=0)
    pages_of_wagtail = addresses()[:9]
    for address in addresses():
        for text in TEXTS[1:4] if address in pages_of_wagtail else TEXTS:
            answer = whole_portal.get(address, dict.fromkeys(NAMES, text))
            assert answer.status_code == 200, (address, text[:20])


@pytest.mark.parametrize("method", ["post", "put", "delete", "patch", "options", "trace"])
def test_no_method_breaks_a_public_page(whole_portal: Client, method: str) -> None:
    for address in addresses():
        answer = getattr(whole_portal, method)(address)
        assert answer.status_code in {200, 302, 403, 404, 405}, (address, method)


@pytest.mark.parametrize("path", PATHS)
def test_no_path_breaks_the_portal(whole_portal: Client, path: str) -> None:
    for word in WORDS:
        answer = whole_portal.get(path.format(word))
        assert answer.status_code in {200, 301, 302, 400, 404}, (path, word[:20])


def test_no_query_breaks_an_admin_screen(whole_portal: Client) -> None:
    whole_portal.force_login(User.objects.create_superuser("super", password="a long word"))
    meeting = MinutesPage.objects.get().get_parent()
    action = ActionPoint.objects.first()
    assert action
    screens = [
        "/admin/",
        "/admin/my-boards/",
        "/admin/my-boards/actions/",
        f"/admin/my-boards/actions/{action.pk}/",
        f"/admin/my-boards/{meeting.get_parent().pk}/plan/",
        f"/admin/my-boards/meetings/{meeting.pk}/minutes/",
        "/admin/my-boards/people/",
        f"/admin/my-boards/{meeting.get_parent().pk}/visits/",
        f"/admin/my-boards/{meeting.get_parent().pk}/visits/new/",
        "/admin/charter-matrix/",
        "/admin/sent-mail/",
    ]
    for address in screens:
        for text in ("\x00", "9" * 30, "9" * 5000, "🚌", "x" * 3000):
            answer = whole_portal.get(address, dict.fromkeys(NAMES, text))
            assert answer.status_code == 200, (address, text[:20])
        for text in ("\x00", "9" * 30, "🚌", "<script>"):
            answer = whole_portal.post(address, dict.fromkeys(NAMES, text))
            assert answer.status_code in {200, 302, 400, 404, 405}, (address, text[:20])


def test_numbers_that_nobody_has_are_not_found_in_the_admin(whole_portal: Client) -> None:
    whole_portal.force_login(User.objects.create_superuser("super", password="a long word"))
    for number in ("0", "9" * 18):
        for path in (
            "/admin/my-boards/{}/plan/",
            "/admin/my-boards/{}/visits/",
            "/admin/my-boards/{}/visits/new/",
            "/admin/my-boards/{0}/visits/{0}/",
            "/admin/my-boards/meetings/{}/minutes/",
            "/admin/my-boards/actions/{}/",
            "/admin/my-boards/agendas/{}/matters-arising/",
            "/admin/my-boards/read/{}/",
            "/admin/my-boards/supplements/{}/",
        ):
            assert whole_portal.get(path.format(number)).status_code == 404, (path, number)
        cell = f"/admin/charter-matrix/{number}/{number}/"
        assert whole_portal.post(cell).status_code == 404


def test_an_edition_and_a_way_out_answer_too(edition_and_reader: tuple[Any, Any]) -> None:
    client = Client(raise_request_exception=False)
    edition, reader = edition_and_reader
    for address in (edition.get_absolute_url(), f"/digests/leave/{reader.token}/"):
        for text in TEXTS:
            assert client.get(address, dict.fromkeys(NAMES, text)).status_code == 200
            assert client.post(address, dict.fromkeys(NAMES, text)).status_code in {200, 405}


@kept
def edition_and_reader(home: object, now: Any) -> tuple[Edition, Subscriber]:
    reader = Subscriber.objects.create(list=DigestList.objects.get(), email="kit@example.org")
    edition = Edition.objects.create(
        list=reader.list,
        period_start=now,
        period_end=now.replace(hour=23),
        state="done",
        content={"boards": []},
        frozen_at=now,
    )
    return edition, reader
