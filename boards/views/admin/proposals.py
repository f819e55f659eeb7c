"""Answering what members and citizens proposed."""

from datetime import datetime

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from boards import reach, services
from boards.enums import ProposalState
from boards.forms.proposals import AnswerProposalForm
from boards.models import Proposal
from boards.selectors.proposals import answered_proposals, waiting_proposals
from boards.views.admin.access import board_or_404
from easyread.accounts import account_of

PAGE_SIZE = 30


@require_safe
def proposals(request: HttpRequest, board_id: int) -> HttpResponse:
    """All that was proposed to a board, what waits first."""
    board = board_or_404(request, board_id)
    page = Paginator(answered_proposals(board), PAGE_SIZE).get_page(request.GET.get("p"))
    context = {"board": board, "waiting": waiting_proposals(board), "page": page}
    return render(request, "boards/admin/proposals.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def answer(request: HttpRequest, proposal_id: int) -> HttpResponse:
    """Put it on an agenda, or answer it."""
    proposal = get_object_or_404(reach.proposals_answered_by(request.user), pk=proposal_id)
    if proposal.state != ProposalState.NEW:
        messages.info(request, "This proposal was answered already.")
        return redirect("boards_admin:my_boards")
    now = timezone.now()
    form = AnswerProposalForm(
        request.POST if request.method == "POST" else None, proposal=proposal, now=now
    )
    if request.method == "POST" and form.is_valid():
        try:
            return _answered(request, proposal, form, now)
        except services.AgendaIsOut as problem:
            form.add_error("meeting", str(problem))
        except services.AlreadyAnswered as problem:
            messages.info(request, str(problem))
            return redirect("boards_admin:my_boards")
    context = {"proposal": proposal, "form": form}
    return render(request, "boards/admin/answer_proposal.html", context)


def _answered(
    request: HttpRequest, proposal: Proposal, form: AnswerProposalForm, now: datetime
) -> HttpResponse:
    meeting, words = form.chosen_meeting(), form.cleaned_data["answer"]
    if meeting is None:
        services.answer_proposal(
            proposal=proposal, answer=words, answered_by=account_of(request), now=now
        )
        messages.success(request, "The answer is given.")
        return redirect("boards_admin:my_boards")
    agenda = services.put_on_agenda(
        proposal=proposal, meeting=meeting, answer=words, answered_by=account_of(request), now=now
    )
    messages.success(
        request, "The item is in the draft of the agenda. Publish the agenda to show it."
    )
    return redirect("wagtailadmin_pages:edit", agenda.pk)
