"""What Wagtail's own screens would show to every editor, and ours do not.

Wagtail asks for permissions when something is changed; some of its screens print titles before
that, for any number in the address (docs/adr/0012). One place refuses them all.
"""

import re
from collections.abc import Callable
from typing import Any

from django.apps import apps
from django.core.exceptions import BadRequest
from django.db.models import Model
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Page

from boards.permissions import can_read_every_board, roots
from easyread.accounts import Visitor
from easyread.reach import is_key, reaches_all, refuse_beyond_reach, within_reach

Answer = Callable[[HttpRequest], HttpResponse]

# Screens that list things of all boards, and that our editors do not need.
SUPERUSERS_ONLY = (
    "wagtailadmin_reports:",
    "wagtailadmin_workflows:",
    "wagtailadmin_api:documents:",
    "wagtailadmin_api:images:",
    "wagtailsnippetchoosers_digests_",
)
# One breaks on purpose, to show the page for that; the other changes pages behind our refusals and
# our questions for reasons, and no screen of the admin uses it.
NOBODY = ("wagtailadmin_error_test", "wagtailadmin_api:pages:action")
OFFICERS_ONLY = ("wagtailsnippetchoosers_charter_",)
PAGE_NUMBERS = ("page_id", "parent_page_id", "page_to_move_id", "destination_id", "page_pk")
# What names a page in a query or in a form of Wagtail's own.
NAMES_A_PAGE = ("childOf", "parent_page_id", "new_parent_page", "chooser", "page_id", "root_page")
BULK = "wagtail_bulk_action"
SEARCHED = ("q", "search")
UNSEARCHABLE = {'"', "\0"}
SEVERAL_CHOSEN = {
    "wagtailadmin_choose_page_chosen_multiple": Page,
    "wagtaildocs_chooser:chosen_multiple": get_document_model(),
    "wagtailimages_chooser:chosen_multiple": get_image_model(),
}
SNIPPET_CHOSEN = re.compile(r"wagtailsnippetchoosers_(\w+?)_(\w+):chosen_multiple")
ALL = "all"
ENTER = "wagtailadmin.access_admin"


class AdminGuardMiddleware:
    """Answers 404 before a screen of the admin shows what its reader may not see."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Any, args: tuple[Any, ...], kwargs: dict[str, Any]
    ) -> None:
        """Who may not enter goes on, and Wagtail refuses; superusers may see everything."""
        match = request.resolver_match
        user: Visitor = request.user
        if match is None or not match.route.startswith("admin/"):
            return
        if match.view_name in NOBODY:
            raise Http404
        request.GET = _readable(request.GET)
        if not _is_place(request.POST.get("next")):
            raise BadRequest("The next screen is an address that begins with a slash.")
        if not user.has_perm(ENTER):
            return
        if match.view_name.endswith(":chosen") and not is_key(str(kwargs.get("pk", ""))):
            raise Http404
        if not is_key(request.POST.get("overwrite_revision_id") or "0"):
            raise BadRequest("A version has a number.")
        if not user.is_superuser:
            _refuse_screen(user, match.view_name)
            _refuse_named(user, match.view_name, kwargs, request)


def _refuse_screen(user: Visitor, name: str) -> None:
    if name.startswith(SUPERUSERS_ONLY):
        raise Http404
    if name.startswith(OFFICERS_ONLY) and not can_read_every_board(user):
        raise Http404


def _refuse_named(user: Visitor, name: str, kwargs: dict[str, Any], request: HttpRequest) -> None:
    """Refuse where the address or what was sent names what this user may not see."""
    _refuse_pages(user, [str(kwargs[name]) for name in PAGE_NUMBERS if name in kwargs])
    for sent in (request.GET, request.POST):
        _refuse_pages(user, [pk for name in NAMES_A_PAGE for pk in sent.getlist(name)])
    if kind := _kind_of_several(name, kwargs):
        _refuse_several(user, kind, request)


def _readable(asked: QueryDict) -> Any:
    """What was asked, without what Wagtail breaks on: in searches a lone quotation mark or NUL, and
    numbers of uses together with words; a next screen that is none; beside a page above none."""
    names = [name for name in SEARCHED if UNSEARCHABLE & set(str(asked.get(name, "")))]
    dropped = [name for name in asked if name.startswith("usage_count")] if asked.get("q") else []
    dropped += [] if _is_place(asked.get("next")) else ["next"]
    above = [page for page in asked.getlist("childOf") if page]
    is_mixed = bool(above) and len(above) < len(asked.getlist("childOf"))
    if not names and not dropped and not is_mixed:
        return asked
    plain = asked.copy()
    if is_mixed:
        plain.setlist("childOf", above)
    for name in names:
        plain[name] = "".join(sign for sign in str(asked[name]) if sign not in UNSEARCHABLE)
    for name in dropped:
        del plain[name]
    return plain


def _is_place(there: str | None) -> bool:
    """Wagtail takes a word without a slash for the name of a screen, and breaks on one unknown."""
    return not there or "/" in there


def _kind_of_several(view_name: str, kwargs: dict[str, Any]) -> type[Model] | None:
    """Of what kind the ``id`` in the query are, where a screen takes several."""
    if view_name == BULK:
        return _model(kwargs["app_label"], kwargs["model_name"])
    if found := SNIPPET_CHOSEN.fullmatch(view_name):
        return _model(*found.groups())
    return SEVERAL_CHOSEN.get(view_name)


def _model(app_label: str, model_name: str) -> type[Model]:
    try:
        return apps.get_model(app_label, model_name)
    except LookupError as unknown:
        raise Http404 from unknown


def _refuse_several(user: Visitor, kind: type[Model], request: HttpRequest) -> None:
    ids = request.GET.getlist("id")
    if kind is Page:
        above = [number for number in request.GET.getlist("childOf") if number]
        _refuse_pages(user, _all_below(user, above, ids, deep=bool(request.GET.get("q"))))
        return
    if ALL in ids and not reaches_all(kind, of=user):
        raise Http404
    refuse_beyond_reach(kind, [one for one in ids if one != ALL], of=user)


def _all_below(user: Visitor, above: list[str], ids: list[str], *, deep: bool) -> list[str]:
    """The pages that “all” means in a list of pages: those under the page whose list it is, in a
    search also those further down. In a list of the whole site “all” stays, and is refused."""
    if ALL not in ids or not above:
        return ids
    named = within_reach(Page, of=user) | roots()
    parent = get_object_or_404(named, pk=above[-1])  # as Wagtail reads it: the last one counts
    pages = parent.get_descendants() if deep else parent.get_children()
    return [*(one for one in ids if one != ALL), *map(str, pages.values_list("pk", flat=True))]


def _refuse_pages(user: Visitor, numbers: list[str]) -> None:
    """404 also for “all”: among all pages there are always some that one may not see. The root of
    the tree is no page of the site, and every editor passes through it."""
    wanted = set(numbers) - {""}  # a list without a page above it says so with nothing
    if wanted:
        above_all = roots().values_list("pk", flat=True)
        refuse_beyond_reach(Page, wanted - {str(pk) for pk in above_all}, of=user)
