"""Preparing a version, putting it in force, and correcting typing errors in it."""

import tomllib
from datetime import date, datetime
from pathlib import Path

from django.db import transaction
from django.db.models import Max

from boards.rules.dates import long_date
from charter.enums import TextField
from charter.models import Charter, CharterVersion, Principle, SubPoint, TextCorrection
from charter.versions.selectors import draft_of, principles_of, seal_now, view_of
from easyread.models import Picture

TEXTS = Path(__file__).resolve().parents[1] / "texts"


class IsInForce(Exception):
    """The version is in force: its text stays as it was signed."""


class CannotPutInForce(Exception):
    """Why the draft cannot be put in force on that day."""


class CannotCorrect(Exception):
    """Why this is no correction."""


@transaction.atomic
def load_charter(*, text: Path = TEXTS / "version-1.toml") -> CharterVersion:
    """Bring in the product's charter, as a draft, where there is no charter yet.

    From when it is in force, somebody has to say.
    """
    content = tomllib.loads(text.read_text(encoding="utf-8"))
    charter, _ = Charter.objects.get_or_create(
        slug=content["slug"], defaults={"name": content["title"]}
    )
    version, is_new = CharterVersion.objects.get_or_create(
        charter=charter,
        number=content["number"],
        defaults={
            "title": content["title"],
            "introduction": content["introduction"],
            "easy_introduction": content["easy_introduction"],
        },
    )
    if is_new:
        pictures = dict(Picture.objects.values_list("slug", "pk"))
        Principle.objects.bulk_create(
            Principle(
                version=version,
                number=principle["number"],
                title=principle["title"],
                text=principle["text"],
                easy_text=principle["easy_text"],
                questions="\n".join(principle["questions"]),
                examples="\n".join(principle["evidence_examples"].rstrip(".").split("; ")),
                picture_id=pictures.get(principle["picture"]),
            )
            for principle in content["principles"]
        )
    return version


@transaction.atomic
def begin_draft(*, charter: Charter) -> CharterVersion:
    """A draft with the words of the last version, each principle going on from it; the draft that
    there is already, if there is one."""
    Charter.objects.select_for_update().get(pk=charter.pk)
    if draft := draft_of(charter):
        return draft
    last = CharterVersion.objects.filter(charter=charter).order_by("-number").first()
    if last is None:
        return CharterVersion.objects.create(charter=charter, number=1, title=charter.name)
    words = view_of(last, today=date.max)
    draft = CharterVersion.objects.create(
        charter=charter,
        number=last.number + 1,
        title=words.version.title,
        introduction=words.version.introduction,
        easy_introduction=words.version.easy_introduction,
    )
    for principle in words.principles:
        _copy(principle, draft)
    return draft


def _copy(principle: Principle, draft: CharterVersion) -> None:
    copied = Principle.objects.create(
        version=draft,
        number=principle.number,
        title=principle.title,
        text=principle.text,
        easy_text=principle.easy_text,
        questions=principle.questions,
        examples=principle.examples,
        picture=principle.picture,
        continues_id=principle.pk,
    )
    SubPoint.objects.bulk_create(
        SubPoint(principle=copied, number=each.number, text=each.text, easy_text=each.easy_text)
        for each in principle.sub_points.all()
    )


def _hold_draft(version: CharterVersion) -> CharterVersion:
    held = CharterVersion.objects.select_for_update().get(pk=version.pk)
    if not held.is_draft:
        raise IsInForce(f"Version {held.number} is in force. Its words stay as they are.")
    return held


@transaction.atomic
def change_words(
    *, version: CharterVersion, title: str, introduction: str, easy_introduction: str
) -> None:
    """Change what a draft says before its principles."""
    held = _hold_draft(version)
    held.title, held.introduction, held.easy_introduction = title, introduction, easy_introduction
    held.save(update_fields=["title", "introduction", "easy_introduction"])


@transaction.atomic
def keep_principle(*, principle: Principle, points: list[SubPoint]) -> None:
    """Keep a principle of a draft as it is given, with these points; a new one comes last."""
    version = _hold_draft(principle.version)
    if principle._state.adding:
        last = Principle.objects.filter(version=version).aggregate(last=Max("number"))["last"]
        principle.number = (last or 0) + 1
    principle.save()
    SubPoint.objects.filter(principle=principle).delete()
    for number, point in enumerate(points, start=1):
        SubPoint.objects.create(
            principle=principle, number=number, text=point.text, easy_text=point.easy_text
        )


