"""What strangers may send to Wagtail's own forms, and how a refusal is answered (docs/adr/0029).

Our own forms count in their services, signing in counts where passwords are checked.
"""

from collections.abc import Callable
from datetime import timedelta
from http import HTTPStatus
from typing import Any

from django.contrib.auth.views import INTERNAL_RESET_SESSION_TOKEN, PasswordResetConfirmView
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from easyread.senders.addresses import coded, sender_of
from easyread.senders.answers import mark, refuse
from easyread.senders.limits import Limit, TooMuch
from easyread.senders.services import Counted, give_back, take
from portal.users.devices import note_signed_in, remember

Answer = Callable[[HttpRequest], HttpResponse]
HOUR = timedelta(hours=1)
QUARTER = timedelta(minutes=15)
WRONG = "There were too many wrong tries. Wait until {until}, then try again. Nothing is lost."
SENT = (
    "We have sent e-mails to this address a short while ago. Please look for them, also where "
    "unwanted e-mails go. If there is none, wait until {until}, then try again."
)
NOT_TYPED = {"next", "return_url"}

RESETS_OF_A_SENDER = Limit("new password: of a sender", 3, HOUR)
RESETS_OF_AN_ADDRESS = Limit("new password: of an address", 8, HOUR, SENT)
RESETS = Limit("new password", 60, HOUR)
CHOICES_OF_A_SENDER = Limit("choosing a password: of a sender", 10, HOUR)
CHOICES_BY_A_LINK = Limit("choosing a password: by a link", 20, HOUR)
TRIES_OF_A_SENDER = Limit("password of a page: of a sender", 10, QUARTER, WRONG)
TRIES_OF_A_PAGE = Limit("password of a page", 100, QUARTER, WRONG)


def _reset(request: HttpRequest, kwargs: dict[str, Any]) -> list[Counted]:
    """Each asking is a letter to somebody. Whether the address is known makes no difference."""
    email = request.POST.get("email", "").strip().casefold()
    of_sender, of_address = (RESETS_OF_A_SENDER, sender_of(request)), coded("e-mail", email)
    return [of_sender, (RESETS_OF_AN_ADDRESS, of_address), (RESETS, "everyone")] if email else []


def _choice(request: HttpRequest, kwargs: dict[str, Any]) -> list[Counted]:
    """Whoever came by a link that is good makes us work; nobody else gets a form."""
    link = request.session.get(INTERNAL_RESET_SESSION_TOKEN, "")
    of_sender, by_link = (CHOICES_OF_A_SENDER, sender_of(request)), coded("link", link)
    return [of_sender, (CHOICES_BY_A_LINK, by_link)] if link else []


def _try(request: HttpRequest, kwargs: dict[str, Any]) -> list[Counted]:
    """The password that opens some pages, or some papers: only wrong ones count."""
    what = " ".join(f"{name} {kwargs[name]}" for name in kwargs if "restriction" in name)
    of_sender, of_page = (TRIES_OF_A_SENDER, sender_of(request)), coded("page", what)
    return [of_sender, (TRIES_OF_A_PAGE, of_page)] if request.POST.get("password") else []


DOORS: dict[str, Callable[[HttpRequest, dict[str, Any]], list[Counted]]] = {
    "wagtailadmin_password_reset": _reset,
    "wagtailadmin_password_reset_confirm": _choice,
    "wagtailcore_authenticate_with_password": _try,
    "wagtaildocs_authenticate_with_password": _try,
}


class DoorsMiddleware:
    """Counts before the form's view works; what a view or a form refused gets its status here."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if response.status_code == HTTPStatus.FOUND:
            _note_success(request)
        mark(request, response)
        remember(request, response)
        return response

    def process_view(
        self, request: HttpRequest, view: Any, args: tuple[Any, ...], kwargs: dict[str, Any]
    ) -> HttpResponse | None:
        match = request.resolver_match
        if request.method != "POST" or match is None or match.view_name not in DOORS:
            return None
        counted = DOORS[match.view_name](request, kwargs)
        try:
            take(*counted, now=timezone.now())
        except TooMuch as problem:
            return self.process_exception(request, problem)
        setattr(request, "counted_at_door", (match.view_name, counted))
        return None

    def process_exception(self, request: HttpRequest, problem: Exception) -> HttpResponse | None:
        """A refusal that no form has said gets a page, with what was typed."""
        if not isinstance(problem, TooMuch):
            return None
        refuse(request, problem)
        typed = [
            (name, value, name not in NOT_TYPED)
            for name, values in request.POST.lists()
            for value in values
            if name != "csrfmiddlewaretoken" and "password" not in name
        ]
        context = {"words": problem.messages[0], "typed": typed}
        return render(request, "too_much.html", context)


def _note_success(request: HttpRequest) -> None:
    """The right password does not count, and whoever chose a new one is known from now on."""
    name, counted = getattr(request, "counted_at_door", ("", []))
    if DOORS.get(name) is _try:
        give_back(*counted)
    match = request.resolver_match
    if DOORS.get(name) is _choice and match is not None:
        user = PasswordResetConfirmView().get_user(match.kwargs["uidb64"])
        if user is not None:
            note_signed_in(request, user.get_username())
