"""A borough with a canary in everything that someone may not see."""

import io
import uuid
from datetime import date, datetime, timedelta
from typing import Any

from django.contrib.auth.models import Group
from django.core.files.base import ContentFile
from docx import Document
from wagtail.models import Collection, PageViewRestriction

from boards.models import (
    ActionPoint,
    AgendaPaper,
    BoardPage,
    BoardsIndexPage,
    Deadline,
    JointInvitation,
    MeetingPage,
    Member,
    MinutesPage,
    Paper,
    PassedMatter,
    Proposal,
    Visit,
    WordReading,
)
from boards.services import prepare_board
from boards.services.letters import write_letter
from boards.services.stored_blocks import agenda_item
from charter.models import Evidence, Principle
from charter.services import open_assessment
from easyread.models import FormatRequest
from portal.digests.models import DigestList, Subscriber
from tests.borough import (
    action_block,
    decision_block,
    make_agenda,
    make_board,
    make_easy_read,
    make_meeting,
    make_minutes,
    text_block,
)
from tests.canaries import roles
from tests.canaries.garden import EVERYONE, Garden, keepers, members, own
from tests.canaries.planting_easy_reads import plant_easy_reads
from tests.canaries.roles import Boards


def grow(index: BoardsIndexPage, *, now: datetime) -> Garden:
    a = make_board(index, "Alder Board", "alder")
    b = make_board(index, "Birch Board", "birch")
    senate = make_board(index, "Senate", "the-senate", kind="senate")
    garden = Garden(Boards(a, b, senate))
    for owner, board in (("A", a), ("B", b)):
        _plant_board(garden, owner, board, now)
    _plant_between(garden, now)
    return garden


def _plant_board(garden: Garden, owner: str, board: BoardPage, now: datetime) -> None:
    garden.note("board", board, owner)
    _plant_public(garden, owner, board, now)
    _plant_drafts(garden, owner, board, now)
    _plant_restricted(garden, owner, board, now)
    _plant_papers(garden, owner, board, now)
    _plant_people(garden, owner, board, now)
    plant_easy_reads(garden, owner, board, now)


def _words(canary: str) -> list[dict[str, Any]]:
    return [
        text_block(f"{canary} said"),
        decision_block(f"{canary} decided"),
        action_block(f"{canary} to do", owner=f"{canary} person", due_on="2026-04-01"),
    ]


def _plant_public(garden: Garden, owner: str, board: BoardPage, now: datetime) -> None:
    """Public minutes that have a later draft."""
    meeting = make_meeting(board, now - timedelta(days=30))
    minutes = make_minutes(meeting, *_words(garden.plant(f"public minutes {owner}", EVERYONE)))
    make_agenda(meeting, garden.plant(f"public agenda {owner}", EVERYONE))
    easy = make_easy_read(minutes, title=garden.plant(f"public easy read {owner}", EVERYONE))
    later = garden.plant(f"later draft of public minutes {owner}", own(owner))
    minutes.items[0].value["title"] = later
    minutes.save_revision()
    action = ActionPoint.objects.get(minutes=minutes)
    email = garden.plant(f"e-mail of an action's owner {owner}", keepers(owner))
    ActionPoint.objects.filter(pk=action.pk).update(owner_email=f"{email}@example.org")
    garden.note("action", action, owner)
    for kind, row in (("meeting", meeting), ("minutes", minutes), ("page", minutes)):
        garden.note(kind, row, owner)
    garden.note("page", easy, owner)
    garden.note("revision", minutes.get_latest_revision(), owner)


def _plant_drafts(garden: Garden, owner: str, board: BoardPage, now: datetime) -> None:
    meeting = make_meeting(board, now - timedelta(days=20))
    draft = make_minutes(
        meeting, *_words(garden.plant(f"draft minutes {owner}", own(owner))), publish=False
    )
    draft.title = garden.plant(f"title of draft minutes {owner}", own(owner))
    draft.save_revision()
    MinutesPage.objects.filter(pk=draft.pk).update(title=draft.title, draft_title=draft.title)
    secret = garden.plant(f"draft meeting {owner}", own(owner))
    hidden = make_meeting(board, now + timedelta(days=50), live=False)
    hidden.place = secret
    hidden.title = hidden.draft_title = f"{secret} meeting"
    hidden.save()
    hidden.save_revision()
    scheduled = make_meeting(board, now + timedelta(days=60), live=False)
    scheduled.title = garden.plant(f"scheduled meeting {owner}", own(owner))
    scheduled.go_live_at = datetime(2999, 1, 1, tzinfo=now.tzinfo)
    scheduled.save()
    scheduled.save_revision(approved_go_live_at=scheduled.go_live_at)
    expired = make_meeting(board, now - timedelta(days=70), live=False, expired=True)
    MeetingPage.objects.filter(pk=expired.pk).update(
        title=garden.plant(f"expired meeting {owner}", own(owner))
    )
    garden.note("page", draft, owner)
    garden.note("page", hidden, owner)
    garden.note("meeting", hidden, owner)
    garden.note("minutes", draft, owner)
    reading = WordReading.objects.create(
        meeting=meeting,
        file_name=f"{garden.plant(f'name of a Word file {owner}', keepers(owner))}.docx",
        sha256="0" * 64,
        source=[garden.plant(f"source of a Word file {owner}", keepers(owner))],
        understood={"items": [], "source": []},
        read_at=now,
    )
    garden.note("reading", reading, owner)


