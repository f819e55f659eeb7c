"""What strangers may not see is nowhere: not in lists, search, counts, digests, mail.

Everything hidden holds two words: one is searched for, the other must not turn up.
"""

import json
from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from django.core.management import call_command
from django.test import Client

from boards.models import ActionPoint, BoardPage, MeetingPage, MinutesPage
from charter.models import Assessment, Principle
from portal.digests.compose import compose
from portal.digests.emails import EditionMail
from portal.digests.models import DigestList
from portal.digests.services import freeze_edition
from portal.users.models import User
from tests.borough import (
    action_block,
    decision_block,
    make_agenda,
    make_easy_read,
    make_meeting,
    make_minutes,
    restrict,
)
from tests.services.kept import kept

WORD = "Kingfisher"


@kept
def secret(autism_board: BoardPage, held_meeting: MeetingPage, now: datetime) -> MinutesPage:
    """Minutes with an action and a decision that are about to be hidden; another board stays."""
    minutes = make_minutes(
        held_meeting,
        decision_block(f"{WORD} otter decision"),
        action_block(f"{WORD} otter action", owner=f"{WORD} otter owner", due_on="2026-04-01"),
    )
    minutes.title = f"{WORD} otter minutes"
    minutes.save_revision().publish()
    make_easy_read(minutes, title=f"{WORD} otter easy read")
    make_agenda(make_meeting(held_meeting.get_parent().specific, now + timedelta(days=9)))
    make_minutes(make_meeting(autism_board, now - timedelta(days=5)), action_block("Paint"))
    return minutes


def board_of(minutes: MinutesPage) -> BoardPage:
    board: BoardPage = minutes.get_parent().get_parent().specific
    return board


def unpublish(minutes: MinutesPage) -> None:
    for page in minutes.get_descendants(inclusive=True).specific():
        page.unpublish()


HIDINGS: dict[str, Callable[[MinutesPage], None]] = {
    "the minutes are restricted": restrict,
    "the meeting is restricted": lambda minutes: restrict(minutes.get_parent()),
    "the board is restricted": lambda minutes: restrict(minutes.get_parent().get_parent()),
    "the minutes are no longer public": unpublish,
}


def shown(client: Client, minutes: MinutesPage, now: datetime) -> dict[str, str]:
    """Everything that strangers get, by address or name; in small letters."""
    call_command("wagtail_update_index", verbosity=0)
    board = board_of(minutes)
    addresses = [
        "/",
        "/boards/",
        "/actions/",
        "/actions/?state=late",
        "/search/?q=otter",
        "/charter/",
        f"/charter/boards/{board.slug}/",
        board.url,
        minutes.get_parent().url,
        f"{board.url}{(now + timedelta(days=9)).date()}/agenda/",
        minutes.url,
        f"{minutes.url}easy-read/",
        *(action.get_absolute_url() for action in ActionPoint.objects.filter(minutes=minutes)),
    ]
    texts = {address: client.get(address).content.decode() for address in addresses}
    start, end = now - timedelta(days=4000), now + timedelta(days=4000)
    texts["digest"] = json.dumps(compose(start=start, end=end).as_json())
    return {name: text.lower() for name, text in texts.items()}


def holding(texts: dict[str, str]) -> set[str]:
    return {name for name, text in texts.items() if WORD.lower() in text}


def test_what_is_public_is_shown_everywhere(
    client: Client, secret: MinutesPage, now: datetime
) -> None:
    texts = shown(client, secret, now)
    without_titles = {"/", "/boards/", "/charter/", "/charter/boards/carers/"}
    without_titles.add(secret.get_parent().url)
    assert set(texts) - holding(texts) == without_titles
    assert "things found" in texts["/search/?q=otter"]


@pytest.mark.parametrize("how", HIDINGS)
def test_what_is_hidden_is_shown_nowhere(
    client: Client, secret: MinutesPage, now: datetime, how: str
) -> None:
    HIDINGS[how](secret)
    texts = shown(client, secret, now)
    assert holding(texts) == set()
    assert "nothing was found" in texts["/search/?q=otter"]
    assert "1 action<" in texts["/actions/"]


def test_a_draft_that_was_never_public_is_shown_nowhere(
    client: Client, carers_board: BoardPage, held_meeting: MeetingPage, now: datetime
) -> None:
    minutes = make_minutes(held_meeting, action_block(f"{WORD} otter action"), publish=False)
    make_agenda(make_meeting(carers_board, now + timedelta(days=9)))
    minutes.title = f"{WORD} otter minutes"
    minutes.save_revision()
    MinutesPage.objects.filter(pk=minutes.pk).update(title=minutes.title)
    texts = shown(client, minutes, now)
    assert holding(texts) == set()
    assert client.get(minutes.url).status_code == 404


def test_a_newer_draft_of_public_minutes_is_not_shown(
    client: Client, minutes: MinutesPage, now: datetime
) -> None:
    before = client.get(minutes.url).content
    minutes.title = f"{WORD} otter minutes"
    minutes.save_revision()
    assert client.get(minutes.url).content == before
    assert client.get("/search/", {"q": "otter"}).context["found"].paginator.count == 0


def test_a_restricted_board_is_not_named_anywhere(
    client: Client, home: object, secret: MinutesPage, now: datetime
) -> None:
    board = board_of(secret)
    board.title = f"{WORD} otter Board"
    board.save_revision().publish()
    assert holding(shown(client, secret, now)) >= {"/", "/boards/", "/charter/", "/actions/"}
    restrict(board)
    assert holding(shown(client, secret, now)) == set()
    assert client.get(f"/charter/boards/{board.slug}/").status_code == 404


def test_a_restricted_board_counts_nowhere(
    client: Client, secret: MinutesPage, officer: User
) -> None:
    principle = Principle.objects.first()
    assert principle
    Assessment.objects.create(
        board=board_of(secret), principle=principle, state="in_place", assessed_on="2026-01-01"
    )
    assert client.get("/").context["asked_to_sign"] == 2
    restrict(board_of(secret))
    assert client.get("/").context["asked_to_sign"] == 1


@pytest.mark.parametrize("how", HIDINGS)
def test_mail_never_names_what_is_hidden(secret: MinutesPage, now: datetime, how: str) -> None:
    HIDINGS[how](secret)
    edition = freeze_edition(
        digest_list=DigestList.objects.get(),
        start=now - timedelta(days=4000),
        end=now + timedelta(days=4000),
        now=now,
    )
    letter = EditionMail(edition)
    delivery = edition.deliveries.first()
    assert delivery
    message = letter.to(delivery)
    html = str(message.alternatives[0][0])
    assert WORD not in letter.text + html + message.subject
    assert "Autism Partnership Board" in letter.text


def test_members_addresses_are_public_only_where_that_was_ticked(
    client: Client, carers_board: BoardPage, minutes: MinutesPage, coming_meeting: MeetingPage
) -> None:
    for address in ("/", "/boards/", carers_board.url, minutes.url, coming_meeting.url):
        page = client.get(address).content.decode()
        assert "mo.carers@example.org" not in page
        assert "sy.carers@example.org" not in page
    assert "carers@example.org" in client.get(carers_board.url).content.decode()
    carers_board.members.filter(name="Mo Vale").update(show_email=True)
    assert "mo.carers@example.org" in client.get(carers_board.url).content.decode()
    privacy = client.get("/privacy/").content.decode()
    assert "only where “everyone may see it” was ticked" in privacy
