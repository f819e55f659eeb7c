"""An owner without an account who said how far an action is, by the link in an e-mail."""

from datetime import datetime, time, timedelta

from django.utils import timezone

from boards.enums import ActionState, LetterState
from boards.models import Letter
from boards.selectors import public_actions
from boards.services import remind_owners, report_progress, set_owner_email
from portal.demo.building import BuiltBoard, email_of

LEFT_TO_THE_WORKER = 2
SAID = (
    "We have asked everyone who has to agree. Two have said yes, and one wants to see an example. "
    "I will bring it to the next meeting."
)


def add_owner_reports(boards: dict[str, BuiltBoard], *, now: datetime) -> int:
    """One action whose owner is reached by e-mail and has reported; returns how many."""
    _settle_reminders(now)
    board = boards["learning-disability"].page
    mine = public_actions().unfinished().filter(board=board, due_on__isnull=False)
    action = mine.exclude(owner="").order_by("-agreed_on", "position", "pk").first()
    if action is None:
        return 0
    set_owner_email(action=action, email=email_of(action.owner), now=now)
    report_progress(
        action=action,
        state=ActionState.IN_PROGRESS,
        note=SAID,
        outcome="",
        reported_by=None,
        by_owner=True,
        now=now - timedelta(days=2),
    )
    return 1


def _settle_reminders(now: datetime) -> None:
    """Today's reminders have gone out, as they would have over the last weeks; the worker finds
    a few to send, not all at once."""
    morning = timezone.make_aware(datetime.combine(timezone.localdate(now), time(9)))
    remind_owners(now=morning)
    reminders = Letter.objects.filter(key__startswith="action:").order_by("pk")
    left = reminders.values_list("pk", flat=True)[:LEFT_TO_THE_WORKER]
    reminders.exclude(pk__in=list(left)).update(state=LetterState.SENT, sent_at=now)
