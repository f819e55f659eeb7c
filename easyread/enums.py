"""The fixed words of easy read."""

from django.db.models import TextChoices


class EasyReadProgress(TextChoices):
    """How far the writer is; set by hand."""

    IN_PREPARATION = "in_preparation", "In preparation"
    READY = "ready", "Ready"
    CHECKED = "checked", "Checked by readers"


class EasyReadState(TextChoices):
    """What a reader is told of a page's easy read; follows from the pages."""

    NONE = "none", "No easy read yet"
    IN_PREPARATION = "in_preparation", "Easy read is being made"
    READY = "ready", "Easy read"
    CHECKED = "checked", "Easy read, checked by readers"
    OUT_OF_DATE = "out_of_date", "Easy read, but the full version has changed since"


class Format(TextChoices):
    """Other forms in which a page can be asked for."""

    EASY_READ = "easy_read", "Easy read"
    LARGE_PRINT = "large_print", "Large print"
    PAPER = "paper", "On paper"
    AUDIO = "audio", "Audio"
    LANGUAGE = "language", "Another language"
