"""Proposing an item for a board's agenda: for everyone, without an account."""

import uuid

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from boards import services
from boards.forms.proposals import ProposalForm
from boards.selectors.public import boards_going_on, proposals_known_by_link
from easyread.senders.addresses import sender_of
from easyread.senders.answers import refuse
from easyread.senders.limits import TooMuch


@require_http_methods(["GET", "HEAD", "POST"])
def propose(request: HttpRequest, slug: str) -> HttpResponse:
    """Keep a proposal for the secretary, and give its sender a private address to look at."""
    board = get_object_or_404(boards_going_on(), slug=slug)
    form = ProposalForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        try:
            proposal = services.propose_item(
                board=board,
                title=data["title"],
                words=data["words"],
                name=data["name"],
                email=data["email"],
                now=timezone.now(),
                sender=sender_of(request),
            )
        except TooMuch as problem:
            refuse(request, problem, form)
        else:
            return redirect(proposal.get_absolute_url())
    return render(request, "boards/propose.html", {"board": board, "form": form})


@require_safe
def proposal(request: HttpRequest, reference: uuid.UUID) -> HttpResponse:
    """What became of a proposal: for whoever knows its address."""
    found = get_object_or_404(proposals_known_by_link(), reference=reference)
    return render(request, "boards/proposal.html", {"proposal": found})
