"""The cases of what stands around meetings: papers, days, trail, letters, matters, archives."""

import uuid
from datetime import timedelta
from typing import Any

from django.core.files.base import ContentFile
from taggit.models import Tag

from boards.enums import LinkPurpose
from boards.models import (
    AgendaPage,
    AgendaPaper,
    ArchiveFile,
    ArchiveJob,
    Deadline,
    ItemNumber,
    JointInvitation,
    Letter,
    MinutesRecord,
    Pack,
    Paper,
    PaperShare,
    PaperVersion,
    PassedMatter,
    PersonalLink,
    Proposal,
    ScheduledProblem,
    SettledProblem,
    TopicMention,
    Visit,
    WordReading,
)
from boards.services.links import make_link
from tests.borough import make_agenda
from tests.project.rules import Case, Cases, World

HIGH = 900_000  # numbers that no service gives while the world is made


def agenda_of(world: World) -> AgendaPage:
    return AgendaPage.objects.child_of(world.meeting).first() or make_agenda(world.meeting)


def paper() -> Paper:
    return Paper.objects.create(title="Plan", file=ContentFile(b"%PDF-1.4", name="plan.pdf"))


def paper_version_twice(world: World) -> Case:
    facts = {"file": "x.pdf", "kind": "pdf", "size": 1, "added_at": world.now}
    plan = paper()
    first, second = (
        PaperVersion.objects.create(paper=plan, number=HIGH + each, **facts) for each in (1, 2)
    )
    return Case(second, {"number": first.number})


def paper_twice(world: World) -> Case:
    agenda = agenda_of(world)
    first, second = (
        AgendaPaper.objects.create(
            agenda=agenda, paper=paper(), item_number=1, added_on=world.now.date()
        )
        for _ in (1, 2)
    )
    return Case(second, {"paper": first.paper})


def pack(world: World, mark: str = "a") -> Pack:
    return Pack.objects.create(agenda=agenda_of(world), fingerprint=mark, asked_at=world.now)


def two_packs(world: World) -> Case:
    first, second = pack(world, "a"), pack(world, "b")
    return Case(second, {"fingerprint": first.fingerprint})


def deadline(world: World, kind: str = "agenda") -> Deadline:
    found, _ = Deadline.objects.get_or_create(
        meeting=world.meeting,
        kind=kind,
        defaults={"board": world.board, "due_on": world.now.date()},
    )
    return found


def two_deadlines(world: World) -> Case:
    first = deadline(world)
    return Case(deadline(world, "draft_minutes"), {"kind": first.kind})


def letter(world: World) -> Letter:
    return Letter.objects.create(
        key="one", subject="Hello", next_at=world.now, written_at=world.now
    )


def proposal(world: World) -> Proposal:
    return Proposal.objects.create(board=world.board, title="Ramps", proposed_at=world.now)


def record(world: World, number: int = 1, **more: Any) -> MinutesRecord:
    """A line that is not stored: those that are can't be changed."""
    return MinutesRecord(
        sequence=HIGH + number,
        minutes=world.minutes,
        version=HIGH + number,
        at=world.now,
        content={},
        digest=f"{number:064}",
        **({"kind": "published"} | more),
    )


def record_twice(world: World) -> Case:
    record(world, 1).save()
    return Case(record(world, 2), {"version": HIGH + 1})


def invitation(world: World) -> JointInvitation:
    return JointInvitation.objects.create(
        meeting=world.meeting, board=world.other, asked_at=world.now
    )


def personal_link(world: World) -> PersonalLink:
    return make_link(
        purpose=LinkPurpose.REPORT_ACTION,
        about=world.meeting,
        person="o@example.org",
        now=world.now,
    )[0]


def asked_twice(world: World) -> Case:
    first = invitation(world)
    second = JointInvitation.objects.create(
        meeting=world.meeting,
        board=world.other,
        asked_at=world.now,
        answered_at=world.now,
        state="declined",
    )
    assert first.state == "waiting"
    return Case(second, {"state": "waiting"})


def shared_twice(world: World) -> Case:
    shares = [
        PaperShare.objects.create(paper=paper(), board=board, shared_at=world.now)
        for board in (world.board, world.other)
    ]
    return Case(shares[1], {"paper": shares[0].paper, "board": world.board})


def visit(world: World) -> Visit:
    return Visit.objects.create(
        visitor=world.board, visited=world.other, visited_on=world.now.date(), words="We met."
    )


def matter(world: World) -> PassedMatter:
    return PassedMatter.objects.create(
        board=world.board, to_board=world.other, title="Buses", passed_on=world.now.date()
    )


def mention(world: World, number: int = 1) -> TopicMention:
    return TopicMention.objects.create(
        topic=Tag.objects.get_or_create(name="lifts", slug="lifts")[0],
        board=world.board,
        meeting=world.meeting,
        page=world.minutes.page_ptr,
        kind="minutes",
        item_number=HIGH + number,
        item_title="Lifts",
        held_on=world.now.date(),
    )


def reading(world: World) -> WordReading:
    return WordReading.objects.create(meeting=world.meeting, file_name="a.docx", read_at=world.now)


def archive_job(world: World) -> ArchiveJob:
    return ArchiveJob.objects.create(title="Old minutes", folder="old", asked_at=world.now)


