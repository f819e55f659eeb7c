"""Boards and the page that lists them."""

from typing import Any

from django.db import models
from django.http import HttpRequest
from django.utils import timezone
from modelcluster.contrib.taggit import ClusterTaggableManager
from modelcluster.fields import ParentalKey
from taggit.models import TaggedItemBase
from wagtail.admin.panels import FieldPanel, InlinePanel, MultiFieldPanel
from wagtail.models import Page
from wagtail.search import index

from boards.enums import BoardKind
from easyread.models import ContentPage


class BoardsIndexPage(ContentPage):
    """All boards of the council."""

    parent_page_types = ["home.HomePage"]
    subpage_types = ["boards.BoardPage"]
    max_count = 1
    page_description = "The list of all boards."
    template = "boards/boards_index_page.html"

    introduction = models.TextField(blank=True)
    content_panels = [*Page.content_panels, FieldPanel("introduction")]

    class Meta:
        verbose_name = "list of boards"

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        from boards import selectors

        context = super().get_context(request, *args, **kwargs)
        context["boards"] = selectors.board_cards(now=timezone.now())
        return context


class BoardTopic(TaggedItemBase):
    """What a board deals with."""

    content_object = ParentalKey(
        "boards.BoardPage", on_delete=models.CASCADE, related_name="board_topics"
    )


class BoardPage(ContentPage):
    """A partnership board, forum, senate, or task and finish group."""

    parent_page_types = ["boards.BoardsIndexPage"]
    subpage_types = ["boards.MeetingPage"]
    page_description = "A board: what it is for, who is on it, its meetings."
    template = "boards/board_page.html"
    exclude_fields_in_copy = ["editors"]

    kind = models.CharField(
        max_length=20, choices=BoardKind.choices, default=BoardKind.PARTNERSHIP_BOARD
    )
    purpose = models.TextField(help_text="What the board is for, in one or two plain sentences")
    easy_purpose = models.CharField(
        max_length=120, blank=True, help_text="The same in at most 12 easy words"
    )
    picture = models.ForeignKey(
        "easyread.Picture", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    topics = ClusterTaggableManager(
        through=BoardTopic, blank=True, help_text="What the board deals with: transport, health"
    )
    schedule = models.CharField(
        max_length=160, blank=True, help_text="For example: every three months, on a Thursday"
    )
    place = models.CharField(max_length=255, blank=True, help_text="Where it usually meets")
    access = models.TextField(
        blank=True, help_text="Step-free way in, hearing loop, quiet room, support at the meeting"
    )
    how_to_join = models.TextField(blank=True, help_text="How a citizen can come, or take part")
    contact_email = models.EmailField(blank=True, help_text="Public: how to reach the secretary")
    contact_phone = models.CharField(max_length=40, blank=True)
    question = models.TextField(
        blank=True, help_text="For a task and finish group: the one question it answers"
    )
    ends_on = models.DateField(
        null=True, blank=True, help_text="For a task and finish group: the day it ends"
    )
    editors = models.OneToOneField(
        "auth.Group",
        null=True,
        blank=True,
        editable=False,
        on_delete=models.SET_NULL,
        related_name="board",
    )

    content_panels = [
        *Page.content_panels,
        FieldPanel("kind"),
        FieldPanel("purpose"),
        FieldPanel("easy_purpose"),
        FieldPanel("picture"),
        FieldPanel("topics"),
        InlinePanel("members", heading="Members", label="Member"),
        MultiFieldPanel(
            [
                FieldPanel("schedule"),
                FieldPanel("place"),
                FieldPanel("access"),
                FieldPanel("how_to_join"),
            ],
            heading="Meetings",
        ),
        MultiFieldPanel(
            [FieldPanel("contact_email"), FieldPanel("contact_phone")],
            heading="How to reach the secretary",
        ),
        MultiFieldPanel(
            [FieldPanel("question"), FieldPanel("ends_on")],
            heading="Only for a task and finish group",
        ),
    ]
    search_fields = [
        *Page.search_fields,
        index.SearchField("purpose"),
        index.RelatedFields("topics", [index.SearchField("name")]),
        index.FilterField("kind"),
    ]

    class Meta:
        verbose_name = "board"
        permissions = [("read_every_board", "Can read what every board has in preparation")]
        constraints = [
            models.CheckConstraint(
                name="board_kind_known",
                condition=models.Q(kind__in=BoardKind.values),
                violation_error_message="Choose what kind of board this is.",
            ),
            models.CheckConstraint(
                name="board_task_group_has_question_and_end",
                condition=~models.Q(kind=BoardKind.TASK_AND_FINISH)
                | (~models.Q(question="") & models.Q(ends_on__isnull=False)),
                violation_error_message=(
                    "A task and finish group needs its question and the day it ends."
                ),
            ),
        ]

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        from boards import selectors

        context = super().get_context(request, *args, **kwargs)
        context["overview"] = selectors.board_overview(self, now=timezone.now())
        return context
