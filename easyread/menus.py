"""What stands in the admin's menus and beside the titles of its pages."""

from collections.abc import Callable, Iterator

from django.http import HttpRequest
from django.urls import reverse
from wagtail.admin.menu import MenuItem
from wagtail.admin.widgets import Button
from wagtail.models import Page

from easyread.accounts import Visitor
from easyread.permissions import can_make_easy_read


class ScreenItem(MenuItem):
    """The way to the screen of this name, for those who ``may`` use it, or for everyone."""

    def __init__(
        self,
        label: str,
        screen: str,
        icon: str,
        order: int,
        *,
        may: Callable[[Visitor], bool] | None = None,
    ) -> None:
        super().__init__(label, reverse(screen), icon_name=icon, order=order)
        self._may = may

    def is_shown(self, request: HttpRequest) -> bool:
        return self._may is None or self._may(request.user)


def easy_read_button(
    page: Page, user: Visitor, view_name: str, next_url: str | None = None
) -> Iterator[Button]:
    """One click from minutes or an agenda; where there is an easy read, it leads there."""
    if can_make_easy_read(user, page):
        start = reverse("easyread_admin:start", args=[page.pk])
        yield Button("Easy read", start, icon_name="image", priority=5)
