"""Versions of the charter: prepared as drafts, put in force on a day, and then never changed."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from functools import partial

import pytest
from django.db import DatabaseError, transaction
from django.test import Client

from boards.models import BoardPage, MeetingPage
from charter import selectors
from charter.enums import SignUpState, TextField, VersionState
from charter.models import Assessment, CharterVersion, Principle, SubPoint, TextCorrection
from charter.versions import services
from charter.versions.comparing import Piece, compared
from charter.versions.selectors import (
    broken_seals,
    changes_of,
    current_version,
    principles_of,
    view_of,
)
from portal.users.models import User
from tests.borough import CHARTER_FROM
from tests.borough import FIRST_DAY as TODAY
from tests.charter.signing import sign_charter

TOMORROW = TODAY + timedelta(days=1)


def put_in_force(version: CharterVersion, on: date, today: date | None = None) -> CharterVersion:
    noon = datetime.fromisoformat("2026-04-17T12:00:00+00:00")
    return services.put_in_force(version=version, on=on, by="Ola Penn", now=noon, today=today or on)


def test_the_charter_that_comes_with_the_portal_is_a_draft_until_somebody_says_from_when(
    db: None,
) -> None:
    """Whoever sets the portal up has not said from when boards keep the charter."""
    CharterVersion.objects.filter(in_force_from=None).delete()
    text = services.TEXTS / "version-1.toml"
    again = services.load_charter(text=text)
    assert again.in_force_from == CHARTER_FROM, "what is there stays"
    other = services.begin_draft(charter=again.charter)
    assert other.is_draft
    assert current_version(today=date.max) == again


def test_a_draft_begins_with_the_words_of_the_last_version(
    first: CharterVersion, draft: CharterVersion
) -> None:
    assert (draft.number, draft.title, draft.is_draft) == (2, first.title, True)
    old, new = principles_of(first), principles_of(draft)
    assert [one.text for one in new] == [one.text for one in old]
    assert [one.continues_id for one in new] == [one.pk for one in old]
    assert services.begin_draft(charter=first.charter) == draft, "one draft at a time"
    assert current_version(today=TODAY) == first


def test_a_draft_is_changed_until_it_is_put_in_force(draft: CharterVersion) -> None:
    services.change_words(version=draft, title="Our charter", introduction="", easy_introduction="")
    one, two, *others = principles_of(draft)
    services.move_principle(principle=two, by=-1)
    services.remove_principle(principle=others[0])
    new = Principle(version=draft, title="New", text="All of it.", easy_text="All.")
    point = SubPoint(text="Buses run.", easy_text="Buses.")
    services.keep_principle(principle=new, points=[point, SubPoint(text="Trains too.")])
    found = principles_of(draft)
    assert [each.number for each in found] == list(range(1, 11))
    assert [found[0].title, found[1].title, found[-1].title] == [two.title, one.title, "New"]
    assert [each.number for each in found[-1].sub_points.all()] == [1, 2]
    sealed = put_in_force(draft, TOMORROW)
    assert (sealed.in_force_from, sealed.put_in_force_by) == (TOMORROW, "Ola Penn")
    assert len(sealed.digest) == 64
    with pytest.raises(services.IsInForce, match="Its words stay"):
        services.change_words(version=draft, title="x", introduction="", easy_introduction="")
    with pytest.raises(services.IsInForce):
        services.keep_principle(principle=found[0], points=[])
    with pytest.raises(services.IsInForce):
        services.drop_draft(version=draft)


@pytest.mark.each_database
def test_the_database_refuses_to_change_a_version_in_force(draft: CharterVersion) -> None:
    principle = principles_of(draft)[0]
    services.keep_principle(principle=principle, points=[SubPoint(text="Buses run.")])
    services.put_in_force(
        version=draft, on=TOMORROW, by="Ola Penn", now=datetime.now().astimezone(), today=TOMORROW
    )
    version = CharterVersion.objects.filter(pk=draft.pk)
    of_version = Principle.objects.filter(version=draft)
    points = SubPoint.objects.filter(principle=principle)
    new = Principle(version=draft, number=11, title="More", text="More.", easy_text="More.")
    spoilt: list[Callable[[], object]] = [
        lambda: version.update(title="Other"),
        lambda: version.update(in_force_from=TODAY),
        lambda: version.update(in_force_from=None, digest="", put_in_force_at=None),
        lambda: of_version.update(text="Other"),
        lambda: of_version.filter(number=1).update(continues=None),
        lambda: points.update(text="Other"),
        lambda: Principle.objects.bulk_create([new]),
        lambda: SubPoint.objects.create(principle=principle, number=2, text="More"),
    ]
    for spoil in spoilt:
        with pytest.raises(DatabaseError, match="never changed"), transaction.atomic():
            spoil()
    of_version.update(picture=None)
    assert broken_seals() == []


def test_a_draft_for_a_day_to_come_is_in_force_on_that_day(
    first: CharterVersion, draft: CharterVersion, now: datetime
) -> None:
    waiting = put_in_force(draft, TOMORROW, today=TODAY)
    assert (waiting.is_draft, waiting.planned_for) == (True, TOMORROW)
    assert services.put_due_in_force(now=now, today=TODAY) == 0
    services.change_words(version=draft, title="Later", introduction="", easy_introduction="")
    services.unplan(version=draft)
    assert services.put_due_in_force(now=now, today=TOMORROW) == 0
    put_in_force(draft, TOMORROW, today=TODAY)
    assert services.put_due_in_force(now=now, today=TOMORROW + timedelta(days=1)) == 1
    assert services.put_due_in_force(now=now, today=TOMORROW) == 0
    found = CharterVersion.objects.get(pk=draft.pk)
    assert (found.title, found.in_force_from, found.put_in_force_by) == (
        "Later",
        TOMORROW,
        "Ola Penn",
    )
    assert current_version(today=TODAY) == first
    assert current_version(today=TOMORROW) == found
    assert view_of(first, today=TODAY).state == VersionState.IN_FORCE
    replaced = view_of(first, today=TOMORROW)
    assert (replaced.state, replaced.replaced_on) == (VersionState.REPLACED, TOMORROW)


def test_a_version_follows_the_one_before(draft: CharterVersion) -> None:
    with pytest.raises(services.CannotPutInForce, match="in force from Monday 5 January 2026"):
        put_in_force(draft, CHARTER_FROM)
    Principle.objects.filter(version=draft).delete()
    with pytest.raises(services.CannotPutInForce, match="no principle"):
        put_in_force(draft, TOMORROW)


def test_a_typing_error_is_corrected_beside_the_text(first: CharterVersion, now: datetime) -> None:
    principle = principles_of(first)[0]
    correct = partial(
        services.correct_text,
        version=first,
        principle=principle,
        field=TextField.EASY_TEXT,
        reason="Spelling.",
        by="Ola Penn",
        now=now,
    )
    with pytest.raises(services.CannotCorrect, match="do not stand there"):
        correct(before="zyzzyva", after="bus")
    with pytest.raises(services.CannotCorrect, match="more than once"):
        correct(before=" ", after="-")
    correct(before="Everybody", after="Each person")
    assert principles_of(first)[0].easy_text.startswith("Each person")
    assert Principle.objects.get(pk=principle.pk).easy_text.startswith("Everybody")
    assert broken_seals() == []
    with pytest.raises(DatabaseError, match="never changed"), transaction.atomic():
        TextCorrection.objects.update(reason="Other")
    assert principles_of(services.begin_draft(charter=first.charter))[0].easy_text.startswith(
        "Each person"
    )


def test_what_changed_is_told_word_by_word(first: CharterVersion, draft: CharterVersion) -> None:
    assert changes_of(draft, first) == []
    principles = principles_of(draft)
    principles[0].easy_text = principles[0].easy_text.replace("Everybody", "Every person")
    services.keep_principle(principle=principles[0], points=[])
    services.remove_principle(principle=principles[9])
    changes = changes_of(draft, first)
    assert (changes[0].name, changes[0].label) == (
        "1 Everyone is represented",
        "Text in easy words",
    )
    assert changes[0].pieces[:2] == [Piece("Everybody", "gone"), Piece("Every person", "new")]
    assert {change.name for change in changes[1:]} == {f"{principles[9]} (goes)"}


def test_pieces_keep_every_word() -> None:
    pieces = compared("a b  c", "a x\nc d")
    assert [piece.words for piece in pieces if piece.change != "gone"] == ["a ", "x", "c", "d"]


def test_what_boards_signed_and_showed_goes_on_in_a_new_version(
    client: Client, first: CharterVersion, draft: CharterVersion, held_meeting: MeetingPage
) -> None:
    now = held_meeting.ends_at
    board = BoardPage.objects.get(slug="carers")
    sign_charter(board, first, held_meeting, now=now)
    old = principles_of(first)
    Assessment.objects.create(
        board=board, principle=old[1], state="in_place", note="Two chairs.", assessed_on=TODAY
    )
    services.move_principle(principle=principles_of(draft)[1], by=-1)
    put_in_force(draft, TOMORROW)
    view = selectors.public_charter(today=TOMORROW)
    (standing,) = view.standings
    assert (view.signed, standing.state, standing.kept) == (0, SignUpState.NOT_ASKED, 1)
    assert standing.earlier and standing.earlier.version == first
    matrix = selectors.matrix(today=TOMORROW)
    assert [cell.state.value for cell in matrix.rows[0].cells[:2]] == ["in_place", "not_started"]
    page = client.get("/charter/").content.decode()
    assert "It signed" in page
    assert "Two chairs." in client.get("/charter/boards/carers/").content.decode()
    before = client.get("/charter/versions/1/").content.decode()
    assert "Ola Penn and Mo Vale" in before
    assert "There is a newer version" in before
    assert first.digest in before
    assert client.get("/charter/versions/2/").status_code == 200
    assert client.get("/charter/versions/2/changes/").status_code == 200


def test_nobody_sees_a_draft(client: Client, draft: CharterVersion, member: User) -> None:
    for address in ("/charter/versions/2/", "/charter/versions/2/changes/", "/charter/versions/9/"):
        assert client.get(address).status_code == 404
