"""Versions of the charter: from when they count, and who keeps their text."""

from datetime import timedelta

from django.test import Client
from django.urls import reverse

from boards.models import MeetingPage
from charter import selectors
from charter.models import CharterVersion, SignUp
from portal.users.models import User
from tests.borough import FIRST_DAY as TODAY


def test_a_version_of_the_future_changes_nothing_yet(officer: User) -> None:
    tomorrow = TODAY + timedelta(days=1)
    now = selectors.current_version(today=TODAY)
    new = CharterVersion.objects.create(number=2, title="New charter", in_force_from=tomorrow)
    assert selectors.current_version(today=TODAY) == now
    assert selectors.current_version(today=tomorrow) == new


def test_officers_keep_the_text_of_the_charter(client: Client, officer: User) -> None:
    client.force_login(officer)
    version = CharterVersion.objects.get()
    for address in (
        reverse("wagtailsnippets_charter_charterversion:add"),
        reverse("wagtailsnippets_charter_charterversion:edit", args=[version.pk]),
    ):
        assert client.get(address).status_code == 200


def test_a_signature_entered_in_the_admin_is_noted_once(
    client: Client, officer: User, held_meeting: MeetingPage
) -> None:
    client.force_login(officer)
    facts = {
        "board": held_meeting.get_parent().pk,
        "version": CharterVersion.objects.get().pk,
        "state": "signed",
        "signed_on": "2026-03-17",
        "meeting": held_meeting.pk,
        "signed_by_officer": "Ola Penn",
        "signed_by_citizen": "Mo Vale",
        "note": "",
    }
    client.post(reverse("wagtailsnippets_charter_signup:add"), facts)
    noted = SignUp.objects.get().recorded_at
    assert noted
    edit = reverse("wagtailsnippets_charter_signup:edit", args=[SignUp.objects.get().pk])
    client.post(edit, facts | {"note": "They were proud."})
    again = SignUp.objects.get()
    assert (again.note, again.recorded_at) == ("They were proud.", noted)
