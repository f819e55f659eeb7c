"""What people read and keep when something could not be published, or waits for its day."""

from datetime import datetime, timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from wagtail.models import Page
from wagtail.test.utils.form_data import (
    inline_formset,
    nested_form_data,
    querydict_from_html,
    rich_text,
)

from boards import services
from boards.models import (
    BoardPage,
    MeetingPage,
    MinutesPage,
)
from boards.services import publishing
from easyread.publishing import NotPublished
from portal.home.models import HomePage, PlainPage
from portal.users.models import User
from tests.boards.editing import typed
from tests.borough import day_to_come


def break_down(*args: Any, **kwargs: Any) -> None:
    raise RuntimeError("A step that fails.")


def break_next(monkeypatch: pytest.MonkeyPatch, client: Client, person: User) -> None:
    client.force_login(person)
    monkeypatch.setattr(publishing, "set_deadlines_of", break_down)


def test_a_correction_that_fails_says_so_and_keeps_the_reason(
    minutes: MinutesPage, client: Client, co_chair: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    minutes.title = "Put right"
    minutes.save_revision()
    break_next(monkeypatch, client, co_chair)
    address = f"/admin/my-boards/minutes/{minutes.pk}/correct/"
    words = client.post(address, {"reason": "The title was wrong."}).content.decode()
    assert "Something went wrong on our side." in words
    assert "The title was wrong." in words
    assert MinutesPage.objects.get().title != "Put right"


def test_a_meeting_that_could_not_be_planned_is_not_there_and_the_form_is(
    carers_board: BoardPage, client: Client, co_chair: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    break_next(monkeypatch, client, co_chair)
    form = {
        "day": f"{day_to_come(40):%Y-%m-%d}",
        "starts": "14:00",
        "hours": "2",
        "place": "Quokka Hall",
        "access": "Ramp",
    }
    answer = client.post(f"/admin/my-boards/{carers_board.pk}/plan/", form)
    words = answer.content.decode()
    assert "Nothing was planned. Something went wrong on our side." in words
    assert "Quokka Hall" in words
    assert not MeetingPage.objects.exists()


def test_a_change_that_waits_for_its_day_is_not_called_published(
    home: HomePage, client: Client, admin_user: User
) -> None:
    page = PlainPage(title="Privacy", slug="our-privacy", body="<p>Ring us.</p>")
    home.add_child(instance=page)
    page.save_revision().publish()
    client.force_login(admin_user)
    form = nested_form_data(
        {
            "title": "Our privacy",
            "slug": page.slug,
            "body": rich_text("<p>Write to us.</p>"),
            "go_live_at": f"{timezone.localtime() + timedelta(days=2):%Y-%m-%d %H:%M}",
            "comments": inline_formset([]),
            "action-publish": "1",
        }
    )
    answer = client.post(f"/admin/pages/{page.pk}/edit/", form, follow=True)
    assert "is public as it was. The change will be published on" in answer.content.decode()
    page.refresh_from_db()
    assert page.title == "Privacy"


def test_a_board_that_was_created_and_not_published_is_prepared(
    home: HomePage, client: Client, admin_user: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    break_next(monkeypatch, client, admin_user)
    index = home.get_children().get(slug="boards")
    address = f"/admin/pages/add/boards/boardpage/{index.pk}/"
    form = querydict_from_html(client.get(address).content.decode(), form_id="page-edit-form")
    told = {"title": "River Board", "slug": "river", "purpose": "Rivers.", "action-publish": "1"}
    client.post(address, form.dict() | told)
    board = BoardPage.objects.get(slug="river")
    assert not board.live
    assert board.editors
    assert board.collection


def test_minutes_that_were_withdrawn_are_not_public_again_without_a_reason(
    minutes: MinutesPage, client: Client, co_chair: User, now: datetime
) -> None:
    services.withdraw_minutes(minutes=minutes, reason="A name.", withdrawn_by=co_chair, now=now)
    client.force_login(co_chair)
    with_others = client.post(f"/admin/bulk/wagtailcore/page/publish/?id={minutes.pk}")
    assert with_others["Location"] == f"/admin/my-boards/minutes/{minutes.pk}/correct/"
    day = f"{timezone.localtime() + timedelta(days=2):%Y-%m-%d %H:%M}"
    answer = client.post(f"/admin/pages/{minutes.pk}/edit/", typed(minutes, go_live_at=day))
    assert "These minutes were withdrawn: they can" in answer.content.decode()
    assert not MinutesPage.objects.get().live


def test_a_correction_does_not_wait_for_a_day(
    minutes: MinutesPage, co_chair: User, now: datetime
) -> None:
    services.withdraw_minutes(minutes=minutes, reason="A name.", withdrawn_by=co_chair, now=now)
    minutes.go_live_at = timezone.now() + timedelta(days=1)
    minutes.save_revision()
    with pytest.raises(NotPublished, match="Take the day out of it first"):
        services.publish_with_reason(
            minutes=minutes, reason="It is out.", published_by=co_chair, now=now
        )
    assert not MinutesPage.objects.get().live


def test_a_page_of_a_board_may_wait_for_its_day_from_the_start(
    held_meeting: MeetingPage, client: Client, admin_user: User
) -> None:
    client.force_login(admin_user)
    day = f"{timezone.localtime() + timedelta(days=2):%Y-%m-%d %H:%M}"
    form = typed(MinutesPage(title="Minutes", slug="minutes"), go_live_at=day)
    add = f"/admin/pages/add/boards/minutespage/{held_meeting.pk}/"
    answer = client.post(add, form, follow=True)
    assert "will be published on" in answer.content.decode()
    assert not MinutesPage.objects.get().live


def test_no_page_is_there_twice_as_one(
    home: HomePage, minutes: MinutesPage, client: Client, admin_user: User
) -> None:
    client.force_login(admin_user)
    pages = Page.objects.count()
    for page in Page.objects.filter(depth__gt=2):
        form = {
            "new_title": "Twice",
            "new_slug": "twice",
            "new_parent_page": home.pk,
            "alias": "on",
        }
        client.post(f"/admin/pages/{page.pk}/copy/", form)
    assert Page.objects.count() == pages
