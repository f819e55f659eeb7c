"""Registers the screens of the charter in the admin."""

from django.http import HttpRequest
from django.urls import URLResolver, include, path, reverse
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.snippets.models import register_snippet

from charter import admin_urls, receivers, refusals
from charter.permissions import can_see_matrix
from charter.viewsets import CharterGroup

register_snippet(CharterGroup)


class MatrixItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return can_see_matrix(request.user)


@hooks.register("register_admin_urls")
def matrix_urls() -> list[URLResolver]:
    return [path("charter-matrix/", include(admin_urls, namespace="charter_admin"))]


@hooks.register("register_admin_menu_item")
def matrix_item() -> MenuItem:
    return MatrixItem("Charter", reverse("charter_admin:matrix"), icon_name="table", order=200)


hooks.register("after_create_snippet", receivers.note_signature)
hooks.register("after_edit_snippet", receivers.note_signature)
hooks.register("before_delete_page", refusals.refuse_to_delete)
