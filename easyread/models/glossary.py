"""The jargon buster."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.text import slugify
from wagtail.admin.panels import FieldPanel
from wagtail.search import index

from easyread.reach import ReachCheckedForm
from easyread.terms import same_spelling, spellings_of


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

    pages_using = models.PositiveIntegerField(
        null=True, blank=True, editable=False, help_text="On how many public pages it stands"
    )
    counted_at = models.DateTimeField(null=True, blank=True, editable=False)

    base_form_class = ReachCheckedForm
    panels = [
        FieldPanel("word"),
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

    def clean(self) -> None:
        """A spelling has one meaning: it belongs to one term."""
        super().clean()
        own = {same_spelling(each): each for each in spellings_of(self.word, self.forms)}
        for other in GlossaryTerm.objects.exclude(pk=self.pk).order_by("pk"):
            for spelling in spellings_of(other.word, other.forms):
                if twice := own.get(same_spelling(spelling)):
                    field = "word" if twice == " ".join(self.word.split()) else "forms"
                    words = f"“{twice}” is explained already: it belongs to “{other.word}”."
                    raise ValidationError({field: words})

    def save(self, *args: Any, **kwargs: Any) -> None:
        """The address is made from the word once, and stays when the word changes."""
        if not self.slug:
            self.slug = self._free_slug()
        super().save(*args, **kwargs)

    def _free_slug(self) -> str:
        begin = slugify(self.word)[:70].strip("-") or "word"
        taken = set(
            GlossaryTerm.objects.filter(slug__startswith=begin).values_list("slug", flat=True)
        )
        number = 1
        while (slug := begin if number == 1 else f"{begin}-{number}") in taken:
            number += 1
        return slug
