"""Nothing that was public goes without somebody saying why."""

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.models import PageViewRestriction

from boards.models import BoardPage, MeetingPage, MinutesPage, MinutesRecord
from boards.services import check_trail
from portal.users.models import User

WHY = "It tells of one family."


def audience(page: MeetingPage | MinutesPage | BoardPage) -> str:
    return reverse("boards_admin:who_may_see", args=[page.pk])


@pytest.mark.parametrize("who", ["the_board", "accounts"])
def test_closing_and_opening_say_why_in_the_trail(
    client: Client, co_chair: User, minutes: MinutesPage, held_meeting: MeetingPage, who: str
) -> None:
    client.force_login(co_chair)
    assert "Say why" in client.post(audience(held_meeting), {"audience": who}).content.decode()
    assert Client().get(minutes.url).status_code == 200
    sent = {"audience": who, "reason": WHY}
    assert client.post(audience(held_meeting), sent).status_code == 302
    assert Client().get(minutes.url).status_code == 302  # to the sign-in
    assert minutes.title not in Client().get("/").content.decode()
    line = MinutesRecord.objects.order_by("-sequence")[0]
    assert (line.reason, line.by) == (WHY, "co_chair")
    assert client.get(minutes.url).status_code == 200
    again = {"audience": "everyone", "reason": "The family agrees."}
    assert client.post(audience(held_meeting), again).status_code == 302
    assert Client().get(minutes.url).status_code == 200
    assert check_trail(now=timezone.now()).problems == []


def test_only_those_who_publish_the_page_say_who_sees_it(
    client: Client, other_co_chair: User, minutes: MinutesPage, autism_board: BoardPage
) -> None:
    client.force_login(other_co_chair)
    sent = {"audience": "accounts", "reason": WHY}
    assert client.post(audience(minutes), sent).status_code == 404
    assert not PageViewRestriction.objects.exists()
    assert client.post(audience(autism_board), sent).status_code == 302
    assert PageViewRestriction.objects.get().page_id == autism_board.pk


def test_wagtails_own_window_leads_there_and_changes_nothing(
    client: Client, co_chair: User, held_meeting: MeetingPage
) -> None:
    client.force_login(co_chair)
    window = reverse("wagtailadmin_pages:set_privacy", args=[held_meeting.pk])
    assert audience(held_meeting) in client.get(window).json()["html"]
    assert client.post(window, {"restriction_type": "login"}).status_code == 405
    assert not PageViewRestriction.objects.exists()


@pytest.mark.parametrize("deep", [{}, {"include_descendants": "on"}])
def test_what_holds_public_minutes_is_not_taken_down_without_a_reason(
    client: Client,
    co_chair: User,
    held_meeting: MeetingPage,
    minutes: MinutesPage,
    carers_board: BoardPage,
    deep: dict[str, str],
) -> None:
    client.force_login(co_chair)
    for page in (held_meeting, carers_board):
        unpublish = reverse("wagtailadmin_pages:unpublish", args=[page.pk])
        assert client.post(unpublish, deep).headers["Location"] == audience(page)
        bulk = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "unpublish"])
        client.post(f"{bulk}?id={page.pk}", deep)
    assert Client().get(minutes.url).status_code == 200


def test_no_page_of_a_board_ends_by_itself(
    client: Client, co_chair: User, minutes: MinutesPage
) -> None:
    client.force_login(co_chair)
    sent = {
        "title": minutes.title,
        "slug": minutes.slug,
        "items-count": "0",
        "attendance-TOTAL_FORMS": "0",
        "attendance-INITIAL_FORMS": "0",
        "comments-TOTAL_FORMS": "0",
        "comments-INITIAL_FORMS": "0",
        "expire_at": "2030-01-01 10:00",
    }
    edit = reverse("wagtailadmin_pages:edit", args=[minutes.pk])
    assert "do not end by themselves" in client.post(edit, sent).content.decode()
    for broken in ("items-count", "attendance-TOTAL_FORMS"):
        assert client.post(edit, {**sent, broken: "many"}).status_code < 500
