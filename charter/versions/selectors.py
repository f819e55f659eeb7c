"""Reading versions of charters, as they are shown: with their corrections."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Prefetch, QuerySet

from charter.enums import Signatories, TextField, VersionState
from charter.models import Charter, CharterVersion, Principle, SubPoint, TextCorrection
from charter.versions.comparing import Piece, compared
from charter.versions.sealing import seal_of

OPENING = (TextField.TITLE, TextField.INTRODUCTION, TextField.EASY_INTRODUCTION)
OF_PRINCIPLES = (
    *(TextField.TITLE, TextField.TEXT, TextField.EASY_TEXT),
    *(TextField.QUESTIONS, TextField.EXAMPLES),
)


@dataclass(frozen=True)
class VersionView:
    """One version as it is shown: its words after correction, and what was corrected."""

    version: CharterVersion
    state: VersionState
    principles: list[Principle]
    corrections: list[TextCorrection]
    replaced_on: date | None = None


def charter_of_boards() -> Charter | None:
    """The charter that boards sign; the oldest, where there are several."""
    return Charter.objects.filter(signed_by=Signatories.BOARDS).order_by("pk").first()


def versions_in_force(charter: Charter, *, today: date) -> QuerySet[CharterVersion]:
    """Those that are or were in force on that day, the latest first."""
    return CharterVersion.objects.filter(charter=charter, in_force_from__lte=today).order_by(
        "-in_force_from", "-number"
    )


def current_version(*, today: date) -> CharterVersion | None:
    """The version of the boards' charter that is in force; one query."""
    found = CharterVersion.objects.filter(
        charter__signed_by=Signatories.BOARDS, in_force_from__lte=today
    )
    return found.select_related("charter").order_by("charter", "-in_force_from", "-number").first()


def draft_of(charter: Charter) -> CharterVersion | None:
    return CharterVersion.objects.filter(charter=charter, in_force_from=None).first()


def view_of(version: CharterVersion, *, today: date) -> VersionView:
    """A version as it is shown; five queries."""
    corrections = list(
        TextCorrection.objects.filter(version=version)
        .select_related("principle", "sub_point")
        .order_by("at", "pk")
    )
    following = (
        CharterVersion.objects.filter(
            charter=version.charter_id,
            in_force_from__gt=version.in_force_from,
            in_force_from__lte=today,
        )
        .order_by("in_force_from")
        .first()
        if version.in_force_from
        else None
    )
    principles = principles_of(version)
    _correct([version], [one for one in corrections if one.principle_id is None])
    return VersionView(
        version=version,
        state=_state(version, following),
        principles=principles,
        corrections=corrections,
        replaced_on=following.in_force_from if following else None,
    )


def _state(version: CharterVersion, following: CharterVersion | None) -> VersionState:
    if version.is_draft:
        return VersionState.DRAFT
    return VersionState.REPLACED if following else VersionState.IN_FORCE


def principles_of(version: CharterVersion | None) -> list[Principle]:
    """The principles with their points, in order, their words after correction; three queries."""
    if version is None:
        return []
    points = Prefetch("sub_points", SubPoint.objects.order_by("number"))
    found = Principle.objects.filter(version=version).select_related("picture__image", "continues")
    principles = list(found.prefetch_related(points).order_by("number"))
    corrections = list(
        TextCorrection.objects.filter(version=version, principle__isnull=False).order_by("at", "pk")
    )
    _correct(principles, [one for one in corrections if one.sub_point_id is None])
    of_points = defaultdict(list)
    for one in corrections:
        of_points[one.sub_point_id].append(one)
    for principle in principles:
        for point in principle.sub_points.all():
            _put_right(point, of_points[point.pk])
    return principles


def _correct(
    rows: Iterable[CharterVersion] | Iterable[Principle], corrections: list[TextCorrection]
) -> None:
    """Let the rows that were read say what is right; the database keeps what was signed."""
    by_principle = defaultdict(list)
    for one in corrections:
        by_principle[one.principle_id].append(one)
    for row in rows:
        _put_right(row, by_principle[row.pk if isinstance(row, Principle) else None])


def _put_right(
    row: CharterVersion | Principle | SubPoint, corrections: list[TextCorrection]
) -> None:
    for one in corrections:
        setattr(row, one.field, getattr(row, one.field).replace(one.before, one.after))


