"""Wagtail's lists of pages, as those who look after a board use them."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page

from boards.models import AgendaPage, BoardPage, MeetingPage, MinutesPage
from portal.users.models import User
from tests.borough import make_agenda, make_meeting, make_minutes

BULK = "/admin/bulk/wagtailcore/page/publish/"


def edit(page: Page) -> str:
    return reverse("wagtailadmin_pages:edit", args=[page.pk])


def status(client: Client, query: str) -> int:
    return client.get(f"{BULK}?next=/admin/&{query}").status_code


def test_all_in_a_list_means_what_is_listed_and_may_be_seen(
    client: Client,
    co_chair: User,
    other_co_chair: User,
    held_meeting: MeetingPage,
    carers_board: BoardPage,
) -> None:
    agenda = make_agenda(held_meeting)
    agenda.unpublish()
    of_board, of_meeting = f"id=all&childOf={carers_board.pk}", f"id=all&childOf={held_meeting.pk}"
    client.force_login(co_chair)
    for query in (of_board, of_meeting, f"{of_board}&q=Agenda", f"{of_board}&childOf="):
        assert status(client, query) == 200, query
    assert agenda.title in client.get(f"{BULK}?next=/admin/&{of_meeting}").content.decode()
    client.post(f"{BULK}?next=/admin/&{of_meeting}")
    assert AgendaPage.objects.get().live
    AgendaPage.objects.get().unpublish()
    client.force_login(other_co_chair)
    assert status(client, of_meeting) == 404
    assert status(client, f"{of_board}&q=buses") == 404


@pytest.mark.parametrize("query", ["id=all", "id=all&childOf=", "id=all&childOf=99999999"])
def test_all_pages_of_the_site_are_not_chosen_at_once(
    client: Client, co_chair: User, minutes: MinutesPage, autism_board: BoardPage, query: str
) -> None:
    client.force_login(co_chair)
    assert status(client, query) == 404


def test_what_an_address_follows_from_is_not_asked(
    client: Client, co_chair: User, minutes: MinutesPage
) -> None:
    client.force_login(co_chair)
    for page in (minutes, minutes.get_parent()):
        text = client.get(edit(page)).content.decode()
        assert 'name="title"' in text
        assert 'name="slug"' not in text
        assert 'name="show_in_menus"' not in text


def test_who_follows_a_wrong_address_is_led_to_my_boards(client: Client, co_chair: User) -> None:
    client.force_login(co_chair)
    answer = client.get("/admin/my-boards/nowhere/")
    assert answer.status_code == 404
    text = answer.content.decode()
    assert "This page is not here" in text
    assert "Go to My boards" in text
    assert "Wagtail admin" not in text


def test_my_boards_leads_to_the_meeting_and_its_papers_to_change_them(
    client: Client, co_chair: User, carers_board: BoardPage
) -> None:
    now = timezone.now()
    held = make_meeting(carers_board, now - timedelta(days=9))
    minutes = make_minutes(held)
    coming = make_meeting(carers_board, now + timedelta(days=9))
    agenda = make_agenda(coming)
    client.force_login(co_chair)
    text = client.get(reverse("boards_admin:my_boards")).content.decode()
    for page, words in ((coming, "move or cancel"), (agenda, "change"), (minutes, "change")):
        assert f'<a href="{edit(page)}">{words}<' in text, words
    assert edit(held) not in text
    assert "no agenda and" in " ".join(
        text.split()
    )  # the held one had none; there is nothing to wait for
    assert reverse("wagtailadmin_explore", args=[carers_board.pk]) in text


def test_officers_read_my_boards_and_are_not_led_to_change_anything(
    client: Client, officer: User, carers_board: BoardPage
) -> None:
    coming = make_meeting(carers_board, timezone.now() + timedelta(days=9))
    agenda = make_agenda(coming)
    client.force_login(officer)
    text = client.get(reverse("boards_admin:my_boards")).content.decode()
    assert agenda.url in text
    assert edit(agenda) not in text
    assert "move or cancel" not in text