@transaction.atomic
def remove_principle(*, principle: Principle) -> None:
    """Take a principle out of a draft; what was said of the one before it stays with that one."""
    version = _hold_draft(principle.version)
    Principle.objects.filter(pk=principle.pk, version=version).delete()
    _number(version, [one.pk for one in principles_of(version)])


@transaction.atomic
def move_principle(*, principle: Principle, by: int) -> None:
    """Move a principle of a draft up (-1) or down (1)."""
    version = _hold_draft(principle.version)
    order = [one.pk for one in principles_of(version)]
    place = order.index(principle.pk)
    order.insert(max(0, place + by), order.pop(place))
    _number(version, order)


def _number(version: CharterVersion, order: list[int]) -> None:
    """Number the principles in this order; first out of the way, for no number may stand twice."""
    above = len(order) + (principles_of(version)[-1].number if order else 0)
    for offset in (above, 0):
        for number, pk in enumerate(order, start=1):
            Principle.objects.filter(pk=pk).update(number=number + offset)


@transaction.atomic
def drop_draft(*, version: CharterVersion) -> None:
    _hold_draft(version).delete()


@transaction.atomic
def put_in_force(
    *, version: CharterVersion, on: date, by: str, now: datetime, today: date
) -> CharterVersion:
    """Seal the draft from that day on; for a day to come, keep the day: it is sealed then.

    Raises `IsInForce` and `CannotPutInForce`.
    """
    held = _hold_draft(version)
    _check_day(held, on)
    if on > today:
        held.planned_for, held.put_in_force_by = on, by
        held.save(update_fields=["planned_for", "put_in_force_by"])
        return held
    held.planned_for = None
    held.in_force_from = on
    held.put_in_force_at = now
    held.put_in_force_by = by
    held.digest = seal_now(held, in_force_from=on)
    held.save()
    return held


def _check_day(version: CharterVersion, on: date) -> None:
    if not Principle.objects.filter(version=version).exists():
        raise CannotPutInForce("There is no principle in it yet.")
    later = CharterVersion.objects.filter(charter=version.charter_id, in_force_from__gte=on)
    last = later.order_by("-number").first()
    if last is not None and last.in_force_from is not None:
        raise CannotPutInForce(
            f"Version {last.number} is in force from {long_date(last.in_force_from)}. "
            "A new version follows later."
        )


@transaction.atomic
def unplan(*, version: CharterVersion) -> None:
    """Let a draft wait for no day any more."""
    held = _hold_draft(version)
    held.planned_for, held.put_in_force_by = None, ""
    held.save(update_fields=["planned_for", "put_in_force_by"])


def put_due_in_force(*, now: datetime, today: date) -> int:
    """Seal the drafts whose day has come. Returns how many."""
    due = CharterVersion.objects.filter(in_force_from=None, planned_for__lte=today)
    count = 0
    for version in due.order_by("pk"):
        if version.planned_for:
            put_in_force(
                version=version,
                on=version.planned_for,
                by=version.put_in_force_by,
                now=now,
                today=today,
            )
            count += 1
    return count


@transaction.atomic
def correct_text(
    *,
    version: CharterVersion,
    principle: Principle | None = None,
    sub_point: SubPoint | None = None,
    field: TextField,
    before: str,
    after: str,
    reason: str,
    by: str,
    now: datetime,
) -> TextCorrection:
    """Put a typing error right, for everyone to see. Raises `CannotCorrect`."""
    held = CharterVersion.objects.select_for_update().get(pk=version.pk)
    if held.is_draft:
        raise CannotCorrect("It is a draft: change its words.")
    shown = _shown(held, principle, sub_point, field)
    if shown.count(before) != 1:
        raise CannotCorrect(
            "These words do not stand there."
            if before not in shown
            else "These words stand there more than once. Give some words around them too."
        )
    return TextCorrection.objects.create(
        version=held,
        principle=principle,
        sub_point=sub_point,
        field=field,
        before=before,
        after=after,
        reason=reason,
        by=by,
        at=now,
    )


def _shown(
    version: CharterVersion,
    principle: Principle | None,
    sub_point: SubPoint | None,
    field: TextField,
) -> str:
    view = view_of(version, today=date.max)
    if principle is None:
        return str(getattr(view.version, field, ""))
    row = next(one for one in view.principles if one.pk == principle.pk)
    if sub_point is None:
        return str(getattr(row, field, ""))
    point = next(one for one in row.sub_points.all() if one.pk == sub_point.pk)
    return str(getattr(point, field, ""))
