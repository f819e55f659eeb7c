"""Looking through the words of the whole site: what is explained and not used, what is used and
not explained."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial

from django.db import transaction
from wagtail.models import Page

from easyread.events import survey_asked
from easyread.initials import initials_in
from easyread.models import Abbreviation, GlossaryTerm
from easyread.selectors.page_texts import public_texts
from easyread.selectors.terms import term_index

BATCH = 200


@dataclass
class Survey:
    """On how many pages each thing stands; ``example`` is the latest page with the initials."""

    pages: int = 0
    terms: Counter[int] = field(default_factory=Counter)
    initials: Counter[str] = field(default_factory=Counter)
    example: dict[str, int] = field(default_factory=dict)


def ask_for_survey() -> None:
    """Let the site's words be counted soon, in the background."""
    transaction.on_commit(partial(survey_asked.send_robust, None))


def survey_words(*, now: datetime) -> Survey:
    """Count initials and hard words on all public pages, and keep the figures.

    Reading comes first and takes long; only writing is one transaction. Twice does no harm.
    """
    survey = _read()
    _keep(survey, now)
    return survey


def _read() -> Survey:
    survey = Survey()
    index = term_index()
    for page_id, texts in public_texts():
        survey.pages += 1
        survey.terms.update({match.term.pk for text in texts for match in index.find(text)})
        found = initials_in(line for text in texts for line in text.splitlines())
        survey.initials.update(found)
        survey.example.update(dict.fromkeys(found, page_id))
    return survey


@transaction.atomic
def _keep(survey: Survey, now: datetime) -> None:
    changed = []
    for term in GlossaryTerm.objects.only("pk", "pages_using").order_by("pk"):
        if term.pages_using != survey.terms[term.pk]:
            term.pages_using = survey.terms[term.pk]
            changed.append(term)
    GlossaryTerm.objects.bulk_update(changed, ["pages_using"], batch_size=BATCH)
    GlossaryTerm.objects.update(counted_at=now)
    examples = set(survey.example.values())
    there = set(Page.objects.filter(pk__in=examples).values_list("pk", flat=True))
    Abbreviation.objects.bulk_create(
        [
            Abbreviation(
                word=word,
                pages=pages,
                example_id=survey.example[word] if survey.example[word] in there else None,
                counted_at=now,
            )
            for word, pages in survey.initials.items()
        ],
        update_conflicts=True,
        unique_fields=["word"],
        update_fields=["pages", "example", "counted_at"],
        batch_size=BATCH,
    )
    Abbreviation.objects.exclude(counted_at=now).delete()
