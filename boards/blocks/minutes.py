"""Items of minutes: text, decisions and actions in the place where they were agreed."""

from typing import Any

from django.utils.functional import cached_property
from wagtail import blocks

from boards.blocks.agenda import PLAIN_TEXT, topics_block
from easyread.blocks.words import WordsBlock


class ActionBlock(blocks.StructBlock):
    """Who does what by when. Progress is kept apart: publishing again never changes it."""

    text = blocks.TextBlock(rows=2, max_length=600, label="What is to be done")
    owner = blocks.CharBlock(max_length=160, required=False, help_text="Who does it")
    due_on = blocks.DateBlock(required=False, label="By which day")
    due_words = blocks.CharBlock(
        max_length=80, required=False, label="By when, in words", help_text="If there is no day"
    )

    class Meta:
        icon = "tick-inverse"
        label = "Action"
        label_format = "Action: {text}"
        description = "An action point: who does what by when."
        preview_value = {"text": "Ask the bus company about evening buses", "owner": "Secretary"}


class DecisionBlock(blocks.TextBlock):
    """Its field says itself what it is: Wagtail gives a field that is a block no label."""

    @cached_property
    def field(self) -> Any:
        found = super().field
        found.widget.attrs["aria-label"] = self.label
        return found


class MinuteItemBlock(blocks.StructBlock):
    """One item as it was taken."""

    title = blocks.CharBlock(max_length=200)
    topics = topics_block()
    content = blocks.StreamBlock(
        [
            ("text", WordsBlock(features=PLAIN_TEXT, label="What was said")),
            ("decision", DecisionBlock(rows=2, max_length=600, icon="check", label="Decision")),
            ("action", ActionBlock()),
        ],
        required=False,
        label="What was said, decided and agreed",
    )

    class Meta:
        icon = "list-ol"
        label = "Item"
        label_format = "{title}"
        description = "One item of the minutes, with its decisions and actions."
        preview_value = {"title": "Buses in the evening"}


class MinutesBlock(blocks.StreamBlock):
    """All items of the minutes in their order."""

    item = MinuteItemBlock()

    class Meta:
        icon = "list-ol"
        description = "The items of the minutes."
