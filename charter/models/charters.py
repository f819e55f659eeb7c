"""The charter: its page, its versions, its principles."""

from typing import Any

from django.db import models
from django.http import HttpRequest
from django.utils import timezone
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, InlinePanel
from wagtail.models import Orderable, Page
from wagtail.search import index

from easyread.models import ContentPage
from easyread.reach import ReachCheckedForm


class CharterPage(ContentPage):
    """The public page of the charter: the principles and who has signed."""

    parent_page_types = ["home.HomePage"]
    subpage_types: list[str] = []
    max_count = 1
    page_description = "The charter, its principles, and which boards have signed."
    template = "charter/charter_page.html"

    introduction = models.TextField(blank=True)
    content_panels = [*Page.content_panels, FieldPanel("introduction")]
    search_fields = [*Page.search_fields, index.SearchField("introduction")]

    class Meta:
        verbose_name = "charter page"

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        from charter import selectors

        context = super().get_context(request, *args, **kwargs)
        context["view"] = selectors.public_charter(today=timezone.localdate())
        return context


class CharterVersion(ClusterableModel):
    """One text of the charter. A new text is a new version, and boards sign a version."""

    number = models.PositiveIntegerField(unique=True)
    title = models.CharField(max_length=160)
    introduction = models.TextField(blank=True)
    easy_introduction = models.TextField(blank=True)
    in_force_from = models.DateField()

    base_form_class = ReachCheckedForm
    panels = [
        FieldPanel("number"),
        FieldPanel("title"),
        FieldPanel("introduction"),
        FieldPanel("easy_introduction"),
        FieldPanel("in_force_from"),
        InlinePanel("principles", heading="Principles", label="Principle"),
    ]

    def __str__(self) -> str:
        return f"{self.title}, version {self.number}"


class Principle(Orderable):
    """One principle of one version: title, full text, easy text, picture."""

    version = ParentalKey(CharterVersion, on_delete=models.CASCADE, related_name="principles")
    number = models.PositiveIntegerField()
    title = models.CharField(max_length=120)
    text = models.TextField()
    easy_text = models.TextField(help_text="Short sentences of at most 15 words")
    questions = models.TextField(
        blank=True, help_text="What an officer asks to see whether it is in place, one a line"
    )
    picture = models.ForeignKey(
        "easyread.Picture", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )

    panels = [
        FieldPanel("number"),
        FieldPanel("title"),
        FieldPanel("text"),
        FieldPanel("easy_text"),
        FieldPanel("questions"),
        FieldPanel("picture"),
    ]

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["version", "number"],
                name="principle_number_once_per_version",
                violation_error_message="Two principles have the same number.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.title}"
