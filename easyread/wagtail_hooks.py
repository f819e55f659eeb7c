"""Registers the easy-read screens of the admin."""

from django.urls import include, path
from wagtail import hooks
from wagtail.snippets.models import register_snippet

from easyread import admin_urls, menus
from easyread.views.admin.publishing import publish_here
from easyread.viewsets import EasyReadGroup

LAST = 1000

register_snippet(EasyReadGroup)
hooks.register(
    "register_admin_urls",
    lambda: [path("easy-read/", include(admin_urls, namespace="easyread_admin"))],
)
hooks.register("register_page_header_buttons", menus.easy_read_button)
hooks.register("before_publish_page", publish_here, order=LAST)
