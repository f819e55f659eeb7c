"""Changing the world of easy read."""

from easyread.services.drafts import EasyReadAlreadyStarted, start_easy_read
from easyread.services.files import (
    ask_for_files,
    drop_files,
    make_files,
    recover_files,
    renew_files,
)
from easyread.services.format_requests import (
    AnsweredAlready,
    AnswerIsEmpty,
    TooManyRequests,
    answer_request,
    ask_for_format,
    forget_contacts,
)
from easyread.services.glossary import WordIsNone, allow_word, load_jargon
from easyread.services.marks import keep_favourite, note_missing, note_used
from easyread.services.picture_sets import (
    LONGEST_SET_NAME,
    Became,
    Outcome,
    bring_picture,
    set_slug,
)
from easyread.services.pictures import load_pictures
from easyread.services.publishing import publish_easy_read, publish_page
from easyread.services.records import (
    compare_with_original,
    fill_sources,
    keep_source,
    note_published,
    record_readers_check,
    take_easy_read_down,
)
from easyread.services.survey import ask_for_survey, survey_words
from easyread.services.uploads import forget_image, upload_picture
from easyread.services.workshop import forget_stored

__all__ = [
    "LONGEST_SET_NAME",
    "AnswerIsEmpty",
    "AnsweredAlready",
    "Became",
    "EasyReadAlreadyStarted",
    "Outcome",
    "TooManyRequests",
    "WordIsNone",
    "allow_word",
    "answer_request",
    "ask_for_files",
    "ask_for_format",
    "ask_for_survey",
    "bring_picture",
    "compare_with_original",
    "drop_files",
    "fill_sources",
    "forget_contacts",
    "forget_image",
    "forget_stored",
    "keep_favourite",
    "keep_source",
    "load_jargon",
    "load_pictures",
    "make_files",
    "note_missing",
    "note_published",
    "note_used",
    "publish_easy_read",
    "publish_page",
    "record_readers_check",
    "recover_files",
    "renew_files",
    "set_slug",
    "start_easy_read",
    "survey_words",
    "take_easy_read_down",
    "upload_picture",
]
