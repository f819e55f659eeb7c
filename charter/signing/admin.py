"""The screens of signing: officers ask, secretaries enter what happened."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from boards.enums import ItemPurpose
from boards.models import BoardPage
from boards.permissions import can_look_after
from boards.services import AgendaIsOut, add_to_agenda
from charter import permissions
from charter.enums import SignUpState
from charter.models import SignUp
from charter.signing import forms as steps
from charter.signing import selectors, services
from charter.signing.states import CAN_BE_ASKED, OPEN
from charter.versions.selectors import current_version
from easyread.accounts import account_of, name_of
from easyread.forms import posted

ON_AGENDA = "The charter: do we sign it?"
ABOUT_IT = (
    "The council asks our board to sign the charter. It says how partnership boards work together "
    "with people. We talk about it, and say whether we sign."
)


@dataclass(frozen=True)
class Step:
    """One thing that can be entered for a board, in which states, and how."""

    title: str
    button: str
    form: type[steps.StepForm]
    states: tuple[SignUpState, ...]
    do: Callable[[HttpRequest, SignUp, Any, datetime], object]
    done: str
    is_for_officers: bool = False
    changes_pages: bool = False


def _to_agenda(request: HttpRequest, sign_up: SignUp, form: Any, now: datetime) -> None:
    try:
        add_to_agenda(
            meeting=form.cleaned_data["meeting"],
            title=ON_AGENDA,
            purpose=ItemPurpose.DECIDE,
            minutes=20,
            words=ABOUT_IT,
            added_by=account_of(request),
            now=now,
        )
    except AgendaIsOut as problem:
        raise services.CannotSign(str(problem)) from None


def _by(service: Callable[..., object]) -> Callable[[HttpRequest, SignUp, Any, datetime], object]:
    """The service with what the form holds, by the account that asks."""

    def do(request: HttpRequest, sign_up: SignUp, form: Any, now: datetime) -> object:
        return service(sign_up=sign_up, by=name_of(request.user), now=now, **form.cleaned_data)

    return do


def _on_paper(request: HttpRequest, sign_up: SignUp, form: Any, now: datetime) -> object:
    told = {name: form.cleaned_data[name] for name in ("on", "scan")}
    return services.sign_on_paper(
        sign_up=sign_up, names=form.names(), by=name_of(request.user), now=now, **told
    )


def _put_right(request: HttpRequest, sign_up: SignUp, form: Any, now: datetime) -> object:
    return services.put_right(by=name_of(request.user), now=now, **form.cleaned_data)


def _note(request: HttpRequest, sign_up: SignUp, form: Any, now: datetime) -> None:
    services.keep_note(sign_up=sign_up, **form.cleaned_data)


SIGNED = (SignUpState.SIGNED,)
STEPS = {
    "agenda": Step(
        "Put it on an agenda",
        "Put it on this agenda",
        steps.AgendaForm,
        OPEN,
        _to_agenda,
        "It is on the draft of the agenda. Publish the agenda when it is ready.",
        changes_pages=True,
    ),
    "agreed": Step(
        "Say at which meeting the board agreed",
        "The board agreed there",
        steps.AgreedForm,
        OPEN,
        _by(services.agree),
        "The meeting is kept.",
    ),
    "paper": Step(
        "Enter signatures on paper",
        "Keep these signatures",
        steps.PaperForm,
        OPEN,
        _on_paper,
        "The signatures are kept.",
    ),
    "decline": Step(
        "Say that the board does not sign",
        "The board says no",
        steps.ReasonForm,
        OPEN,
        _by(services.decline),
        "It is kept that the board said no. Everyone can read why.",
    ),
    "review": Step(
        "Say that the board has looked at it again",
        "The board has looked at it",
        steps.ReviewForm,
        SIGNED,
        _by(services.review),
        "It is kept. The next review is in a year.",
    ),
    "withdraw": Step(
        "Withdraw from the charter",
        "The board withdraws",
        steps.WithdrawForm,
        SIGNED,
        _by(services.withdraw),
        "It is kept that the board has withdrawn. Everyone can read why.",
    ),
    "note": Step(
        "Write a note that only officers see",
        "Keep the note",
        steps.NoteForm,
        tuple(SignUpState),
        _note,
        "The note is kept.",
        is_for_officers=True,
    ),
    "put-right": Step(
        "Put a mistake right",
        "Put it right",
        steps.PutRightForm,
        tuple(SignUpState),
        _put_right,
        "It is put right. Everyone can read what happened.",
    ),
}


def _may(request: HttpRequest, step: Step, board: BoardPage) -> bool:
    """Officers enter what happened to any board; its pages are changed by its own people only."""
    if step.changes_pages:
        return can_look_after(request.user, board)
    return not step.is_for_officers or permissions.can_ask_to_sign(request.user)


def _kept(request: HttpRequest, board_id: int) -> selectors.BoardSigning:
    """A board whose signing one may enter, and how it stands to the version in force."""
    board = get_object_or_404(permissions.boards_signed_for_by(request.user), pk=board_id)
    version = current_version(today=timezone.localdate())
    if version is None:
        raise Http404
    return selectors.signing_of(board, version)


@require_http_methods(["GET", "HEAD", "POST"])
def signing(request: HttpRequest) -> HttpResponse:
    """All boards and how they stand; those that are not asked can be asked, many at once."""
    if not permissions.can_ask_to_sign(request.user):
        raise PermissionDenied
    now = timezone.now()
    version = current_version(today=timezone.localdate(now))
    found = selectors.all_signing(version)
    form = steps.AskForm(
        posted(request),
        boards=[one.board for one in found if one.state in CAN_BE_ASKED],
    )
    if request.method == "POST" and version and form.is_valid():
        asked = services.ask_to_sign(
            boards=form.chosen(), version=version, by=name_of(request.user), now=now
        )
        words = "1 board is" if len(asked) == 1 else f"{len(asked)} boards are"
        messages.success(request, f"{words} asked. Letters go to all whose address is known.")
        return redirect("charter_admin:signing")
    state = request.GET.get("state", "")
    context = {
        "version": version,
        "lines": [one for one in found if state in ("", one.state)],
        "askable": CAN_BE_ASKED,
        "states": [
            (value, label, count)
            for value, label in SignUpState.choices
            if (count := sum(one.state == value for one in found))
        ],
        "chosen": state,
        "all": len(found),
        "form": form,
        "open": OPEN,
    }
    return render(request, "charter/admin/signing.html", context)


@require_http_methods(["GET", "HEAD"])
def board_signing(request: HttpRequest, board_id: int) -> HttpResponse:
    """One board: how it stands, what can be entered next, and all that happened."""
    one = _kept(request, board_id)
    version = current_version(today=timezone.localdate())
    may_ask = permissions.can_ask_to_sign(request.user)
    context = {
        "one": one,
        "version": version,
        "steps": [
            (key, step)
            for key, step in STEPS.items()
            if one.state in step.states and _may(request, step, one.board)
        ],
        "events": selectors.events_of(one.sign_up) if one.sign_up else [],
        "signers": selectors.signers_of(one.sign_up, now=timezone.now()) if one.sign_up else [],
        "to_take_over": selectors.to_take_over(one.board, version),
        "may_ask": may_ask,
        "is_open": one.state in OPEN,
        "can_be_asked": one.state in CAN_BE_ASKED,
    }
    return render(request, "charter/admin/board_signing.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def step(request: HttpRequest, board_id: int, key: str) -> HttpResponse:
    """Enter one thing that happened."""
    one = _kept(request, board_id)
    chosen = STEPS.get(key)
    if chosen is None or one.sign_up is None:
        raise Http404
    if not _may(request, chosen, one.board):
        raise Http404
    now = timezone.now()
    form = chosen.form(posted(request), sign_up=one.sign_up, now=now)
    if request.method == "POST" and form.is_valid():
        try:
            chosen.do(request, one.sign_up, form, now)
        except services.CannotSign as problem:
            form.add_error(None, str(problem))
        else:
            messages.success(request, chosen.done)
            return redirect("charter_admin:board_signing", board_id)
    context = {"form": form, "step": chosen, "board": one.board}
    return render(request, "charter/admin/step.html", context)


@require_POST
def remind(request: HttpRequest, board_id: int) -> HttpResponse:
    """Write once more to a board that has not answered."""
    if not permissions.can_ask_to_sign(request.user):
        raise PermissionDenied
    one = _kept(request, board_id)
    if one.sign_up is None:
        raise Http404
    try:
        services.remind(sign_up=one.sign_up, by=name_of(request.user), now=timezone.now())
    except services.CannotSign as problem:
        messages.warning(request, str(problem))
    else:
        messages.success(request, "The board is reminded, by e-mail.")
    return redirect("charter_admin:board_signing", board_id)


@require_POST
def take_over(request: HttpRequest, board_id: int, sign_up_id: int) -> HttpResponse:
    """Take over the signature of a board that ended in this one."""
    one = _kept(request, board_id)
    version = current_version(today=timezone.localdate())
    known = {each.pk: each for each in selectors.to_take_over(one.board, version)}
    if sign_up_id not in known:
        raise Http404
    try:
        services.take_over(
            sign_up=known[sign_up_id],
            board=one.board,
            by=name_of(request.user),
            now=timezone.now(),
        )
    except services.CannotSign as problem:
        messages.warning(request, str(problem))
    else:
        messages.success(request, "The board has taken the signature over.")
    return redirect("charter_admin:board_signing", board_id)
