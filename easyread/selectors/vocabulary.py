"""The words that easy reads of this site may use."""

from django.db.models.functions import Lower

from easyread.models import AllowedWord, GlossaryTerm
from easyread.plainwords import Vocabulary


def vocabulary() -> Vocabulary:
    """What is allowed here and what the jargon buster explains; two queries."""
    allowed = AllowedWord.objects.values_list(Lower("word"), flat=True)
    explained: set[str] = set()
    for word, forms in GlossaryTerm.objects.values_list("word", "forms"):
        explained |= {part.strip().lower() for part in (word, *forms.split(";"))}
    return Vocabulary(allowed=frozenset(allowed), explained=frozenset(explained - {""}))
