"""Changing the world of the charter."""

import tomllib
from datetime import date, datetime
from pathlib import Path

from django.db import transaction

from boards.models import BoardPage, MeetingPage
from charter.enums import AssessmentState, SignUpState
from charter.models import Assessment, CharterVersion, Principle, SignUp
from easyread.models import Picture

TEXTS = Path(__file__).resolve().parent / "texts"


@transaction.atomic
def load_charter(*, in_force_from: date, text: Path = TEXTS / "version-1.toml") -> CharterVersion:
    """Bring in the product's charter where that version is not there yet."""
    content = tomllib.loads(text.read_text(encoding="utf-8"))
    version, is_new = CharterVersion.objects.get_or_create(
        number=content["number"],
        defaults={
            "title": content["title"],
            "introduction": content["introduction"],
            "easy_introduction": content["easy_introduction"],
            "in_force_from": in_force_from,
        },
    )
    if is_new:
        pictures = dict(Picture.objects.values_list("slug", "pk"))
        Principle.objects.bulk_create(
            Principle(
                version=version,
                number=principle["number"],
                sort_order=principle["number"],
                title=principle["title"],
                text=principle["text"],
                easy_text=principle["easy_text"],
                questions="\n".join(principle["questions"]),
                picture_id=pictures.get(principle["picture"]),
            )
            for principle in content["principles"]
        )
    return version


@transaction.atomic
def sign_charter(
    *,
    board: BoardPage,
    version: CharterVersion,
    meeting: MeetingPage,
    signed_on: date,
    signed_by_officer: str,
    signed_by_citizen: str,
    now: datetime,
) -> SignUp:
    """Record that both co-chairs signed for their board."""
    sign_up, _ = SignUp.objects.update_or_create(
        board=board,
        version=version,
        defaults={
            "state": SignUpState.SIGNED,
            "meeting": meeting,
            "signed_on": signed_on,
            "signed_by_officer": signed_by_officer,
            "signed_by_citizen": signed_by_citizen,
        },
    )
    note_signature(sign_up=sign_up, now=now)
    return sign_up


def note_signature(*, sign_up: SignUp, now: datetime) -> None:
    """Remember when a signature was entered: the digest tells it then, however late that is."""
    new = SignUp.objects.filter(pk=sign_up.pk, state=SignUpState.SIGNED, recorded_at=None)
    new.update(recorded_at=now)


def open_assessment(*, board: BoardPage, principle: Principle, today: date) -> Assessment:
    """The assessment of a square of the matrix; made where there is none."""
    assessment, _ = Assessment.objects.get_or_create(
        board=board,
        principle=principle,
        defaults={"state": AssessmentState.NOT_STARTED, "assessed_on": today},
    )
    return assessment
