"""What two may want at the same moment (`tests.project.racing` lets them): each act, and how many
rows there are then."""

from collections.abc import Callable
from datetime import datetime, timedelta

from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.test.utils.form_data import rich_text

from boards.enums import LinkPurpose
from boards.models import (
    AgendaPage,
    BoardPage,
    BoardsIndexPage,
    JointInvitation,
    MeetingPage,
    MinutesPage,
    MinutesRecord,
    Pack,
    PersonalLink,
    Proposal,
)
from boards.services.joint import answer_invitation, invite_boards
from boards.services.links import make_link, use_link
from boards.services.meetings import plan_meeting
from boards.services.packs import ask_for_pack, make_pack
from boards.services.proposals import MOST_A_DAY, propose_item
from boards.services.trail import record_publication
from easyread.enums import FileState, Format
from easyread.models import EasyReadFile, EasyReadPage, FormatRequest
from easyread.senders.limits import Limit
from easyread.senders.models import Count as CountOfSender
from easyread.senders.services import take
from easyread.services import answer_request, ask_for_format, start_easy_read
from easyread.services.files import ask_for_files, make_files
from portal.home.models import HomePage, PlainPage
from portal.users.models import User
from tests.borough import make_board, make_easy_read, make_meeting, make_minutes, set_up_borough
from tests.papers import make_agenda_with, make_paper

Act = Callable[[], object]
Count = Callable[[], int]
Races = dict[str, tuple[Act, Count]]


def races() -> Races:
    set_up_borough()
    now = timezone.now()
    board = make_board(BoardsIndexPage.objects.get(), "Carers Partnership Board", "carers")
    meeting = make_meeting(board, now - timedelta(days=20))
    agenda = make_agenda_with(meeting, make_paper(board, "Buses", "buses.txt", b"Words"))
    Pack.objects.all().delete()
    minutes = make_minutes(meeting)
    return {
        **_of_senders(board, now),
        **_of_editors(),
        **_of_easy_reads(agenda, minutes, now),
        **_of_readers(agenda, minutes, now),
        **_of_packs(agenda),
        **_of_meetings(board, meeting, now),
        **_of_minutes(minutes, now),
    }


def _of_senders(board: BoardPage, now: datetime) -> Races:
    Proposal.objects.bulk_create(
        Proposal(board=board, title="x", words="x", proposed_at=now) for _ in range(MOST_A_DAY - 1)
    )
    once = Limit("race", 1, timedelta(days=1))

    def propose() -> Proposal:
        return propose_item(
            board=board, title="A bus", words="At nine.", name="", email="", now=now
        )

    return {
        "the last proposal of a day": (propose, Proposal.objects.count),
        "the only letter of a sender": (
            lambda: take((once, "kit"), now=now),
            CountOfSender.objects.filter(purpose="race", number=1).count,
        ),
    }


def _of_editors() -> Races:
    draft = PlainPage(title="News", slug="news", body="<p>Old</p>", live=False)
    HomePage.objects.get().add_child(instance=draft)
    draft.save_revision()
    return {
        "publishing before a draft is saved": (
            _publish_then_save(draft),
            PlainPage.objects.live().filter(pk=draft.pk).count,
        ),
    }


def _publish_then_save(page: PlainPage) -> Act:
    """What the editor sends when one presses Publish while it saves by itself."""
    user = User.objects.create_superuser("editor", password="a long enough password")
    loaded = page.latest_revision
    form = {
        "title": page.title,
        "slug": page.slug,
        "body": rich_text("<p>New</p>"),
        "loaded_revision_id": loaded.pk,
        "loaded_revision_created_at": loaded.created_at.isoformat(),
    }
    address = reverse("wagtailadmin_pages:edit", args=[page.pk])
    clients = [
        Client(SERVER_NAME="127.0.0.1", headers={"accept": kind})
        for kind in ("text/html", "application/json")
    ]
    for client in clients:
        client.force_login(user)
    clients[0].get(address)  # whoever edits has opened the editor before
    requests = iter(zip(clients, (form | {"action-publish": "1"}, form), strict=True))

    def send() -> int:
        client, sent = next(requests)
        return client.post(address, sent).status_code

    return send


