"""Officers after an update of the portal: what is new is open to them too."""

from django.contrib.auth.models import Group, Permission
from django.core.management.sql import emit_post_migrate_signal
from django.test import Client
from django.urls import reverse

from portal.users.models import User
from portal.users.services import OFFICERS
from tests.services.kept import kept


def migrate() -> None:
    """What `manage.py migrate` says when it has ended."""
    emit_post_migrate_signal(verbosity=0, interactive=False, db="default")


def permissions() -> set[str]:
    group = Group.objects.get(name=OFFICERS)
    return set(group.permissions.values_list("codename", flat=True))


@kept
def as_before(officer: User) -> set[str]:
    """A portal that knows of no records of easy reads yet, and kept hard words from officers; what
    they have when it does."""
    found = permissions()
    Permission.objects.filter(content_type__model="easyreadrecord").delete()
    group = Group.objects.get(name=OFFICERS)
    group.permissions.remove(*group.permissions.filter(content_type__model="glossaryterm"))
    assert len(permissions()) == len(found) - 5
    return found


def test_migrating_lets_officers_into_what_is_new(
    client: Client, officer: User, as_before: set[str]
) -> None:
    client.force_login(officer)
    address = reverse("easyread_admin:missing_pictures")
    assert client.get(address).status_code != 200
    migrate()
    assert permissions() == as_before
    assert client.get(address).status_code == 200


def test_what_an_administrator_took_from_officers_stays_taken(as_before: set[str]) -> None:
    group = Group.objects.get(name=OFFICERS)
    taken = {"change_charterversion", "delete_allowedword"}
    group.permissions.remove(*Permission.objects.filter(codename__in=taken))
    migrate()
    assert permissions() == as_before - taken


def test_an_update_without_new_permissions_gives_officers_nothing(officer: User) -> None:
    group = Group.objects.get(name=OFFICERS)
    group.permissions.clear()
    migrate()
    assert permissions() == set()


def test_a_portal_without_officers_gets_none(as_before: set[str]) -> None:
    Group.objects.all().delete()
    migrate()
    assert not Group.objects.exists()
    assert Permission.objects.filter(codename="view_easyreadrecord").exists()
