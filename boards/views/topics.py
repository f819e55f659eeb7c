"""A topic across all boards, and who to ask about it."""

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from boards.selectors.topics import (
    boards_of_topic,
    count_of_actions,
    mentions_of,
    public_topic,
    who_to_ask,
)

PAGE_SIZE = 20
LONGEST_QUESTION = 100


@require_safe
def ask_whom(request: HttpRequest) -> HttpResponse:
    """“Who to ask about…”: topics A to Z, each with its boards and how to reach them."""
    words = request.GET.get("q", "").replace("\x00", "")[:LONGEST_QUESTION]
    page = Paginator(who_to_ask(words), PAGE_SIZE).get_page(request.GET.get("page"))
    context = {"page_of_topics": page, "words": words}
    return render(request, "boards/who_to_ask.html", context)


@require_safe
def topic(request: HttpRequest, slug: str) -> HttpResponse:
    """The history of one topic across meetings and boards."""
    found = public_topic(slug)
    if found is None:
        raise Http404
    page = Paginator(mentions_of(found), PAGE_SIZE).get_page(request.GET.get("page"))
    context = {
        "topic": found,
        "boards": boards_of_topic(found),
        "page_of_mentions": page,
        "actions": count_of_actions(found),
    }
    return render(request, "boards/topic.html", context)
