"""Reading the world of easy read."""

from easyread.selectors.files import FilesNote, FileView, files_note, files_of, pages_of
from easyread.selectors.glossary import glossary
from easyread.selectors.ideas import ideas_shown
from easyread.selectors.pictures import (
    all_pictures,
    favourite_pictures,
    find_pictures,
    keys_of_favourites,
    licences_of_pictures,
    missing_pictures,
    pictures_most_used_first,
    recent_pictures,
    suggest_for,
    suggest_pictures,
)
from easyread.selectors.states import (
    Changes,
    EasyReadLink,
    EasyReadView,
    changes_of,
    easy_read_below,
    easy_read_numbered,
    easy_read_of,
    easy_read_view,
    easy_reads_of,
    public_originals,
    state_of,
    way_up,
)
from easyread.selectors.terms import term_index
from easyread.selectors.vocabulary import vocabulary
from easyread.selectors.word_list import terms_in, word_list, words_listed

__all__ = [
    "Changes",
    "EasyReadLink",
    "EasyReadView",
    "FileView",
    "FilesNote",
    "all_pictures",
    "changes_of",
    "easy_read_below",
    "easy_read_numbered",
    "easy_read_of",
    "easy_read_view",
    "easy_reads_of",
    "favourite_pictures",
    "files_note",
    "files_of",
    "find_pictures",
    "glossary",
    "ideas_shown",
    "keys_of_favourites",
    "licences_of_pictures",
    "missing_pictures",
    "pages_of",
    "pictures_most_used_first",
    "public_originals",
    "recent_pictures",
    "state_of",
    "suggest_for",
    "suggest_pictures",
    "term_index",
    "terms_in",
    "vocabulary",
    "way_up",
    "word_list",
    "words_listed",
]
