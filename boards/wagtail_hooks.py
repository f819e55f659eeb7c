"""Registers the screens of boards in the admin, and the refusals that protect minutes."""

from typing import Any

from django.http import HttpRequest
from django.templatetags.static import static
from django.urls import include, path, reverse
from django.utils.html import format_html_join
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from boards import admin_urls, refusals, services
from boards.models import BoardPage
from boards.panels import MyBoardsPanel
from boards.permissions import can_report_any_progress


class ActionsItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return can_report_any_progress(request.user)


@hooks.register("register_admin_urls")
def board_urls() -> list[Any]:
    return [path("my-boards/", include(admin_urls, namespace="boards_admin"))]


@hooks.register("insert_global_admin_css")
def admin_css() -> str:
    link = '<link rel="stylesheet" href="{}">'
    sheets = (reverse("look"), static("boards/admin.css"))
    return format_html_join("", link, ((sheet,) for sheet in sheets))


@hooks.register("register_admin_menu_item")
def my_boards_item() -> MenuItem:
    return MenuItem("My boards", reverse("boards_admin:my_boards"), icon_name="group", order=10)


@hooks.register("register_admin_menu_item")
def actions_item() -> MenuItem:
    return ActionsItem("Actions", reverse("boards_admin:actions"), icon_name="tasks", order=20)


@hooks.register("construct_page_action_menu")
def publish_first(items: list[Any], request: HttpRequest, context: dict[str, Any]) -> None:
    """Drafts are saved by themselves: the button that people look for is Publish."""
    items.sort(key=lambda item: item.name != "action-publish")


@hooks.register("construct_main_menu")
def only_what_one_needs(request: HttpRequest, items: list[Any]) -> None:
    if not request.user.is_superuser:
        items[:] = [item for item in items if item.name not in {"reports", "help", "images"}]


@hooks.register("construct_homepage_summary_items", order=1000)  # after those that add
def no_counts(request: HttpRequest, items: list[Any]) -> None:
    items.clear()


@hooks.register("construct_homepage_panels")
def first_page(request: HttpRequest, panels: list[Any]) -> None:
    panels[:] = [MyBoardsPanel()]


@hooks.register("after_create_page")
def new_board(request: HttpRequest, page: Any) -> None:
    if isinstance(page, BoardPage):
        services.prepare_board(board=page)


@hooks.register("after_copy_page")
def copied_board(request: HttpRequest, page: Any, copy: Any) -> None:
    if isinstance(copy.specific, BoardPage):
        services.prepare_board(board=copy.specific)


hooks.register("before_serve_document", refusals.hide_paper_of_drafts)
hooks.register("before_delete_page", refusals.refuse_to_delete)
hooks.register("before_bulk_action", refusals.refuse_bulk_delete)