def archive_file(world: World) -> ArchiveFile:
    return archive_job(world).files.create(position=1, file_name="a.docx")


def line_twice(world: World) -> Case:
    first = archive_file(world)
    second = first.job.files.create(position=2, file_name="b.docx")
    return Case(second, {"position": first.position})


def answered_too_early(world: World) -> Case:
    asked = matter(world)
    return Case(asked, {"answer": "Yes", "answered_on": asked.passed_on - timedelta(days=1)})


def two_mentions(world: World) -> Case:
    first, second = mention(world, 1), mention(world, 2)
    return Case(second, {"item_number": first.item_number})


def numbered_twice(world: World) -> Case:
    first, second = (
        ItemNumber.objects.create(meeting=world.meeting, item=uuid.uuid4(), number=number)
        for number in (7, 8)
    )
    return Case(second, {"item": first.item})


MEETING_CASES: Cases = {
    "item_number_once_per_item": numbered_twice,
    "item_number_from_one": lambda w: Case(
        ItemNumber(meeting=w.meeting, item=uuid.uuid4(), number=1), {"number": 0}
    ),
    "scheduled_problem_says_why": lambda w: Case(
        ScheduledProblem(page=w.meeting, words="It was not fit.", since=w.now), {"words": ""}
    ),
    "board_ended_says_why": lambda w: Case(w.board, {"closed_on": w.now.date()}),
    "board_task_group_ends_with_report": lambda w: Case(
        w.board,
        {
            "kind": "task_and_finish",
            "question": "Why?",
            "ends_on": w.now.date(),
            "closed_on": w.now.date(),
            "closing_words": "It has its answer.",
        },
    ),
    "board_goes_on_in_another": lambda w: Case(w.board, {"successor": w.other}),
    "minutes_withdrawn_say_why": lambda w: Case(w.minutes, {"withdrawn_on": w.now.date()}),
    "minutes_record_once_per_version": record_twice,
    "minutes_record_kind_known": lambda w: Case(
        record(w), {"kind": "nonsense", "reason": "A name was wrong."}
    ),
    "minutes_record_says_why": lambda w: Case(record(w), {"kind": "corrected"}),
    "minutes_record_version_has_number": lambda w: Case(record(w), {"version": None}),
    "minutes_record_format_known": lambda w: Case(record(w), {"format": 9}),
    "settled_problem_says_what_and_who": lambda w: Case(
        SettledProblem(key="1", words="A slip.", by="officer", at=w.now), {"words": ""}
    ),
    "deadline_once_per_meeting_and_kind": two_deadlines,
    "deadline_kind_known": lambda w: Case(deadline(w), {"kind": "nonsense"}),
    "letter_sent_says_when": lambda w: Case(letter(w), {"state": "sent"}),
    "letter_state_known": lambda w: Case(letter(w), {"state": "nonsense"}),
    "paper_restricted_says_why_and_until_when": lambda w: Case(paper(), {"is_restricted": True}),
    "paper_version_once": paper_version_twice,
    "paper_once_per_agenda": paper_twice,
    "pack_once_per_revision": two_packs,
    "pack_state_known": lambda w: Case(pack(w), {"state": "nonsense"}),
    "pack_ready_has_its_file": lambda w: Case(pack(w), {"state": "ready"}),
    "proposal_state_known": lambda w: Case(proposal(w), {"state": "nonsense"}),
    "proposal_answered_with_words": lambda w: Case(
        proposal(w), {"state": "answered", "answered_at": w.now}
    ),
    "reading_state_known": lambda w: Case(reading(w), {"state": "nonsense"}),
    "reading_ended_keeps_no_words": lambda w: Case(
        reading(w), {"state": "dropped", "source": ["Kit said so."]}
    ),
    "archive_job_done_says_when": lambda w: Case(archive_job(w), {"state": "done"}),
    "archive_job_state_known": lambda w: Case(archive_job(w), {"state": "nonsense"}),
    "archive_file_once_per_line": line_twice,
    "archive_file_ended_says_when": lambda w: Case(archive_file(w), {"outcome": "failed"}),
    "archive_file_outcome_known": lambda w: Case(archive_file(w), {"outcome": "nonsense"}),
    "personal_link_purpose_known": lambda w: Case(personal_link(w), {"purpose": "nonsense"}),
    "personal_link_ends_after_it_was_made": lambda w: Case(personal_link(w), {"ends_at": w.now}),
    "joint_invitation_waits_once": asked_twice,
    "joint_invitation_waits_until_answered": lambda w: Case(invitation(w), {"state": "accepted"}),
    "joint_invitation_state_known": lambda w: Case(invitation(w), {"state": "nonsense"}),
    "paper_shared_once_with_a_board": shared_twice,
    "visit_to_another_board": lambda w: Case(visit(w), {"visited": w.board}),
    "matter_has_one_receiver": lambda w: Case(matter(w), {"to_outside": "The bus company"}),
    "matter_goes_to_another_board": lambda w: Case(matter(w), {"to_board": w.board}),
    "matter_answered_with_words": lambda w: Case(matter(w), {"answer": "Yes"}),
    "matter_answered_after_it_was_passed": answered_too_early,
    "topic_once_per_item": two_mentions,
    "topic_mention_kind_known": lambda w: Case(mention(w), {"kind": "nonsense"}),
}
