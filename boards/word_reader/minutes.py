"""The body of the minutes: items with their text, decisions and actions, built line by line."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from .actions import (
    Scene,
    action_beside,
    action_from,
    actions_from,
    agreed_parts,
    as_text,
    is_new,
    is_nothing,
    is_report,
    split_owner_or_due,
    with_owner_and_due,
)
from .characters import one_line, sentence_case_start
from .closing import UNMARKED, Listed, Placed
from .headings import is_closing_item
from .labels import (
    Tag,
    cut_at_labels,
    is_about_old_actions,
    is_action_list_heading,
    owner_or_due_line,
    tag_of,
    without_number,
)
from .lines import Line
from .orders import order_in
from .owner_names import divided, is_owner_only, owner_list
from .promises import promises_in
from .reading import ActionPart, DecisionPart, Part, TextPart
from .titles import Heading

_ADDRESS = re.compile(r"www\.|https?:|\S+@")


@dataclass
class OpenItem:
    """An item while its parts are still coming; placed actions are held by their record."""

    number: str
    title: str
    parts: list[Part | Placed] = field(default_factory=list)
    source: int = -1


@dataclass
class Builder:
    """Takes lines and cells in reading order. `scene` is fixed but for the item at hand."""

    scene: Scene
    items: list[OpenItem] = field(default_factory=list)
    loose: OpenItem = field(default_factory=lambda: OpenItem("", ""))
    placed: list[Placed] = field(default_factory=list)
    listed: list[Listed] = field(default_factory=list)
    possible: list[tuple[int, str]] = field(default_factory=list)  # item, sentence
    keeps_all: bool = False  # short lines too, in a file where no items were found
    mode: str = ""  # "", "actions", "closing", "agreed", "decisions"
    mode_who: str = ""
    mode_count: int = 0
    open_words: str = ""  # of the last action, while the next line may go on with it
    source: int = -1  # of the line at hand

    @property
    def item(self) -> OpenItem:
        """Where parts go now."""
        return self.items[-1] if self.items else self.loose

    def start_item(self, heading: Heading, source: int) -> None:
        """Begin the next item."""
        self.items.append(OpenItem(heading.number, heading.title, source=source))
        self.set_mode("")
        old = is_about_old_actions(heading.title)
        self.scene = Scene(self.scene.roster, self.scene.calendar, old)

    def set_mode(self, mode: str, who: str = "") -> None:
        """What lines without a label are taken for from here on."""
        self.mode, self.mode_who, self.mode_count, self.open_words = mode, who, 0, ""

    def add(self, part: Part, ref: str = "") -> None:
        """Put a part where the reader now is; actions of a closing list are kept apart."""
        part = replace(part, source=self.source) if part.source < 0 else part
        if isinstance(part, ActionPart):
            if self.mode == "closing":
                self.listed.append(Listed(part, ref))
                return
            record = Placed(part, len(self.items) - 1, ref)
            self.placed.append(record)
            self.item.parts.append(record)
        else:
            self.item.parts.append(part)

    def add_text(self, text: str) -> None:
        if self.items or self.keeps_all or len(text.split()) >= 12:
            self.add(as_text(text))

    # -- lines ---------------------------------------------------------------------------------

    def take(self, line: Line, *, closing: bool = False) -> None:
        """One paragraph. `closing` says that a heading of an action list is the whole file's."""
        if not line.text:
            return
        self.source = line.source
        if line.is_endless:
            self.set_mode("")
            self.add_text(line.flat)
            return
        if is_action_list_heading(line.flat) and (line.emphasised or line.level or closing):
            self.set_mode("closing" if closing else "actions")
            return
        for piece in cut_at_labels(line):
            tag = tag_of(piece.flat, piece.lead)
            if tag.kind:
                self._tagged(piece, tag, closing=closing)
            else:
                self._untagged(piece)

    def _tagged(self, piece: Line, tag: Tag, *, closing: bool) -> None:
        if tag.kind == "action":
            self._action(piece, tag)
        elif tag.kind == "next":
            self.set_mode("closing" if closing else "actions")
            if tag.rest:
                self._list_entry(tag.rest, marked=True)
        elif tag.kind == "noted":
            self.set_mode("")
            self.add_text(piece.flat)
        elif not tag.rest or (tag.rest.rstrip().endswith(":") and len(tag.rest.split()) < 5):
            self.set_mode("agreed" if tag.kind == "agreed" else "decisions")
        elif tag.kind == "agreed":
            self.set_mode("")
            for part in agreed_parts(tag.rest, self.scene):
                self.add(part)
        else:
            self.set_mode("")
            self.add(DecisionPart(sentence_case_start(one_line(tag.rest).removeprefix("that "))))

    def _action(self, piece: Line, tag: Tag) -> None:
        rest = tag.rest.strip()
        rest = rest.rstrip(" ]") if rest.count("]") > rest.count("[") else rest
        who, due = split_owner_or_due(rest, self.scene)
        keep = "closing" if self.mode == "closing" else ""
        self.set_mode(keep)
        if not rest:
            if not self._is_of_what_stands_before(tag.who, "", piece.source):
                self.set_mode(keep or "actions", tag.who)
        elif self._is_of_what_stands_before(who, due, piece.source) or is_nothing(rest):
            return
        elif is_report(tag, self.scene):
            self.add_text(piece.flat)
        elif rest.endswith(":"):
            who = re.sub(r"\s+(?:to|will)$", "", rest.rstrip(": "))
            self.set_mode(keep or "actions", who if is_owner_only(who, self.scene.roster) else "")
        else:
            for part in actions_from(rest, self.scene, tag.who):
                self.add(part, tag.ref)
            self.open_words = "" if re.search(r"[.!?)\]]$", rest) else rest

    def _last_text(self) -> str:
        last = self.item.parts[-1] if self.item.parts else None
        return last.text if isinstance(last, TextPart) else ""

    def _last_source(self) -> int:
        last = self.item.parts[-1] if self.item.parts else None
        return last.source if isinstance(last, TextPart) else -1

    def _is_of_what_stands_before(self, who: str, due: str, source: int) -> bool:
        """Whether an action that was just said, or a text, has this owner now."""
        if not who or self._name_owner(who, due, source):
            return bool(who)
        has_text = bool(self._last_text())
        if has_text:
            self._owner_after_text(who, due)
        return has_text

    def _name_owner(self, who: str, due: str, source: int) -> bool:
        """Give the owner to the action that the same paragraph says just before its label."""
        last = self.item.parts[-1] if self.item.parts else None
        if not isinstance(last, Placed):
            return False
        known = owner_list(who, self.scene.roster)
        promised = last.said and self.scene.roster.are_same(last.action.owner, known)
        if last.action.source != source and not promised:
            return False
        if UNMARKED not in last.action.doubts:
            return False
        kept = tuple(doubt for doubt in last.action.doubts if doubt != UNMARKED)
        bare = replace(last.action, owner="", doubts=kept)
        last.action, last.said = with_owner_and_due(bare, who, due, self.scene), ""
        return True

    def _owner_after_text(self, who: str, due: str = "") -> None:
        part = action_beside(self._last_text(), self.scene, who, due)
        self.add(replace(part, source=self._last_source()))

    def _untagged(self, line: Line) -> None:
        text = line.flat
        if self.open_words and text[:1].islower() and self.placed and not _ADDRESS.match(text):
            self._go_on(text)
            return
        self.open_words = ""
        marked = line.bullet or bool(line.number) or without_number(text) != text
        if self.mode:
            if self._entry(text, marked=marked):
                return
            self.set_mode("")
        if self._unmarked_action(line) or self._says_more(text):
            return
        words, _, who = line.text.rpartition("\t")
        if words and len(words.split()) > 3 and self._is_known(who):
            self.add_text(words)
            self._owner_after_text(who)
            return
        self.add_text(text)
        self._take_promises(line)

    def _entry(self, text: str, *, marked: bool) -> bool:
        """Take a line of the list at hand; False when the list is over."""
        if self.mode in ("actions", "closing"):
            return self._list_entry(without_number(text), marked=marked)
        if self.mode_count and not marked:
            return False
        self.mode_count += 1
        is_agreed = self.mode == "agreed"
        for part in agreed_parts(text, self.scene) if is_agreed else [DecisionPart(text)]:
            self.add(part)
        return True

    def _says_more(self, text: str) -> bool:
        """Whether a line such as "Owner: Ann" or "Deadline: 1 May" is about the action above it."""
        last = self.item.parts[-1] if self.item.parts else None
        who, due = owner_or_due_line(text)
        if not (who or due) or not isinstance(last, Placed):
            return False
        last.action = with_owner_and_due(last.action, who, due, self.scene)
        return True

    def _is_known(self, who: str) -> bool:
        """Whether the words behind a tab are people who were at the meeting."""
        return bool(who.strip()) and all(
            self.scene.roster.knows(one) for one in divided(who.strip(" ."))
        )

    def _take_promises(self, line: Line) -> None:
        """What somebody took on in running text; what of it stays an action is settled later."""
        if not self.items or not self.item.title or line.role == "beside" or line.is_endless:
            return
        for one in promises_in(line.flat, self.scene.roster):
            if self.scene.about_old_actions and one.is_sure and one.how != "is to":
                continue
            part = action_from(one.text, self.scene, one.who)
            part = replace(part, doubts=(*part.doubts, UNMARKED), source=self.source)
            record = Placed(part, len(self.items) - 1, said="sure" if one.is_sure else "will")
            self.placed.append(record)
            self.item.parts.append(record)

    def _go_on(self, text: str) -> None:
        words = f"{self.open_words} {text}"
        record = self.placed[-1]
        record.action = replace(action_from(words, self.scene), source=record.action.source)
        self.open_words = "" if re.search(r"[.!?)\]]$", words) else words

    def _list_entry(self, text: str, *, marked: bool) -> bool:
        """Take a line below "Actions:" as an action; False when the list is over."""
        text = re.sub(r"^\d{1,3}\s+(?=[A-Z])", "", text)
        who, due = split_owner_or_due(text, self.scene)
        if (who or due) and self.mode_count:
            holder = self.listed[-1] if self.mode == "closing" else self.placed[-1]
            holder.action = with_owner_and_due(holder.action, who, due, self.scene)
            return True
        if is_nothing(text):
            return True
        if self.scene.about_old_actions and not is_new(text, self.scene):
            return False
        if not marked and not is_new(text, self.scene):
            return False
        for part in actions_from(text, self.scene, self.mode_who):
            self.add(part)
        self.mode_count += 1
        return True

    def _unmarked_action(self, line: Line) -> bool:
        """A line that is only "Ann to send …", as a bullet, in bold or italics, or plain."""
        if not self.items or line.role == "beside":
            return False
        stands_out, at_close = line.bold or line.italic, is_closing_item(self.item.title)
        roster = self.scene.roster
        text = order_in(line.flat, roster, stands_out=stands_out, at_close=at_close)
        if not text:
            return False
        for part in actions_from(text, self.scene):
            doubts = part.doubts if stands_out else (*part.doubts, UNMARKED)
            self.add(replace(part, doubts=doubts))
        return True
