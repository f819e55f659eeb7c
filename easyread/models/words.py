"""What the site's own words tell: initials that nobody explained, words that are allowed."""

from django.db import models
from wagtail.admin.panels import FieldPanel


class AllowedWord(models.Model):
    """A word that easy reads of this site may use without explaining it, such as a place's name."""

    word = models.CharField(max_length=80, unique=True)
    why = models.CharField(max_length=200, blank=True)

    panels = [FieldPanel("word"), FieldPanel("why")]

    class Meta:
        verbose_name = "allowed word"

    def __str__(self) -> str:
        return self.word


class Abbreviation(models.Model):
    """Initials found on public pages; counted anew when the site's words are looked through."""

    word = models.CharField(max_length=40, unique=True)
    pages = models.PositiveIntegerField(default=0, help_text="On how many public pages")
    example = models.ForeignKey(
        "wagtailcore.Page", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    counted_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.word
