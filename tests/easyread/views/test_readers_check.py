"""The readers' check, what changed in the full version, and the report on all easy reads."""

from datetime import datetime, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from boards.models import BoardPage, MinutesPage
from easyread.enums import EasyReadState, ReadersQuestion
from easyread.models import EasyReadPage, ReadersCheck
from easyread.selectors import easy_read_of
from easyread.selectors.states import words_sha256
from portal.users.models import User
from tests.borough import (
    make_easy_read,
    make_meeting,
    make_minutes,
    publish_again,
    text_block,
)
from tests.services.kept import kept


@kept
def easy_read(minutes: MinutesPage) -> EasyReadPage:
    return make_easy_read(minutes, body=[idea("We talked.")])


def idea(words: str) -> dict[str, object]:
    return {"type": "idea", "value": {"picture": None, "words": f"<p>{words}</p>"}}


def answers(**more: Any) -> dict[str, Any]:
    today = timezone.localdate().isoformat()
    return (
        {"readers": "A, B", "checked_on": today, "remarks": ""}
        | dict.fromkeys(ReadersQuestion.values, "yes")
        | more
    )


def send(client: Client, easy_read: EasyReadPage, **more: Any) -> Any:
    read = {"words": words_sha256(easy_read.get_latest_revision_as_object())}
    return client.post(
        reverse("easyread_admin:readers", args=[easy_read.pk]),
        answers(**(read | more)),
        follow=True,
    )


def test_readers_who_say_yes_to_all_have_checked_it(
    easy_read: EasyReadPage, minutes: MinutesPage, co_chair: User, client: Client
) -> None:
    client.force_login(co_chair)
    assert "count as checked by readers" in send(client, easy_read).content.decode()
    assert easy_read_of(minutes).state == EasyReadState.CHECKED
    check = ReadersCheck.objects.get()
    assert (check.readers, check.recorded_by) == ("A, B", co_chair)
    assert check.answers.count() == len(ReadersQuestion)
    client.logout()
    assert "A, B" in client.get(easy_read.url).content.decode()


@pytest.mark.parametrize("verdict", ["no", "not_sure"])
def test_one_doubt_keeps_the_words_from_appearing(
    easy_read: EasyReadPage, minutes: MinutesPage, co_chair: User, client: Client, verdict: str
) -> None:
    client.force_login(co_chair)
    send(client, easy_read, pictures=verdict, remarks="The bus looks like a lorry.")
    assert easy_read_of(minutes).state == EasyReadState.READY
    client.logout()
    page = client.get(easy_read.url).content.decode()
    assert "A, B" not in page
    assert "lorry" not in page


def test_a_draft_can_be_checked_before_it_is_published(
    minutes: MinutesPage, co_chair: User, client: Client
) -> None:
    draft = make_easy_read(minutes, body=[idea("We talked.")], live=False)
    draft.save_revision()
    client.force_login(co_chair)
    send(client, draft)
    assert easy_read_of(minutes).state == EasyReadState.IN_PREPARATION
    draft.get_latest_revision().publish()
    assert easy_read_of(minutes).state == EasyReadState.CHECKED


def test_words_that_changed_meanwhile_were_not_read(
    easy_read: EasyReadPage, minutes: MinutesPage, co_chair: User, client: Client
) -> None:
    client.force_login(co_chair)
    opened = client.get(reverse("easyread_admin:readers", args=[easy_read.pk]))
    read = opened.context["form"].initial["words"]
    easy_read.body = [idea("We talked a lot.")]
    easy_read.save_revision().publish()
    again = send(client, easy_read, words=read)
    assert "were changed after you opened this page" in again.content.decode()
    assert not ReadersCheck.objects.exists()
    send(client, easy_read, words=again.context["form"]["words"].value())
    assert easy_read_of(minutes).state == EasyReadState.CHECKED


