"""Following action points up."""

from datetime import datetime
from functools import partial
from typing import Any

from django.db import transaction
from django.utils import timezone

from boards.enums import FINISHED, ActionState
from boards.events import action_closed
from boards.models import ActionPoint, ActionUpdate


class ClosingNeedsOutcome(Exception):
    """An action was to be closed without a word on what changed."""


@transaction.atomic
def report_progress(
    *,
    action: ActionPoint,
    state: ActionState,
    note: str,
    outcome: str,
    reported_by: Any,
    now: datetime,
) -> ActionUpdate:
    """Record how far an action is, and keep that in its history.

    Closing (done or dropped) asks for the outcome: what changed, or why it was dropped. Opening a
    closed action again keeps its earlier outcome in the history only.
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
    elif was_open or action.closed_on is None:
        action.closed_on = timezone.localdate(now)
    action.save(update_fields=["state", "outcome", "closed_on"])
    words = note.strip() or (action.outcome if closes else "")
    update = ActionUpdate.objects.create(
        action=action, at=now, by=reported_by, state=state, note=words
    )
    if closes and was_open:
        transaction.on_commit(partial(action_closed.send_robust, None, action_id=action.pk))
    return update
