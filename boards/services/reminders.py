"""Reminders of actions: one before the date, one after it, one by age; each once."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from boards.enums import Role
from boards.models import BY_PLACE, ActionPoint, BoardPage, Letter, Member
from boards.rules.dates import long_date, short_date
from boards.selectors.actions import public_actions
from boards.selectors.lineage import boards_now
from boards.services.letters import write_letter
from boards.services.owners import LINK_WORDS, report_link

BEFORE = timedelta(days=7)
MISSED = timedelta(days=14)  # what was late for longer when it came in is not reminded of
FROM_HOUR, UNTIL_HOUR = 8, 20  # in London


@dataclass(frozen=True)
class _Reminder:
    action: ActionPoint
    kind: str  # before, after or age
    day: date

    @property
    def key(self) -> str:
        return f"action:{self.action.pk}:{self.kind}:{self.day}"


def remind_owners(*, now: datetime) -> int:
    """Write the reminders that are due; again the same day writes none. Returns how many.

    They go to the owner where an address is known, else to the board's secretary; those by age
    always to the secretary. Where the board ended, the secretary is that of the board that goes on
    with its work. Nothing is written at night.
    """
    local = timezone.localtime(now)
    if not FROM_HOUR <= local.hour < UNTIL_HOUR:
        return 0
    due = _due(local.date())
    written = Letter.objects.filter(key__in=[each.key for each in due])
    known = set(written.values_list("key", flat=True))
    new = [each for each in due if each.key not in known]
    if not new:
        return 0
    boards = boards_now(each.action.board_id for each in new)
    secretaries = _secretaries(list(boards.values()), local.date())
    return sum(_write(each, boards[each.action.board_id], secretaries, now) for each in new)


def _due(today: date) -> list[_Reminder]:
    soon = Q(due_on__gte=today, due_on__lte=today + BEFORE)
    late = Q(late_from__lte=today, late_from__gt=today - MISSED)
    actions = public_actions().unfinished().filter(soon | late)
    return [_reminder(action, today) for action in actions.select_related("board").order_by("pk")]


def _reminder(action: ActionPoint, today: date) -> _Reminder:
    if action.due_on is None:
        return _Reminder(action, "age", action.late_from)
    return _Reminder(action, "before" if action.due_on >= today else "after", action.due_on)


def _secretaries(boards: list[BoardPage], today: date) -> dict[int, str]:
    """Where each board's secretary is reached, by the board's key; boards without one are out."""
    serving = Member.objects.serving(on=today).filter(role=Role.SECRETARY, board__in=boards)
    members = serving.exclude(email="").order_by("board_id", BY_PLACE, "pk")
    found: dict[int, list[str]] = defaultdict(list)
    for member in members:
        found[member.board_id].append(member.email)
    addresses = {board.pk: (found[board.pk] or [board.contact_email])[0] for board in boards}
    return {pk: address for pk, address in addresses.items() if address}


@transaction.atomic
def _write(
    reminder: _Reminder, board: BoardPage, secretaries: dict[int, str], now: datetime
) -> bool:
    """``board`` is the action's, or the one that goes on with its work."""
    action = reminder.action
    to_owner = bool(action.owner_email) and reminder.kind != "age"
    to = action.owner_email if to_owner else secretaries.get(board.pk, "")
    if not to:
        return False
    write_letter(
        key=reminder.key,
        action=action,
        to=to,
        subject=_subject(reminder),
        words=_words_to_owner(reminder) if to_owner else _words_to_secretary(reminder, board),
        link=report_link(action, now=now)[1] if to_owner else action.get_absolute_url(),
        link_words=LINK_WORDS if to_owner else "See the action",
        now=now,
    )
    return True


def _subject(reminder: _Reminder) -> str:
    words = {
        "before": f"Due on {short_date(reminder.day)}",
        "after": f"This was due on {short_date(reminder.day)}",
        "age": "An old action without a date",
    }[reminder.kind]
    return f"{words}: {reminder.action.board.title}"


def _day_words(reminder: _Reminder) -> str:
    day = long_date(reminder.day)
    return f"It is due on {day}." if reminder.kind == "before" else f"It was due on {day}."


def _words_to_owner(reminder: _Reminder) -> str:
    action = reminder.action
    return (
        f"Hello{' ' + action.owner if action.owner else ''},\n\n"
        f"the {action.board.title} agreed that you do this:\n\n“{action.text}”\n\n"
        f"{_day_words(reminder)} Please tell the board how far it is. "
        "You need no account and no password."
    )


def _words_to_secretary(reminder: _Reminder, board_now: BoardPage) -> str:
    action = reminder.action
    who = action.owner or "nobody yet"
    board = f"the {action.board.title}"
    if board_now.pk != action.board_id:
        board += f" (it ended: the {board_now.title} goes on with its work)"
    if reminder.kind == "age":
        age = (
            f"It was agreed on {short_date(action.agreed_on)}, and no date was set. "
            "It counts as late now."
        )
        return f"This action of {board} is old:\n\n“{action.text}”\n\n{age}"
    return (
        f"An action of {board}:\n\n“{action.text}”\n\n"
        f"Who does it: {who}. {_day_words(reminder)}\n\n"
        "We know no e-mail address of who does it, so this comes to you. "
        "On the action's screen in My boards you can give one."
    )
