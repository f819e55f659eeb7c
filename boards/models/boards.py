"""Boards and the page that lists them."""

from typing import Any, Self

from django.core.paginator import Paginator
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
from boards.models.board_settings import BoardSettings
from boards.page_form import BoardsPageForm
from easyread.models import ContentPage

PAGE_SIZE = 24


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
        lists = selectors.board_lists(now=timezone.now())
        context["boards"] = Paginator(lists.going_on, PAGE_SIZE).get_page(request.GET.get("page"))
        context["ended"] = lists.ended
        return context


class BoardTopic(TaggedItemBase):
    """What a board deals with."""

    content_object = ParentalKey(
        "boards.BoardPage", on_delete=models.CASCADE, related_name="board_topics"
    )


class BoardPage(BoardSettings):
    """A partnership board, forum, senate, or task and finish group."""

    parent_page_types = ["boards.BoardsIndexPage"]
    subpage_types = ["boards.MeetingPage"]
    page_description = "A board: what it is for, who is on it, its meetings."
    template = "boards/board_page.html"
    base_form_class = BoardsPageForm
    exclude_fields_in_copy = [
        "editors",
        "collection",
        "closed_on",
        "closing_words",
        "closing_report",
        "successor",
    ]

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
    reports_to = models.ForeignKey(
        "self",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="sub_groups",
        help_text="The board that this one reports to, if any",
    )
    closed_on = models.DateField(null=True, blank=True, editable=False)
    closing_words = models.TextField(blank=True, editable=False, help_text="Why it ended")
    closing_report = models.ForeignKey(
        "boards.Paper",
        null=True,
        blank=True,
        editable=False,
        on_delete=models.PROTECT,
        related_name="+",
    )
    successor = models.ForeignKey(
        "self",
        null=True,
        blank=True,
        editable=False,
        on_delete=models.PROTECT,
        related_name="forerunners",
        help_text="The board that goes on with its work",
    )
    editors = models.OneToOneField(
        "auth.Group",
        null=True,
        blank=True,
        editable=False,
        on_delete=models.SET_NULL,
        related_name="board",
    )
    collection = models.OneToOneField(
        "wagtailcore.Collection",
        null=True,
        blank=True,
        editable=False,
        on_delete=models.SET_NULL,
        related_name="board",
        help_text="Where its papers are",
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
            [FieldPanel("question"), FieldPanel("ends_on"), FieldPanel("reports_to")],
            heading="Only for a task and finish group",
        ),
        *BoardSettings.deadline_panels,
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
            models.CheckConstraint(
                name="board_ended_says_why",
                condition=models.Q(closed_on__isnull=True) | ~models.Q(closing_words=""),
                violation_error_message="Say why the board ended.",
            ),
            models.CheckConstraint(
                name="board_task_group_ends_with_report",
                condition=~models.Q(kind=BoardKind.TASK_AND_FINISH)
                | models.Q(closed_on__isnull=True)
                | models.Q(closing_report__isnull=False),
                violation_error_message="A task and finish group ends with a report.",
            ),
            models.CheckConstraint(
                name="board_goes_on_in_another",
                condition=models.Q(successor__isnull=True)
                | (models.Q(closed_on__isnull=False) & ~models.Q(successor=models.F("pk"))),
                violation_error_message="Only a board that ended goes on in another board.",
            ),
        ]

    @property
    def has_ended(self) -> bool:
        return self.closed_on is not None

    @property
    def is_senate(self) -> bool:
        return bool(self.kind == BoardKind.SENATE)

    @property
    def is_forum(self) -> bool:
        return bool(self.kind == BoardKind.FORUM)

    def with_content_json(self, content: dict[str, Any]) -> Self:
        """How a board ended, who may change it and where its papers are is never taken from a
        draft that was begun before."""
        page = super().with_content_json(content)
        ended = ("closed_on", "closing_words", "closing_report_id", "successor_id")
        names = (*ended, "editors_id", "collection_id")
        for known in BoardPage.objects.filter(pk=self.pk).values(*names):
            for name, value in known.items():
                setattr(page, name, value)
        return page

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        from boards import selectors

        context = super().get_context(request, *args, **kwargs)
        context["overview"] = selectors.board_overview(self, now=timezone.now())
        context["kin"] = kin = selectors.kin_of(self)
        context["easy_reads"] = selectors.parity_of(
            self, forerunners=kin.goes_on_from, now=timezone.now()
        )
        context["matters"] = selectors.matters_of([self.pk, *kin.line])
        return context
