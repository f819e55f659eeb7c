"""The whole of an easy read in its order: how to use it, the ideas, whom to ask, the word list.

Source of the order: Australian Government Style Manual, "Easy Read".
"""

import re
from itertools import groupby
from urllib.parse import urljoin

from easyread.printing.content import Credit, Paragraph, PrintContent, PrintLine, PrintRow
from easyread.richtext import Run, lines_of
from easyread.richtext import TextLine as Words

FIRST_ROWS = 10  # where a text says by itself what it is
ADDRESSES = ("http://", "https://", "mailto:", "tel:")
SAYS_EASY_READ = re.compile(r"\beasy[- ]read\b", re.IGNORECASE)
SAYS_HELP = re.compile(r"\b(someone|somebody|anyone) to help\b|\bhelp you\b", re.IGNORECASE)


def arranged(content: PrintContent) -> list[PrintRow]:
    """Every row from the first page to the last."""
    return [
        *_opening(content),
        *content.rows,
        *_contact(content),
        *([heading("Word list"), *content.words] if content.words else []),
        *_makers(content),
    ]


def heading(words: str) -> PrintRow:
    return PrintRow("heading", label=words)


def plain(words: str, *, bold: bool = False) -> Paragraph:
    return (Run(words, is_bold=bold),)


def linked(address: str) -> Paragraph:
    """An address spelt out: on paper nobody can press a link."""
    return (Run(spelt_out(address), address=address),)


def spelt_out(address: str) -> str:
    """As it is read from paper and typed in."""
    return re.sub(r"^(mailto:|tel:|https?://)", "", address)


def paragraphs_of(html: str, *, base: str) -> tuple[Paragraph, ...]:
    """What an editor wrote, line by line. ``base`` makes addresses whole.

    Whatever is neither bold nor a link is plain: no italics, nothing underlined.
    """
    return tuple(_spelling_links(line, base) for line in lines_of(html))


def _spelling_links(line: Words, base: str) -> Paragraph:
    """Addresses stand behind the words that led there: only an address is a link."""
    found: list[Run] = []
    for address, same in groupby(line.runs, key=lambda run: run.address):
        whole = urljoin(base, address) if address else ""
        whole = whole if whole.startswith(ADDRESSES) else ""
        runs = list(same)
        words = "".join(run.text for run in runs)
        is_own = words.strip() in {whole, spelt_out(whole)}
        found += [Run(run.text, run.is_bold, whole if is_own else "") for run in runs]
        if whole and not is_own:
            before, after = ("(", ") ") if words.endswith(" ") else (" (", ")")
            found += [Run(before), *linked(whole), Run(after)]
    return tuple(found)


def _opening(content: PrintContent) -> list[PrintRow]:
    usual = content.usual
    begins = " ".join(row.text for row in content.rows[:FIRST_ROWS])
    lines = []
    if not SAYS_EASY_READ.search(begins):
        words = plain("This is an easy read."), plain("Easy read has short words and pictures.")
        lines.append(PrintLine(words, usual.easy_read))
    if not SAYS_HELP.search(begins):
        lines.append(PrintLine((plain("You can ask someone to help you read this."),), usual.help))
    if content.words:
        words = plain("Some words are hard."), plain("The word list at the end explains them.")
        lines.append(PrintLine(words, usual.words))
    if content.address:
        full = (
            plain("There is a longer version."),
            plain(content.full_version, bold=True),
            linked(content.address),
        )
        lines.append(PrintLine(full, usual.document))
    return [PrintRow("plain", (line,)) for line in lines]


def _contact(content: PrintContent) -> list[PrintRow]:
    ways: list[Paragraph] = []
    if content.phone:
        ways.append((Run("Phone "), Run(content.phone, is_bold=True)))
    if content.email:
        ways += [plain("E-mail"), linked(f"mailto:{content.email}")]
    if not ways and content.contact_address:
        ways.append(linked(content.contact_address))
    if not ways:
        return []
    line = PrintLine((plain("You can ask us."), *ways), content.usual.contact)
    return [heading("Do you have a question?"), PrintRow("plain", (line,))]


def _makers(content: PrintContent) -> list[PrintRow]:
    words = [plain(f"{content.council} made this easy read.")]
    if content.readers:
        words.append(plain(f"{content.readers} checked this easy read."))
    words += [_credit(credit) for credit in content.credits]
    return [heading("Who made this"), PrintRow("wide", (PrintLine(tuple(words)),))]


def _credit(credit: Credit) -> Paragraph:
    terms = f", {credit.licence}" if credit.licence else ""
    words = Run(f"Pictures: {credit.author or 'author not known'}{terms}")
    if not credit.address:
        return (words,)
    return (words, Run(", "), Run(spelt_out(credit.address), address=credit.address))