def _plant_restricted(garden: Garden, owner: str, board: BoardPage, now: datetime) -> None:
    """A meeting for the board's own people only, with minutes, an action and an easy read."""
    allowed = own(owner)
    place = garden.plant(f"restricted meeting {owner}", allowed)
    meeting = make_meeting(board, now - timedelta(days=40), place=place)
    restriction = PageViewRestriction.objects.create(
        page=meeting, restriction_type=PageViewRestriction.GROUPS
    )
    restriction.groups.add(prepare_board(board=board))
    minutes = make_minutes(
        meeting, *_words(garden.plant(f"child of a restricted meeting {owner}", allowed))
    )
    title = garden.plant(f"easy read of restricted minutes {owner}", allowed)
    easy = make_easy_read(minutes, title=title)
    garden.note("page", meeting, owner)
    garden.note("page", easy, owner)
    garden.note("minutes", minutes, owner)
    garden.note("restriction", restriction, owner)
    garden.note("action", ActionPoint.objects.get(minutes=minutes), owner)


def _paper(garden: Garden, owner: str, board: BoardPage, kind: str, allowed: set[str]) -> Paper:
    collection = Collection.objects.get(name=f"{board.title} ({board.pk})")
    document = Document()
    document.add_paragraph("Words")
    file = io.BytesIO()
    document.save(file)
    title = garden.plant(f"title of a {kind} paper {owner}", allowed)
    paper = Paper(title=title, collection=collection)
    paper.file.save(f"{title}.docx", ContentFile(file.getvalue()), save=False)
    return paper


def _plant_papers(garden: Garden, owner: str, board: BoardPage, now: datetime) -> None:
    private = _paper(garden, owner, board, "draft", own(owner))
    private.save()
    restricted = _paper(garden, owner, board, "restricted", members(owner))
    restricted.is_restricted = True
    restricted.restricted_because = "It tells of one family."
    restricted.look_again_on = date(2999, 1, 1)
    restricted.save()
    public = _paper(garden, owner, board, "public", EVERYONE)
    public.save()
    meeting = make_meeting(board, now + timedelta(days=20))
    agenda = make_agenda(meeting)
    listed = [
        {"type": "item", "id": str(uuid.uuid4()), "value": paper.pk}
        for paper in (restricted, public)
    ]
    agenda.items = [agenda_item("Papers", "know", 5, papers=listed)]
    agenda.save_revision().publish()
    for paper in (private, restricted, public):
        garden.note("paper", paper, owner)
    garden.note("page", agenda, owner)
    garden.note("agenda", agenda, owner)
    placement = AgendaPaper.objects.get(agenda=agenda, paper=public)
    garden.note("supplement", placement, owner)
    deadline = Deadline.objects.create(
        board=board, meeting=meeting, kind="approved_minutes", due_on=now.date()
    )
    garden.note("deadline", deadline, owner)


def _plant_people(garden: Garden, owner: str, board: BoardPage, now: datetime) -> None:
    address = garden.plant(f"e-mail of a member {owner}", keepers(owner))
    phone = garden.plant(f"phone of a member {owner}", keepers(owner))
    member = Member.objects.create(
        board=board, name="Pat Fern", email=f"{address}@example.org", phone=phone
    )
    garden.note("member", member, owner)
    proposal = Proposal.objects.create(
        board=board,
        title=garden.plant(f"title of a proposal {owner}", own(owner)),
        words=garden.plant(f"words of a proposal {owner}", keepers(owner)),
        name=garden.plant(f"name under a proposal {owner}", keepers(owner)),
        email=f"{garden.plant(f'e-mail of a proposal {owner}', keepers(owner))}@example.org",
        proposed_at=now,
    )
    garden.note("proposal", proposal, owner)
    evidence = Evidence(
        title=garden.plant(f"evidence that is not public {owner}", own(owner)),
        dated_on=now.date(),
        is_public=False,
    )
    principle = Principle.objects.order_by("number")[0]
    evidence.assessment = open_assessment(board=board, principle=principle, today=now.date())
    evidence.save()
    garden.note("assessment", evidence.assessment, owner)
    contact = garden.plant(f"who asked for easy read {owner}", own(owner))
    words = garden.plant(f"language that someone asked for {owner}", own(owner))
    wanted = {"page": board, "asked_at": now, "contact": contact, "language": words}
    garden.note("format request", FormatRequest.objects.create(**wanted), owner)
    answer = garden.plant(f"answer to who asked for easy read {owner}", own(owner))
    FormatRequest.objects.create(page=board, asked_at=now, answered_at=now, answer=answer)


def _plant_between(garden: Garden, now: datetime) -> None:
    boards = garden.boards
    letter = garden.plant("a letter", {roles.SUPERUSER})
    write_letter(
        key=letter,
        to=f"{letter}@example.org",
        subject=letter,
        words=letter,
        link="",
        link_words="",
        now=now,
    )
    subscriber = Subscriber.objects.create(
        list=DigestList.objects.get(),
        email=f"{garden.plant('a subscriber', {roles.OFFICER, roles.SUPERUSER})}@example.org",
    )
    garden.note("subscriber", subscriber, "")
    matter = PassedMatter.objects.create(
        board=boards.a, to_board=boards.b, title="Buses", words="Please.", passed_on=now.date()
    )
    garden.note("matter", matter, "A")
    visit = Visit.objects.create(
        visitor=boards.a, visited=boards.b, visited_on=now.date(), words="Hello"
    )
    garden.note("visit", visit, "A")
    for owner, host, guest in (("B", boards.a, boards.b), ("A", boards.b, boards.a)):
        invitation = JointInvitation.objects.create(
            meeting=MeetingPage.objects.child_of(host).upcoming(now=now)[0],
            board=guest,
            asked_at=now,
        )
        garden.note("invitation", invitation, owner)
    garden.note("group", Group.objects.get(board=boards.a), "")
