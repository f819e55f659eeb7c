"""Registers “Sent mail” in the admin. Installed in the demonstration only."""

from django.http import HttpRequest
from django.urls import URLResolver, include, path, reverse
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from portal.mailbox import urls
from portal.mailbox.permissions import can_read_sent_mail


class SentMailItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return can_read_sent_mail(request.user)


@hooks.register("register_admin_urls")
def mail_urls() -> list[URLResolver]:
    return [path("sent-mail/", include(urls, namespace="mailbox"))]


@hooks.register("register_admin_menu_item")
def mail_item() -> MenuItem:
    return SentMailItem("Sent mail", reverse("mailbox:sent_mail"), icon_name="mail", order=900)
