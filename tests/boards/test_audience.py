"""Nothing that was public goes without somebody saying why."""

from datetime import datetime, timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.models import PageViewRestriction

from boards.models import BoardPage, MeetingPage, MinutesPage, MinutesRecord
from boards.services import check_trail
from portal.users.models import User
from tests.borough import make_meeting, restrict

WHY = "It tells of one family."


def unchanged(minutes: MinutesPage) -> dict[str, str]:
    """What the editor sends for minutes without items and people."""
    return {
        "title": minutes.title,
        "slug": minutes.slug,
        "items-count": "0",
        "attendance-TOTAL_FORMS": "0",
        "attendance-INITIAL_FORMS": "0",
        "comments-TOTAL_FORMS": "0",
        "comments-INITIAL_FORMS": "0",
    }


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
    assert not check_trail(now=timezone.now()).problems.exists()


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


@pytest.mark.parametrize("kind", ["password", "groups"])
def test_what_was_closed_in_another_way_is_not_told_as_one_of_ours(
    client: Client, co_chair: User, held_meeting: MeetingPage, autism_board: BoardPage, kind: str
) -> None:
    password = "secret" if kind == "password" else ""
    closed = PageViewRestriction.objects.create(
        page=held_meeting, restriction_type=kind, password=password
    )
    if kind == "groups":
        closed.groups.add(autism_board.editors)
    client.force_login(co_chair)
    window = reverse("wagtailadmin_pages:set_privacy", args=[held_meeting.pk])
    pages = [client.get(window).json()["html"], client.get(audience(held_meeting)).content.decode()]
    assert all("with a password, or other groups" in page for page in pages)
    assert not any(" checked" in page for page in pages)


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
    sent = unchanged(minutes) | {"expire_at": "2030-01-01 10:00"}
    edit = reverse("wagtailadmin_pages:edit", args=[minutes.pk])
    assert "do not end by themselves" in client.post(edit, sent).content.decode()
    for broken in ("items-count", "attendance-TOTAL_FORMS"):
        assert client.post(edit, {**sent, broken: "many"}).status_code < 500


def test_minutes_are_not_moved_away(
    client: Client, co_chair: User, minutes: MinutesPage, carers_board: BoardPage, now: datetime
) -> None:
    """To another meeting, or with their meeting to where not everyone looks."""
    client.force_login(co_chair)
    other = make_meeting(carers_board, now - timedelta(days=9), live=False)
    move = reverse("wagtailadmin_pages:move_confirm", args=[minutes.pk, other.pk])
    assert client.post(move).status_code == 302
    bulk = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "move"])
    client.post(f"{bulk}?id={minutes.pk}", {"chooser": other.pk, "move_applicable": "on"})
    minutes.refresh_from_db()
    assert minutes.get_parent().pk != other.pk
    assert Client().get(minutes.url).status_code == 200


def test_a_public_page_does_not_wait_for_a_day(
    client: Client, co_chair: User, minutes: MinutesPage
) -> None:
    client.force_login(co_chair)
    edit = reverse("wagtailadmin_pages:edit", args=[minutes.pk])
    sent = unchanged(minutes) | {"go_live_at": "2030-01-01 10:00"}
    assert "public already" in client.post(edit, sent).content.decode()


def test_changed_minutes_are_not_published_with_others_without_a_reason(
    client: Client, co_chair: User, minutes: MinutesPage, held_meeting: MeetingPage
) -> None:
    client.force_login(co_chair)
    minutes.items = []
    minutes.save_revision()
    bulk = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    client.post(f"{bulk}?id={minutes.pk}")
    client.post(f"{bulk}?id={held_meeting.pk}", {"include_descendants": "on"})
    assert len(MinutesPage.objects.get().items) == 1


def test_nobody_approves_by_fields_that_the_editor_does_not_show(
    client: Client, co_chair: User, minutes: MinutesPage, coming_meeting: MeetingPage
) -> None:
    client.force_login(co_chair)
    forged = {"status": "approved", "approved_at": coming_meeting.pk, "corrections": "Forged"}
    edit = reverse("wagtailadmin_pages:edit", args=[minutes.pk])
    assert client.post(edit, unchanged(minutes) | forged).status_code == 302
    draft = MinutesPage.objects.get().get_latest_revision_as_object()
    assert (draft.status, draft.approved_at, draft.corrections) == ("draft", None, "")


def test_saying_who_sees_one_page_opens_no_other(
    client: Client, co_chair: User, held_meeting: MeetingPage, coming_meeting: MeetingPage
) -> None:
    restrict(coming_meeting)
    client.force_login(co_chair)
    client.post(audience(held_meeting), {"audience": "everyone", "reason": WHY})
    assert Client().get(coming_meeting.url).status_code == 302  # to the sign-in