@pytest.mark.parametrize(
    "wrong",
    [
        {"readers": ""},
        {"readers": "x" * 201},
        {"checked_on": ""},
        {"checked_on": "2999-01-01"},
        {"checked_on": "nonsense"},
        {"meaning": ""},
        {"meaning": "perhaps"},
        {"remarks": "x" * 2001},
    ],
)
def test_what_is_missing_is_said_and_nothing_is_lost(
    easy_read: EasyReadPage, co_chair: User, client: Client, wrong: dict[str, str]
) -> None:
    client.force_login(co_chair)
    page = send(client, easy_read, **({"remarks": "They liked it."} | wrong)).content.decode()
    assert "Something needs another look" in page
    assert wrong.get("remarks", "They liked it.") in page
    assert not ReadersCheck.objects.exists()


def test_strangers_to_the_board_record_and_see_nothing(
    easy_read: EasyReadPage, other_co_chair: User, co_chair: User, client: Client
) -> None:
    names = ("readers", "changes")
    for user, status in ((other_co_chair, 404), (co_chair, 200)):
        client.force_login(user)
        for name in names:
            address = reverse(f"easyread_admin:{name}", args=[easy_read.pk])
            assert client.get(address).status_code == status
    client.force_login(other_co_chair)
    send(client, easy_read)
    assert not ReadersCheck.objects.exists()


def test_the_writer_sees_what_changed_and_says_when_it_is_taken_in(
    easy_read: EasyReadPage, minutes: MinutesPage, co_chair: User, client: Client
) -> None:
    publish_again(minutes, text_block("We talked about trains."))
    client.force_login(co_chair)
    address = reverse("easyread_admin:changes", args=[easy_read.pk])
    page = client.get(address).content.decode()
    assert "<ins>We talked about trains.</ins>" in page
    assert "<del>We talked about buses.</del>" in page
    assert easy_read_of(minutes).state == EasyReadState.OUT_OF_DATE
    client.post(address)
    assert easy_read_of(minutes).state == EasyReadState.READY


def test_the_report_names_each_easy_read_with_its_rules_and_days(
    easy_read: EasyReadPage, minutes: MinutesPage, co_chair: User, client: Client, now: datetime
) -> None:
    words = "It was decided that a review is to be undertaken in order to facilitate improvements."
    easy_read.body = [idea(words)]
    easy_read.first_published_at = minutes.first_published_at + timedelta(days=3)
    easy_read.save()
    client.force_login(co_chair)
    page = client.get(reverse("easyread_admin:report")).content.decode()
    assert easy_read.title in page
    assert "3 days" in page
    assert "Nothing" not in page
    assert "<td>Ready</td>" in page


def test_a_check_without_readers_or_day_says_what_to_write(
    easy_read: EasyReadPage, co_chair: User, client: Client
) -> None:
    client.force_login(co_chair)
    page = send(client, easy_read, readers="", checked_on="").content.decode()
    assert "Write who read it: names or initials." in page
    assert "Say on which day they read it." in page
    assert "everybody can see these on the easy read" in page
    assert not ReadersCheck.objects.exists()


def test_officers_see_what_is_public_of_all_boards_and_strangers_what_is_theirs(
    easy_read: EasyReadPage, officer: User, other_co_chair: User, member: User, client: Client
) -> None:
    address = reverse("easyread_admin:report")
    seen = {}
    for name, user in (("officer", officer), ("other", other_co_chair)):
        client.force_login(user)
        seen[name] = easy_read.title in client.get(address).content.decode()
    assert seen == {"officer": True, "other": False}
    easy_read.unpublish()
    client.force_login(officer)
    assert easy_read.title not in client.get(address).content.decode()
    client.force_login(member)
    assert client.get(address).status_code in {302, 404}


def test_twenty_easy_reads_cost_what_one_costs(
    easy_read: EasyReadPage,
    carers_board: BoardPage,
    co_chair: User,
    client: Client,
    now: datetime,
) -> None:
    client.force_login(co_chair)
    costs = []
    for _ in range(2):
        with CaptureQueriesContext(connection) as queries:
            page = client.get(reverse("easyread_admin:report")).content.decode()
        costs.append(len(queries))
        for days in range(40, 50) if len(costs) == 1 else ():
            meeting = make_meeting(carers_board, now - timedelta(days=days))
            make_easy_read(make_minutes(meeting), body=[idea("We met.")])
    assert page.count("Easy read, Minutes") == 11
    assert costs[1] <= costs[0]
