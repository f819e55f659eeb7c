"""The officers' screens of versions."""

from datetime import datetime, timedelta

from django.test import Client
from django.urls import reverse

from charter.models import CharterVersion
from charter.versions.selectors import (
    broken_seals,
    principles_of,
)
from portal.users.models import User
from tests.borough import FIRST_DAY as TODAY

TOMORROW = TODAY + timedelta(days=1)


def admin(name: str, *of: object) -> str:
    return reverse(f"charter_admin:{name}", args=of)


def test_an_officer_prepares_a_version_and_puts_it_in_force(
    client: Client, officer: User, first: CharterVersion
) -> None:
    client.force_login(officer)
    assert "Begin a new version" in client.get(admin("versions")).content.decode()
    client.post(admin("begin", first.charter_id))
    draft = CharterVersion.objects.get(number=2)
    assert client.get(admin("version", draft.pk)).status_code == 200
    words = {"title": "Our charter", "introduction": "Hello.", "easy_introduction": "Hi."}
    client.post(admin("words", draft.pk), words)
    one = principles_of(draft)[0]
    assert client.get(admin("principle", one.pk)).status_code == 200
    written = {
        "principle-title": "All of us",
        "principle-text": "Everyone.",
        "principle-easy_text": "All.",
        "principle-picture": "",
        "principle-continues": str(one.continues_id),
        "points-TOTAL_FORMS": "2",
        "points-INITIAL_FORMS": "0",
        "points-0-text": "Nobody is left out.",
        "points-0-easy_text": "",
        "points-1-text": "",
        "points-1-easy_text": "",
    }
    client.post(admin("principle", one.pk), written)
    found = principles_of(draft)[0]
    assert (found.title, [each.text for each in found.sub_points.all()]) == (
        "All of us",
        ["Nobody is left out."],
    )
    assert "Our charter" in client.get(admin("compare", draft.pk)).content.decode()
    refused = client.post(admin("put_in_force", draft.pk), {"on": "2026-01-05", "sure": "on"})
    assert "Version 1 is in force from" in refused.content.decode()
    unsure = client.post(admin("put_in_force", draft.pk), {"on": "2026-04-17"})
    assert unsure.status_code == 200
    assert CharterVersion.objects.get(pk=draft.pk).is_draft
    client.post(admin("put_in_force", draft.pk), {"on": "2026-04-17", "sure": "on"})
    draft.refresh_from_db()
    assert draft.put_in_force_by == "officer"
    for name in ("words", "put_in_force"):
        assert client.get(admin(name, draft.pk)).status_code == 404
    assert client.get(admin("principle", found.pk)).status_code == 404
    page = client.get(admin("version", draft.pk)).content.decode()
    assert draft.digest in page
    corrected = {
        "where": "1 All of us: Text in easy words",
        "before": "All.",
        "after": "Everybody.",
        "reason": "A word was missing.",
    }
    client.post(admin("correct", draft.pk), corrected)
    assert "A word was missing." in client.get("/charter/versions/2/").content.decode()


def test_a_seal_that_was_broken_is_told(
    client: Client, officer: User, first: CharterVersion
) -> None:
    """Somebody who owns the database can take the triggers away; the seal tells it."""
    client.force_login(officer)
    CharterVersion.objects.bulk_create(
        [
            CharterVersion(
                charter=first.charter,
                number=7,
                title="Other",
                in_force_from=TOMORROW,
                put_in_force_at=datetime.fromisoformat("2026-04-17T12:00:00+00:00"),
                digest="f" * 64,
            )
        ]
    )
    (broken,) = broken_seals()
    assert broken.number == 7
    page = client.get(admin("version", broken.pk)).content.decode()
    assert "not those that were sealed" in page


def test_only_officers_keep_charters(
    client: Client, co_chair: User, member: User, first: CharterVersion, draft: CharterVersion
) -> None:
    for person in (member, co_chair):
        client.force_login(person)
        for address in (
            admin("versions"),
            admin("version", draft.pk),
            admin("put_in_force", draft.pk),
            admin("principle", principles_of(draft)[0].pk),
        ):
            assert client.get(address).status_code in {302, 404}
        assert client.post(admin("drop", draft.pk)).status_code in {302, 404}
    assert CharterVersion.objects.filter(pk=draft.pk).exists()
