"""Where co-chairs sign, each for herself; and the certificate."""

from typing import Any

from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from boards.models import BoardPage, Member
from boards.selectors import public_boards
from boards.selectors.links import LinkIsVoid
from charter.enums import Answer, SignUpState, SignWay
from charter.models import SignUp
from charter.signing import selectors, services
from charter.signing.forms import AnswerForm
from charter.signing.words import ended_words
from charter.versions.selectors import current_version, view_of
from easyread.forms import posted
from easyread.senders.addresses import sender_of
from easyread.senders.answers import refuse
from easyread.senders.limits import TooMuch

DONE = {Answer.SIGN: "signed", Answer.CONSIDER: "thinking", Answer.DECLINE: "declined"}


# The token is the proof, as with `boards.views.reports`: no cookie counts here.
@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def sign_by_link(request: HttpRequest, token: str) -> HttpResponse:
    """What it means to sign, and the answer of a co-chair who has no account. To look changes
    nothing."""
    now = timezone.now()
    form = AnswerForm(posted(request))
    try:
        sign_up, seat = selectors.signing_by_link(token=token, now=now)
        if request.method == "POST" and form.is_valid():
            answer = Answer(form.cleaned_data["answer"])
            reason = form.cleaned_data["reason"]
            services.answer_by_link(
                token=token, answer=answer, reason=reason, now=now, sender=sender_of(request)
            )
            return redirect("charter:answered", sign_up.board.slug, DONE[answer])
    except LinkIsVoid:
        context = {"written": request.POST.get("reason", "").strip()}
        return render(request, "charter/link_is_void.html", context, status=404)
    except TooMuch as problem:
        refuse(request, problem, form)
    except services.CannotSign as problem:
        form.add_error(None, str(problem))
    return render(request, "charter/sign.html", _page(sign_up, seat, form, by_link=True))


@require_http_methods(["GET", "HEAD", "POST"])
def sign(request: HttpRequest, slug: str) -> HttpResponse:
    """The same for a co-chair with an account; there is no such page for anybody else."""
    if not request.user.is_authenticated:
        return redirect_to_login(request.get_full_path(), reverse("wagtailadmin_login"))
    now = timezone.now()
    board = get_object_or_404(public_boards(), slug=slug)
    sign_up, seat = _own(request, board)
    form = AnswerForm(posted(request))
    if request.method == "POST" and form.is_valid():
        answer = Answer(form.cleaned_data["answer"])
        try:
            services.answer(
                sign_up=sign_up,
                seat=seat,
                answer=answer,
                reason=form.cleaned_data["reason"],
                way=SignWay.ACCOUNT,
                now=now,
            )
        except services.CannotSign as problem:
            form.add_error(None, str(problem))
        else:
            return redirect("charter:answered", board.slug, DONE[answer])
    return render(request, "charter/sign.html", _page(sign_up, seat, form, by_link=False))


def _own(request: HttpRequest, board: BoardPage) -> tuple[SignUp, Member]:
    """The board's sign-up to the version in force, and the seat of who asks. Raises ``Http404``."""
    today = timezone.localdate()
    version = current_version(today=today)
    one = selectors.signing_of(board, version) if version else None
    seats = [
        seat
        for seat in selectors.co_chairs_of(board, on=today)
        if seat.account_id == request.user.pk
    ]
    if one is None or one.sign_up is None or not seats or not selectors.is_asked_of(board):
        raise Http404
    one.sign_up.board = board
    return one.sign_up, seats[0]


def _page(sign_up: SignUp, seat: Member, form: AnswerForm, *, by_link: bool) -> dict[str, Any]:
    return {
        "sign_up": sign_up,
        "seat": seat,
        "form": form,
        "by_link": by_link,
        "view": view_of(sign_up.version, today=timezone.localdate()),
        "has_signed": selectors.has_signed(sign_up, seat),
        "is_signed": sign_up.state == SignUpState.SIGNED,
    }


@require_safe
def answered(request: HttpRequest, slug: str, answer: str) -> HttpResponse:
    """Thanks; the page is the same for everyone, whether they answered or not."""
    board = get_object_or_404(public_boards(), slug=slug)
    if answer not in DONE.values():
        raise Http404
    return render(request, "charter/answered.html", {"board": board, "answer": answer})


def _certified(slug: str, number: int) -> SignUp:
    board = get_object_or_404(public_boards(), slug=slug)
    found = selectors.certified().filter(board=board, version__number=number)
    return get_object_or_404(found)


@require_safe
def certificate(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """That a board signed a version: who, when, at which meeting, and whether it still holds."""
    sign_up = _certified(slug, number)
    context = {
        "sign_up": sign_up,
        "ended": ended_words(sign_up),
        "meeting": selectors.meeting_shown(sign_up),
    }
    return render(request, "charter/certificate.html", context)


@require_safe
def certificate_pdf(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """The same to print; one page, tagged."""
    from charter.signing.certificate import make_pdf  # loading the typesetter takes a while

    sign_up = _certified(slug, number)
    printed = make_pdf(sign_up, meeting=selectors.meeting_shown(sign_up))
    answer = HttpResponse(printed, content_type="application/pdf")
    answer["Content-Disposition"] = f'inline; filename="charter-{slug}.pdf"'
    return answer
