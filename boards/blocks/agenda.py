"""Agenda items."""

from wagtail import blocks
from wagtail.documents.blocks import DocumentChooserBlock

from boards.enums import ItemKind, ItemPurpose
from boards.rules.money import CHOICES
from easyread.blocks.words import WordsBlock

PLAIN_TEXT = ["bold", "italic", "link", "ol", "ul"]


def topics_block() -> blocks.CharBlock:
    return blocks.CharBlock(
        max_length=200,
        required=False,
        help_text="With commas between: transport, health. Leave empty for the board's own topics.",
    )


class AgendaItemBlock(blocks.StructBlock):
    """One item: what, why, who brings it, for how long, with which papers."""

    title = blocks.CharBlock(max_length=160)
    purpose = blocks.ChoiceBlock(choices=ItemPurpose.choices, default=ItemPurpose.DISCUSS)
    presenter = blocks.CharBlock(max_length=120, required=False)
    minutes = blocks.IntegerBlock(
        required=False, min_value=1, max_value=480, help_text="How many minutes it may take"
    )
    summary = WordsBlock(features=PLAIN_TEXT, required=False)
    about_money = blocks.ChoiceBlock(
        choices=[("", "Not said: we look for it in the words"), *CHOICES],
        default="",
        required=False,
        label="Is it about money?",
    )
    money = blocks.TextBlock(
        required=False,
        max_length=600,
        rows=3,
        label="The money, in plain words",
        help_text="How much is it? What is it for? What changes for people? Say “about £9,000 a "
        "year”, and what one person or one day costs.",
    )
    topics = topics_block()
    kind = blocks.ChoiceBlock(
        choices=[("", "Not said: we look at the title"), *ItemKind.choices],
        default="",
        required=False,
        label="What kind of item is it?",
    )
    papers = blocks.ListBlock(DocumentChooserBlock(), default=[])

    class Meta:
        icon = "list-ol"
        label = "Item"
        label_format = "{title}"
        description = "One item of the agenda; items are numbered by themselves."
        preview_value = {"title": "Buses in the evening", "purpose": "discuss", "minutes": 15}


class AgendaBlock(blocks.StreamBlock):
    """All items of an agenda in their order."""

    item = AgendaItemBlock()

    class Meta:
        icon = "list-ol"
        description = "The items of the agenda."
