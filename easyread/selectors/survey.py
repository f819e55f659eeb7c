"""What the count of the site's words tells."""

from dataclasses import dataclass, replace
from datetime import datetime

from django.db.models import F, QuerySet
from django.db.models.functions import Lower
from wagtail.models import Page

from easyread.models import Abbreviation, AllowedWord, EasyReadPage, GlossaryTerm
from easyread.selectors.terms import term_index
from easyread.terms import TermIndex
from easyread.visibility import public_pages

MOST_EASY_READS = 300  # the newest, in which hard words are looked for


@dataclass(frozen=True)
class Unexplained:
    """Initials that stand on public pages and that nobody explained."""

    abbreviation: Abbreviation
    example: Page | None


def unexplained() -> list[Abbreviation]:
    """Those on the most pages first. What was explained or allowed since the count is gone at
    once; three queries."""
    index = term_index()
    allowed = set(AllowedWord.objects.values_list(Lower("word"), flat=True))
    found = Abbreviation.objects.order_by("-pages", "word", "pk")
    return [
        each
        for each in found
        if each.word.lower() not in allowed and not is_explained(each.word, index)
    ]


@dataclass(frozen=True)
class ExplainedInText:
    """A hard word that easy reads explain in rows of their own; ``example`` is the newest."""

    word: str
    times: int
    example: EasyReadPage


def explained_in_texts() -> list[ExplainedInText]:
    """Hard words that easy reads explain and the jargon buster does not, those in most texts
    first; two queries."""
    index = term_index()
    public = public_pages(EasyReadPage.objects)
    public = public.order_by(F("first_published_at").desc(nulls_last=True), "-pk")
    found: dict[str, ExplainedInText] = {}
    for easy_read in public[:MOST_EASY_READS]:
        for word in _own_words(easy_read):
            first = found.get(word.lower()) or ExplainedInText(word, 0, easy_read)
            found[word.lower()] = replace(first, times=first.times + 1)
    new = [each for each in found.values() if not is_explained(each.word, index)]
    return sorted(new, key=lambda each: (-each.times, each.word.lower()))


def _own_words(easy_read: EasyReadPage) -> list[str]:
    """The words that its rows explain, each once."""
    rows = [block["value"] for block in easy_read.body.raw_data if block["type"] == "hard_word"]
    words = [" ".join(str(row.get("word") or "").split()) for row in rows]
    return list({word.lower(): word for word in words if word}.values())


def is_explained(word: str, index: TermIndex) -> bool:
    return any(match.start == 0 and match.end == len(word) for match in index.find(word))


def with_examples(found: list[Abbreviation]) -> list[Unexplained]:
    """Each with a page to look at, as long as strangers may read that; two queries."""
    wanted = {each.example_id for each in found if each.example_id}
    pages = public_pages(Page.objects.filter(pk__in=wanted))
    by_key = {page.pk: page for page in pages}
    return [Unexplained(each, by_key.get(each.example_id or 0)) for each in found]


def unused_terms() -> QuerySet[GlossaryTerm]:
    """Terms that stood on no public page when they were last counted, from A to Z."""
    return GlossaryTerm.objects.filter(pages_using=0).order_by(Lower("word"), "pk")


def counted_at() -> datetime | None:
    """When the site's words were counted last."""
    term = GlossaryTerm.objects.exclude(counted_at=None).order_by("-counted_at").first()
    return term.counted_at if term else None
