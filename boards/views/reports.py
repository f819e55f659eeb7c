"""The page behind the link in an e-mail: who does an action says how far it is, without an
account."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from boards import selectors, services
from boards.enums import ActionState
from boards.forms import OwnerReportForm
from boards.models import ActionPoint
from boards.selectors.links import LinkIsVoid, action_of_link
from easyread.senders.addresses import sender_of
from easyread.senders.answers import refuse
from easyread.senders.limits import TooMuch


# The token is the proof. No cookie counts here, so none can be misused; and browsers send no
# origin from a page without referrer, so that a check for one would refuse every owner.
@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def report_by_link(request: HttpRequest, token: str) -> HttpResponse:
    """GET asks, POST reports: a mail scanner that follows links reports nothing."""
    now = timezone.now()
    try:
        action = action_of_link(token=token, now=now)
    except LinkIsVoid:
        return _void(request)
    first = {"state": ActionState.IN_PROGRESS}
    form = OwnerReportForm(request.POST or None, initial=first)
    if request.method == "POST" and form.is_valid():
        try:
            services.report_by_link(
                token=token,
                state=ActionState(form.cleaned_data["state"]),
                note=form.cleaned_data["note"],
                outcome=form.cleaned_data["outcome"],
                now=now,
                sender=sender_of(request),
            )
        except LinkIsVoid:
            return _void(request)
        except TooMuch as problem:
            refuse(request, problem, form)
        else:
            return redirect("boards:reported", action.pk)
    context = {"action": action, "form": form}
    return render(request, "boards/report_by_link.html", context)


def _void(request: HttpRequest) -> HttpResponse:
    """The same page for a link that is wrong, old, replaced or used up; what was written to it
    stands there to be copied."""
    written = [request.POST.get(name, "").strip() for name in ("note", "outcome")]
    context = {"written": "\n\n".join(words for words in written if words)}
    return render(request, "boards/link_is_void.html", context, status=404)


@require_safe
def reported(request: HttpRequest, action_id: int) -> HttpResponse:
    """Thanks; the page is the same for everyone, whether they reported or not."""
    action: ActionPoint = get_object_or_404(selectors.visible_actions().with_places(), pk=action_id)
    return render(request, "boards/reported.html", {"action": action})
