"""The one kind of link that needs no account."""

from datetime import datetime, timedelta

import pytest
from django.test import Client
from django.urls import reverse

from boards.enums import ActionState, LinkPurpose
from boards.models import ActionPoint, MinutesPage, PersonalLink
from boards.selectors.links import LinkIsVoid, link_of
from boards.services import report_progress, set_owner_email
from boards.services.links import LASTS, forget_links, make_link, use_link
from portal.users.models import User
from tests.borough import begins_at

REPORT = LinkPurpose.REPORT_ACTION


@pytest.fixture
def now() -> datetime:
    return begins_at()


@pytest.fixture
def action(minutes: MinutesPage, now: datetime) -> ActionPoint:
    first = minutes.actions.get(position=2)
    return set_owner_email(action=first, email="owner@example.org", now=now)


def new(action: ActionPoint, now: datetime, *, is_for_once: bool = False) -> str:
    person = action.owner_email
    return make_link(purpose=REPORT, about=action, person=person, now=now, is_for_once=is_for_once)[
        1
    ]


def test_one_for_once_opens_until_it_is_used_and_one_for_often_longer(
    action: ActionPoint, now: datetime
) -> None:
    once, often = new(action, now, is_for_once=True), new(action, now)
    for token in (once, once, often):
        assert link_of(purpose=REPORT, token=token, now=now).about == action
    for token in (once, often, often):
        assert use_link(purpose=REPORT, token=token, now=now).about == action
    with pytest.raises(LinkIsVoid):
        use_link(purpose=REPORT, token=once, now=now)


def test_a_link_is_good_for_sixty_days(action: ActionPoint, now: datetime) -> None:
    token = new(action, now)
    assert link_of(purpose=REPORT, token=token, now=now + timedelta(days=59)).about == action
    with pytest.raises(LinkIsVoid):
        link_of(purpose=REPORT, token=token, now=now + timedelta(days=61))


def test_the_database_holds_no_link_that_works(action: ActionPoint, now: datetime) -> None:
    token = new(action, now)
    link = PersonalLink.objects.get()
    assert token not in str(vars(link))
    for stolen in (link.code, str(link.pk), ""):
        with pytest.raises(LinkIsVoid):
            link_of(purpose=REPORT, token=stolen, now=now)


def test_what_ended_is_forgotten_and_what_is_good_stays(action: ActionPoint, now: datetime) -> None:
    new(action, now - timedelta(days=200))
    good = new(action, now)
    assert forget_links(now=now) == 1
    assert link_of(purpose=REPORT, token=good, now=now).about == action


def test_what_ended_yesterday_is_not_forgotten_yet(action: ActionPoint, now: datetime) -> None:
    yesterday = now - timedelta(days=1)
    new(action, yesterday - LASTS)
    new(action, yesterday)
    set_owner_email(action=action, email="new@example.org", now=yesterday)
    assert forget_links(now=now) == 0


def test_where_no_link_can_go_out_no_address_is_kept(
    action: ActionPoint, co_chair: User, client: Client, now: datetime
) -> None:
    dropped, outcome = ActionState.DROPPED, "Not needed."
    report_progress(
        action=action, state=dropped, note="", outcome=outcome, reported_by=None, now=now
    )
    client.force_login(co_chair)
    address = reverse("boards_admin:reach_owner", args=[action.pk])
    answer = client.post(address, {"email": "new@example.org", "send": "1"})
    assert answer.status_code == 200
    action.refresh_from_db()
    assert action.owner_email == "", "it went when the action was finished"
