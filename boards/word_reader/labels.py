"""The words with which minutes mark things: Action, Decision, Agreed, Noted, Present, Date."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from .lines import Line

_REF = r"(?P<ref>\d{1,4}(?:[./]\d{1,4})*[a-z]?)"
_ACTION = re.compile(
    r"[\[(]?\s*(?:(?:new|agreed|for)\s+)?"
    r"(?:action\s*points?|actions?\s+(?:owner|lead)(?=\s*:)|actions?\s+required|actions?\s+agreed|action\(s\)|actions?"
    r"|(?-i:AP|A\.P\.)(?=\s?\d|:|\s+(?-i:[A-Z]{2,3})\b))"
    rf"(?![A-Za-z]|-[A-Za-z])\s*(?:no\.?\s*|number\s+|#\s*)?(?:{_REF}(?![\w,]))?[\])]?\s*",
    re.IGNORECASE,
)
_ACTION_MARK = re.compile(r"$|\s*[:–—-]\s*|\.")
_WHO_THEN_MARK = re.compile(
    r"(?i:for\s+|by\s+)?[\[(]?(?!(?:Plan|Group|Log|List|Sheet|Learning|Research|Fraud|Tracker"
    r"|Update|Day)\b)"
    r"(?P<who>(?:[A-Z]|all\b)[^:()\[\]]{0,50}?)[\])]?\s*:\s*"
)
_PEOPLE = (
    r"(?!(?:PLAN|LOG|LIST|DAY|Plan|Log|List|Day|Group|Sheet|Table|Tracker)\b)"
    r"(?:[A-Z]{2,4}[a-z]{0,2}|[A-Z][a-z]+(?:\s[A-Z][a-z]+){0,2}|[Aa]ll)"
)
_WHO_ALONE = re.compile(
    rf"(?:(?:for|by)\s*:?\s*)?(?P<who>{_PEOPLE}(?:\s*(?:/|&|,|\band\b)\s*{_PEOPLE}){{0,4}})"
    r"\s*[.\])]*"
)
_WHO_TO = re.compile(rf"{_PEOPLE}(?:\s*(?:/|&|,|\band\b)\s*{_PEOPLE}){{0,4}}\s+to\s+[a-z]")
_TO_ACTION = re.compile(rf"[\[(]?(?P<who>{_PEOPLE})\s+to\s+action\s*[.\])]*")
_WHO_IN_BRACKETS = re.compile(r"[\[(](?P<who>[^()\[\]]{1,60})[\])]\s*[:–—-]?\s*")
_DECISION = re.compile(
    r"(?:key\s+|board\s+)?(?:decisions?(?:\s+made|\s+taken)?|decided|resolved|resolution)"
    r"\s*(?:no\.?\s*)?(?:\d{1,3})?\s*(?:[:–—-]\s*|(?=that\b)|$)",
    re.IGNORECASE,
)
_RESOLVED = re.compile(r"(?:IT WAS )?(?:RESOLVED|DECIDED)[:,]?\s+(?=\S)")
_AGREED = re.compile(
    r"(?:(?:it was|we(?: all)?|the (?:board|group|panel"
    r"|forum))\s+)?agreed(?:\s+actions?)?\s*(?:[:–—-]\s*|$)",
    re.IGNORECASE,
)
_AGREED_SHOUTED = re.compile(
    r"(?:(?:IT WAS|It was|The (?:board|Board|group|Group|panel|Panel|meeting|committee|forum)"
    r"|(?:Members|MEMBERS|THE BOARD))\s+)?AGREED[,.]?\s+(?=\S)"
)
_AGREED_TO = re.compile(r"Agreed\s+(?=to\s)")
_NOTED = re.compile(r"(?:note[ds]?|for information|comments?)\s*[:–—]\s*", re.IGNORECASE)
_NEXT = re.compile(
    r"(?:what(?:’s|'s| is| happens| will happen)?\s+next|what we will do(?: next)?|next steps?"
    r"|things to do|to do(?: list)?|who (?:will do|does) what|what (?:needs to happen|will be done)"
    r"|what (?:are )?we (?:are )?going to do(?: next)?)\s*(?:[?:!]+\s*(?P<rest>.*)|$)",
    re.IGNORECASE,
)
_LIST = re.compile(
    r"(?:(?:summary|list|table|log|schedule|record)\s+of\s+(?:the\s+)?(?:agreed\s+|new\s+)?actions?"
    r"(?:\s+points?)?|(?:agreed\s+|new\s+)?actions?\s+(?:points?\s+)?"
    r"(?:list|log|sheet|summary|table|plan|tracker|schedule|(?:agreed|arising)?\s*(?:from"
    r"|at) (?:this|the|today’s|today's) meeting|arising|agreed)"
    r"|(?:agreed\s+|new\s+)?actions?(?:\s+points?)?)\s*(?:[–—-]\s*.{0,60}|\(.{0,60}\))?:?",
    re.IGNORECASE,
)
_OLD = re.compile(
    r"matters? arising|(?:minutes|notes|actions?(?:\s+points?)?)\b.{0,30}\b(?:last|previous"
    r"|earlier)\b"
    r"|(?:last|previous)\s+(?:meeting|minutes|notes)|review of (?:the )?actions?"
    r"|actions? (?:update|review|log|tracker)"
    r"|update on actions?|outstanding actions?|(?:minutes|notes|actions?).{0,40}(?:meeting"
    r"|held on|of the)\b.{0,30}\d",
    re.IGNORECASE,
)
TYPED_NUMBER = re.compile(
    r"(?P<number>\d{1,3}(?:\s?\.\s?\d{1,3}){0,3}|[a-z](?=[.)]))(?:\s*[.):](?!\d)|(?=\s))\s*", re.I
)
_INSIDE = re.compile(
    r"(?:(?<=[.!?;:)\]”\"])[ \t]+|\s*\n\s*|\s+(?=[\[(]\s*(?:ACTION|Action|AP\s?\d)))(?=[\[(]?\s*(?:"
    r"(?:(?:NEW|New)\s+)?(?:ACTIONS?|Actions?)(?:\s+[Pp]oints?)?(?:\s+\d{1,4}[a-z]?)?\s*(?:\([^)\n]{1,40}\)\s*)?[:–—]"
    r"|(?:ACTION|Action)\s+(?:[A-Z]{2,4}|[A-Z][a-z]+)\b\s*(?::|\n|$|[\])]|to\s)"
    r"|(?:ACTION|Action)(?:ed)?\s+by\s*:?\s*[A-Z]|AP\s?\d+\s*[:–-]"
    r"|ACTION[ \t]+(?=[A-Z])"
    r"|(?:Decision|DECISION|Agreed|AGREED|Noted|NOTED|Resolved|RESOLVED)\s*:"
    r"|(?:IT WAS )?(?:AGREED|RESOLVED)\s+(?:to|that|TO|THAT)\b))"
)


_MORE = re.compile(
    r"(?:(?:action )?owner|lead(?: officer| person)?|who|by whom|(?:person )?responsible"
    r"|assigned to)\s*[:–—]\s*(?P<who>.{1,100})"
    r"|(?:deadline|due(?: date| by)?|(?:by )?when|timescale|target(?: date)?|complete by)"
    r"\s*[:–—]\s*(?P<due>.{1,60})",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Tag:
    """The label at the start of a line. `kind` is "" when there is none.

    Kinds: action, decision, agreed, noted, next (a list of what happens next). `rest` is what
    follows the label; `ref` and `who` the number and the person inside it.
    """

    kind: str = ""
    rest: str = ""
    ref: str = ""
    who: str = ""


def without_number(text: str) -> str:
    """`text` without a typed paragraph number such as "2.4 " or "3) "."""
    match = TYPED_NUMBER.match(text)
    return text[match.end() :] if match and ("." in match.group() or ")" in match.group()) else text


def tag_of(text: str, lead: str = "") -> Tag:
    """The label of one flat line; `lead` is what stands out in bold or underlined at its start."""
    text = without_number(text)
    action = _action_tag(text, without_number(lead))
    if action.kind:
        return action
    following = _NEXT.fullmatch(text)
    if following:
        return Tag("next", following.group("rest") or "")
    for kind, pattern in (
        ("decision", _DECISION),
        ("decision", _RESOLVED),
        ("agreed", _AGREED),
        ("agreed", _AGREED_SHOUTED),
        ("agreed", _AGREED_TO),
        ("noted", _NOTED),
    ):
        match = pattern.match(text)
        if match:
            return Tag(kind, text[match.end() :])
    return Tag()


def _action_tag(text: str, lead: str) -> Tag:
    label = _ACTION.match(text)
    if not label:
        alone = _TO_ACTION.fullmatch(text)
        return Tag("action", "", "", alone.group("who")) if alone else Tag()
    ref, rest = label.group("ref") or "", text[label.end() :]
    end = _ACTION_MARK.match(rest)
    if end and (end.group() != "." or ref):
        return Tag("action", rest[end.end() :].lstrip(), ref)
    named = _WHO_IN_BRACKETS.match(rest) or _WHO_THEN_MARK.match(rest) or _WHO_ALONE.fullmatch(rest)
    if named:
        return Tag("action", rest[named.end() :], ref, named.group("who").strip(" -–—"))
    word = label.group().strip()
    shouted = word.lstrip("[(").startswith("ACTION") and not text.isupper()
    stands_out = bool(lead) and lead.rstrip(" :-–—").lower() == word.lower()
    if (shouted and re.match(r"[A-Z]", rest)) or stands_out or _WHO_TO.match(rest):
        return Tag("action", rest.rstrip("])"), ref)
    return Tag()


def owner_or_due_line(text: str) -> tuple[str, str]:
    """("Ann", "") for the line "Owner: Ann", ("", "1 May") for "Deadline: 1 May", else nothing."""
    said = _MORE.fullmatch(text)
    return (said.group("who") or "", said.group("due") or "") if said else ("", "")


def is_action_list_heading(text: str) -> bool:
    """Whether a heading announces a list of actions and is no item of its own."""
    bare = without_number(text).strip().rstrip(":").strip()
    return _LIST.fullmatch(bare) is not None or _NEXT.fullmatch(bare) is not None


def is_about_old_actions(text: str) -> bool:
    """Whether a heading says that what follows is about an earlier meeting's actions."""
    return _OLD.search(text) is not None


def cut_at_labels(line: Line) -> list[Line]:
    """The line cut wherever a label starts inside it; other line breaks stay as they are."""
    cuts = [0, *(match.end() for match in _INSIDE.finditer(line.text)), len(line.text)]
    if len(cuts) == 2 or line.is_endless:
        return [line]
    pieces = []
    for start, end in pairwise(cuts):
        piece = line.up_to_character(end)
        pieces.append(piece.from_character(start) if start else piece)
    return [piece for piece in pieces if piece.text]
