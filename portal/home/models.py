"""The home page, plain pages, and the council's look."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.http import HttpRequest
from django.utils import timezone
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting
from wagtail.models import Page
from wagtail.search import index

from easyread.fields import WordsField
from easyread.models import ContentPage, EasyReadablePage
from easyread.outline import SourceIdea
from portal.home import colours

BOARDS_SHOWN = 12
UPCOMING_SHOWN = 4
OUTCOMES_SHOWN = 3


class HomePage(EasyReadablePage):
    """The front door."""

    parent_page_types = ["wagtailcore.Page"]
    subpage_types = [
        "boards.BoardsIndexPage",
        "charter.CharterPage",
        "home.PlainPage",
        "easyread.EasyReadPage",
    ]
    max_count = 1
    page_description = "The first page: boards, next meetings, what came of it."
    template = "home/home_page.html"

    introduction = models.TextField(help_text="One sentence on what this site is")
    content_panels = [*Page.content_panels, FieldPanel("introduction")]

    class Meta:
        verbose_name = "home page"

    def easy_read_source(self) -> list[SourceIdea]:
        return [SourceIdea("idea", self.introduction)] if self.introduction else []

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        from boards import selectors as boards
        from charter import selectors as charter

        context = super().get_context(request, *args, **kwargs)
        now = timezone.now()
        meetings = list(boards.upcoming_meetings(now=now)[:UPCOMING_SHOWN])
        of_meeting = boards.boards_of(meetings)
        lists = boards.board_lists(now=now)
        context["cards"], context["ended"] = lists.going_on[:BOARDS_SHOWN], lists.ended
        context["number_of_boards"] = len(lists.going_on)
        context["meetings"] = [
            (meeting, of_meeting[meeting.pk], lists.together.get(meeting.pk))
            for meeting in meetings
        ]
        context["outcomes"] = boards.latest_outcomes(limit=OUTCOMES_SHOWN)
        context["signed"], context["asked_to_sign"] = charter.signed_count(
            today=timezone.localdate(now)
        )
        return context


class PlainPage(ContentPage):
    """A page of text: accessibility, privacy, contact."""

    parent_page_types = ["home.HomePage"]
    subpage_types: list[str] = []
    page_description = "A page of plain text."
    template = "home/plain_page.html"

    body = WordsField(features=["h2", "h3", "bold", "link", "ol", "ul"])
    says_contact = models.BooleanField(
        "says how to reach the council",
        default=False,
        help_text="Under the text: telephone, e-mail, and the way to the boards",
    )
    content_panels = [*Page.content_panels, FieldPanel("body"), FieldPanel("says_contact")]
    search_fields = [*Page.search_fields, index.SearchField("body")]

    class Meta:
        verbose_name = "plain page"


@register_setting(icon="cog")
class SiteLook(BaseSiteSetting):
    """The council's name and colours, and how to reach its people."""

    council_name = models.CharField(max_length=80, default="Your council")
    portal_name = models.CharField(max_length=80, default="Partnership boards")
    colour = models.CharField(
        "main colour", max_length=7, default="#0b4f5c", help_text="Written #rrggbb"
    )
    accent = models.CharField(
        "second colour", max_length=7, default="#b35c12", help_text="For stripes, never for text"
    )
    contact_email = models.EmailField(blank=True)
    contact_phone = models.CharField(max_length=40, blank=True)

    panels = [
        MultiFieldPanel([FieldPanel("council_name"), FieldPanel("portal_name")], heading="Names"),
        MultiFieldPanel([FieldPanel("colour"), FieldPanel("accent")], heading="Colours"),
        MultiFieldPanel(
            [FieldPanel("contact_email"), FieldPanel("contact_phone")], heading="Contact"
        ),
    ]

    class Meta:
        verbose_name = "council name and colours"
        constraints = [
            models.CheckConstraint(
                name=f"site_look_{name}_is_a_colour",
                condition=models.Q(**{f"{name}__regex": f"^{colours.HEX.pattern}$"}),
                violation_error_message=f"Write the {words} like #0b4f5c.",
            )
            for name, words in (("colour", "main colour"), ("accent", "second colour"))
        ]

    def clean(self) -> None:
        super().clean()
        for name in ("colour", "accent"):
            if not colours.HEX.fullmatch(getattr(self, name)):
                raise ValidationError({name: "Write the colour like #0b4f5c."})
        if colours.contrast(self.accent, colours.WHITE) < colours.AA_FOR_SHAPES:
            raise ValidationError({"accent": "This is too light to be seen. Choose a darker one."})
        found = colours.contrast(self.colour, colours.PAPER)
        if found < colours.AA_FOR_TEXT:
            raise ValidationError(
                {
                    "colour": "Links in this colour would be hard to read on our paper: the "
                    f"contrast is {found:.1f} to 1 and must be at least {colours.AA_FOR_TEXT} "
                    "to 1. Choose a darker one."
                }
            )

    @property
    def colour_dark(self) -> str:
        return colours.darker(self.colour)

    @property
    def colour_tint(self) -> str:
        return colours.tint(self.colour)
