"""The list of hard words at the end of an easy read."""

from dataclasses import dataclass

from wagtail.blocks import StreamValue

from easyread.models import EasyReadPage, GlossaryTerm, Picture
from easyread.richtext import plain_text
from easyread.selectors.glossary import glossary
from easyread.selectors.ideas import ready_blocks, words_of
from easyread.terms import Term, find_terms, spellings_of


@dataclass(frozen=True)
class ListedWord:
    """A hard word that the text explains in a row of its own, as the list says it."""

    word: str
    explanation: str
    picture: Picture | None


Listed = GlossaryTerm | ListedWord


def word_list(easy_read: EasyReadPage) -> list[Listed]:
    """The hard words of this easy read, from A to Z; one query.

    Those of the jargon buster that it uses, and those that it explains in rows of its own: what
    the text itself says of a word stands in place of what the jargon buster says.
    """
    return words_listed(ready_blocks(easy_read))


def words_listed(blocks: list[StreamValue.StreamChild]) -> list[Listed]:
    """As `word_list`, of blocks that are at hand."""
    own = _own_words(blocks)
    return sorted([*own, *terms_in(blocks)], key=lambda each: each.word.lower())


def _own_words(blocks: list[StreamValue.StreamChild]) -> list[ListedWord]:
    """What the rows "hard word" explain; of two rows with one word the first."""
    found: dict[str, ListedWord] = {}
    for block in blocks:
        if block.block_type != "hard_word":
            continue
        value = block.value
        word = " ".join((value["word"] or "").split())
        explanation = plain_text(value["words"].source if value["words"] else "")
        if word and explanation:
            found.setdefault(word.lower(), ListedWord(word, explanation, value["picture"]))
    return list(found.values())


def terms_in(blocks: list[StreamValue.StreamChild]) -> list[GlossaryTerm]:
    """The terms of the jargon buster that some blocks use, from A to Z; one query.

    What a hard-word block of the text itself explains is left out: it would be said twice.
    """
    known = list(glossary())
    terms = [
        Term(each.pk, each.slug, each.word, tuple(spellings_of(each.word, each.forms)[1:]))
        for each in known
    ]
    used = {match.term.pk for match in find_terms(words_of(blocks), terms)}
    explained = "\n".join(
        block.value["word"] for block in blocks if block.block_type == "hard_word"
    )
    here = {match.term.pk for match in find_terms(explained, terms)}
    return [each for each in known if each.pk in used - here]
