"""The action column beside the minutes: actions, owners alone, "Agreed.", and "Noted."."""

from __future__ import annotations

import re
from dataclasses import replace

from .actions import (
    action_beside,
    actions_from,
    agreed_parts,
    is_new,
    is_nothing,
    is_report,
    split_owner_or_due,
    with_owner_and_due,
)
from .characters import sentence_case_start
from .labels import Tag, cut_at_labels, tag_of, without_number
from .lines import Line, plain_line
from .minutes import Builder
from .owner_names import is_owner_only
from .reading import ActionPart, DecisionPart
from .tables import ActionCell

_APPROVED = re.compile(
    r"(?P<word>agreed|approved|accepted|endorsed|ratified|all agreed)\b(?P<stop>[.,;:]?)\s*",
    re.IGNORECASE,
)
_PROPOSED = re.compile(
    r"\b(?:agree|approv|propos|recommend|accept|adopt|endors|suggest)\w*", re.IGNORECASE
)
_UNFINISHED = re.compile(
    r"(?:\b(?:to|the|a|an|of|and|or|with|for|by|from|in|on|at|their|its)|,|–|-)$"
)


def take_cell(builder: Builder, cell: ActionCell) -> None:
    """Put what the action cell says into the item at hand."""
    builder.set_mode("")
    owners = [one.strip() for one in cell.owner.split("\n") if one.strip()]
    dues = [one.strip() for one in cell.due.split("\n") if one.strip()]
    pieces = [
        piece
        for line in cell.lines
        if not line.is_endless
        for cut in cut_at_labels(line)
        for piece in cut.pieces
    ]
    entries = _joined(pieces)
    if len(entries) > 1 and all(
        is_owner_only(one.flat, builder.scene.roster) for one in entries
    ):  # one below the other, they act together
        entries = [plain_line("; ".join(one.flat for one in entries), entries[0].cell)]
    first = len(builder.placed)
    for at, piece in enumerate(entries):
        who = owners[at] if len(entries) == len(owners) else "; ".join(owners)
        due = dues[at] if len(dues) == len(entries) else " ".join(dues)
        _entry(builder, piece, cell, who=who, due=due, first=first)


def _entry(
    builder: Builder, piece: Line, cell: ActionCell, *, who: str, due: str, first: int
) -> None:
    builder.source = piece.source
    tag = tag_of(piece.flat, piece.lead)
    text = without_number(tag.rest if tag.kind == "action" else piece.flat).strip()
    only_who, only_due = split_owner_or_due(text, builder.scene)
    beside = cell.beside[-1].flat if cell.beside else ""
    approved = _APPROVED.match(text)
    if only_who or only_due:
        _owner_or_due(builder, only_who, only_due, beside=beside, due=due, first=first)
    elif approved and is_nothing(text[approved.end() :]) and tag.kind in ("", "agreed"):
        builder.add(DecisionPart(_what_was_agreed(beside) or sentence_case_start(text)))
    elif is_nothing(text):
        return
    elif tag.kind == "decision":
        builder.add(DecisionPart(sentence_case_start(tag.rest)))
    elif tag.kind == "agreed" or (approved and approved.group("stop")):
        rest = tag.rest if tag.kind == "agreed" or not approved else text[approved.end() :]
        _agreed(builder, rest, who, due)
    elif tag.kind == "noted" or (tag.kind == "action" and is_report(tag, builder.scene)):
        builder.add_text(piece.flat)
    else:
        _action(builder, text, who or tag.who, due, tag.ref)


def _agreed(builder: Builder, text: str, who: str, due: str) -> None:
    for part in agreed_parts(text, builder.scene):
        if isinstance(part, ActionPart):
            builder.add(with_owner_and_due(part, who, due, builder.scene))
        else:
            builder.add(part)


def _owner_or_due(
    builder: Builder, who: str, words: str, *, beside: str, due: str, first: int
) -> None:
    """A line that is only a name or only a date belongs to the action above, or to the text."""
    last = builder.placed[-1] if len(builder.placed) > first else None
    if last is not None and who and last.action.owner:
        doubt = f"“{who}” stands below it in the action column."
        last.action = replace(last.action, doubts=(*last.action.doubts, doubt))
    elif last is not None:
        last.action = with_owner_and_due(last.action, who, words, builder.scene)
    elif who and beside:
        builder.add(action_beside(beside, builder.scene, who, due or words))


def _action(builder: Builder, text: str, who: str, due: str, ref: str) -> None:
    report = is_report(Tag("action", text, "0"), builder.scene)
    if not who and not is_new(text, builder.scene) and (len(text.split()) < 4 or report):
        builder.add_text(text)
        return
    for part in actions_from(text, builder.scene, who, due):
        builder.add(part, ref)


def _what_was_agreed(beside: str) -> str:
    """The one sentence beside "Agreed." that it can only mean, else ""."""
    sentences = re.split(r"(?<=[.!?])\s+(?=[A-Z])", beside)
    said = [one for one in sentences if _PROPOSED.search(one)]
    one_only = said if len(said) == 1 else sentences
    return one_only[0] if len(one_only) == 1 else ""


def _joined(pieces: list[Line]) -> list[Line]:
    """The pieces of one cell, with sentences that were broken over two of them put together."""
    out: list[Line] = []
    for piece in pieces:
        if out and not piece.bullet and not piece.number and _goes_on(out[-1].flat, piece.flat):
            runs = (*out[-1].runs, *(replace(run, text=f" {run.text}") for run in piece.runs))
            out[-1] = replace(out[-1], runs=runs)
        elif piece.text:
            out.append(piece)
    return out


def _goes_on(before: str, text: str) -> bool:
    if re.search(r"[.!?;:]$", before):
        return False
    return text[:1].islower() or _UNFINISHED.search(before) is not None
