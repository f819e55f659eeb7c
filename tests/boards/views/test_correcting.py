"""In the editor: changed minutes are public only once the reason is given, and nothing is lost."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from boards.models import MeetingPage, MinutesPage, MinutesRecord
from portal.users.models import User
from tests.boards.editing import typed

REASON = "The bus goes on Sundays too."


@pytest.fixture
def editor(client: Client, co_chair: User) -> Client:
    client.force_login(co_chair)
    return client


def publish(editor: Client, minutes: MinutesPage, **more: Any) -> Any:
    address = reverse("wagtailadmin_pages:edit", args=[minutes.pk])
    answer = editor.post(address, typed(minutes, **more))
    assert answer.status_code == 302, answer.content.decode()[:3000]
    return answer


def test_the_editor_is_asked_why_and_the_draft_is_kept_until_then(
    editor: Client, minutes: MinutesPage
) -> None:
    screen = reverse("boards_admin:correct_minutes", args=[minutes.pk])
    assert publish(editor, minutes).headers["Location"] == screen
    public = editor.get(minutes.url).content.decode()
    assert "Buses in the evening" in public
    assert "Buses on Sundays" not in public
    assert "you changed them" in editor.get(screen).content.decode()
    assert "What you wrote is still there" in editor.post(screen, {"reason": " "}).content.decode()
    editor.post(screen, {"reason": REASON})
    public = editor.get(minutes.url).content.decode()
    assert "Buses on Sundays" in public
    assert REASON in public
    record = MinutesRecord.objects.get(version=2)
    assert (record.kind, record.reason, record.by) == ("corrected", REASON, "co_chair")
    assert [person["name"] for person in record.content["attendance"]] == ["Mo Vale"]
    assert editor.get(screen).status_code == 302


def test_what_is_published_again_as_it_was_is_not_asked_about(
    editor: Client, minutes: MinutesPage
) -> None:
    publish(editor, minutes)
    editor.post(reverse("boards_admin:correct_minutes", args=[minutes.pk]), {"reason": REASON})
    before = MinutesRecord.objects.count()
    latest = MinutesPage.objects.get().get_latest_revision_as_object()
    assert [item.value["title"] for item in latest.items] == ["Buses on Sundays"]
    latest.save_revision().publish()
    assert MinutesRecord.objects.count() == before


def test_approving_in_the_editor_asks_nothing_and_ends_in_the_same_state(
    client: Client, minutes: MinutesPage, coming_meeting: MeetingPage
) -> None:
    superuser = User.objects.create_superuser("super", password="a long enough password")
    client.force_login(superuser)
    approval = {"status": "approved", "approved_at": coming_meeting.pk, "approved_item": "2"}
    answer = publish(client, minutes, **approval)
    assert "/correct/" not in answer.headers["Location"]
    approved = MinutesPage.objects.get()
    record = MinutesRecord.objects.get(version=2)
    assert record.kind == "approved"
    assert approved.approved_published_at == record.at


def test_a_draft_that_is_not_fit_to_be_public_is_refused_in_words(
    editor: Client, minutes: MinutesPage
) -> None:
    minutes.title = "Changed"
    minutes.withdrawn_because = "said without a day"
    minutes.save_revision(clean=False)
    screen = reverse("boards_admin:correct_minutes", args=[minutes.pk])
    text = editor.post(screen, {"reason": REASON}).content.decode()
    assert "Say why the minutes are withdrawn." in text
    assert REASON in text
    assert MinutesRecord.objects.count() == 1
