"""Action points of all boards, as the public sees them."""

from dataclasses import dataclass
from datetime import date

from django.db.models import F, Q, QuerySet
from taggit.models import Tag

from boards.enums import ActionState
from boards.models import ActionPoint, BoardPage, Decision
from boards.models.actions import ActionPointQuerySet
from boards.selectors.lineage import of_boards_and_forerunners
from easyread.visibility import outside_hidden_pages

LATE = "late"
UNFINISHED_WORD = "unfinished"


@dataclass(frozen=True)
class ActionFilter:
    """What a reader asked for; empty means any.

    ``state`` is one of `ActionState`, ``late`` or ``unfinished``; the days bound when the action
    was agreed, both included.
    """

    board: str = ""
    state: str = ""
    topic: str = ""
    owner: str = ""
    words: str = ""
    agreed_from: date | None = None
    agreed_to: date | None = None


@dataclass(frozen=True)
class ActionRow:
    """An action with what follows from today's date."""

    action: ActionPoint
    is_late: bool

    @property
    def state_words(self) -> str:
        return "Late" if self.is_late else ActionState(self.action.state).label

    @property
    def late_words(self) -> str:
        """Why it counts as late where no date says so."""
        if not self.is_late or self.action.due_on is not None:
            return ""
        days = (self.action.late_from - self.action.agreed_on).days - 1
        return f"Late: no date was set, and it is older than {days} days."

    @property
    def state_key(self) -> str:
        return LATE if self.is_late else str(self.action.state)


def public_actions() -> ActionPointQuerySet:
    """Every action point that strangers may see."""
    actions: ActionPointQuerySet = ActionPoint.objects.in_force()
    return actions.filter(outside_hidden_pages("minutes__path"))


def public_decisions() -> QuerySet[Decision]:
    """Every decision that strangers may see."""
    decisions = Decision.objects.filter(is_withdrawn=False, minutes__live=True)
    return decisions.filter(outside_hidden_pages("minutes__path"))


def actions_followed_up(
    among: ActionPointQuerySet, *, of_board: int | None, late_on: date | None
) -> ActionPointQuerySet:
    """Of these actions those that are not finished, or only the late ones; of all boards, or of
    one and those that ended in it. What is due first comes first."""
    found = among.in_force()
    if of_board is not None:
        found = found.filter(of_boards_and_forerunners([of_board]))
    found = found.overdue(on=late_on) if late_on else found.unfinished()
    return found.order_by(F("due_on").asc(nulls_last=True), "agreed_on", "pk")


def visible_actions() -> ActionPointQuerySet:
    """As `public_actions`, and those that were taken out of the minutes again: their addresses
    go on answering."""
    actions: ActionPointQuerySet = ActionPoint.objects.published()
    return actions.filter(outside_hidden_pages("minutes__path"))


def visible_action(number: int) -> ActionPoint | None:
    return visible_actions().with_places().filter(pk=number).first()


def actions_of_withdrawn_minutes() -> ActionPointQuerySet:
    """Actions whose minutes say to everyone that they were withdrawn: neither their text nor what
    became of them is for strangers."""
    withdrawn = ActionPoint.objects.filter(minutes__live=False, minutes__withdrawn_on__isnull=False)
    return withdrawn.filter(outside_hidden_pages("minutes__path")).with_places()


def action_rows(actions: list[ActionPoint], *, today: date) -> list[ActionRow]:
    return [ActionRow(action, action.is_late(today)) for action in actions]


def filtered_actions(wanted: ActionFilter, *, today: date) -> ActionPointQuerySet:
    """The public actions that fit: the last agreed first, in the order of their minutes."""
    found = _in_state(public_actions().with_places(), wanted.state, today)
    if wanted.board:
        found = found.filter(board__slug=wanted.board)
    if wanted.topic:
        found = found.filter(topics__slug=wanted.topic)
    if wanted.owner:
        found = found.filter(owner__icontains=wanted.owner)
    if wanted.words:
        found = found.filter(Q(text__icontains=wanted.words) | Q(outcome__icontains=wanted.words))
    if wanted.agreed_from:
        found = found.filter(agreed_on__gte=wanted.agreed_from)
    if wanted.agreed_to:
        found = found.filter(agreed_on__lte=wanted.agreed_to)
    return found.order_by("-agreed_on", "position", "pk")


def _in_state(found: ActionPointQuerySet, state: str, today: date) -> ActionPointQuerySet:
    if state == LATE:
        return found.overdue(on=today)
    if state == UNFINISHED_WORD:
        return found.unfinished()
    return found.filter(state=state) if state else found


def latest_outcomes(*, limit: int, board: BoardPage | None = None) -> list[ActionPoint]:
    """What was done last: “You said, we did”."""
    done = public_actions().filter(state=ActionState.DONE).with_places()
    if board is not None:
        done = done.filter(board=board)
    return list(done.order_by("-closed_on", "-pk")[:limit])


def topics_of(action: ActionPoint) -> QuerySet[Tag]:
    topics: QuerySet[Tag] = action.topics.order_by("name")
    return topics


def topics_in_use() -> list[Tag]:
    """The topics of public actions, A to Z."""
    actions = public_actions().values("pk")
    return list(
        Tag.objects.filter(boards_actiontopic_items__content_object__in=actions)
        .distinct()
        .order_by("name", "pk")
    )
