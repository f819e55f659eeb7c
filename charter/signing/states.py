"""How a board stands to a version follows from what happened, in its order. No database."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Protocol

from charter.enums import SignUpEventKind as Kind
from charter.enums import SignUpState as State

REVIEW_AFTER = timedelta(days=365)  # since it was signed, or looked at
REMIND_BEFORE = timedelta(days=60)  # the review
LAPSES_AFTER = timedelta(days=28)  # both after the review was due and after the reminder
OPEN = (State.INVITED, State.CONSIDERING, State.SIGNING)
CAN_BE_ASKED = (State.NOT_ASKED, State.DECLINED, State.LAPSED, State.WITHDRAWN)
CAN_BE_UNDONE = (
    *(Kind.CONSIDERING, Kind.OFFICER_SIGNED, Kind.CITIZEN_SIGNED, Kind.AGREED),
    *(Kind.DECLINED, Kind.WITHDRAWN, Kind.REVIEWED, Kind.LAPSED),
)


class Happening(Protocol):
    """What is read of an event."""

    pk: int
    kind: str
    on: date | None
    name: str
    meeting_id: int | None
    undoes_id: int | None
    words: str


@dataclass(frozen=True)
class Standing:
    """How it stands. Names, meeting and days are those of the signature of this round: who is
    asked again begins anew."""

    state: State = State.NOT_ASKED
    since: date | None = None
    asked_on: date | None = None
    last_part_on: date | None = None
    signed_on: date | None = None
    reviewed_on: date | None = None
    reminded_on: date | None = None
    meeting_id: int | None = None
    signed_by_officer: str = ""
    signed_by_citizen: str = ""
    reason: str = ""

    @property
    def review_due_on(self) -> date | None:
        return self.reviewed_on + REVIEW_AFTER if self.reviewed_on else None

    def needs_reminder(self, *, today: date) -> bool:
        """Whether its review comes, and nobody has reminded the board of it."""
        due = self.review_due_on
        if self.state != State.SIGNED or due is None or due - REMIND_BEFORE > today:
            return False
        return self.reminded_on is None or self.reminded_on < due - REMIND_BEFORE

    def lapses(self, *, today: date) -> bool:
        """Whether its review is missed: it was due, and the board was told, four weeks ago."""
        due, told = self.review_due_on, self.reminded_on
        if self.state != State.SIGNED or due is None or told is None or due + LAPSES_AFTER > today:
            return False
        return told >= due - REMIND_BEFORE and told + LAPSES_AFTER <= today

    @property
    def is_whole(self) -> bool:
        """Whether both co-chairs signed and the board agreed."""
        return bool(self.signed_by_officer and self.signed_by_citizen and self.meeting_id)


def standing_of(events: Iterable[Happening]) -> Standing:
    """The standing after all that happened, oldest first, without what was undone."""
    told = list(events)
    undone = {one.undoes_id for one in told}
    standing = Standing()
    for event in told:
        if event.pk not in undone:
            standing = _after(standing, event)
    return standing


def _after(standing: Standing, event: Happening) -> Standing:
    if event.kind == Kind.ASKED:
        return Standing(state=State.INVITED, since=event.on, asked_on=event.on)
    if event.kind == Kind.REVIEWED:
        return replace(standing, reviewed_on=event.on)
    if event.kind == Kind.REMINDED:
        return replace(standing, reminded_on=event.on)
    if event.kind in _STATES:
        state = _STATES[event.kind]
        return replace(standing, state=state, since=event.on, reason=event.words)
    if event.kind in _PARTS:
        field, told = _PARTS[event.kind]
        return _signed(replace(standing, **{field: getattr(event, told)}), event.on)
    return standing


def _signed(standing: Standing, on: date | None) -> Standing:
    """After one part of a signature. It is signed on the day of the last part."""
    latest = max([day for day in (standing.last_part_on, on) if day], default=None)
    standing = replace(standing, state=State.SIGNING, since=latest, last_part_on=latest)
    if standing.is_whole:
        return replace(standing, state=State.SIGNED, signed_on=latest, reviewed_on=latest)
    return standing


_STATES: dict[str, State] = {
    Kind.CONSIDERING: State.CONSIDERING,
    Kind.DECLINED: State.DECLINED,
    Kind.WITHDRAWN: State.WITHDRAWN,
    Kind.LAPSED: State.LAPSED,
}
_PARTS: dict[str, tuple[str, str]] = {
    Kind.OFFICER_SIGNED: ("signed_by_officer", "name"),
    Kind.CITIZEN_SIGNED: ("signed_by_citizen", "name"),
    Kind.AGREED: ("meeting_id", "meeting_id"),
}


def contradiction(events: Iterable[Happening]) -> str:
    """Why not all of this can have happened in this order; empty if it can."""
    told = list(events)
    undone = {one.undoes_id for one in told}
    standing = Standing()
    for event in told:
        if event.pk in undone or event.kind in (Kind.PUT_RIGHT, Kind.TAKEN_OVER):
            continue
        if words := refusal(standing, Kind(event.kind)):
            return words
        standing = _after(standing, event)
    return ""


def refusal(standing: Standing, kind: Kind) -> str:
    """Why this cannot happen now, in words for the screen; empty if it can."""
    return _of_signature(standing, kind) or _of_state(standing.state, kind)


def _of_signature(standing: Standing, kind: Kind) -> str:
    signed = {
        Kind.OFFICER_SIGNED: standing.signed_by_officer,
        Kind.CITIZEN_SIGNED: standing.signed_by_citizen,
    }.get(kind, "")
    if signed and standing.state in (*OPEN, State.SIGNED):
        return f"{signed} has signed already."
    if kind == Kind.AGREED and standing.meeting_id and standing.state in (*OPEN, State.SIGNED):
        return "The meeting is known already."
    return ""


def _of_state(state: State, kind: Kind) -> str:
    if kind == Kind.ASKED:
        wrong = state not in CAN_BE_ASKED
    elif kind == Kind.CONSIDERING:
        wrong = state != State.INVITED
    elif kind in (Kind.WITHDRAWN, Kind.REVIEWED, Kind.LAPSED):
        wrong = state != State.SIGNED
    elif kind == Kind.REMINDED:
        wrong = state not in (*OPEN, State.SIGNED)
    else:
        wrong = state not in OPEN
    return _WRONG[state] if wrong else ""


_WRONG = {
    State.NOT_ASKED: "The board is not asked to sign this version.",
    State.INVITED: "The board is asked already, and has not signed yet.",
    State.CONSIDERING: "The board is thinking about it already.",
    State.SIGNING: "The board is signing at the moment.",
    State.SIGNED: "The board has signed already.",
    State.DECLINED: "The board said no. An officer can ask it again.",
    State.LAPSED: "The signature has lapsed. An officer can ask the board again.",
    State.WITHDRAWN: "The board has withdrawn. An officer can ask it again.",
}
