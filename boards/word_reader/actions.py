"""From the words after "Action:" or "Agreed:" to action points and decisions."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from .characters import one_line, sentence_case_start
from .due import Calendar, Due, due_of, is_only_due, owner_and_due, stated_due, without_trailing_due
from .labels import Tag, without_number
from .owner_names import is_owner_only, owner_list
from .owners import Owned, owned
from .people import Roster
from .promises import promises_in, sentences_of
from .reading import ActionPart, DecisionPart, Part, TextPart
from .signs import with_plain_signs
from .verbs import VERBS, begins_with_verb

_FROM_TEXT = "The words come from the sentence beside the owner’s name."
_NOTHING = re.compile(
    r"(?:none|nil|nothing(?: this time| to do| further| more| new| yet)?|n/?a"
    r"|no (?:further |new )?actions?(?: (?:arising|required|needed"
    r"|identified))?|not applicable|-|–|—|"
    r"(?:the\s+(?:board|group)\s+)?noted?|(?:all|members|everyone|the board"
    r"|the group)\s+to note|for (?:noting|information)|to note|closed?|complete[d]?|done"
    r"|ongoing)\W*",
    re.IGNORECASE,
)
_LETTERED = re.compile(
    r"(?:^|(?<=[\s;.,:]))(?:\(?(?P<letter>[a-h]|i{1,3}|iv|v)|\((?P<digit>\d))\)\s+", re.IGNORECASE
)
_REPORTED = re.compile(
    r"\b(?:complete[d]?|done|closed?|discharged|reported|ongoing|on-going|outstanding"
    r"|carried (?:forward|over)|no progress|superseded"
    r"|in progress|has (?:now )?been|have (?:now )?been|had been|was (?:now |not )?\w+ed"
    r"|were \w+ed|has (?:now )?\w+ed|is (?:now )?(?:complete|closed|done|on)|not yet"
    r"|update(?:d)?:|still (?:open|to)|to be closed|remains?|is on (?:the|today|this)"
    r"|on (?:the )?agenda|(?:sent|circulated|held|carried out) on|removed)\b"
    r"|\s[–—-]\s+(?:this |it |they )?(?:now )?(?:held|sent|done|given|made|met|written|put|taken"
    r"|gone|found|told|spoken|shown|paid|carried|arranged|agreed|received|delivered)\b",
    re.IGNORECASE,
)
_APPROVING = re.compile(
    r"(?:to\s+)?(?:note|approve|accept|endorse|adopt|receive|agree|support|ratify|confirm"
    r"|welcome|sign off)\b",
    re.IGNORECASE,
)
_TO_BE = re.compile(
    r"\b(?:to|will|should|must|shall) be (?:\w+ly )?(?:\w+(?:ed|en|wn|de|nt|ne|ld|id|ut|up|ad"
    r"|et|ught|un))\b|\bto (?:go|come) (?:to|back|out)\b",
    re.IGNORECASE,
)

_TOPIC = re.compile(r"[A-Z][\w’' -]{2,60}?\s[–—-]\s")  # "Open day – 230 people came"
_FUTURE = re.compile(r"\b(?:to|will|should|must)\s+(?:\w+ly\s+)?(?:be\s+\w+|[a-z]+)\b")


@dataclass(frozen=True)
class Scene:
    """What the words of an action are understood by."""

    roster: Roster
    calendar: Calendar
    about_old_actions: bool = False


def is_nothing(text: str) -> bool:
    """Whether what stands where an action would is only "Noted.", "None" or the like."""
    return not re.search(r"\w", text) or _NOTHING.fullmatch(text.strip()) is not None


def action_from(text: str, scene: Scene, who: str = "", due: str = "") -> ActionPart:
    """One action from its words; `who` and `due` are what a label or a column says."""
    text = with_plain_signs(_unbracketed(one_line(text)), scene.roster)
    inner = _owned(text, scene)
    doubts = list(inner.doubts)
    owner = inner.owner
    if who and not due.strip():
        named, stated = owner_and_due(who)
        if stated and is_owner_only(named, scene.roster):
            who, due = named, stated
    if who:
        owner, doubts = owner_list(who, scene.roster), []
    same = not who or scene.roster.are_same(inner.owner, owner)
    words = re.sub(r"^(?:to|will)\s+(?=[a-z])", "", inner.text if same else text)
    when = stated_due(due, scene.calendar) if due.strip() else due_of(text, scene.calendar)
    if not due.strip() and when == Due():
        when = due_of(inner.text, scene.calendar)
    doubts.extend(when.doubts)
    return ActionPart(
        text=sentence_case_start(words.strip()),
        owner=owner,
        due=when.words,
        due_on=when.on,
        doubts=tuple(doubts),
    )


def _owned(text: str, scene: Scene) -> Owned:
    """The owner, looked for before the due date too: "Book the room – AB – by 1 July"."""
    found = owned(text, scene.roster)
    shorter = text if found.owner else without_trailing_due(text)
    if shorter == text:
        return found
    again = owned(shorter, scene.roster)
    return again if again.owner else found


def _unbracketed(text: str) -> str:
    """`text` without a bracket that was opened before the label."""
    if text.endswith(("]", ")")) and text.count("[") + text.count("(") < text.count(
        "]"
    ) + text.count(")"):
        return text[:-1].rstrip()
    return text


def actions_from(text: str, scene: Scene, who: str = "", due: str = "") -> list[ActionPart]:
    """One or several actions: "(a) … (b) …", or pieces divided by ";" that each name an owner."""
    marks = list(_LETTERED.finditer(text))
    if len(marks) >= 2 and (marks[0].group("letter") or marks[0].group("digit")).lower() in "ai1":
        shared = text[: marks[0].start()].strip(" :–—-")
        ends = [*(mark.start() for mark in marks[1:]), len(text)]
        pieces = [
            text[mark.end() : end].strip(" ;,") for mark, end in zip(marks, ends, strict=True)
        ]
        pieces = [re.sub(r"[;,]?\s+and$", "", piece) for piece in pieces]
        if shared and not is_owner_only(re.sub(r"\s+to$", "", shared), scene.roster):
            return [action_from(f"{shared}: {piece}", scene, who, due) for piece in pieces]
        named = who or re.sub(r"\s+to$", "", shared)
        return [action_from(piece, scene, named, due) for piece in pieces]
    for pieces in (re.split(r";\s+", text), sentences_of(text)):
        orders = [owned(piece.strip(), scene.roster) for piece in pieces]
        if len(pieces) > 1 and all(
            one.owner and one.text != piece for one, piece in zip(orders, pieces, strict=True)
        ):
            return [action_from(piece.strip(), scene, who, due) for piece in pieces]
    return [action_from(text, scene, who, due)]


def is_report(tag: Tag, scene: Scene) -> bool:
    """Whether "Action 34: …" reports on an old action instead of giving a new one.

    Only numbered labels are ever reports, or any label in an item about the last meeting's actions.
    """
    if not tag.ref and not scene.about_old_actions:
        return False
    text = tag.rest
    new = is_new(text, scene)
    if scene.about_old_actions:
        topic = tag.ref and _TOPIC.match(text) and not _FUTURE.search(text)
        if topic or _REPORTED.search(text) or re.search(r"\b(?:has|have|had|was|were)\b", text):
            return True
    if _REPORTED.search(text) and not new:
        return True
    if re.search(r"\b(?:done|completed?|closed|actioned)\b\W*$", text, re.IGNORECASE):
        return True
    return bool(tag.ref) and not new and not tag.who


def was_reported(text: str) -> bool:
    """Whether the words tell what became of something."""
    return _REPORTED.search(text) is not None


def is_new(text: str, scene: Scene) -> bool:
    """Whether the words say that something is to be done."""
    bare = re.sub(r"^\(?[a-h]\)\s+", "", text.strip())
    bare = re.sub(r"\bto:\s*(?:\([a-z]{1,3}\)\s*)?", "to ", bare, count=1)
    found = _owned(bare, scene)
    if (found.owner and found.text != bare) or begins_with_verb(bare):
        return True
    return bool(found.owner or _FUTURE.search(bare)) and not _REPORTED.search(bare)


def agreed_parts(rest: str, scene: Scene) -> list[Part]:
    """What follows "Agreed": an action when somebody is to do something, else a decision."""
    bare = re.sub(r"^that\s+", "", one_line(rest))
    if not bare:
        return [DecisionPart("Agreed.")]
    first, *others = sentences_of(bare)
    if others and promises_in(" ".join(others), scene.roster):
        return _agreed_then_promised(first, others, scene)
    order = re.sub(r"^[Tt]o\s+", "", bare)
    first = order.split()[0].lower().strip(",.")
    if _APPROVING.match(order):
        return [DecisionPart(sentence_case_start(bare))]
    if order != bare:
        return list(actions_from(order, scene)) if first in VERBS else [DecisionPart(bare)]
    found = owned(bare, scene.roster)
    names_somebody = bool(found.owner) and found.text != bare
    if names_somebody or _TO_BE.search(bare) or first in VERBS - {"be", "have", "use"}:
        return list(actions_from(bare, scene))
    return [DecisionPart(sentence_case_start(bare))]


def _agreed_then_promised(first: str, others: list[str], scene: Scene) -> list[Part]:
    """ "Agreed to enter. Ann undertook to fill in the form.": what somebody takes on is to do."""
    found = agreed_parts(first, scene)
    if not any(isinstance(one, ActionPart) and one.owner for one in found):
        found = [DecisionPart(sentence_case_start(first))]
    order = sentence_case_start(re.sub(r"^to\s+", "", first).strip(" ."))
    for sentence in others:
        promised = promises_in(sentence, scene.roster)
        for one in promised:
            about = f"{order}: {one.text}" if _NEEDS_CONTEXT.search(one.text) else one.text
            found.append(action_from(about, scene, one.who))
        if not promised:
            found.append(as_text(sentence))
    return found


_NEEDS_CONTEXT = re.compile(r"\b(?:it|this|that|these|so)\b|^(?:\S+\s+){0,4}\S+$")


def split_owner_or_due(text: str, scene: Scene) -> tuple[str, str]:
    """(who, when) when `text` is nothing but an owner, a due date or both; "" for what it lacks."""
    bare = text.strip(" .;[]()")
    if is_only_due(bare):
        return "", bare
    who, due = owner_and_due(bare)
    if due and is_owner_only(who, scene.roster):
        return who, due
    return (bare, "") if is_owner_only(bare, scene.roster) else ("", "")


def with_owner_and_due(part: ActionPart, who: str, due: str, scene: Scene) -> ActionPart:
    """The action with an owner or a due date that stood in a line of its own."""
    if who and not part.owner:
        part = replace(part, owner=owner_list(who, scene.roster), doubts=())
    if due and not part.due:
        when = stated_due(due, scene.calendar)
        part = replace(part, due=when.words, due_on=when.on, doubts=(*part.doubts, *when.doubts))
    return part


def action_beside(text: str, scene: Scene, who: str, due: str = "") -> ActionPart:
    """The action of somebody whose name stands alone beside or after `text`: its last sentence."""
    sentence = re.split(r"(?<=[.!?])\s+(?=[A-Z])", without_number(text.strip()))[-1]
    sentence = re.sub(r"^(?:It was |We |The \w+ |Members )?[Aa]greed (?:that|to)\s+", "", sentence)
    part = action_from(sentence, scene, who, due)
    return replace(part, doubts=() if is_new(part.text, scene) else (_FROM_TEXT,))


def as_text(text: str) -> TextPart:
    """A paragraph as one line of text."""
    return TextPart(one_line(text))