def seal_now(version: CharterVersion, *, in_force_from: date) -> str:
    """The seal that the version's words have as they stand in the database."""
    points = Prefetch("sub_points", SubPoint.objects.order_by("number"))
    found = Principle.objects.filter(version=version).select_related("continues")
    return seal_of(
        version.charter.slug,
        CharterVersion.objects.get(pk=version.pk),
        [
            (one, one.continues.number if one.continues else None, one.sub_points.all())
            for one in found.prefetch_related(points).order_by("number")
        ],
        in_force_from=in_force_from,
    )


def broken_seals() -> list[CharterVersion]:
    """The versions in force whose words are no longer those that were sealed."""
    sealed = CharterVersion.objects.exclude(in_force_from=None).select_related("charter")
    return [one for one in sealed.order_by("charter", "number") if not is_whole(one)]


def words_of(principle: Principle | None) -> dict[str, str]:
    """All words of a principle, by what they are."""
    if principle is None:
        return {}
    found = {field.label: str(getattr(principle, field)) for field in OF_PRINCIPLES}
    points = principle.sub_points.all()
    found["Points"] = "\n".join(point.text for point in points)
    found["Points in easy words"] = "\n".join(point.easy_text for point in points)
    return found


def is_whole(version: CharterVersion) -> bool:
    """Whether a version in force says what was sealed."""
    sealed_from = version.in_force_from
    return sealed_from is None or seal_now(version, in_force_from=sealed_from) == version.digest


@dataclass(frozen=True)
class Shelf:
    """A charter with its versions, the latest first."""

    charter: Charter
    versions: list[tuple[CharterVersion, VersionState]]
    draft: CharterVersion | None


def shelves(*, today: date) -> list[Shelf]:
    """All charters; two queries."""
    newest = CharterVersion.objects.order_by("-number")
    charters = Charter.objects.prefetch_related(Prefetch("versions", newest))
    return [_shelf(charter, today) for charter in charters.order_by("name", "pk")]


def _shelf(charter: Charter, today: date) -> Shelf:
    versions = list(charter.versions.all())
    sealed = [one for one in versions if one.in_force_from and one.in_force_from <= today]
    current = max(sealed, key=lambda one: (one.in_force_from, one.number), default=None)
    states = [
        (
            one,
            VersionState.DRAFT
            if one.is_draft
            else VersionState.IN_FORCE
            if one == current
            else VersionState.REPLACED,
        )
        for one in versions
    ]
    return Shelf(charter, states, next((one for one in versions if one.is_draft), None))


def version_before(version: CharterVersion) -> CharterVersion | None:
    """The version of the same charter with the number before."""
    earlier = CharterVersion.objects.filter(charter=version.charter_id, number__lt=version.number)
    return earlier.select_related("charter").order_by("-number").first()


def principles_to_continue(before: CharterVersion | None) -> QuerySet[Principle]:
    """Those of the version before, which can go on in a draft."""
    return Principle.objects.filter(version=before).order_by("number")


def another_continuing(chosen: Principle, own: Principle) -> Principle | None:
    """Another principle of the draft of ``own`` that goes on from ``chosen`` already."""
    others = Principle.objects.filter(version=own.version, continues=chosen)
    return others.exclude(pk=own.pk).first()


@dataclass(frozen=True)
class Change:
    """One part of a version beside that part of the version before."""

    name: str
    label: str
    pieces: list[Piece]


def changes_of(version: CharterVersion, before: CharterVersion) -> list[Change]:
    """What differs in the words as they are shown, part by part."""
    new, old = view_of(version, today=date.max), view_of(before, today=date.max)
    parts = [
        ("The first words", field.label, getattr(old.version, field), getattr(new.version, field))
        for field in OPENING
    ]
    gone = {one.pk: one for one in old.principles}
    for principle in new.principles:
        was = gone.pop(principle.continues_id or 0, None)
        parts += [
            (str(principle), label, words_of(was).get(label, ""), words)
            for label, words in words_of(principle).items()
        ]
    for was in gone.values():
        parts += [(f"{was} (goes)", label, words, "") for label, words in words_of(was).items()]
    return [
        Change(name, label, compared(one, other))
        for name, label, one, other in parts
        if one != other
    ]
