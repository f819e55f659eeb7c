"""Pictures that stand beside words."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.templatetags.static import static
from wagtail.admin.panels import FieldPanel
from wagtail.images.shortcuts import get_rendition_or_not_found
from wagtail.search import index

from easyread.reach import ReachCheckedForm

# Below MEDIA_ROOT. Only what lies below "images/" is served to everybody.
PUBLIC_FOLDER = "images/easy-read/"


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
    description = models.CharField(
        "alternative text",
        max_length=250,
        blank=True,
        help_text="What someone who cannot see it is told. Empty: its name",
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

    base_form_class = ReachCheckedForm
    panels = [
        FieldPanel("name"),
        FieldPanel("slug"),
        FieldPanel("words"),
        FieldPanel("description"),
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
    def alternative(self) -> str:
        """What someone who cannot see the picture is told."""
        return self.description or self.name

    @property
    def url(self) -> str:
        """The address of the picture's file; "" when there is none.

        An image that was not brought as a picture is shown as Wagtail's copy of it (a query): the
        originals of images are not served.
        """
        if self.static_file:
            return static(self.static_file)
        if self.image is None:
            return ""
        if self.image.file.name.startswith(PUBLIC_FOLDER):
            return str(self.image.file.url)
        return str(get_rendition_or_not_found(self.image, "max-1200x1200").url)


class PictureMark(models.Model):
    """That one writer used a picture, or keeps it as a favourite."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="picture_marks"
    )
    picture = models.ForeignKey(Picture, on_delete=models.CASCADE, related_name="marks")
    used_at = models.DateTimeField(null=True, blank=True)
    is_favourite = models.BooleanField("favourite", default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["user", "picture"],
                name="picture_mark_once_per_writer",
                violation_error_message="This picture is marked already.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.picture}, marked by {self.user}"


class MissingPicture(models.Model):
    """What writers looked for among the pictures and did not find."""

    words = models.CharField(max_length=80, unique=True, help_text="As searched, in small letters")
    times = models.PositiveIntegerField(default=1)
    last_at = models.DateTimeField()

    class Meta:
        verbose_name = "missing picture"

    def __str__(self) -> str:
        return self.words
