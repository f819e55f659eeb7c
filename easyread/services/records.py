"""What is known of an easy read: from which text it was made, who checked it."""

from collections.abc import Iterable
from datetime import date, datetime
from functools import partial

from django.db import transaction
from wagtail.models import Page

from easyread.accounts import Account
from easyread.enums import ReadersQuestion, ReadersVerdict
from easyread.events import easy_read_checked, easy_read_published
from easyread.models import EasyReadPage, EasyReadRecord, ReadersAnswer, ReadersCheck
from easyread.outline import lines_of
from easyread.selectors.states import words_sha256


def _lines(original: Page) -> list[str]:
    return lines_of(original.specific.easy_read_source())


@transaction.atomic
def keep_source(*, easy_read: EasyReadPage, now: datetime) -> EasyReadRecord:
    """Remember the original as it is now as that from which the easy read is made.

    Also the answer to "the full version has changed": the writer says that the easy read says so
    too.
    """
    original = easy_read.get_parent()
    record, _ = EasyReadRecord.objects.update_or_create(
        easy_read=easy_read,
        defaults={
            "source": _lines(original),
            "made_from_at": original.last_published_at or now,
            "original_changed_at": None,
        },
    )
    return record


@transaction.atomic
def note_published(*, easy_read: EasyReadPage, now: datetime) -> EasyReadRecord:
    """After publishing: a readers' check holds only for the words that they read."""
    record = EasyReadRecord.objects.filter(easy_read=easy_read).first()
    if record is None:
        record = keep_source(easy_read=easy_read, now=now)
    record.words_sha256 = words_sha256(easy_read)
    record.readers_check = _check_that_holds(easy_read, record.words_sha256)
    record.save(update_fields=["words_sha256", "readers_check"])
    transaction.on_commit(partial(easy_read_published.send_robust, None, easy_read_id=easy_read.pk))
    return record


def _check_that_holds(easy_read: EasyReadPage, words: str) -> ReadersCheck | None:
    """The latest check of exactly these words, where the readers were content with all."""
    checks = ReadersCheck.objects.filter(easy_read=easy_read, words_sha256=words)
    latest = (
        checks.exclude(words_sha256="")
        .order_by("-checked_on", "-pk")
        .prefetch_related("answers")
        .first()
    )
    if latest is None:
        return None
    answers = {one.question: one.verdict for one in latest.answers.all()}
    content = all(answers.get(each) == ReadersVerdict.YES for each in ReadersQuestion.values)
    return latest if content else None


@transaction.atomic
def record_readers_check(
    *,
    easy_read: EasyReadPage,
    readers: str,
    checked_on: date,
    answers: dict[ReadersQuestion, ReadersVerdict],
    remarks: str,
    recorded_by: Account | None,
    now: datetime,
) -> ReadersCheck:
    """Keep what readers said of the words and pictures of ``easy_read`` as it is given.

    That may be its draft: what is published later with the same words was checked. "Checked by
    readers" appears only where they answered yes to every question.
    """
    check = ReadersCheck.objects.create(
        easy_read=easy_read,
        readers=readers,
        checked_on=checked_on,
        words_sha256=words_sha256(easy_read),
        remarks=remarks,
        recorded_by=recorded_by,
        recorded_at=now,
    )
    ReadersAnswer.objects.bulk_create(
        ReadersAnswer(check_of=check, question=question, verdict=verdict)
        for question, verdict in answers.items()
    )
    record = EasyReadRecord.objects.filter(easy_read=easy_read).first()
    if record is not None:
        record.readers_check = _check_that_holds(easy_read, record.words_sha256)
        record.save(update_fields=["readers_check"])
        tell = partial(easy_read_checked.send_robust, None, easy_read_id=easy_read.pk)
        transaction.on_commit(tell)
    return check


@transaction.atomic
def compare_with_original(*, original: Page, now: datetime) -> None:
    """After the original was published: does it still say that from which the easy read is made?

    Words that come back to what they were make the easy read right again by itself.
    """
    records = EasyReadRecord.objects.filter(easy_read__in=EasyReadPage.objects.child_of(original))
    for record in records:
        changed = record.source != _lines(original)
        if changed and record.original_changed_at is None:
            record.original_changed_at = now
        elif not changed:
            record.original_changed_at = None
        record.save(update_fields=["original_changed_at"])


def take_easy_read_down(*, original: Page) -> None:
    """What is no longer public is not public in easy words either."""
    for easy_read in EasyReadPage.objects.child_of(original):
        easy_read.unpublish()


def fill_sources(*, easy_reads: Iterable[EasyReadPage], now: datetime) -> int:
    """For easy reads of an earlier version of the portal, which did not keep the text they were
    made from: it is taken to be the original's as it is now.

    Those known to be out of date stay so. Returns how many were filled.
    """
    filled = 0
    for easy_read in easy_reads:
        record = EasyReadRecord.objects.filter(easy_read=easy_read).first()
        if record is not None and (record.words_sha256 or record.original_changed_at):
            continue
        if record is None:
            record = keep_source(easy_read=easy_read, now=now)
        original = easy_read.get_parent()
        record.source = _lines(original)
        record.made_from_at = record.made_from_at or original.last_published_at or now
        record.words_sha256 = words_sha256(easy_read)
        ReadersCheck.objects.filter(easy_read=easy_read, words_sha256="").update(
            words_sha256=record.words_sha256
        )
        record.save()
        filled += 1
    return filled
