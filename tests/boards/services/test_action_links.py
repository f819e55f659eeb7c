"""Who does an action says how far it is by a link in an e-mail, without an account."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any
from urllib.parse import urlsplit

import pytest
from django.core import mail
from django.test import Client
from django.utils import timezone

from boards.enums import ActionState
from boards.models import ActionPoint, ActionUpdate, BoardPage, Letter, Member, MinutesPage
from boards.selectors.links import LinkIsVoid
from boards.selectors.owners import actions_to_do, suggested_email
from boards.services import (
    NoAddress,
    NotToBeReported,
    report_by_link,
    report_progress,
    send_report_link,
    set_owner_email,
)
from portal.users.models import User
from tests.borough import action_block, begins_at, publish_again, restrict
from tests.services.kept import kept

OWNER = "bus.company@example.org"


@kept
def action(minutes: MinutesPage) -> ActionPoint:
    return set_owner_email(action=minutes.actions.get(position=2), email=OWNER, now=timezone.now())


@pytest.fixture
def now() -> datetime:
    """Views use the clock of the test: links are made and used by it here."""
    return begins_at()


@pytest.fixture
def new_link(action: ActionPoint, now: datetime) -> Callable[[], str]:
    def _new_link() -> str:
        return send_report_link(action=action, now=now).link

    return _new_link


@pytest.fixture
def path(new_link: Callable[[], str]) -> str:
    return new_link()


def token_in(path: str) -> str:
    return urlsplit(path).path.split("/")[-2]


def tell(path: str, **more: str) -> Any:
    said = {"state": "in_progress", "note": "I wrote to them.", "outcome": ""} | more
    return Client(enforce_csrf_checks=True).post(path, said)


def test_the_owner_gets_a_link_with_the_action_and_no_account(path: str, now: datetime) -> None:
    letter = Letter.objects.get()
    assert (letter.to, letter.link) == (OWNER, path)
    assert letter.words.startswith("Hello Sy Reed,")
    assert "“Write to the bus company”" in letter.words
    answer = Client().get(path)
    assert answer.status_code == 200
    assert "Write to the bus company" in answer.content.decode()
    assert OWNER not in answer.content.decode()


def test_the_letter_goes_out_after_the_commit(
    new_link: Callable[[], str], django_capture_on_commit_callbacks: Any
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        path = new_link()
    (message,) = mail.outbox
    assert message.to == [OWNER]
    assert path in str(message.body)


def test_looking_changes_nothing_and_telling_does(path: str, action: ActionPoint) -> None:
    for method in ("get", "head"):
        assert getattr(Client(), method)(path).status_code == 200
    assert not ActionUpdate.objects.exists()
    answer = tell(path)
    assert answer.status_code == 302
    assert answer["Location"] == f"/actions/{action.pk}/thank-you/"
    assert Client().get(answer["Location"]).status_code == 200
    update = ActionUpdate.objects.get()
    assert (update.by_owner, update.by, update.state) == (True, None, "in_progress")
    action.refresh_from_db()
    assert action.state == ActionState.IN_PROGRESS
    page = Client().get(action.get_absolute_url()).content.decode()
    assert "I wrote to them." in page
    assert "The owner said this, by the link in an e-mail." in page
    assert tell(path, note="And again.").status_code == 302  # it can be used until the end


def test_the_address_of_the_link_is_kept_private(path: str) -> None:
    for answer in (Client().get(path), tell(path, state="nonsense"), tell(path)):
        assert answer["Referrer-Policy"] == "no-referrer"
        assert "no-store" in answer["Cache-Control"]
        assert "noindex" in answer["X-Robots-Tag"]
        assert not answer.cookies


def test_finishing_asks_what_changed_loses_nothing_and_ends_the_link(
    path: str, action: ActionPoint
) -> None:
    answer = tell(path, state="done", note="They said <yes>.")
    assert answer.status_code == 200
    page = answer.content.decode()
    assert "Say what changed" in page
    assert "They said &lt;yes&gt;." in page
    assert tell(path, state="done", outcome="A bus at nine.").status_code == 302
    action.refresh_from_db()
    assert (action.state, action.outcome) == (ActionState.DONE, "A bus at nine.")
    assert action.owner_email == ""
    assert Client().get(path).status_code == 404


def _finish(action: ActionPoint, now: datetime) -> None:
    report_progress(
        action=action,
        state=ActionState.DROPPED,
        note="",
        outcome="Not needed.",
        reported_by=None,
        now=now,
    )


def _open_again(action: ActionPoint, now: datetime) -> None:
    _finish(action, now)
    report_progress(
        action=action, state=ActionState.OPEN, note="", outcome="", reported_by=None, now=now
    )
    set_owner_email(action=action, email=OWNER, now=timezone.now())


def _another_owner(action: ActionPoint, now: datetime) -> None:
    block = action_block("Write to the bus company", owner="Mo Vale") | {"id": str(action.block_id)}
    publish_again(action.minutes, block)


VOID: dict[str, Callable[[ActionPoint, datetime], Any]] = {
    "a newer link": lambda action, now: send_report_link(action=action, now=now),
    "another address": lambda action, now: set_owner_email(
        action=action, email="x@example.org", now=now
    ),
    "no address": lambda action, now: set_owner_email(action=action, email="", now=now),
    "another owner": _another_owner,
    "finished": _finish,
    "finished and opened again": _open_again,
    "taken out of the minutes": lambda action, now: publish_again(action.minutes),
    "minutes not public": lambda action, now: action.minutes.unpublish(),
    "minutes restricted": lambda action, now: restrict(action.minutes),
    "deleted": lambda action, now: ActionPoint.objects.filter(pk=action.pk).delete(),
}


@pytest.mark.parametrize("what", VOID)
def test_a_link_ends_with_what_it_was_for(
    path: str, action: ActionPoint, now: datetime, what: str
) -> None:
    assert Client().get(path).status_code == 200
    VOID[what](action, now)
    before = ActionUpdate.objects.count()
    read, written = Client().get(path), tell(path, note="My long story.")
    assert (read.status_code, written.status_code) == (404, 404)
    assert "This link does not work any more" in read.content.decode()
    assert "Write to the bus company" not in read.content.decode()
    assert "My long story." in written.content.decode()
    assert ActionUpdate.objects.count() == before
    with pytest.raises(LinkIsVoid):
        report_by_link(token=token_in(path), state=ActionState.OPEN, note="", outcome="", now=now)


def test_the_address_goes_with_the_owner_and_stays_with_other_corrections(
    action: ActionPoint, path: str
) -> None:
    block = action_block("Write to the bus firm", owner="Sy Reed") | {"id": str(action.block_id)}
    publish_again(action.minutes, block)
    action.refresh_from_db()
    assert (action.text, action.owner_email) == ("Write to the bus firm", OWNER)
    set_owner_email(action=action, email=f" {OWNER.upper()}", now=timezone.now())  # the same person
    assert Client().get(path).status_code == 200
    block["value"]["owner"] = "Mo Vale"
    publish_again(action.minutes, block)
    action.refresh_from_db()
    assert (action.owner, action.owner_email) == ("Mo Vale", "")


def test_a_link_opens_no_other_action(path: str, now: datetime) -> None:
    token = token_in(path)
    changed = [
        token[:-1] + ("A" if token[-1] != "A" else "B"),
        "x" + token,
        token.upper(),
        token * 10,
        *("x", "🚌", "%00", "a.b", "9" * 300),
    ]
    for each in changed:
        answer = Client().get(f"/actions/report/{each}/")
        assert answer.status_code == 404, each
        assert "This link does not work any more" in answer.content.decode()


@pytest.mark.parametrize(
    "said",
    [
        {"state": "nonsense"},
        {"state": ""},
        {"note": "a\x00b"},
        {"note": "x" * 2001},
        {"state": "done", "outcome": " \n "},
        {"state": "in_progress", "outcome": "A bus at nine."},
        {"state": "done", "outcome": "x" * 5000},
    ],
)
def test_nonsense_is_said_and_not_kept(path: str, said: dict[str, str]) -> None:
    answer = tell(path, **said)
    assert answer.status_code == 200
    assert "Something needs to be put right" in answer.content.decode()
    assert not ActionUpdate.objects.exists()


def test_no_link_goes_out_without_address_or_for_what_is_finished(
    minutes: MinutesPage, action: ActionPoint, now: datetime
) -> None:
    with pytest.raises(NoAddress):
        send_report_link(action=minutes.actions.get(position=3), now=now)
    _finish(action, now)
    with pytest.raises(NotToBeReported):
        send_report_link(action=action, now=now)
    assert not Letter.objects.exists()


def test_the_member_of_the_owners_name_is_suggested(
    minutes: MinutesPage, carers_board: BoardPage, now: datetime
) -> None:
    mine = minutes.actions.get(position=2)
    assert suggested_email(mine, now=now) == "sy.carers@example.org"
    Member.objects.create(board=carers_board, name="Sy Reed", email="other@example.org")
    assert suggested_email(mine, now=now) == ""
    mine.owner = "The bus company"
    assert suggested_email(mine, now=now) == ""


def test_what_an_owner_said_is_told_to_the_board_for_a_week(
    path: str, carers_board: BoardPage, autism_board: BoardPage, now: datetime
) -> None:
    tell(path)
    tell(path, note="More.")
    boards = [carers_board, autism_board]
    (to_dos,) = actions_to_do(boards, now=now).values()
    assert [to_do.words for to_do in to_dos] == [
        "Sy Reed said how far it is: Write to the bus company"
    ]
    assert actions_to_do(boards, now=now + timedelta(days=8)) == {}
    assert actions_to_do([autism_board], now=now) == {}


def test_the_secretary_keeps_the_address_and_sends_the_link(
    minutes: MinutesPage, co_chair: User, client: Client
) -> None:
    action = minutes.actions.get(position=2)
    client.force_login(co_chair)
    screen = f"/admin/my-boards/actions/{action.pk}/"
    assert 'value="sy.carers@example.org"' in client.get(screen).content.decode()
    refused = client.post(f"{screen}owner/", {"email": "not an address", "send": "1"})
    assert "not an address" in refused.content.decode()
    assert client.post(f"{screen}owner/", {"email": "", "send": "1"}).status_code == 200
    assert not Letter.objects.exists()
    client.post(f"{screen}owner/", {"email": OWNER})
    action.refresh_from_db()
    assert (action.owner_email, Letter.objects.count()) == (OWNER, 0)
    assert client.post(f"{screen}owner/", {"email": OWNER, "send": "1"}).status_code == 302
    assert Letter.objects.get().to == OWNER
    assert "How far is it?" in client.get(screen).content.decode()
    assert OWNER not in Client().get(action.get_absolute_url()).content.decode()


def test_strangers_to_the_board_reach_nobody(
    minutes: MinutesPage, other_co_chair: User, client: Client
) -> None:
    client.force_login(other_co_chair)
    action = minutes.actions.get(position=2)
    answer = client.post(f"/admin/my-boards/actions/{action.pk}/owner/", {"email": OWNER})
    assert answer.status_code == 404
    action.refresh_from_db()
    assert action.owner_email == ""
