"""Two connections to one PostgreSQL that want the same at once, in a process of its own.

`manage.py shell -c "from tests.project import racing; racing.write_outcomes()"` on an empty portal.
"""

import json
import sys
from collections.abc import Callable
from datetime import timedelta
from threading import Event, Thread
from time import monotonic, sleep
from typing import Any

from django.db import connection, transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.test.utils.form_data import rich_text

from boards.models import (
    BoardPage,
    BoardsIndexPage,
    JointInvitation,
    MeetingPage,
    MinutesPage,
    Pack,
    Proposal,
)
from boards.services.joint import answer_invitation
from boards.services.meetings import plan_meeting
from boards.services.packs import ask_for_pack, make_pack
from boards.services.proposals import MOST_A_DAY, propose_item
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

PATIENCE = 120  # seconds
Act = Callable[[], object]
Count = Callable[[], int]
WAITING = """SELECT count(*) FROM pg_stat_activity
             WHERE datname = current_database() AND wait_event_type = 'Lock'"""


def write_outcomes() -> None:
    """Of each race what both got, and how many rows there are then."""
    found = {name: [*race(act), count()] for name, (act, count) in _races().items()}
    sys.stdout.write(json.dumps(found))


def race(act: Act) -> list[str]:
    """What two threads get for ``act``: a number, or the name of what was made or raised.

    The first has acted, and commits only when the second waits for it or has ended.
    """
    outcomes = ["", ""]
    has_acted, may_commit = Event(), Event()

    def first() -> None:
        try:
            with transaction.atomic():
                outcomes[0] = _told(act)
                has_acted.set()
                may_commit.wait(PATIENCE)
        finally:
            has_acted.set()
            connection.close()

    def second() -> None:
        has_acted.wait(PATIENCE)
        outcomes[1] = _told(act)
        connection.close()

    threads = [Thread(target=first), Thread(target=second)]
    for thread in threads:
        thread.start()
    until = monotonic() + PATIENCE
    while threads[1].is_alive() and not _somebody_waits() and monotonic() < until:
        sleep(0.02)
    may_commit.set()
    for thread in threads:
        thread.join(PATIENCE)
    return outcomes


def _told(act: Act) -> str:
    try:
        with transaction.atomic():
            found = act()
    except Exception as problem:
        return type(problem).__name__
    return str(found) if isinstance(found, int) else type(found).__name__


def _somebody_waits() -> bool:
    with connection.cursor() as cursor:
        cursor.execute(WAITING)
        return bool(cursor.fetchone()[0])


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


def _races() -> dict[str, tuple[Act, Count]]:
    set_up_borough()
    now = timezone.now()
    board = make_board(BoardsIndexPage.objects.get(), "Carers Partnership Board", "carers")
    meeting = make_meeting(board, now - timedelta(days=20))
    agenda = make_agenda_with(meeting, make_paper(board, "Buses", "buses.txt", b"Words"))
    Pack.objects.all().delete()
    minutes = make_minutes(meeting)
    easy_read = make_easy_read(agenda)
    asked = FormatRequest.objects.create(page=agenda, format=Format.PAPER, asked_at=now)
    meetings = MeetingPage.objects.child_of(board)
    starts_at = now + timedelta(days=40)
    draft = PlainPage(title="News", slug="news", body="<p>Old</p>", live=False)
    HomePage.objects.get().add_child(instance=draft)
    draft.save_revision()
    item: dict[str, Any] = {
        "board": board,
        "title": "A bus",
        "words": "At nine.",
        "name": "",
        "email": "",
    }
    Proposal.objects.bulk_create(
        Proposal(board=board, title="x", words="x", proposed_at=now) for _ in range(MOST_A_DAY - 1)
    )
    index = BoardsIndexPage.objects.get()
    others = [make_board(index, name, name.lower()) for name in ("Autism", "Transport")]
    invitations = iter(
        [
            JointInvitation.objects.create(meeting=meeting, board=other, asked_at=now)
            for other in others
        ]
    )
    once = Limit("race", 1, timedelta(days=1))
    return {
        "the last proposal of a day": (
            lambda: propose_item(**item, now=now),
            Proposal.objects.count,
        ),
        "the only letter of a sender": (
            lambda: take((once, "kit"), now=now),
            CountOfSender.objects.filter(purpose="race", number=1).count,
        ),
        "publishing before a draft is saved": (
            _publish_then_save(draft),
            PlainPage.objects.live().filter(pk=draft.pk).count,
        ),
        "start of an easy read": (
            lambda: start_easy_read(
                original=MinutesPage.objects.get(pk=minutes.pk), by=None, now=now
            ),
            EasyReadPage.objects.child_of(minutes).count,
        ),
        "files asked for": (
            lambda: ask_for_files(easy_read=easy_read, now=now),
            EasyReadFile.objects.count,
        ),
        "files made": (
            lambda: make_files(easy_read_id=easy_read.pk, clock=timezone.now),
            EasyReadFile.objects.filter(state=FileState.READY).count,
        ),
        "pack asked for": (
            lambda: ask_for_pack(agenda=agenda, now=now),
            Pack.objects.filter(agenda=agenda).count,
        ),
        "pack made": (
            lambda: make_pack(agenda=agenda, clock=timezone.now),
            Pack.objects.filter(state=FileState.READY).count,
        ),
        "request for a format": (
            lambda: ask_for_format(
                page=minutes, format=Format.AUDIO, contact="mo@example.org", now=now
            ),
            FormatRequest.objects.filter(page=minutes).count,
        ),
        "answer to a request": (
            lambda: answer_request(asked=asked, answer="It is made.", answered_by=None, now=now),
            FormatRequest.objects.filter(answered_at__isnull=False).count,
        ),
        "yes of two boards to one meeting": (
            lambda: answer_invitation(
                invitation=next(invitations), accept=True, answered_by=None, now=now
            ),
            BoardPage.objects.filter(joint_meetings=meeting).count,
        ),
        "meeting planned": (
            lambda: plan_meeting(
                board=board,
                starts_at=starts_at,
                ends_at=starts_at + timedelta(hours=2),
                place="Town Hall",
                access="",
                how_to_join="",
                planned_by=None,
            ),
            meetings.count,
        ),
    }
