"""What happens when pages of this app are published: the steps, in order."""

from django.db import transaction
from wagtail.models import Page

from easyread.models import EasyReadablePage
from easyread.publishing import Publication, lay_open
from easyread.services.records import compare_with_original, note_published


@transaction.atomic
def publish_page(publication: Publication) -> Page | None:
    """Any page: its easy read learns whether it still says the same."""
    page = lay_open(publication)
    if isinstance(page, EasyReadablePage):
        compare_with_original(original=page, now=publication.now)
    return page


@transaction.atomic
def publish_easy_read(publication: Publication) -> Page | None:
    """An easy read: what the readers said holds for their words only; its files are made after."""
    easy_read = lay_open(publication)
    if easy_read is not None:
        note_published(easy_read=easy_read, now=publication.now)
    return easy_read
