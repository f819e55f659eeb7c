"""The admin's screens for the charter."""

from django.db.models import QuerySet
from django.http import HttpRequest
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from charter.models import Assessment, CharterVersion, SignUp
from charter.permissions import records_named_by


class SignUpViewSet(SnippetViewSet):
    model = SignUp
    icon = "check"
    menu_label = "Sign-ups"
    list_display = ["board", "version", "state", "signed_on"]
    list_filter = ["state", "version"]
    ordering = ["board__title", "pk"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[SignUp]:
        found = records_named_by(SignUp, request.user).select_related("board", "version")
        return found.order_by("board__title", "pk")


class AssessmentViewSet(SnippetViewSet):
    model = Assessment
    icon = "tasks"
    menu_label = "Assessments"
    list_display = ["board", "principle", "state", "assessed_on"]
    list_filter = ["state", "board"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Assessment]:
        found = records_named_by(Assessment, request.user).select_related("board", "principle")
        return found.order_by("board__title", "principle__number", "pk")


class CharterVersionViewSet(SnippetViewSet):
    model = CharterVersion
    icon = "doc-full"
    menu_label = "Versions"
    list_display = ["title", "number", "in_force_from"]


class CharterGroup(SnippetViewSetGroup):
    items = (SignUpViewSet, AssessmentViewSet, CharterVersionViewSet)
    menu_label = "Charter records"
    menu_icon = "doc-full-inverse"
    menu_order = 210
