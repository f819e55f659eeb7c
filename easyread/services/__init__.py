"""Changing the world of easy read."""

from easyread.services.drafts import EasyReadAlreadyStarted, start_easy_read
from easyread.services.format_requests import (
    AnsweredAlready,
    AnswerIsEmpty,
    TooManyRequests,
    answer_request,
    ask_for_format,
    forget_contacts,
)
from easyread.services.glossary import load_jargon
from easyread.services.marks import keep_favourite, note_missing, note_used
from easyread.services.pictures import load_pictures
from easyread.services.publishing import publish_easy_read, publish_page
from easyread.services.records import (
    compare_with_original,
    fill_sources,
    keep_source,
    note_published,
    record_readers_check,
    take_easy_read_down,
    words_sha256,
)
from easyread.services.uploads import upload_picture

__all__ = [
    "AnswerIsEmpty",
    "AnsweredAlready",
    "EasyReadAlreadyStarted",
    "TooManyRequests",
    "answer_request",
    "ask_for_format",
    "compare_with_original",
    "fill_sources",
    "forget_contacts",
    "keep_favourite",
    "keep_source",
    "load_jargon",
    "load_pictures",
    "note_missing",
    "note_published",
    "note_used",
    "publish_easy_read",
    "publish_page",
    "record_readers_check",
    "start_easy_read",
    "take_easy_read_down",
    "upload_picture",
    "words_sha256",
]
