"""Checking a Word file that was read: all its pieces as one form."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from django import forms

from boards.enums import PartKind, Presence
from boards.forms.reading_pieces import ItemForm, NewItemForm, NewPartForm, PartForm, PersonForm
from boards.selectors.readings import Found, FoundItem, FoundPart, FoundPerson
from boards.services import CheckedPerson
from boards.word_reader.reading import Item, Part, Reading

NEW_ITEM = "new"
PieceForm = TypeVar("PieceForm", bound=forms.Form)


@dataclass(frozen=True)
class CheckedItem:
    """An item as the screen shows it: its form, its pieces, and one for what was missed."""

    found: FoundItem
    form: ItemForm
    parts: list[tuple[FoundPart, PartForm]]
    missed: NewPartForm


class ReadingForm:
    """All pieces of one reading as one form. Typed words survive every refusal.

    ``kept`` is what was typed earlier and kept for later. Without ``data`` nothing is checked.
    """

    def __init__(
        self,
        found: Found,
        *,
        citizens: set[str],
        data: Mapping[str, Any] | None = None,
        kept: Mapping[str, str] | None = None,
    ) -> None:
        self._data = data
        self._kept = kept or {}
        choices = [(str(item.position), _titled(item)) for item in found.items]
        choices.append((NEW_ITEM, "A new item (name it at the end)"))
        self._choices = choices
        self.items = [self._item(item) for item in found.items]
        self.unplaced = [(part, self._part_form(part)) for part in found.unplaced]
        self.new_item = self._made(NewItemForm, NEW_ITEM, {})
        self.new_part = self._new_part("newp")
        self.people = [
            (person, self._made(PersonForm, person.key, _person(person, citizens)))
            for person in found.people
        ]
        self._placed = [] if data is None else list(self._place())

    def _made(
        self, kind: type[PieceForm], prefix: str, initial: dict[str, Any], **more: Any
    ) -> PieceForm:
        """A piece's form, with what was typed earlier in place of what was understood."""
        form = kind(self._data, prefix=prefix, initial=initial, **more)
        if self._data is None and self._kept:
            for name, field in form.fields.items():
                form.initial[name] = field.widget.value_from_datadict(
                    self._kept, {}, form.add_prefix(name)
                )
        return form

    def _item(self, item: FoundItem) -> CheckedItem:
        return CheckedItem(
            found=item,
            form=self._made(ItemForm, f"i{item.position}", {"title": item.title[:200]}),
            parts=[(part, self._part_form(part)) for part in item.parts],
            missed=self._new_part(f"i{item.position}new"),
        )

    def _part_form(self, part: FoundPart) -> PartForm:
        initial = {
            "kind": part.kind,
            "text": part.text,
            "owner": part.owner,
            "due_on": part.due_on,
            "due_words": part.due_words,
            "item": "" if part.item is None else str(part.item),
        }
        nowhere = [("", "No item")] if part.item is None else []
        return self._made(PartForm, part.key, initial, items=[*nowhere, *self._choices])

    def _new_part(self, prefix: str) -> NewPartForm:
        return self._made(NewPartForm, prefix, {"kind": PartKind.ACTION})

    def _in_order(self) -> Iterator[tuple[PartForm, str]]:
        """All pieces in document order, each with the item in which it was found."""
        for item in self.items:
            at = str(item.found.position)
            yield from ((form, at) for _, form in item.parts)
            if item.missed.is_written:
                yield item.missed, at
        yield from ((form, "") for _, form in self.unplaced)
        if self.new_part.is_written:
            yield self.new_part, NEW_ITEM

    def _place(self) -> Iterator[tuple[PartForm, str]]:
        """The pieces that are taken over, each with the item to which it belongs."""
        gone = {str(item.found.position) for item in self.items if item.form.is_left_out}
        for form, home in self._in_order():
            form.full_clean()
            at = str(form.cleaned_data.get("item", home))
            if form.is_left_out or (at in gone and at == home):
                continue
            if at in gone:
                form.add_error("item", "That item is left out. Choose another one.")
            if at == NEW_ITEM and not self.new_item.is_named:
                where = "item" if "item" in form.fields else "text"
                form.add_error(where, "Give the new item a title, at the end of the page.")
            yield form, at

    def _forms(self) -> Iterator[forms.Form]:
        yield from (form for _, form in self.people)
        for item in self.items:
            yield item.form
            yield from (form for _, form in item.parts)
            yield item.missed
        yield from (form for _, form in self.unplaced)
        yield self.new_item
        yield self.new_part

    def errors(self) -> list[tuple[str, str, str]]:
        """For each thing to be put right: the field's place, its label, the words."""
        counting = [
            *(form for _, form in self.people),
            *(item.form for item in self.items),
            *(form for form, _ in self._placed),
            self.new_item,
        ]
        return [
            (form[name].auto_id, str(form[name].label), str(error))
            for form in counting
            for name, errors in form.errors.items()
            for error in errors
        ]

    def is_valid(self) -> bool:
        return self._data is not None and not self.errors()

    def reading(self) -> Reading:
        """What was accepted and changed, as a reading. Only of a valid form."""
        parts: dict[str, list[Part]] = defaultdict(list)
        for form, at in self._placed:
            parts[at].extend(form.parts())
        items = [
            Item(
                item.found.number,
                item.form.cleaned_data["title"],
                tuple(parts[str(item.found.position)]),
            )
            for item in self.items
            if not item.form.is_left_out
        ]
        if self.new_item.is_named:
            items.append(Item("", self.new_item.cleaned_data["title"], tuple(parts[NEW_ITEM])))
        return Reading(items=tuple(items), unplaced=tuple(parts[""]))

    def attendance(self) -> list[CheckedPerson]:
        """Those who were accepted, in the order of the file. Only of a valid form."""
        return [
            CheckedPerson(
                name=form.cleaned_data["name"],
                role=form.cleaned_data["role"],
                presence=Presence(form.cleaned_data["presence"]),
                is_citizen=form.cleaned_data["is_citizen"],
            )
            for _, form in self.people
            if not form.is_left_out
        ]

    def typed(self) -> dict[str, str]:
        """Everything that was typed, by the name of its field."""
        names = {form.add_prefix(name) for form in self._forms() for name in form.fields}
        data = self._data or {}
        return {name: str(data[name]) for name in sorted(names) if name in data}


def _titled(item: FoundItem) -> str:
    return f"{item.number} {item.title}".strip()[:80]


def _person(person: FoundPerson, citizens: set[str]) -> dict[str, Any]:
    return {
        "name": person.name,
        "role": person.role,
        "presence": person.presence,
        "is_citizen": person.name in citizens,
    }
