"""The words of the jargon buster."""

import tomllib
from pathlib import Path

from django.db import transaction
from django.utils.text import slugify

from easyread.models import AllowedWord, GlossaryTerm, Picture
from easyread.terms import same_spelling, spellings_of

LONGEST_WORD = 80
JARGON = Path(__file__).resolve().parent.parent / "texts" / "jargon.toml"


@transaction.atomic
def load_jargon(*, table: Path = JARGON) -> int:
    """Bring in the starter jargon buster where a word is not explained yet.

    A word that is a spelling of a term here is left out, and so is a form: a spelling belongs to
    one term. Returns how many words the table has.
    """
    terms = tomllib.loads(table.read_text(encoding="utf-8"))["terms"]
    taken = {
        same_spelling(spelling)
        for word, forms in GlossaryTerm.objects.values_list("word", "forms")
        for spelling in spellings_of(word, forms)
    }
    pictures = dict(Picture.objects.values_list("slug", "pk"))
    GlossaryTerm.objects.bulk_create(
        [
            GlossaryTerm(
                word=term["word"],
                slug=slugify(term["word"]),
                forms="; ".join(
                    form for form in term.get("forms", []) if same_spelling(form) not in taken
                ),
                explanation=term["explanation"],
                picture_id=pictures.get(term.get("picture", "")),
            )
            for term in terms
            if same_spelling(term["word"]) not in taken
        ],
        ignore_conflicts=True,
    )
    return len(terms)


class WordIsNone(ValueError):
    """What was sent is not a word."""


@transaction.atomic
def allow_word(*, word: str, why: str) -> str:
    """Let a word be used without explaining it; that it is allowed already does no harm."""
    clean = " ".join(word.split())
    if not 0 < len(clean) <= LONGEST_WORD or not clean.isprintable():
        raise WordIsNone("That is not a word. Choose one of the list.")
    AllowedWord.objects.get_or_create(word=clean, defaults={"why": why})
    return clean
