"""Items that members and citizens propose: kept, answered, put on an agenda."""

from datetime import datetime, timedelta

from django.db import transaction
from django.urls import reverse
from wagtail.models import Page

from boards.enums import ItemPurpose, ProposalState
from boards.models import AgendaPage, BoardPage, MeetingPage, Proposal
from boards.rules.dates import long_date
from boards.selectors.people import secretary_of
from boards.services.agendas import add_to_agenda
from boards.services.letters import write_letter
from easyread.accounts import Account
from easyread.senders.limits import Limit, TooMuch
from easyread.senders.services import take

DAY = timedelta(days=1)
MOST_A_DAY = 40  # of one board
OF_A_SENDER = Limit("proposals: of a sender", 10, DAY)


class TooManyProposals(TooMuch):
    """A board got so many proposals in one day that something must be wrong."""


class AlreadyAnswered(Exception):
    """Two people answered the same proposal: the first answer stays."""


@transaction.atomic
def propose_item(
    *,
    board: BoardPage,
    title: str,
    words: str,
    name: str,
    email: str,
    now: datetime,
    sender: str = "",
) -> Proposal:
    """Keep what someone wants the board to talk about, and tell its secretary.

    Raises `TooMuch`, of this ``sender`` (`easyread.senders.addresses`) or of all.
    """
    take((OF_A_SENDER, sender), now=now)
    Page.objects.select_for_update(no_key=True).get(pk=board.pk)  # counted one at a time
    if Proposal.objects.filter(board=board, proposed_at__gt=now - DAY).count() >= MOST_A_DAY:
        raise TooManyProposals(
            "The board got very many proposals today. Please try again tomorrow, or ring us. "
            "What you wrote is still here.",
            wait=DAY,
        )
    proposal = Proposal.objects.create(
        board=board, title=title, words=words, name=name, email=email, proposed_at=now
    )
    if to := secretary_of(board, now):
        write_letter(
            key=f"proposal:{proposal.pk}:came",
            to=to,
            subject=f"Someone proposed an item: {title}"[:200],
            words=f"Someone proposed an item for the {board.title}.\n\n“{title}”\n\n"
            "Please answer within two weeks. You can put it on an agenda, or say why not.",
            link=reverse("boards_admin:my_boards"),
            link_words="Open My boards",
            now=now,
        )
    return proposal


@transaction.atomic
def put_on_agenda(
    *,
    proposal: Proposal,
    meeting: MeetingPage,
    answer: str,
    answered_by: Account | None,
    now: datetime,
) -> AgendaPage:
    """Add the proposal to the meeting's agenda as `add_to_agenda` does, and say so. Who proposed
    it is not written down there."""
    proposal = _take(proposal)
    agenda = add_to_agenda(
        meeting=meeting,
        title=proposal.title,
        purpose=ItemPurpose.DISCUSS,
        minutes=15,
        words=proposal.words,
        added_by=answered_by,
        now=now,
    )
    words = answer.strip() or f"It is on the agenda for {long_date(meeting.starts_at)}."
    _answer(proposal, ProposalState.ON_AGENDA, words, answered_by, now, meeting=meeting)
    return agenda


@transaction.atomic
def answer_proposal(
    *, proposal: Proposal, answer: str, answered_by: Account | None, now: datetime
) -> None:
    """Answer without an agenda: what was done instead, or why not."""
    _answer(_take(proposal), ProposalState.ANSWERED, answer.strip(), answered_by, now)


def _take(proposal: Proposal) -> Proposal:
    """The proposal as it is now, nobody else's until this is done; answered once only."""
    taken = Proposal.objects.select_for_update().get(pk=proposal.pk)
    if taken.state != ProposalState.NEW:
        raise AlreadyAnswered("Someone else has answered this proposal in the meantime.")
    return taken


def _answer(
    proposal: Proposal,
    state: ProposalState,
    words: str,
    answered_by: Account | None,
    now: datetime,
    *,
    meeting: MeetingPage | None = None,
) -> None:
    proposal.state = state
    proposal.meeting = meeting
    proposal.answer = words
    proposal.answered_at = now
    proposal.answered_by = answered_by
    email, proposal.email, proposal.name = proposal.email, "", ""  # needed no longer
    proposal.full_clean(exclude=["board", "answered_by", "meeting"])
    proposal.save()
    if email:
        write_letter(
            key=f"proposal:{proposal.pk}:answered",
            to=email,
            subject=f"An answer to what you proposed: {proposal.title}"[:200],
            words=f"You proposed an item for the {proposal.board.title}: “{proposal.title}”.\n\n"
            f"{words}",
            link=proposal.get_absolute_url(),
            link_words="See your proposal",
            now=now,
        )
