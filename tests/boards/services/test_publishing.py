"""One verb a kind of page: all of it happens, or nothing, whichever way leads there."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from wagtail.models import Page

from boards import services
from boards.models import (
    AgendaPage,
    AgendaPaper,
    BoardPage,
    MeetingPage,
    MinutesPage,
    MinutesRecord,
    TopicMention,
)
from boards.services import publishing
from boards.services.stored_blocks import agenda_item
from easyread.models import ContentPage, EasyReadPage
from easyread.publishing import NotPublished, Publication, lay_open, publish, published_by, verb_of
from easyread.services import publish_easy_read, publish_page
from portal.home.models import HomePage, PlainPage
from portal.users.models import User
from tests.boards.editing import typed
from tests.borough import action_block, make_minutes

STEPS = (
    "index_actions",
    "record_minutes",
    "record_publication",
    "note_topics",
    "set_deadlines_of",
    "compare_with_original",
)


def break_down(*args: Any, **kwargs: Any) -> None:
    raise RuntimeError("A step that fails.")


def by_a_program(minutes: MinutesPage, client: Client) -> None:
    with pytest.raises(NotPublished, match="Something went wrong"):
        minutes.get_latest_revision().publish()


def by_the_verb(minutes: MinutesPage, client: Client) -> None:
    revision = minutes.get_latest_revision()
    with pytest.raises(RuntimeError):
        services.publish_minutes(Publication(revision, now=revision.created_at))


def with_others(minutes: MinutesPage, client: Client) -> None:
    answer = client.post(f"/admin/bulk/wagtailcore/page/publish/?id={minutes.pk}", follow=True)
    assert "was not published. Something went wrong on our side." in answer.content.decode()
    assert answer.redirect_chain[0][0] == f"/admin/pages/{minutes.pk}/edit/"


@pytest.mark.parametrize("step", STEPS)
@pytest.mark.parametrize("way", [by_a_program, by_the_verb, with_others])
def test_a_step_that_fails_publishes_nothing(
    held_meeting: MeetingPage,
    client: Client,
    admin_user: User,
    monkeypatch: pytest.MonkeyPatch,
    step: str,
    way: Callable[[MinutesPage, Client], None],
) -> None:
    minutes = make_minutes(held_meeting, action_block("Book the hall"), publish=False)
    client.force_login(admin_user)
    monkeypatch.setattr(publishing, step, break_down)
    way(minutes, client)
    minutes.refresh_from_db()
    assert not minutes.live
    assert minutes.first_published_at is None
    assert not minutes.actions.exists()
    assert not MinutesRecord.objects.exists()
    monkeypatch.undo()
    minutes.get_latest_revision().publish()
    assert [line.kind for line in MinutesRecord.objects.all()] == ["published"]


@pytest.mark.parametrize("step", STEPS)
def test_the_button_says_that_nothing_was_published_and_keeps_the_words(
    held_meeting: MeetingPage,
    client: Client,
    admin_user: User,
    monkeypatch: pytest.MonkeyPatch,
    step: str,
) -> None:
    minutes = make_minutes(held_meeting, publish=False)
    client.force_login(admin_user)
    monkeypatch.setattr(publishing, step, break_down)
    answer = client.post(f"/admin/pages/{minutes.pk}/edit/", typed(minutes), follow=True)
    assert "was not published. Something went wrong on our side." in answer.content.decode()
    assert answer.redirect_chain == [(f"/admin/pages/{minutes.pk}/edit/", 302)]
    minutes.refresh_from_db()
    assert not minutes.live
    assert not MinutesRecord.objects.exists()
    draft = minutes.get_latest_revision_as_object()
    assert [item.value["title"] for item in draft.items] == ["Buses on Sundays"]
    monkeypatch.undo()
    answer = client.post(f"/admin/pages/{minutes.pk}/edit/", typed(minutes), follow=True)
    assert "has been published." in answer.content.decode()
    assert [line.kind for line in MinutesRecord.objects.all()] == ["published"]


def test_what_is_created_and_published_at_once_is_a_draft_until_it_is_published(
    held_meeting: MeetingPage, client: Client, admin_user: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    client.force_login(admin_user)
    monkeypatch.setattr(publishing, "record_publication", break_down)
    add = f"/admin/pages/add/boards/minutespage/{held_meeting.pk}/"
    form = typed(MinutesPage(title="Minutes", slug="minutes"))
    answer = client.post(add, form, follow=True)
    minutes = MinutesPage.objects.get()
    assert answer.redirect_chain == [(f"/admin/pages/{minutes.pk}/edit/", 302)]
    assert not minutes.live
    assert minutes.latest_revision
    monkeypatch.undo()
    minutes.delete()
    client.post(add, form)
    assert MinutesPage.objects.get().live
    assert MinutesRecord.objects.filter(kind="published").count() == 1


def test_a_draft_that_is_not_fit_says_what_is_wrong(held_meeting: MeetingPage) -> None:
    draft = held_meeting.get_latest_revision_as_object()
    draft.ends_at = draft.starts_at
    revision = draft.save_revision(clean=False)
    with pytest.raises(NotPublished, match="The meeting ends before it starts"):
        revision.publish()
    assert MeetingPage.objects.get().ends_at != MeetingPage.objects.get().starts_at


def test_an_agenda_whose_day_is_to_come_does_nothing_yet(
    coming_meeting: MeetingPage,
) -> None:
    agenda = AgendaPage(
        title="Agenda",
        slug="agenda",
        live=False,
        items=[agenda_item("Buses", "discuss", 10, topics="transport")],
        go_live_at=timezone.now() + timedelta(days=1),
    )
    coming_meeting.add_child(instance=agenda)
    agenda.save_revision().publish()
    assert not AgendaPage.objects.get().live
    assert not TopicMention.objects.exists()
    assert not AgendaPaper.objects.exists()


def test_each_kind_has_its_verb(home: HomePage) -> None:
    verbs = {
        HomePage: publishing.publish_above_boards,
        PlainPage: publish_page,
        BoardPage: publishing.publish_board,
        MeetingPage: publishing.publish_meeting,
        AgendaPage: publishing.publish_agenda,
        MinutesPage: publishing.publish_minutes,
        EasyReadPage: publish_easy_read,
    }
    assert {kind: verb_of(kind) for kind in verbs} == verbs


def test_the_verb_of_a_kind_is_the_one_that_is_asked(
    held_meeting: MeetingPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[Publication] = []

    def remember(publication: Publication) -> Page | None:
        asked.append(publication)
        page: Page | None = lay_open(publication)
        return page

    before = verb_of(MeetingPage)
    published_by(MeetingPage, remember)
    try:
        revision = held_meeting.save_revision()
        revision.publish()
        publish(Publication(revision, now=revision.created_at, reason="Again"))
    finally:
        published_by(MeetingPage, before)
    assert [one.reason for one in asked] == ["", "Again"]


def test_every_page_of_ours_is_published_by_a_verb() -> None:
    ours = [kind for kind in Page.__subclasses__() if not kind.__module__.startswith("wagtail")]
    assert ours == [ContentPage]
