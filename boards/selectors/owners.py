"""What those who look after a board learn of the owners of its actions."""

from datetime import datetime, timedelta

from django.db.models import Q
from django.urls import reverse
from django.utils import timezone

from boards.enums import LetterState
from boards.models import ActionPoint, ActionUpdate, BoardPage, Letter, Lineage, Member
from boards.selectors.to_do_line import ToDo

REPORTS_TOLD = timedelta(days=7)
FAILURES_TOLD = timedelta(days=60)
OTHERS_TOLD = timedelta(days=14)  # nothing that somebody does takes these away
LOST: dict[str, str] = {
    LetterState.FAILED: "An e-mail could not be delivered",
    LetterState.UNKNOWN: "An e-mail may not have arrived",
}


def suggested_email(action: ActionPoint, *, now: datetime) -> str:
    """The address of the one member who has the owner's name; empty where that is not clear."""
    owner = " ".join(action.owner.split())
    if not owner:
        return ""
    serving = Member.objects.serving(on=timezone.localdate(now)).filter(board=action.board_id)
    found = list(serving.filter(name__iexact=owner)[:2])
    return found[0].email if len(found) == 1 else ""


def actions_to_do(boards: list[BoardPage], *, now: datetime) -> dict[int, list[ToDo]]:
    """What owners said by their links in the last week, one line an action; two queries.

    What is said of a board that ended is told to the one that goes on with its work.
    """
    lineage = Lineage.read()
    said = ActionUpdate.objects.filter(
        by_owner=True,
        at__gt=now - REPORTS_TOLD,
        action__board__in=lineage.ending_in(board.pk for board in boards),
    )
    found: dict[int, list[ToDo]] = {}
    told: set[int] = set()
    for update in said.select_related("action").order_by("-at", "-pk"):
        action = update.action
        if action.pk not in told:
            told.add(action.pk)
            words = f"{action.owner or 'The owner'} said how far it is: {_short(action.text)}"
            to_do = ToDo(words, _screen(action.pk))
            found.setdefault(lineage.last_of(action.board_id), []).append(to_do)
    return found


def letters_to_do(boards: list[BoardPage], *, now: datetime) -> dict[int, list[ToDo]]:
    """Unfinished actions whose last e-mail did not arrive, or may not have; three queries."""
    told = Letter.objects.filter(action__isnull=False, written_at__gt=now - FAILURES_TOLD)
    last = dict(told.order_by("written_at", "pk").values_list("action_id", "state"))
    lost = [pk for pk, state in last.items() if state in LOST]
    if not lost:
        return {}
    lineage = Lineage.read()
    of_boards = Q(board__in=lineage.ending_in(board.pk for board in boards))
    actions = ActionPoint.objects.in_force().unfinished().filter(of_boards, pk__in=lost)
    found: dict[int, list[ToDo]] = {}
    for action in actions.order_by("pk"):
        words = f"{LOST[last[action.pk]]}: {_short(action.text)}"
        to_do = ToDo(words, _screen(action.pk), "soon")
        found.setdefault(lineage.last_of(action.board_id), []).append(to_do)
    return found


def other_lost_letters(*, now: datetime) -> list[ToDo]:
    """What did not arrive, or may not have, and is about no action: for officers, with the screen
    that the letter is about; one query."""
    lost = Letter.objects.filter(action=None, state__in=LOST, written_at__gt=now - OTHERS_TOLD)
    desk = reverse("boards_admin:my_boards")
    return [
        ToDo(
            f"{LOST[letter.state]}: “{letter.subject}”. Please ask whoever it was for.",
            # Where else a letter leads to, it may be by a key that is its reader's only.
            letter.link if letter.link.startswith(desk) else desk,
            "now",
        )
        for letter in lost.order_by("written_at", "pk")
    ]


def last_letter(action: ActionPoint) -> Letter | None:
    """The last e-mail that was written on an action, to the owner or to the secretary."""
    return action.letters.order_by("-written_at", "-pk").first()


def _screen(action_id: int) -> str:
    return reverse("boards_admin:report_progress", args=[action_id])


def _short(text: str) -> str:
    return text if len(text) <= 80 else f"{text[:79].rstrip()}…"
