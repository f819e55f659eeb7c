"""The jargon buster: all hard words, and each with an address of its own."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from easyread import selectors
from easyread.selectors.glossary import LONGEST_SEARCH, find_words, glossary_term, other_names


@require_safe
def jargon_buster(request: HttpRequest) -> HttpResponse:
    """All words from A to Z, or those found for ``?q=``."""
    words = request.GET.get("q", "").replace("\0", "").strip()[:LONGEST_SEARCH]
    terms = find_words(words) if words else list(selectors.glossary())
    return render(request, "easyread/jargon_buster.html", {"terms": terms, "words": words})


@require_safe
def jargon_word(request: HttpRequest, slug: str) -> HttpResponse:
    """One word; with ``?part=1`` only its explanation, to be shown in another page."""
    term = glossary_term(slug)
    if term is None:
        context = {"terms": list(selectors.glossary()), "words": "", "is_missing": True}
        return render(request, "easyread/jargon_buster.html", context, status=404)
    context = {"term": term, "other_names": other_names(term)}
    template = "jargon_word_part" if request.GET.get("part") else "jargon_word"
    return render(request, f"easyread/{template}.html", context)
