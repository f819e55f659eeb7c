"""The jargon buster made ready for finding its words in a page."""

from easyread.models import GlossaryTerm
from easyread.terms import Term, TermIndex, spellings_of

Rows = tuple[tuple[int, str, str, str, str], ...]


class _Ready:
    """What this process made ready last, with the rows it was made from: a change is seen in the
    next request of every process, however it was made."""

    last: tuple[Rows, TermIndex] = ((), TermIndex(()))


def term_index() -> TermIndex:
    """All terms as they are now; one query, and made ready anew only after a change."""
    fields = GlossaryTerm.objects.order_by("word", "pk")
    rows = tuple(fields.values_list("pk", "slug", "word", "forms", "explanation"))
    last, index = _Ready.last
    if rows != last:
        index = TermIndex([_term(*row) for row in rows])
        _Ready.last = (rows, index)
    return index


def _term(pk: int, slug: str, word: str, forms: str, explanation: str) -> Term:
    spellings = spellings_of(word, forms)
    return Term(pk, slug, word, tuple(spellings[1:]), explanation)
