"""Reading the jargon buster."""

from collections.abc import Iterable

from django.db.models import QuerySet
from django.db.models.functions import Lower

from easyread.models import GlossaryTerm
from easyread.selectors.terms import term_index
from easyread.terms import plural_of, spellings_of

LONGEST_SEARCH = 200


def glossary() -> QuerySet[GlossaryTerm]:
    """The jargon buster from A to Z."""
    return GlossaryTerm.objects.select_related("picture__image").order_by(Lower("word"), "pk")


def glossary_term(slug: str) -> GlossaryTerm | None:
    return glossary().filter(slug=slug).first()


def find_words(words: str) -> list[GlossaryTerm]:
    """The terms for what somebody typed: those it names, then those it begins or stands in.

    Words, other forms and explanations are looked through; capitals do not matter. Two queries.
    """
    wanted = " ".join(words[:LONGEST_SEARCH].casefold().split())
    if not wanted:
        return []
    named = {match.term.pk for match in term_index().find(words[:LONGEST_SEARCH])}
    ranked = [(_rank(term, wanted, named), term) for term in glossary()]
    ranked = [(rank, term) for rank, term in ranked if rank is not None]
    return [term for _, term in sorted(ranked, key=lambda each: each[0] or 0)]


def _rank(term: GlossaryTerm, wanted: str, named: Iterable[int]) -> int | None:
    """How near a term is to what is wanted, 0 the nearest; None if it is something else."""
    spellings = [each.casefold() for each in spellings_of(term.word, term.forms)]
    if wanted in spellings:
        return 0
    if term.pk in named:
        return 1
    if any(each.startswith(wanted) for each in spellings):
        return 2
    if any(wanted in each for each in spellings):
        return 3
    text = " ".join([*spellings, term.explanation.casefold()])
    return 4 if all(word in text for word in wanted.split()) else None


def other_names(term: GlossaryTerm) -> list[str]:
    """The forms that a reader would not guess from the word: "AOB", not its plural."""
    word, *forms = spellings_of(term.word, term.forms)
    guessed = {word.casefold(), plural_of(word).casefold()}
    names: list[str] = []
    for form in forms:
        if form.casefold() not in guessed:
            names.append(form)
            guessed |= {form.casefold(), plural_of(form).casefold()}
    return names
