"""What Wagtail's own screens would show to every editor, and ours do not.

Wagtail asks for permissions when something is changed; some of its screens print titles before
that, for any number in the address (docs/adr/0012). One place refuses them all.
"""

from collections.abc import Callable
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from wagtail.models import Page

from boards.permissions import can_read_every_board, pages_shown_to

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
ALL = "all"
LONGEST_NUMBER = 18  # digits that every database can compare with a key


class AdminGuardMiddleware:
    """Answers 404 before a screen of the admin shows what its reader may not see."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Any, args: tuple[Any, ...], kwargs: dict[str, Any]
    ) -> None:
        """Strangers go on to the sign-in; superusers may see everything."""
        match = request.resolver_match
        user: Any = request.user
        if match is None or not match.route.startswith("admin/"):
            return
        if match.view_name in NOBODY:
            raise Http404
        if not user.is_authenticated or user.is_superuser:
            return
        if match.view_name.startswith(SUPERUSERS_ONLY):
            raise Http404
        if match.view_name.startswith(OFFICERS_ONLY) and not can_read_every_board(user):
            raise Http404
        numbers = [str(kwargs[name]) for name in PAGE_NUMBERS if name in kwargs]
        if match.view_name == "wagtail_bulk_action" and kwargs.get("model_name") == "page":
            above = [number for number in request.GET.getlist("childOf") if number]
            _refuse_hidden(user, above)
            ids = request.GET.getlist("id")
            numbers += _all_below(above, ids, deep=bool(request.GET.get("q")))
        _refuse_hidden(user, numbers)


def _all_below(above: list[str], ids: list[str], *, deep: bool) -> list[str]:
    """The pages that “all” means in a list of pages: those under the page whose list it is, in a
    search also those further down. In a list of the whole site “all” stays, and is refused."""
    if ALL not in ids or not above:
        return ids
    parent = Page.objects.filter(pk=above[-1]).first()  # as Wagtail reads it: the last one counts
    if parent is None:
        raise Http404
    pages = parent.get_descendants() if deep else parent.get_children()
    return [*(one for one in ids if one != ALL), *map(str, pages.values_list("pk", flat=True))]


def _refuse_hidden(user: Any, numbers: list[str]) -> None:
    """Also refuses “all”: among all pages there are always some that one may not see."""
    wanted = set(numbers) - {""}  # a list without a page above it says so with nothing
    if not all(number.isdecimal() and len(number) <= LONGEST_NUMBER for number in wanted):
        raise Http404
    pages = Page.objects.filter(pk__in={int(number) for number in wanted})
    # The root of the tree is no page of the site, and every editor passes through it.
    if (
        wanted
        and pages.exclude(depth=1).exclude(pk__in=pages_shown_to(user, pages).values("pk")).exists()
    ):
        raise Http404
