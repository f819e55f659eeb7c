"""The blocks of an easy read: each is one idea, a picture left and words right."""

from typing import Any

from wagtail import blocks
from wagtail.snippets.blocks import SnippetChooserBlock


def picture_block() -> Any:
    return SnippetChooserBlock("easyread.Picture", required=False, label="Picture")


def words_block(label: str = "Words") -> Any:
    return blocks.RichTextBlock(
        features=["bold", "link"],
        label=label,
        help_text="One or two short sentences, at most 15 words each.",
    )


class HeadingBlock(blocks.StructBlock):
    """Opens a section of at most five sentences."""

    text = blocks.CharBlock(max_length=120)

    class Meta:
        icon = "title"
        template = "easyread/blocks/heading.html"
        description = "A heading: what the next ideas are about."
        preview_value = {"text": "What we talked about"}


class IdeaBlock(blocks.StructBlock):
    """One idea: a picture and one or two sentences."""

    picture = picture_block()
    words = words_block()

    class Meta:
        icon = "image"
        template = "easyread/blocks/idea.html"
        description = "One idea: a picture and one or two short sentences."
        preview_value = {"words": "<p>We talked about buses.</p>"}


class EasyDecisionBlock(blocks.StructBlock):
    """What the board decided, in easy words."""

    picture = picture_block()
    words = words_block()

    class Meta:
        icon = "tick"
        label = "Decision"
        template = "easyread/blocks/decision.html"
        description = "What the board decided."
        preview_value = {"words": "<p>We said yes to the plan.</p>"}


class EasyActionBlock(blocks.StructBlock):
    """Who will do what, and by when."""

    picture = picture_block()
    who = blocks.CharBlock(max_length=120)
    what = blocks.CharBlock(max_length=250)
    when = blocks.CharBlock(max_length=80, required=False)

    class Meta:
        icon = "list-ul"
        label = "Action"
        template = "easyread/blocks/action.html"
        description = "Who will do what, and by when."
        preview_value = {"who": "The council", "what": "Mend the lift", "when": "By May"}


class DateAndPlaceBlock(blocks.StructBlock):
    """When and where something is."""

    when = blocks.CharBlock(max_length=120)
    where = blocks.CharBlock(max_length=200)

    class Meta:
        icon = "calendar"
        label = "Date and place"
        template = "easyread/blocks/date_and_place.html"
        description = "When and where something is."
        preview_value = {"when": "Thursday 12 March 2026, 2pm", "where": "Moss Lane Centre"}


class EasyReadBlock(blocks.StreamBlock):
    """Everything an easy read is made of."""

    heading = HeadingBlock()
    idea = IdeaBlock()
    decision = EasyDecisionBlock()
    action = EasyActionBlock()
    date_and_place = DateAndPlaceBlock()

    class Meta:
        icon = "doc-full"
        description = "Ideas, one a row."
