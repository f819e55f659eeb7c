"""Easy read, checked by rules: pure functions that know nothing of Django or of the site.

`check` for the words of one block, `check_document` for a whole easy read. All of it is advice: the
program never blocks, and never gives one number alone.
"""

from easyread.plainwords.checking import check
from easyread.plainwords.documents import Block, BlockKind, Report, check_document
from easyread.plainwords.findings import Finding, Severity, Vocabulary
from easyread.plainwords.lemmas import content_words, lemma, says_little
from easyread.plainwords.splitting import Sentence, sentences
from easyread.plainwords.table import RULES, Checked, Rule

__all__ = [
    "RULES",
    "Block",
    "BlockKind",
    "Checked",
    "Finding",
    "Report",
    "Rule",
    "Sentence",
    "Severity",
    "Vocabulary",
    "check",
    "check_document",
    "content_words",
    "lemma",
    "says_little",
    "sentences",
]
