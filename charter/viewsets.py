"""The admin's screens for the charter."""

from django.db.models import QuerySet
from django.http import HttpRequest
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from charter.models import Assessment
from charter.permissions import records_named_by


class AssessmentViewSet(SnippetViewSet):
    model = Assessment
    icon = "tasks"
    menu_label = "Assessments"
    list_display = ["board", "principle", "state", "assessed_on"]
    list_filter = ["state", "board"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Assessment]:
        found = records_named_by(Assessment, request.user).select_related("board", "principle")
        return found.order_by("board__title", "principle__number", "pk")


class CharterGroup(SnippetViewSetGroup):
    items = (AssessmentViewSet,)
    menu_label = "Charter records"
    menu_icon = "doc-full-inverse"
    menu_order = 210
