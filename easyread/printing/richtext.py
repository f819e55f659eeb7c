"""From the editor's HTML to words that can be printed: paragraphs, bold, links."""

from html.parser import HTMLParser
from urllib.parse import urljoin

from easyread.printing.arranging import spelt_out
from easyread.printing.content import Paragraph, Run

ENDS_A_PARAGRAPH = {"p", "li", "div", "br", "h1", "h2", "h3", "h4", "h5", "h6"}
BOLD = {"b", "strong"}
ADDRESSES = ("http://", "https://", "mailto:", "tel:")


def paragraphs_of(html: str, *, base: str) -> tuple[Paragraph, ...]:
    """The paragraphs; addresses are made whole by ``base`` and spelt out behind their words.

    Whatever is neither bold nor a link is plain: no italics, nothing underlined.
    """
    reader = _Reader(base)
    reader.feed(html)
    reader.close()
    reader.end()
    return tuple(reader.paragraphs)


class _Reader(HTMLParser):
    def __init__(self, base: str) -> None:
        super().__init__(convert_charrefs=True)
        self.paragraphs: list[Paragraph] = []
        self._base = base
        self._runs: list[Run] = []
        self._bold = 0
        self._address = ""
        self._linked = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in ENDS_A_PARAGRAPH:
            self.end()
        elif tag in BOLD:
            self._bold += 1
        elif tag == "a":
            whole = urljoin(self._base, dict(attrs).get("href") or "")
            self._address = whole if whole.startswith(ADDRESSES) else ""
            self._linked = ""

    def handle_endtag(self, tag: str) -> None:
        if tag in ENDS_A_PARAGRAPH:
            self.end()
        elif tag in BOLD:
            self._bold = max(0, self._bold - 1)
        elif tag == "a":
            self._spell_out()

    def handle_data(self, data: str) -> None:
        words = " ".join(data.split())
        if not words:
            words = " " if data and self._runs else ""
        elif self._runs:
            words = (" " if data[0].isspace() else "") + words
        if words and words != " " and data[-1].isspace():
            words += " "
        if words:
            self._runs.append(Run(words, bool(self._bold), self._own_address(words)))
            self._linked += words

    def end(self) -> None:
        """What was read since the last paragraph is one."""
        self._spell_out()
        if any(run.text.strip() for run in self._runs):
            self.paragraphs.append(tuple(self._runs))
        self._runs = []

    def _own_address(self, words: str) -> str:
        """Only an address is a link: on paper other words lead nowhere."""
        shown = spelt_out(self._address)
        return self._address if words.strip() in {shown, self._address} else ""

    def _spell_out(self) -> None:
        address, self._address = self._address, ""
        shown = spelt_out(address)
        if address and self._linked.strip() not in {shown, address, ""}:
            self._runs += [Run(" ("), Run(shown, address=address), Run(")")]
