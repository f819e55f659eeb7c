"""Registers the screens of the charter in the admin."""

from functools import partial

from django.urls import include, path
from wagtail import hooks
from wagtail.snippets.models import register_snippet

from charter import admin_urls, permissions, refusals
from charter.viewsets import CharterGroup
from easyread.menus import ScreenItem

SIGNING = ("Charter: signing", "charter_admin:signing", "check", 205)
MATRIX = ("Charter", "charter_admin:matrix", "table", 200)

register_snippet(CharterGroup)
hooks.register(
    "register_admin_urls",
    lambda: [path("charter-matrix/", include(admin_urls, namespace="charter_admin"))],
)
hooks.register(
    "register_admin_menu_item",
    partial(ScreenItem, *MATRIX, may=permissions.can_see_matrix),
)
hooks.register(
    "register_admin_menu_item",
    partial(ScreenItem, *SIGNING, may=permissions.can_ask_to_sign),
)
hooks.register("before_delete_page", refusals.refuse_to_delete)
