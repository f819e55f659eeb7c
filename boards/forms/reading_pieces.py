"""The pieces of a Word file that is checked: each is accepted, changed or left out."""

from __future__ import annotations

import re
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from boards.enums import PartKind, Presence
from boards.selectors.readings import LONGEST_TEXT
from boards.word_reader.reading import ActionPart, DecisionPart, Part, TextPart

LEAVE_OUT = "Leave this out"
_REQUIRED = {"required": "Write something here, or leave it out."}


def _as_typed(value: Any) -> str:
    return str("" if value is None else value).replace("\r\n", "\n")


class _Piece(forms.Form):
    """One piece of the reading. What is left out is not checked.

    ``as_found`` is what was understood, by the name of the field.
    """

    leave_out = forms.BooleanField(required=False, label=LEAVE_OUT)

    def __init__(self, data: Any = None, **kwargs: Any) -> None:
        super().__init__(data, auto_id="%s", use_required_attribute=False, **kwargs)
        self.as_found: dict[str, Any] = dict(self.initial)

    @property
    def is_left_out(self) -> bool:
        return "leave_out" in self.fields and bool(self["leave_out"].value())

    def full_clean(self) -> None:
        super().full_clean()
        if self.is_bound and self.is_left_out:
            self.errors.clear()


class ItemForm(_Piece):
    title = forms.CharField(max_length=200, label="Item", error_messages=_REQUIRED)
    leave_out = forms.BooleanField(
        required=False, label="Leave out this item and everything that stays in it"
    )


class NewItemForm(_Piece):
    """An item that was not found; empty counts for nothing."""

    title = forms.CharField(max_length=200, required=False, label="Title of the item")

    def __init__(self, data: Any = None, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        del self.fields["leave_out"]

    @property
    def is_named(self) -> bool:
        return bool(str(self["title"].value() or "").strip())


class PartForm(_Piece):
    """Text, a decision or an action. Owner and days count for actions only."""

    kind = forms.ChoiceField(choices=PartKind.choices, label="What it is")
    text = forms.CharField(
        widget=forms.Textarea(attrs={"rows": 3}), label="Words", error_messages=_REQUIRED
    )
    owner = forms.CharField(max_length=160, required=False, label="Who does it")
    due_on = forms.DateField(
        required=False,
        label="By which day",
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
    )
    due_words = forms.CharField(max_length=80, required=False, label="By when, in words")
    item = forms.ChoiceField(required=False, label="In which item")

    def __init__(self, data: Any = None, *, items: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        field = self.fields.get("item")
        if isinstance(field, forms.ChoiceField):
            field.choices = items

    @property
    def needs_a_look(self) -> bool:
        """Whether its fields are to be shown open: wrong, or not as they were found."""
        if self.is_bound and self.errors:
            return True
        return any(
            _as_typed(self[name].value()) != _as_typed(was)
            for name, was in self.as_found.items()
            if name in self.fields
        )

    def clean_text(self) -> str:
        text = str(self.cleaned_data["text"]).strip()
        kind = self.cleaned_data.get("kind")
        if kind in (PartKind.DECISION, PartKind.ACTION):
            text = " ".join(text.split())
            if len(text) > LONGEST_TEXT:
                raise ValidationError(
                    f"This has {len(text)} characters; at most {LONGEST_TEXT} are possible. "
                    "Make it shorter, or make it text."
                )
        return text

    def parts(self) -> list[Part]:
        """What the piece becomes; each paragraph of text is one."""
        data = self.cleaned_data
        if data["kind"] == PartKind.DECISION:
            return [DecisionPart(data["text"])]
        if data["kind"] == PartKind.ACTION:
            words = "" if data["due_on"] else data["due_words"]
            return [ActionPart(data["text"], owner=data["owner"], due=words, due_on=data["due_on"])]
        paragraphs = (" ".join(one.split()) for one in re.split(r"\n\s*\n", data["text"]))
        return [TextPart(one) for one in paragraphs if one]


class NewPartForm(PartForm):
    """Something that was not found, in the item where it stands; empty counts for nothing."""

    def __init__(self, data: Any = None, **kwargs: Any) -> None:
        super().__init__(data, items=[], **kwargs)
        self.fields["text"].required = False
        del self.fields["leave_out"], self.fields["item"]

    @property
    def is_written(self) -> bool:
        return bool(str(self["text"].value() or "").strip())


class PersonForm(_Piece):
    name = forms.CharField(max_length=120, label="Name", error_messages=_REQUIRED)
    role = forms.CharField(max_length=160, required=False, label="Role")
    presence = forms.ChoiceField(choices=Presence.choices, label="There?")
    is_citizen = forms.BooleanField(required=False, label="Citizen")
