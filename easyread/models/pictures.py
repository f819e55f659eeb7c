"""Pictures that stand beside words."""

from django.core.exceptions import ValidationError
from django.db import models
from django.templatetags.static import static
from wagtail.admin.panels import FieldPanel
from wagtail.search import index


class Picture(index.Indexed, models.Model):
    """A picture with the words by which a writer finds it, and its licence.

    It comes either with the product (``static_file``, a path below ``STATIC_URL``) or from an
    upload (``image``), never both.
    """

    slug = models.SlugField(unique=True, help_text="A short name for addresses, for example: bus")
    name = models.CharField(max_length=80, help_text="What the picture shows, in plain words")
    words = models.TextField(
        blank=True, help_text="Other words for it, with semicolons between: coach; public transport"
    )
    source = models.CharField(max_length=40, default="upload", editable=False)
    static_file = models.CharField(max_length=200, blank=True, editable=False)
    image = models.ForeignKey(
        "wagtailimages.Image",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text="A photograph or drawing of your own",
    )
    author = models.CharField(max_length=200, blank=True, help_text="Who made it")
    licence = models.CharField(max_length=80, blank=True, help_text="For example: CC BY 4.0")
    licence_url = models.URLField(blank=True)

    panels = [
        FieldPanel("name"),
        FieldPanel("slug"),
        FieldPanel("words"),
        FieldPanel("image"),
        FieldPanel("author"),
        FieldPanel("licence"),
        FieldPanel("licence_url"),
    ]
    search_fields = [
        index.SearchField("name", boost=2),
        index.SearchField("words"),
        index.AutocompleteField("name"),
        index.AutocompleteField("words"),
        index.FilterField("source"),
    ]

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="picture_has_one_source",
                condition=models.Q(static_file="", image__isnull=False)
                | (~models.Q(static_file="") & models.Q(image__isnull=True)),
                violation_error_message="A picture needs an image of its own.",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        super().clean()
        if not self.static_file and self.image is None:
            raise ValidationError({"image": "Choose or upload the picture itself."})

    @property
    def url(self) -> str:
        """The address of the picture's file."""
        if self.static_file:
            return static(self.static_file)
        return str(self.image.file.url) if self.image else ""
