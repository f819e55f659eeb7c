"""Registers the screens of boards in the admin, and the refusals that protect minutes."""

from typing import Any

from django.contrib.auth.models import Permission
from django.db.models import QuerySet
from django.http import HttpRequest
from django.templatetags.static import static
from django.urls import URLResolver, include, path, reverse
from django.utils.html import format_html_join
from wagtail import hooks
from wagtail.admin.action_menu import ActionMenuItem
from wagtail.admin.menu import MenuItem
from wagtail.admin.site_summary import SummaryItem
from wagtail.admin.ui.components import Component
from wagtail.models import Page
from wagtail.permissions import register_permission_policy

from boards import admin_urls, deadline_messages, log_actions, permissions, refusals, services
from boards.models import BoardPage, Paper
from boards.panels import MyBoardsPanel
from boards.paper_policy import paper_policy
from boards.permissions import (
    boards_looked_after_by,
    can_bring_archives,
    can_read_every_board,
    can_report_any_progress,
    pages_shown_to,
)
from boards.views import papers
from boards.views.admin import asking_why, supplements


class ActionsItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return can_report_any_progress(request.user)


class PeopleItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        user = request.user
        return can_read_every_board(user) or boards_looked_after_by(user).exists()


class OldMinutesItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return can_bring_archives(request.user)


@hooks.register("register_admin_urls")
def board_urls() -> list[URLResolver]:
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


@hooks.register("register_admin_menu_item")
def people_item() -> MenuItem:
    return PeopleItem("People", reverse("boards_admin:people"), icon_name="user", order=25)


@hooks.register("register_admin_menu_item")
def old_minutes_item() -> MenuItem:
    return OldMinutesItem(
        "Old minutes", reverse("boards_admin:archives"), icon_name="history", order=40
    )


@hooks.register("register_permissions")
def permissions_to_give() -> QuerySet[Permission]:
    return permissions.permissions_to_give()


@hooks.register("construct_page_action_menu")
def publish_first(
    items: list[ActionMenuItem], request: HttpRequest, context: dict[str, Any]
) -> None:
    """Drafts are saved by themselves: the button that people look for is Publish."""
    items.sort(key=lambda item: item.name != "action-publish")


@hooks.register("construct_main_menu")
def only_what_one_needs(request: HttpRequest, items: list[MenuItem]) -> None:
    if not request.user.is_superuser:
        items[:] = [item for item in items if item.name not in {"reports", "help", "images"}]


@hooks.register("construct_homepage_summary_items", order=1000)  # after those that add
def no_counts(request: HttpRequest, items: list[SummaryItem]) -> None:
    items.clear()


@hooks.register("construct_page_chooser_queryset")
def only_pages_one_may_see(pages: QuerySet[Page], request: HttpRequest) -> QuerySet[Page]:
    return pages_shown_to(request.user, pages)


@hooks.register("construct_homepage_panels")
def first_page(request: HttpRequest, panels: list[Component]) -> None:
    panels[:] = [MyBoardsPanel()]


@hooks.register("after_create_page")
def new_board(request: HttpRequest, page: Page) -> None:
    if isinstance(page, BoardPage):
        services.prepare_board(board=page)


@hooks.register("after_copy_page")
def copied_board(request: HttpRequest, page: Page, copy: Page) -> None:
    if isinstance(copy.specific, BoardPage):
        services.prepare_board(board=copy.specific)


hooks.register("before_edit_page", deadline_messages.say_by_when)
hooks.register("after_publish_page", deadline_messages.ask_why_late)
hooks.register("after_publish_page", deadline_messages.ask_to_explain_money)
hooks.register("after_publish_page", deadline_messages.say_no_easy_read)
hooks.register("after_publish_page", supplements.ask_for_reasons)
hooks.register("register_log_actions", log_actions.name_actions)
register_permission_policy(Paper, paper_policy(), exact_class=True)  # Wagtail adds its own later
hooks.register("before_serve_document", papers.answer_document)
hooks.register("before_copy_page", refusals.refuse_to_copy)
hooks.register("before_delete_page", refusals.refuse_to_delete)
hooks.register("before_bulk_action", refusals.refuse_bulk_delete)
hooks.register("before_publish_page", asking_why.ask_why_corrected)
hooks.register("before_unpublish_page", asking_why.ask_why_withdrawn)
hooks.register("before_move_page", asking_why.refuse_to_move)
hooks.register("before_bulk_action", asking_why.refuse_to_move_in_bulk)
hooks.register("before_bulk_action", asking_why.ask_why_withdrawn_in_bulk)
hooks.register("before_bulk_action", asking_why.ask_why_moved_in_bulk)
