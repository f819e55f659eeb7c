"""The fixed words of easy read."""

from django.db.models import TextChoices


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


class FileKind(TextChoices):
    """The files made of an easy read; the number is the size of the words in points."""

    PDF_16 = "pdf_16", "PDF"
    PDF_20 = "pdf_20", "PDF, large print, 20 point"
    PDF_24 = "pdf_24", "PDF, very large print, 24 point"
    PDF_28 = "pdf_28", "PDF, largest print, 28 point"
    WORD = "word", "Word"


class FileState(TextChoices):
    MAKING = "making", "Being made"
    READY = "ready", "Ready"
    FAILED = "failed", "Not made"


class ReadersQuestion(TextChoices):
    """What only people can tell of an easy read; asked when readers check it."""

    ONE_IDEA = "one_idea", "Does each sentence say one thing?"
    HARD_WORDS = "hard_words", "Are all hard words explained?"
    SAME_WORDS = "same_words", "Is the same thing always called by the same word?"
    PLAIN_SAYINGS = "plain_sayings", "Does it say what it means, with no sayings or foreign words?"
    PICTURES = "pictures", "Cover the words: do the pictures still say it?"
    MEANING = "meaning", "Does whoever wrote the full version agree that the meaning is right?"
    RESPECT = "respect", "Is it written for adults, and is nothing important left out?"


class ReadersVerdict(TextChoices):
    YES = "yes", "Yes"
    NO = "no", "No"
    NOT_SURE = "not_sure", "Not sure"
