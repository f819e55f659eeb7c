"""Registers the screens of boards in the admin, and the refusals that protect minutes."""

from django.urls import include, path
from wagtail import hooks
from wagtail.permissions import register_permission_policy

from boards import admin_urls, log_actions, menus, permissions, receivers, refusals
from boards.deadline_messages import AFTER_PUBLISHING, say_by_when
from boards.models import Paper
from boards.paper_policy import paper_policy
from boards.views.admin import asking_why, supplements
from boards.views.papers import answer_document

LAST = 1000  # after those that add
HERE = [path("my-boards/", include(admin_urls, namespace="boards_admin"))]
for item in menus.ITEMS:
    hooks.register("register_admin_menu_item", item)
hooks.register("register_admin_urls", lambda: HERE)
hooks.register("insert_global_admin_css", menus.admin_css)
hooks.register("register_permissions", permissions.permissions_to_give)
hooks.register("register_log_actions", log_actions.name_actions)
hooks.register("construct_page_action_menu", menus.publish_first)
hooks.register("construct_main_menu", menus.only_what_one_needs)
hooks.register("construct_homepage_summary_items", menus.no_counts, order=LAST)
hooks.register("construct_homepage_panels", menus.first_page)
hooks.register("construct_page_chooser_queryset", menus.only_pages_one_may_see)
hooks.register("after_create_page", receivers.prepare_new_board)
hooks.register("after_copy_page", receivers.prepare_copied_board)
hooks.register("before_edit_page", say_by_when)
for say in (*AFTER_PUBLISHING, supplements.ask_for_reasons):
    hooks.register("after_publish_page", say)
register_permission_policy(Paper, paper_policy(), exact_class=True)  # Wagtail adds its own later
hooks.register("before_serve_document", answer_document)
hooks.register("before_copy_page", refusals.refuse_to_copy)
hooks.register("before_delete_page", refusals.refuse_to_delete)
hooks.register("before_publish_page", asking_why.ask_why_corrected)
hooks.register("before_unpublish_page", asking_why.ask_why_withdrawn)
hooks.register("before_move_page", asking_why.refuse_to_move)
for answer in (refusals.refuse_bulk_delete, *asking_why.IN_BULK):
    hooks.register("before_bulk_action", answer)
