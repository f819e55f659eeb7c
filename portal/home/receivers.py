"""Turns events of other apps into calls of services."""

from typing import Any

from django.apps import AppConfig
from django.apps import apps as all_apps
from django.apps.registry import Apps
from django.contrib.auth.management import create_permissions
from django.utils import timezone

from easyread.selectors.format_requests import format_request
from portal.home.services import tell_contact_of_request
from portal.users.services import let_officers_into_new_screens, permissions_of


def tell_of_format_request(sender: None, format_request_id: int, **kwargs: Any) -> None:
    asked = format_request(format_request_id)
    tell_contact_of_request(asked=asked, now=timezone.now())


def open_new_screens(sender: AppConfig, using: str, apps: Apps = all_apps, **kwargs: Any) -> None:
    """After `manage.py migrate`, for each app: an update may have brought it new permissions.

    It comes before the receiver of django.contrib.auth that makes them, so it makes them itself.
    """
    try:
        apps.get_model("auth", "Permission")
    except LookupError:  # migrated to a state from before there were accounts
        return
    before = permissions_of(sender.label)
    create_permissions(sender, verbosity=0, using=using, apps=apps)
    new = permissions_of(sender.label) - before
    if new:
        let_officers_into_new_screens(app_label=sender.label, new=new)
