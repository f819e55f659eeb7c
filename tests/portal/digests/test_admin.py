"""Officers' screens of the digest: what was sent stays as it was sent."""

from django.contrib.auth.models import Permission
from django.test import Client
from django.urls import reverse

from portal.digests.enums import EditionState
from portal.digests.models import Edition
from portal.users.models import User


def test_an_edition_can_be_stopped_and_nothing_else_of_it_changed(
    client: Client, officer: User, edition: Edition
) -> None:
    officer.user_permissions.add(Permission.objects.get(codename="change_edition"))
    client.force_login(officer)
    before = Edition.objects.get()
    address = reverse("wagtailsnippets_digests_edition:edit", args=[edition.pk])
    sent = {"state": EditionState.DONE, "content": "{}", "period_start": "2001-01-01"}
    assert client.post(address, sent).status_code == 302
    after = Edition.objects.get()
    assert after.state == EditionState.DONE
    assert (after.content, after.period_start) == (before.content, before.period_start)