def _of_easy_reads(agenda: AgendaPage, minutes: MinutesPage, now: datetime) -> Races:
    easy_read = make_easy_read(agenda)

    def start() -> EasyReadPage:
        return start_easy_read(original=MinutesPage.objects.get(pk=minutes.pk), by=None, now=now)

    return {
        "start of an easy read": (start, EasyReadPage.objects.child_of(minutes).count),
        "files asked for": (
            lambda: ask_for_files(easy_read=easy_read, now=now),
            EasyReadFile.objects.count,
        ),
        "files made": (
            lambda: make_files(easy_read_id=easy_read.pk, clock=timezone.now),
            EasyReadFile.objects.filter(state=FileState.READY).count,
        ),
    }


def _of_readers(agenda: AgendaPage, minutes: MinutesPage, now: datetime) -> Races:
    asked = FormatRequest.objects.create(page=agenda, format=Format.PAPER, asked_at=now)

    def ask() -> FormatRequest:
        return ask_for_format(page=minutes, format=Format.AUDIO, contact="mo@example.org", now=now)

    return {
        "request for a format": (ask, FormatRequest.objects.filter(page=minutes).count),
        "answer to a request": (
            lambda: answer_request(asked=asked, answer="It is made.", answered_by=None, now=now),
            FormatRequest.objects.filter(answered_at__isnull=False).count,
        ),
    }


def _of_packs(agenda: AgendaPage) -> Races:
    return {
        "pack asked for": (
            lambda: ask_for_pack(agenda=agenda, now=timezone.now()),
            Pack.objects.filter(agenda=agenda).count,
        ),
        "pack made": (
            lambda: make_pack(agenda=agenda, clock=timezone.now),
            Pack.objects.filter(state=FileState.READY).count,
        ),
    }


def _of_meetings(board: BoardPage, meeting: MeetingPage, now: datetime) -> Races:
    index = BoardsIndexPage.objects.get()
    others = [make_board(index, name, name.lower()) for name in ("Autism", "Transport")]
    third = make_board(index, "Carers", "third")
    editor = User.objects.create_user("host", password="a long enough password")
    asked = [
        JointInvitation.objects.create(meeting=meeting, board=other, asked_at=now)
        for other in others
    ]
    invitations = iter(asked)
    starts_at = now + timedelta(days=40)

    def accept() -> None:
        answer_invitation(invitation=next(invitations), accept=True, answered_by=None, now=now)

    def plan() -> MeetingPage:
        return plan_meeting(
            board=board,
            starts_at=starts_at,
            ends_at=starts_at + timedelta(hours=2),
            place="Town Hall",
            access="",
            how_to_join="",
            planned_by=None,
        )

    return {
        "yes of two boards to one meeting": (
            accept,
            BoardPage.objects.filter(joint_meetings=meeting).count,
        ),
        "meeting planned": (plan, MeetingPage.objects.child_of(board).count),
        "invitation of one board": (
            lambda: invite_boards(meeting=meeting, boards=[third], invited_by=editor, now=now),
            JointInvitation.objects.filter(board=third).count,
        ),
    }


def _of_minutes(minutes: MinutesPage, now: datetime) -> Races:
    MinutesPage.objects.filter(pk=minutes.pk).update(corrections="One word.")
    purpose, about = LinkPurpose.REPORT_ACTION, minutes.actions.all()[0]
    _, token = make_link(
        purpose=purpose, about=about, person="kit@example.org", now=now, is_for_once=True
    )
    return {
        "a link that is for once": (
            lambda: use_link(purpose=purpose, token=token, now=now),
            PersonalLink.objects.exclude(used_at=None).count,
        ),
        "a correction put on record": (
            lambda: record_publication(minutes=minutes, by="", reason="", now=now),
            MinutesRecord.objects.filter(minutes=minutes).count,
        ),
    }
