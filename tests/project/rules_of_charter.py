"""The cases of versions of the charter: of drafts, for in force nothing can be changed."""

from charter.models import (
    Charter,
    CharterVersion,
    Principle,
    SignUp,
    SignUpEvent,
    SubPoint,
    TextCorrection,
)
from charter.versions.selectors import principles_of
from charter.versions.services import begin_draft
from tests.project.rules import Case, Cases, World, nonsense


def _draft() -> CharterVersion:
    return begin_draft(charter=Charter.objects.get())


def _principles() -> tuple[Principle, Principle]:
    first, second, *_ = principles_of(_draft())
    return first, second


def _another(world: World) -> CharterVersion:
    return CharterVersion(charter=Charter.objects.get(), number=9, title="Another")


def _sealed(world: World) -> CharterVersion:
    version = _another(world)
    version.in_force_from, version.put_in_force_at = world.now.date(), world.now
    version.digest = "f" * 64
    return version


def _number_twice(world: World) -> Case:
    first, second = _principles()
    return Case(second, {"number": first.number})


def _continued_twice(world: World) -> Case:
    first, second = _principles()
    return Case(second, {"continues": first.continues})


def _second_draft(world: World) -> Case:
    _draft()
    return Case(_another(world), {})


def _point_twice(world: World) -> Case:
    principle, _ = _principles()
    points = [
        SubPoint.objects.create(principle=principle, number=number, text="Buses run.")
        for number in (1, 2)
    ]
    return Case(points[1], {"number": 1})


def _correction(world: World) -> TextCorrection:
    return TextCorrection(
        version=CharterVersion.objects.get(number=1),
        field="title",
        before="A",
        after="B",
        reason="Spelling.",
        by="Ola Penn",
        at=world.now,
    )


def _event(world: World, kind: str = "asked", **facts: object) -> SignUpEvent:
    told = {"sign_up": SignUp.objects.first(), "by": "Ola Penn", "at": world.now, **facts}
    return SignUpEvent(kind=kind, **told)


CHARTER_CASES: Cases = {
    "charter_signatories_known": nonsense(Charter, "signed_by"),
    "version_number_once_per_charter": lambda w: Case(_draft(), {"number": 1}),
    "version_one_draft_per_charter": _second_draft,
    "version_in_force_is_sealed": lambda w: Case(_draft(), {"in_force_from": w.now.date()}),
    "version_planned_while_draft": lambda w: Case(_sealed(w), {"planned_for": w.now.date()}),
    "principle_number_once_per_version": _number_twice,
    "principle_continued_once_per_version": _continued_twice,
    "sub_point_number_once_per_principle": _point_twice,
    "text_correction_field_known": lambda w: Case(_correction(w), {"field": "nonsense"}),
    "text_correction_says_why_and_who": lambda w: Case(_correction(w), {"reason": ""}),
    "text_correction_changes_something": lambda w: Case(_correction(w), {"after": "A"}),
    "sign_up_event_kind_known": lambda w: Case(_event(w), {"kind": "nonsense"}),
    "sign_up_event_way_known": lambda w: Case(_event(w), {"way": "nonsense"}),
    "sign_up_event_signed_by_someone": lambda w: Case(
        _event(w, "citizen_signed", name="Mo Vale", way="paper"), {"name": ""}
    ),
    "sign_up_event_agreed_at_a_meeting": lambda w: Case(
        _event(w, "agreed", meeting=w.meeting), {"meeting": None}
    ),
    "sign_up_event_says_why": lambda w: Case(_event(w, "declined", words="No."), {"words": ""}),
    "sign_up_event_undoes_one": lambda w: Case(
        _event(w), {"kind": "put_right", "words": "A slip."}
    ),
    "sign_up_event_says_who": lambda w: Case(_event(w), {"by": ""}),
}
