"""The jargon buster."""

from django.db import models
from wagtail.admin.panels import FieldPanel
from wagtail.search import index


class GlossaryTerm(index.Indexed, models.Model):
    """A hard word, its other forms, and what it means in easy words."""

    word = models.CharField(max_length=80, unique=True)
    slug = models.SlugField(max_length=80, unique=True)
    forms = models.TextField(
        blank=True, help_text="Other forms of the word, with semicolons between: GPs; doctors"
    )
    explanation = models.TextField(help_text="Short sentences of at most 15 words")
    picture = models.ForeignKey(
        "easyread.Picture", null=True, blank=True, on_delete=models.SET_NULL, related_name="terms"
    )

    panels = [
        FieldPanel("word"),
        FieldPanel("slug"),
        FieldPanel("forms"),
        FieldPanel("explanation"),
        FieldPanel("picture"),
    ]
    search_fields = [
        index.SearchField("word", boost=2),
        index.SearchField("forms"),
        index.SearchField("explanation"),
        index.AutocompleteField("word"),
    ]

    def __str__(self) -> str:
        return self.word
