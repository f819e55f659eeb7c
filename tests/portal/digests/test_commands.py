"""The digest by hand."""

from datetime import timedelta
from io import StringIO

import pytest
from django.core import mail
from django.core.management import CommandError, call_command
from django.utils import timezone

from boards.models import BoardPage, MinutesPage
from portal.digests.enums import EditionState
from portal.digests.models import Delivery, DigestList, Edition
from tests.services.kept import kept


def digest(*words: str, of: str = "senate") -> str:
    said = StringIO()
    call_command("digest", "--list", of, *words, stdout=said)
    return said.getvalue()


@kept
def published(minutes: MinutesPage) -> MinutesPage:
    """Minutes that were published two days ago, by the real clock."""
    MinutesPage.objects.update(first_published_at=timezone.now() - timedelta(days=2))
    return minutes


def yesterday() -> str:
    return f"{timezone.localtime() - timedelta(days=1):%Y-%m-%dT%H:%M}"


def test_a_dry_run_prints_the_text_and_keeps_nothing(published: MinutesPage) -> None:
    said = digest("--until", yesterday(), "--dry-run")
    assert "Subject: Senate digest: what the boards did until" in said
    assert "Ask for a later bus." in said
    assert not Edition.objects.exists()
    assert not Delivery.objects.exists()
    assert mail.outbox == []


def test_an_edition_by_hand_is_left_to_the_worker(published: MinutesPage) -> None:
    said = digest("--until", yesterday())
    edition = Edition.objects.get()
    assert said.strip() == f"Edition {edition.pk} is ready: 2 copies for the worker."
    assert edition.state == EditionState.SENDING
    with pytest.raises(CommandError, match="covers part of this time already"):
        digest("--until", yesterday())


def test_the_next_edition_begins_where_the_last_one_ended(published: MinutesPage) -> None:
    digest("--until", yesterday())
    first = Edition.objects.get()
    digest("--until", f"{timezone.localtime():%Y-%m-%dT%H:%M}")
    second = Edition.objects.exclude(pk=first.pk).get()
    assert second.period_start == first.period_end
    assert second.state == EditionState.EMPTY


def test_nothing_to_say_is_said(carers_board: BoardPage) -> None:
    assert "nothing would be sent" in digest("--until", yesterday(), "--dry-run")
    assert "nothing will be sent" in digest("--until", yesterday())
    assert Edition.objects.get().state == EditionState.EMPTY


@pytest.mark.parametrize("moment", ["2026-03-29T01:30", "2026-10-25T01:30", "2026-02-28"])
def test_moments_that_the_clocks_skip_or_repeat_break_nothing(home: object, moment: str) -> None:
    assert digest("--until", f"{moment[:10]}T{moment[11:] or '07:00'}", "--dry-run")


@pytest.mark.parametrize(
    "moment", ["soon", "", "2026-02-30T07:00", "07:00", "2026-11-02 at 7", "9" * 100]
)
def test_a_nonsense_moment_is_said_in_plain_words(home: object, moment: str) -> None:
    with pytest.raises(CommandError, match=r"is not a moment\. Write it like 2026-11-02T07:00\."):
        digest("--until", moment)
    assert not Edition.objects.exists()


def test_a_moment_to_come_is_refused(home: object) -> None:
    tomorrow = f"{timezone.localtime() + timedelta(days=1):%Y-%m-%dT%H:%M}"
    for more in ((), ("--dry-run",)):
        with pytest.raises(CommandError, match="still to come"):
            digest("--until", tomorrow, *more)


def test_a_list_that_is_not_there_is_said_with_those_that_are(home: object) -> None:
    with pytest.raises(CommandError, match=r"no list “champions”\. There is: senate\."):
        digest("--until", yesterday(), of="champions")
    DigestList.objects.all().delete()
    with pytest.raises(CommandError, match=r"There is: none yet\."):
        digest("--until", yesterday())
