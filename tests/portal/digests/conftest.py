"""What tests of the digest share."""

from datetime import datetime, timedelta

import pytest

from boards.models import MinutesPage
from portal.digests.models import DigestList, Edition, Subscriber
from portal.digests.services import freeze_edition
from tests.services.kept import kept


@kept
def senate(home: object) -> DigestList:
    return DigestList.objects.get(slug="senate")


@pytest.fixture
def start(now: datetime) -> datetime:
    return now - timedelta(days=3)


@pytest.fixture
def end(now: datetime) -> datetime:
    return now + timedelta(days=3)


@kept
def in_window(minutes: MinutesPage, now: datetime) -> MinutesPage:
    """Minutes that were published in the window."""
    MinutesPage.objects.update(first_published_at=now)
    minutes.refresh_from_db()
    return minutes


@pytest.fixture
def edition(
    senate: DigestList, in_window: MinutesPage, start: datetime, end: datetime, now: datetime
) -> Edition:
    """A frozen edition for the two people of the carers board who have an address."""
    return freeze_edition(digest_list=senate, start=start, end=end, now=now)


@kept
def subscriber(senate: DigestList) -> Subscriber:
    return Subscriber.objects.create(list=senate, email="reader@example.org", name="Kit")
