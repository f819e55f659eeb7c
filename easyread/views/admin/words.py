"""Initials that nobody explained, and explained words that nobody uses."""

from collections.abc import Callable
from functools import wraps

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from easyread import services
from easyread.permissions import can_edit_glossary
from easyread.selectors import survey

A_PAGE = 50
MOST_IN_TEXTS = 50
View = Callable[[HttpRequest], HttpResponse]


def for_keepers(view: View) -> View:
    """404 for those who do not look after the jargon buster."""

    @wraps(view)
    def guarded(request: HttpRequest) -> HttpResponse:
        if not can_edit_glossary(request.user):
            raise Http404
        return view(request)

    return guarded


@require_safe
@for_keepers
def words_in_use(request: HttpRequest) -> HttpResponse:
    unexplained = Paginator(survey.unexplained(), A_PAGE).get_page(request.GET.get("p"))
    unused = Paginator(survey.unused_terms(), A_PAGE).get_page(request.GET.get("unused"))
    context = {
        "page": unexplained,
        "rows": survey.with_examples(list(unexplained.object_list)),
        "in_texts": survey.explained_in_texts()[:MOST_IN_TEXTS],
        "unused": unused,
        "counted_at": survey.counted_at(),
    }
    return render(request, "easyread/admin/words.html", context)


@require_POST
@for_keepers
def allow(request: HttpRequest) -> HttpResponse:
    """Everybody knows this word."""
    try:
        word = services.allow_word(word=request.POST.get("word", ""), why="Everybody knows it")
    except services.WordIsNone as nothing:
        messages.error(request, str(nothing))
    else:
        messages.success(request, f"“{word}” is among the words that everybody knows now.")
    return redirect("easyread_admin:words")


@require_POST
@for_keepers
def count_again(request: HttpRequest) -> HttpResponse:
    services.ask_for_survey()
    messages.success(
        request,
        "The words are being counted. It can take a few minutes: then open this page again.",
    )
    return redirect("easyread_admin:words")
