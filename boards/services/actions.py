"""Following action points up."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from boards.enums import FINISHED, ActionState, LinkPurpose
from boards.models import ActionPoint, ActionUpdate, BoardPage
from boards.services.links import void_links
from boards.services.trail import record_progress
from easyread.accounts import Account, name_of

KEPT_HERE = ["state", "outcome", "closed_on", "late_from", "owner_email"]


class ClosingNeedsOutcome(Exception):
    """An action was to be closed without a word on what changed."""


@transaction.atomic
def report_progress(
    *,
    action: ActionPoint,
    state: ActionState,
    note: str,
    outcome: str,
    reported_by: Account | None,
    now: datetime,
    by_owner: bool = False,
) -> ActionUpdate:
    """Record how far an action is, and keep that in its history.

    Closing (done or dropped) asks for the outcome: what changed, or why it was dropped. It also
    forgets the owner's address and makes links void. Opening a closed action again keeps its
    earlier outcome in the history only, and it is late by the board's rule as it is now. The trail
    seals what was said. ``by_owner``: by the link in an e-mail.
    """
    action = ActionPoint.objects.select_for_update().get(pk=action.pk)
    closes = state in FINISHED
    if closes and not outcome.strip():
        raise ClosingNeedsOutcome("Say what changed, so that people can see what came of it.")
    was_open = not action.is_finished
    action.state = state
    action.outcome = outcome.strip() if closes else ""
    if not closes:
        action.closed_on = None
        if not was_open:
            rule = action.board.late_from
            action.late_from = rule(due_on=action.due_on, agreed_on=action.agreed_on)
    elif was_open or action.closed_on is None:
        action.closed_on = timezone.localdate(now)
    if closes:
        action.owner_email = ""
        void_links(purpose=LinkPurpose.REPORT_ACTION, model=ActionPoint, keys=[action.pk], now=now)
    action.save(update_fields=KEPT_HERE)
    words = note.strip() or (action.outcome if closes else "")
    update = ActionUpdate.objects.create(
        action=action, at=now, by=reported_by, by_owner=by_owner, state=state, note=words
    )
    record_progress(actions=[action.pk], by=name_of(reported_by), now=now)
    return update


def recount_late_days(*, board: BoardPage) -> int:
    """After a board's rule has changed: its unfinished actions without a date are late by the new
    one. Returns how many have another day now."""
    unfinished = ActionPoint.objects.unfinished().filter(board=board, due_on__isnull=True)
    changed = 0
    for agreed_on in unfinished.values_list("agreed_on", flat=True).distinct().order_by():
        day = board.late_from(due_on=None, agreed_on=agreed_on)
        same = unfinished.filter(agreed_on=agreed_on).exclude(late_from=day)
        changed += same.update(late_from=day)
    return changed
