"""What no browser of ours sends gets a clear answer, never a server error."""

import json

import pytest
from django.test import Client
from django.urls import reverse

from boards.models import BoardPage, MeetingPage, MinutesPage
from portal.home.models import HomePage
from portal.users.models import User
from tests.borough import make_agenda

SEARCHES = (
    "/admin/pages/{page}/?q={words}",
    "/admin/choose-page/search/?q={words}",
    "/admin/documents/?q={words}",
    "/admin/documents/chooser/results/?q={words}",
    "/admin/documents/results/?usage_count_max=5&q={words}",
    "/admin/pages/usage/boards/agendapage/?q={words}",
    "/admin/api/main/pages/?search={words}",
)


@pytest.fixture
def secretary(client: Client, co_chair: User) -> Client:
    client.force_login(co_chair)
    client.raise_request_exception = False
    return client


@pytest.mark.parametrize("address", SEARCHES)
def test_searches_of_the_admin_take_any_sign(
    address: str, secretary: Client, carers_board: BoardPage
) -> None:
    for words in ('"', "%00", 'bus"', "bus"):
        there = address.format(page=carers_board.pk, words=words)
        assert secretary.get(there).status_code == 200, there


def test_numbers_that_no_database_can_compare_are_no_choice(
    secretary: Client, carers_board: BoardPage, coming_meeting: MeetingPage
) -> None:
    long = "9" * 22
    plan = reverse("boards_admin:plan_meeting", args=[carers_board.pk])
    ask = reverse("boards_admin:together", args=[coming_meeting.pk])
    matter = reverse("boards_admin:pass_matter", args=[carers_board.pk])
    for address, name in ((plan, "together_with"), (ask, "boards"), (matter, "to_board")):
        for value in (long, "x", "-1"):
            assert secretary.post(address, {name: value}).status_code == 200, (address, value)


@pytest.mark.parametrize("kind", ["documents", "images"])
@pytest.mark.parametrize("key", ["x", "%00", "9" * 30])
def test_choosers_take_numbers(kind: str, key: str, secretary: Client) -> None:
    assert secretary.get(f"/admin/{kind}/chooser/chosen/{key}/").status_code == 404


@pytest.mark.parametrize("text", ["[]", '"x"', "[" * 5000, "{", json.dumps({"blocks": 1})])
def test_a_text_that_no_editor_sends_is_refused(
    text: str, secretary: Client, coming_meeting: MeetingPage
) -> None:
    agenda = make_agenda(coming_meeting)
    sent = {
        "title": "Agenda",
        "slug": "agenda",
        "items-count": "1",
        "items-0-type": "item",
        "items-0-order": "0",
        "items-0-deleted": "",
        "items-0-id": "",
        "items-0-value-title": "Buses",
        "items-0-value-purpose": "know",
        "items-0-value-summary": text,
        "items-0-value-papers-count": "0",
        "comments-TOTAL_FORMS": "0",
        "comments-INITIAL_FORMS": "0",
    }
    answer = secretary.post(reverse("wagtailadmin_pages:edit", args=[agenda.pk]), sent)
    assert answer.status_code == 400
    assert "what you wrote is still there" in answer.content.decode()


def test_a_version_has_a_number(secretary: Client, minutes: MinutesPage) -> None:
    edit = reverse("wagtailadmin_pages:edit", args=[minutes.pk])
    assert secretary.post(edit, {"overwrite_revision_id": "x"}).status_code == 400


@pytest.mark.parametrize("path", ["/actions/report/T", "/proposals/U", "/digests/leave/U"])
def test_a_key_without_its_last_slash_is_kept_by_nobody_either(
    path: str, client: Client, home: HomePage
) -> None:
    answer = client.get(path)
    assert answer.status_code in (301, 404)
    assert answer["Referrer-Policy"] == "no-referrer"
    assert answer["Cache-Control"] == "private, no-store"
