"""The blocks of an easy read: each is one idea, a picture left and words right."""

from typing import Any

from wagtail import blocks

from easyread.blocks.picture import PictureChooserBlock
from easyread.blocks.source import SourceBlock
from easyread.blocks.words import WordsBlock


def picture_block(label: str = "Picture") -> Any:
    return PictureChooserBlock(required=False, label=label)


def words_block(label: str = "Words") -> Any:
    return WordsBlock(
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

    source = SourceBlock(required=False)
    picture = picture_block()
    words = words_block()

    class Meta:
        icon = "image"
        template = "easyread/blocks/idea.html"
        description = "One idea: a picture and one or two short sentences."
        preview_value = {"words": "<p>We talked about buses.</p>"}


class EasyDecisionBlock(blocks.StructBlock):
    """What the board decided, in easy words."""

    source = SourceBlock(required=False)
    picture = picture_block()
    words = words_block()

    class Meta:
        icon = "tick"
        label = "Decision"
        template = "easyread/blocks/decision.html"
        description = "What the board decided."
        preview_value = {"words": "<p>We said yes to the plan.</p>"}


class EasyActionBlock(blocks.StructBlock):
    """Who will do what, and by when, each with a picture."""

    source = SourceBlock(required=False)
    who = blocks.CharBlock(max_length=160)
    who_picture = picture_block("Picture of who")
    what = blocks.CharBlock(max_length=600)
    picture = picture_block("Picture of what")
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


class HardWordBlock(blocks.StructBlock):
    """A hard word of this text, and what it means."""

    word = blocks.CharBlock(max_length=80)
    picture = picture_block()
    words = words_block("What it means")

    class Meta:
        icon = "help"
        label = "Hard word"
        template = "easyread/blocks/hard_word.html"
        description = "A hard word and what it means."
        preview_value = {"word": "Advocate", "words": "<p>Someone who helps you to speak up.</p>"}


class MoneyBlock(blocks.StructBlock):
    """How much money, and what for."""

    source = SourceBlock(required=False)
    picture = picture_block()
    how_much = blocks.CharBlock(max_length=120, help_text="In words that help: about 400 pounds")
    words = words_block("What it is for")

    class Meta:
        icon = "tag"
        label = "Money"
        template = "easyread/blocks/money.html"
        description = "How much money, and what for."
        preview_value = {"how_much": "About 400 pounds", "words": "<p>It pays for the room.</p>"}


class ContactBlock(blocks.StructBlock):
    """Whom one can ask."""

    picture = picture_block()
    who = blocks.CharBlock(max_length=160)
    phone = blocks.CharBlock(max_length=40, required=False)
    email = blocks.EmailBlock(required=False)

    class Meta:
        icon = "mail"
        label = "Contact"
        template = "easyread/blocks/contact.html"
        description = "Whom one can ask, and how."
        preview_value = {"who": "The secretary of the board", "phone": "0300 000 0000"}


class EasyReadBlock(blocks.StreamBlock):
    """Everything an easy read is made of."""

    heading = HeadingBlock()
    idea = IdeaBlock()
    decision = EasyDecisionBlock()
    action = EasyActionBlock()
    date_and_place = DateAndPlaceBlock()
    hard_word = HardWordBlock()
    money = MoneyBlock()
    contact = ContactBlock()

    class Meta:
        icon = "doc-full"
        description = "Ideas, one a row."
