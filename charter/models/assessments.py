"""How far each board is with each principle, and what shows it."""

from django.db import models
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel
from wagtail.models import Orderable

from charter.enums import AssessmentState, EvidenceKind
from easyread.reach import ReachCheckedForm


class Assessment(ClusterableModel):
    """One board and one principle: the state, who found it and when."""

    board = models.ForeignKey(
        "boards.BoardPage", on_delete=models.CASCADE, related_name="assessments"
    )
    principle = models.ForeignKey("charter.Principle", on_delete=models.PROTECT, related_name="+")
    state = models.CharField(
        max_length=20, choices=AssessmentState.choices, default=AssessmentState.NOT_STARTED
    )
    note = models.TextField(blank=True, help_text="Public: why it is so, in plain words")
    assessed_on = models.DateField()

    base_form_class = ReachCheckedForm
    panels = [
        FieldPanel("state"),
        FieldPanel("note"),
        FieldPanel("assessed_on"),
        InlinePanel("evidence", heading="Evidence", label="Evidence"),
    ]

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["board", "principle"],
                name="assessment_once_per_board_and_principle",
                violation_error_message="This principle is assessed for this board already.",
            ),
            models.CheckConstraint(
                name="assessment_state_known",
                condition=models.Q(state__in=AssessmentState.values),
                violation_error_message="Choose how far the board is.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.board}, {self.principle}: {self.get_state_display()}"


class Evidence(Orderable):
    """What shows that a principle is kept. Evidence has an age."""

    assessment = ParentalKey(Assessment, on_delete=models.CASCADE, related_name="evidence")
    kind = models.CharField(max_length=20, choices=EvidenceKind.choices, default=EvidenceKind.STORY)
    title = models.CharField(max_length=160)
    text = models.TextField(blank=True)
    page = models.ForeignKey(
        "wagtailcore.Page", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    dated_on = models.DateField(help_text="The day it is from: old evidence proves little")
    is_public = models.BooleanField(default=True)

    panels = [
        FieldRowPanel([FieldPanel("kind"), FieldPanel("title")]),
        FieldPanel("text"),
        FieldPanel("page"),
        FieldRowPanel([FieldPanel("dated_on"), FieldPanel("is_public")]),
    ]

    class Meta:
        verbose_name_plural = "evidence"
        constraints = [
            models.CheckConstraint(
                name="evidence_kind_known",
                condition=models.Q(kind__in=EvidenceKind.values),
                violation_error_message="Choose what kind of evidence this is.",
            ),
        ]

    def __str__(self) -> str:
        return self.title
