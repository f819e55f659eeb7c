"""How somebody wants to read, and what changed since an easy read was made."""

from django.http import HttpRequest, HttpResponse, HttpResponseForbidden
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from easyread import selectors
from easyread.selectors.files import public_easy_reads
from easyread.wishes import COOKIE, COOKIE_AGE, Colours, Pictures, Size, Spacing, Wishes

_LONGEST_ADDRESS = 2000
_CHOICES = (
    ("size", "How large do you want the words?", Size),
    ("colours", "Which colours do you want?", Colours),
    ("spacing", "How much space between the lines?", Spacing),
    ("pictures", "How big do you want the pictures in easy read?", Pictures),
)


@csrf_exempt  # A token would set a cookie on those who only read; see `_is_from_elsewhere`.
@require_http_methods(["GET", "HEAD", "POST"])
def how_to_read(request: HttpRequest) -> HttpResponse:
    """Choose sizes and colours; one cookie remembers them, and only once something is chosen.

    POST takes any of the fields of `Wishes`, ``normal`` to forget all, and ``back``, the address
    within this site to which it returns.
    """
    wishes = Wishes.from_cookie(request.COOKIES.get(COOKIE, ""))
    if request.method == "POST":
        return _remember(request, wishes)
    fieldsets = [
        (name, question, kind.choices, getattr(wishes, name)) for name, question, kind in _CHOICES
    ]
    context = {"fieldsets": fieldsets, "back": _way_back(request, request.GET.get("back", ""))}
    return render(request, "easyread/how_to_read.html", context)


def _remember(request: HttpRequest, wishes: Wishes) -> HttpResponse:
    if _is_from_elsewhere(request):
        return HttpResponseForbidden("Please choose this on our own page.")
    chosen = {name: request.POST.get(name, "") for name, _, _ in _CHOICES}
    wishes = Wishes() if "normal" in request.POST else wishes.with_chosen(chosen)
    back = _way_back(request, request.POST.get("back", ""))
    response = redirect(back or reverse("easyread:how_to_read"))
    if wishes.cookie:
        response.set_cookie(
            COOKIE,
            wishes.cookie,
            max_age=COOKIE_AGE,
            secure=request.is_secure(),
            httponly=True,
            samesite="Lax",
        )
    elif COOKIE in request.COOKIES:
        response.delete_cookie(COOKIE, samesite="Lax")
    return response


def _is_from_elsewhere(request: HttpRequest) -> bool:
    """Whether another site sent this; browsers say so. Only colours could be changed."""
    return request.headers.get("Sec-Fetch-Site", "same-origin") in {"cross-site", "same-site"}


def _way_back(request: HttpRequest, address: str) -> str:
    """The address if it is a page of this site, else ""."""
    is_ours = address.startswith("/") and url_has_allowed_host_and_scheme(
        address, allowed_hosts=None, require_https=request.is_secure()
    )
    return address if is_ours and len(address) <= _LONGEST_ADDRESS else ""


@require_safe
def changes(request: HttpRequest, page_id: int) -> HttpResponse:
    """What the full version says now and did not when this easy read was made.

    What it says no more may be a name that had to go: strangers are not shown it.
    """
    easy_read = get_object_or_404(public_easy_reads().select_related("record"), pk=page_id)
    original = get_object_or_404(selectors.public_originals(), pk=easy_read.get_parent().pk)
    context = {
        "easy_version": easy_read,
        "original": original,
        "changes": selectors.changes_of(easy_read),
    }
    return render(request, "easyread/changes.html", context)
