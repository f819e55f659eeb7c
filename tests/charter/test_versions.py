"""Versions of the charter: from when they count, and who keeps their text."""

from datetime import timedelta

from django.test import Client
from django.urls import reverse

from charter import selectors
from charter.models import CharterVersion
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
