"""The start of an easy read: the full version's ideas in their order, the words still to do."""

import uuid
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.html import escape
from wagtail.models import Page

from easyread.accounts import Account
from easyread.models import EasyReadablePage, EasyReadPage, Picture
from easyread.outline import Opening, SourceIdea
from easyread.selectors.pictures import suggest_for
from easyread.services.records import keep_source

SLUG = "easy-read"
LONGEST_TITLE = 250
LONGEST_HEADING = 120
LONGEST_SOURCE = 5000
Stored = dict[str, Any]


class EasyReadAlreadyStarted(Exception):
    """There is an easy read of this page already; it is ``easy_read``."""

    def __init__(self, easy_read: EasyReadPage) -> None:
        self.easy_read = easy_read
        super().__init__("There is an easy read of this already.")


@transaction.atomic
def start_easy_read(
    *, original: EasyReadablePage, by: Account | None, now: datetime
) -> EasyReadPage:
    """Make the draft of an easy read: one idea per paragraph, a picture proposed for each.

    Raises `EasyReadAlreadyStarted`. The words of ideas and decisions are left to the writer; what
    the full version says stands beside them, for the writer only.
    """
    Page.objects.select_for_update().get(pk=original.pk)  # of two, one at a time
    existing = EasyReadPage.objects.child_of(original).first()
    if existing is not None:
        raise EasyReadAlreadyStarted(existing)
    opening = original.easy_read_opening()
    ideas = original.easy_read_source()
    pictures = {picture.slug: picture.pk for picture in Picture.objects.filter(slug__in=OPENERS)}
    easy_read = EasyReadPage(
        title=(opening.title or f"Easy read: {original.title}")[:LONGEST_TITLE],
        slug="" if original.get_children().filter(slug=SLUG).exists() else SLUG,  # "": by its title
        body=[*_opening_blocks(opening, pictures), *_blocks(ideas)],
        live=False,
        owner=by,
    )
    original.add_child(instance=easy_read)
    easy_read.save_revision(user=by)
    keep_source(easy_read=easy_read, now=now)
    return easy_read


OPENERS = ("easy-read", "board", "help")


def _opening_blocks(opening: Opening, pictures: dict[str, int]) -> list[Stored]:
    """How to use this paper, who we are, when and where."""
    blocks = [
        _block("heading", text="About this paper"),
        _opener(pictures.get("easy-read"), "This paper is in <b>easy read</b>.", opening.about),
        _opener(pictures.get("help"), "You can ask someone to help you read it."),
    ]
    if opening.who:
        blocks.append(_block("heading", text="Our meeting"))
        blocks.append(_opener(pictures.get("board"), f"We are the <b>{escape(opening.who)}</b>."))
    if opening.where:
        blocks.append(_block("date_and_place", when=opening.when, where=opening.where))
    return blocks


def _opener(picture: int | None, *sentences: str) -> Stored:
    """Words of ours, with a picture; ``sentences`` are HTML."""
    words = "".join(f"<p>{sentence}</p>" for sentence in sentences if sentence)
    return _block("idea", picture=picture, words=words)


def _blocks(ideas: list[SourceIdea]) -> list[Stored]:
    """Each idea with the picture that its nouns propose; two queries for all."""
    proposed = suggest_for([text for idea in ideas for text in (idea.text, idea.who)])
    blocks = []
    for place, idea in enumerate(ideas):
        of_what, of_whom = proposed[2 * place], proposed[2 * place + 1]
        blocks.append(_idea_block(idea, _first(of_what), _first(of_whom)))
    return blocks


def _first(pictures: list[Picture]) -> int | None:
    return pictures[0].pk if pictures else None


def _idea_block(idea: SourceIdea, picture: int | None, who_picture: int | None) -> Stored:
    if idea.kind == "heading":
        return _block("heading", text=idea.text[:LONGEST_HEADING])
    if idea.kind == "date_and_place":
        return _block("date_and_place", when=idea.when, where=idea.text)
    source = idea.line[:LONGEST_SOURCE]
    if idea.kind == "action":
        return _block(
            "action",
            source=source,
            who=idea.who[:160],
            who_picture=who_picture,
            what=idea.text[:600],
            picture=picture,
            when=idea.when[:80],
        )
    if idea.kind == "money":
        return _block("money", source=source, picture=picture, how_much="", words="")
    return _block(idea.kind, source=source, picture=picture, words="")


def _block(kind: str, **value: Any) -> Stored:
    return {"type": kind, "id": str(uuid.uuid4()), "value": value}
