"""Reaching those who do an action: by e-mail, with a link that needs no account."""

from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction
from django.urls import reverse

from boards.enums import ActionState, LinkPurpose
from boards.models import ActionPoint, ActionUpdate, Letter, MinutesPage, PersonalLink
from boards.rules.dates import long_date, short_date
from boards.selectors.actions import public_actions
from boards.selectors.links import action_behind
from boards.services.actions import report_progress
from boards.services.letters import write_letter
from boards.services.links import make_link, use_link, void_links
from easyread.addresses import one_form
from easyread.senders.limits import Limit
from easyread.senders.services import take

LINK_WORDS = "Say how far it is"
OF_A_LINK = Limit(
    "reports: by a link",
    5,
    timedelta(days=1),
    "You have told the board many times now how far this is. Wait until {until}, or ring the "
    "secretary of the board. What you wrote is still here.",
)
# One office may do many actions of many boards.
OF_A_SENDER = Limit("reports: of a sender", 60, timedelta(days=1))


class NoAddress(Exception):
    """Nobody gave the owner's e-mail address."""


class NotToBeReported(Exception):
    """The action is finished, or the public cannot see it: no link goes out."""


@transaction.atomic
def set_owner_email(*, action: ActionPoint, email: str, now: datetime) -> ActionPoint:
    """Keep where the owner can be reached; another address makes links to the old one void."""
    found = ActionPoint.objects.select_for_update().get(pk=action.pk)
    if found.owner_email != one_form(email):
        found.owner_email = email
        found.save(update_fields=["owner_email"])
        _void([found.pk], now)
    return found


@transaction.atomic
def reach_owner(*, action: ActionPoint, email: str, now: datetime) -> Letter:
    """Keep the owner's address and send a link to it, or do neither.

    Raises `NoAddress` and `NotToBeReported`.
    """
    return send_report_link(action=set_owner_email(action=action, email=email, now=now), now=now)


@transaction.atomic
def send_report_link(*, action: ActionPoint, now: datetime) -> Letter:
    """Write to the owner with a new link; all links before it are void.

    Raises `NoAddress` and `NotToBeReported`.
    """
    found = public_actions().select_for_update().filter(pk=action.pk).first()
    if found is None or found.is_finished:
        raise NotToBeReported("This action is finished or not public: there is nothing to report.")
    if not found.owner_email:
        raise NoAddress("Give the owner's e-mail address first.")
    _void([found.pk], now)
    link, path = report_link(found, now=now)
    by = f"\n\nIt is to be done by {long_date(found.due_on)}." if found.due_on else ""
    return write_letter(
        key=f"action:{found.pk}:report:{link.pk}",
        action=found,
        to=found.owner_email,
        subject=f"How far is it? An action of the {found.board.title}",
        words=f"Hello{' ' + found.owner if found.owner else ''},\n\n"
        f"on {short_date(found.agreed_on)} the {found.board.title} agreed that you do this:\n\n"
        f"“{found.text}”{by}\n\n"
        "Please tell the board how far it is. You need no account and no password. "
        "The link works for 60 days, and only for this action.",
        link=path,
        link_words=LINK_WORDS,
        now=now,
    )


def report_link(action: ActionPoint, *, now: datetime) -> tuple[PersonalLink, str]:
    """A link by which the owner of ``action`` reports, and its path; those before it stay good."""
    link, token = make_link(
        purpose=LinkPurpose.REPORT_ACTION, about=action, person=action.owner_email, now=now
    )
    return link, reverse("boards:report_by_link", args=[token])


def _void(keys: list[int], now: datetime) -> None:
    void_links(purpose=LinkPurpose.REPORT_ACTION, model=ActionPoint, keys=keys, now=now)


@transaction.atomic
def report_by_link(
    *,
    token: str,
    state: ActionState,
    note: str,
    outcome: str,
    now: datetime,
    sender: str = "",
) -> ActionUpdate:
    """Record what the owner says. Raises `LinkIsVoid`, and `TooMuch` of this link or of this
    ``sender`` (`easyread.senders.addresses`); two reports do not run at once."""
    link = use_link(purpose=LinkPurpose.REPORT_ACTION, token=token, now=now)
    ActionPoint.objects.select_for_update().filter(pk=link.object_id).first()
    action = action_behind(link)  # as it is, now that nobody else writes
    take((OF_A_LINK, str(link.pk)), (OF_A_SENDER, sender), now=now)
    return report_progress(
        action=action,
        state=state,
        note=note,
        outcome=outcome,
        reported_by=None,
        by_owner=True,
        now=now,
    )


def forget_other_owners(*, minutes: MinutesPage, owners: dict[UUID, str], now: datetime) -> None:
    """Before published minutes are recorded: an address belongs to the owner that it was given
    for. ``owners`` are the names by block, as the minutes have them now."""
    known = ActionPoint.objects.filter(minutes=minutes).exclude(owner_email="")
    changed = [
        action.pk for action in known if owners.get(action.block_id, action.owner) != action.owner
    ]
    if changed:
        ActionPoint.objects.filter(pk__in=changed).update(owner_email="")
        _void(changed, now)
