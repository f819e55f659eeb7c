"""Registers “Sent mail” in the admin. Installed in the demonstration only."""

from functools import partial

from django.urls import include, path
from wagtail import hooks

from easyread.menus import ScreenItem
from portal.mailbox import urls
from portal.mailbox.permissions import can_read_sent_mail

MAIL = ("Sent mail", "mailbox:sent_mail", "mail", 900)

hooks.register(
    "register_admin_urls", lambda: [path("sent-mail/", include(urls, namespace="mailbox"))]
)
hooks.register("register_admin_menu_item", partial(ScreenItem, *MAIL, may=can_read_sent_mail))
