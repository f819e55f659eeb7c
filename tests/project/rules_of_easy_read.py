"""The cases of easy read: files, readers' checks, pictures."""

from easyread.enums import ReadersVerdict
from easyread.models import (
    EasyReadFile,
    EasyReadPage,
    FormatRequest,
    Picture,
    PictureMark,
    ReadersAnswer,
    ReadersCheck,
)
from portal.users.models import User
from tests.borough import check_with_readers, make_easy_read
from tests.project.rules import Case, Cases, World, row


def easy_read_of(world: World) -> EasyReadPage:
    found = EasyReadPage.objects.child_of(world.minutes).first()
    return found or make_easy_read(world.minutes)


def a_check(world: World) -> ReadersCheck:
    return ReadersCheck.objects.first() or check_with_readers(easy_read_of(world))


def an_answer(world: World) -> ReadersAnswer:
    found = a_check(world).answers.order_by("pk").first()
    assert found
    return found


def a_file(world: World, kind: str = "pdf_16") -> EasyReadFile:
    return EasyReadFile.objects.get_or_create(
        easy_read=easy_read_of(world),
        kind=kind,
        fingerprint="a" * 64,
        defaults={"asked_at": world.now},
    )[0]


def two_marks(world: World) -> Case:
    user, _ = User.objects.get_or_create(username="writer")
    facts = {"user_id": user.pk, "picture_id": row(Picture).pk}
    PictureMark.objects.get_or_create(**facts)
    return Case(PictureMark(user_id=facts["user_id"]), {"picture_id": facts["picture_id"]})


def two_answers(world: World) -> Case:
    answer = an_answer(world)
    return Case(
        ReadersAnswer(check_of=answer.check_of, verdict=ReadersVerdict.YES),
        {"question": answer.question},
    )


def two_files(world: World) -> Case:
    a_file(world)
    return Case(a_file(world, "word"), {"kind": "pdf_16"})


EASY_READ_CASES: Cases = {
    "readers_check_says_by_whom": lambda w: Case(a_check(w), {"readers": ""}),
    "readers_answer_once_per_question": two_answers,
    "readers_answer_question_known": lambda w: Case(an_answer(w), {"question": "nonsense"}),
    "readers_answer_verdict_known": lambda w: Case(an_answer(w), {"verdict": "nonsense"}),
    "easy_read_file_once_per_revision": two_files,
    "easy_read_file_kind_known": lambda w: Case(a_file(w), {"kind": "nonsense"}),
    "easy_read_file_state_known": lambda w: Case(a_file(w), {"state": "nonsense"}),
    "easy_read_file_ready_has_its_file": lambda w: Case(a_file(w), {"state": "ready"}),
    "picture_mark_once_per_writer": two_marks,
    "format_request_answered_says_what": lambda w: Case(row(FormatRequest), {"answered_at": w.now}),
}
