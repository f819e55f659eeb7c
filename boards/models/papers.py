"""Papers: files that belong to an agenda. Each has versions; some are restricted."""

from django.conf import settings
from django.db import models
from django.urls import reverse
from wagtail.documents.models import AbstractDocument, Document

from easyread.accounts import Account
from easyread.enums import FileState
from easyread.models.made_files import MadeFile


class Paper(AbstractDocument):
    """A file in a board's collection; its address never changes, whatever version it holds.

    Of a restricted paper the public learns that there is one, why it is restricted and when that
    will be looked at again, and nothing else: not its title, type or size.
    """

    is_restricted = models.BooleanField("not for everyone", default=False)
    restricted_because = models.CharField(
        "why not", max_length=300, blank=True, help_text="Shown to everyone: no names, no details"
    )
    look_again_on = models.DateField(
        null=True, blank=True, help_text="When you will look again whether it can be public"
    )

    # Not stored: who saves the paper, what is different, and what the file was called where it
    # came from, for the version that a save makes.
    changed_by: Account | None = None
    change_reason = ""
    brought_as = ""

    admin_form_fields = (
        *Document.admin_form_fields,
        "is_restricted",
        "restricted_because",
        "look_again_on",
    )

    class Meta(AbstractDocument.Meta):
        verbose_name = "paper"
        constraints = [
            models.CheckConstraint(
                name="paper_restricted_says_why_and_until_when",
                condition=models.Q(is_restricted=False)
                | (~models.Q(restricted_because="") & models.Q(look_again_on__isnull=False)),
                violation_error_message=(
                    "A paper that is not for everyone says why, "
                    "and when that will be looked at again."
                ),
            ),
        ]

    def get_absolute_url(self) -> str:
        return reverse("boards:paper", args=[self.pk])


class PaperShare(models.Model):
    """A board may use a paper of another board, because someone of that board said so."""

    paper = models.ForeignKey(Paper, on_delete=models.CASCADE, related_name="shares")
    board = models.ForeignKey(
        "boards.BoardPage", on_delete=models.CASCADE, related_name="papers_shared_with_it"
    )
    shared_at = models.DateTimeField()
    shared_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["paper", "board"],
                name="paper_shared_once_with_a_board",
                violation_error_message="This paper is shared with that board already.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.paper}, shared with {self.board}"


class PaperVersion(models.Model):
    """One file that a paper was. Versions are added, never changed; files are kept."""

    paper = models.ForeignKey(Paper, on_delete=models.CASCADE, related_name="versions")
    number = models.PositiveIntegerField(help_text="From 1")
    file = models.FileField(upload_to="paper-versions")
    file_name = models.CharField(max_length=255)
    kind = models.CharField(max_length=10, help_text="pdf, docx, …: as found in the file itself")
    sha256 = models.CharField(max_length=64)
    size = models.PositiveBigIntegerField(help_text="Bytes")
    added_at = models.DateTimeField()
    added_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    reason = models.CharField(max_length=300, blank=True, help_text="What is different, and why")
    was_public = models.BooleanField(
        default=False, help_text="It was what everyone saw; else only insiders may open it"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["paper", "number"],
                name="paper_version_once",
                violation_error_message="This version is there already.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.file_name}, version {self.number}"


class AgendaPaper(models.Model):
    """A paper on a published agenda; what came after the agenda was out is a supplement."""

    agenda = models.ForeignKey("boards.AgendaPage", on_delete=models.CASCADE, related_name="papers")
    paper = models.ForeignKey(Paper, on_delete=models.CASCADE, related_name="placements")
    item_number = models.PositiveIntegerField()
    added_on = models.DateField()
    is_supplement = models.BooleanField(default=False)
    reason = models.TextField(blank=True, help_text="Why it came late: shown to everyone")
    is_withdrawn = models.BooleanField(default=False, help_text="No longer on the agenda")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["agenda", "paper"],
                name="paper_once_per_agenda",
                violation_error_message="This paper is on the agenda already.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.paper} for item {self.item_number}"


class Pack(MadeFile):
    """One PDF of an agenda and its papers, made in the background, kept by revision."""

    agenda = models.ForeignKey("boards.AgendaPage", on_delete=models.CASCADE, related_name="packs")
    kind = models.CharField(max_length=20, default="pdf", editable=False)
    file = models.FileField(upload_to="packs", blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["agenda", "fingerprint"],
                name="pack_once_per_revision",
                violation_error_message="This pack is there already.",
            ),
            models.CheckConstraint(
                name="pack_state_known",
                condition=models.Q(state__in=FileState.values),
                violation_error_message="Choose how far the pack is.",
            ),
            models.CheckConstraint(
                name="pack_ready_has_its_file",
                condition=~models.Q(state=FileState.READY)
                | (~models.Q(file="") & models.Q(pages__isnull=False)),
                violation_error_message="A pack that is ready has its file.",
            ),
        ]

    def __str__(self) -> str:
        return f"Pack of {self.agenda}"
