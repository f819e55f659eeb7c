"""Making the first use of each hard word in a piece of HTML a link to what it means.

Pure. A scan over tags and text: what is not a hard word stays as it is, byte for byte. HTML that
is broken is left alone from there on.
"""

import re
from collections.abc import Callable, Iterator
from html import unescape
from typing import Literal

from easyread.terms import TermIndex, is_within_a_name

# Where a link would be wrong: inside another control, in headings, labels and code.
_PLAIN_ELEMENTS = frozenset(
    {"a", "button", "h1", "h2", "h3", "h4", "h5", "h6", "code", "kbd", "samp", "pre", "label"}
    | {"legend", "summary", "select", "option", "caption", "th", "dfn"}
    | {"svg", "math", "object", "video", "audio", "canvas"}
)
# Their content is text, whatever it looks like.
_RAW_ELEMENTS = frozenset(
    {"script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes", "noscript"}
    | {"template"}
)
_VOID_ELEMENTS = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param"}
    | {"source", "track", "wbr"}
)
_PIECE = re.compile(
    r"(?P<comment><!--)"
    r"|<[!?][^<>]*+>"
    r"|<(?P<end>/?)(?P<name>[a-zA-Z][^\s/<>\"']*+)"
    r"(?P<attributes>(?:[^<>\"']++|\"[^\"]*+\"|'[^']*+')*+)>"
)
_BROKEN = re.compile(r"<[a-zA-Z/!?]")
_PLAIN_ATTRIBUTE = re.compile(
    r"(?<![\w-])(?:data-plain|hidden|contenteditable|aria-hidden\s*=\s*[\"']?true)(?![\w-])"
    r"|visually-hidden"
    r"|role\s*=\s*[\"']?(?:img|button|link|tab|menuitem|option)(?![\w-])",
    re.IGNORECASE,
)
_OWN_LINK = re.compile(r"class=\"word\" href=\"[^\"]*?/([^/\"]+)/\"")
_BESIDE = 200  # characters in which the words beside a run are looked for
_TAG = re.compile(r"<[^<>]*>")
_NEW_LINE = re.compile(r"<(?!/?(?:a|abbr|b|em|i|mark|span|strong)\b)[^<>]*>", re.IGNORECASE)
_LONGEST_ENTITY = 2  # characters for which one entity stands
_ENTITY = re.compile(r"&(?:#\d{1,8}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});")


class Explainer:
    """Explains each term once, however many pieces of a page it is given.

    ``index`` is asked for with the first piece that holds anything, so that a page costs the same
    whatever stands in it; ``address`` gives the page of a slug.
    """

    def __init__(self, index: Callable[[], TermIndex], address: Callable[[str], str]) -> None:
        self._read_index = index
        self._index: TermIndex | None = None
        self._address = address
        self._seen: set[str] = set()

    def explain(self, html: str) -> str:
        """The same HTML with the first uses of terms linked. Twice is the same as once."""
        if not html or html.isspace():
            return html
        if self._index is None:
            self._index = self._read_index()
        self._seen.update(match[1] for match in _OWN_LINK.finditer(html))
        done: list[str] = []
        pieces = list(_runs(html))
        for place, (text, is_open) in enumerate(pieces):
            done.append(self._linked(pieces, place, self._index) if is_open else text)
        return "".join(done)

    def _linked(self, pieces: list[tuple[str, bool]], place: int, index: TermIndex) -> str:
        run = pieces[place][0]
        if not run or run.isspace():
            return run
        text, places = _read(run)
        done: list[str] = []
        at = 0
        for match in index.find(text):
            slug = match.term.slug
            if slug in self._seen:
                continue
            before, after = _beside(pieces, place, -1), _beside(pieces, place, 1)
            if is_within_a_name(match, text, before=before, after=after):
                continue
            self._seen.add(slug)
            start, end = match.start, match.end
            if places:
                start, end = places[start], places[end]
            done += [run[at:start], f'<a class="word" href="{self._address(slug)}">']
            done += [run[start:end], "</a>"]
            at = end
        return "".join([*done, run[at:]]) if done else run


def _runs(html: str) -> Iterator[tuple[str, bool]]:
    """The HTML in pieces, each with whether it is text in which a link may stand."""
    at = 0  # what stands before is done
    text = 0  # where the text begins that is not done yet
    plain, depth = "", 0  # the element inside which nothing is linked, and how often it is open
    for piece in _PIECE.finditer(html):
        begin = piece.start()
        if begin < at:
            continue  # within a comment or a script
        comment, closes, name, attributes = piece.groups()
        end = _end_of_comment(html, begin) if comment else piece.end()
        if _is_broken(html, at, begin) or not end:
            break
        if begin > at and not plain:
            yield html[text:at], False
            yield html[at:begin], True
            text = begin
        at = end
        if not name:
            continue
        name = name.lower()
        if name in _RAW_ELEMENTS and not closes:
            at = _end_of_raw(html, name, at)
        else:
            plain, depth = _inside(plain, depth, name, closes, attributes)
    yield html[text:at], False
    yield html[at:], not plain and not _is_broken(html, at, len(html))


def _beside(pieces: list[tuple[str, bool]], place: int, step: Literal[-1, 1]) -> str:
    """What one reads on the same line just before a run, or behind it: bold words, a link."""
    words = ""
    place += step
    while 0 <= place < len(pieces) and len(words) < _BESIDE:
        piece = pieces[place][0]
        lines = _NEW_LINE.split(piece[:_BESIDE] if step > 0 else piece[-_BESIDE:])
        read = unescape(_TAG.sub("", lines[0 if step > 0 else -1]))
        words = words + read if step > 0 else read + words
        place = place + step if len(lines) == 1 else -1
    return words


def _is_broken(html: str, start: int, end: int) -> bool:
    """Whether there is something between that began as a tag and is none."""
    return html.find("<", start, end) >= 0 and bool(_BROKEN.search(html, start, end))


def _inside(plain: str, depth: int, name: str, closes: str, attributes: str) -> tuple[str, int]:
    """Behind this tag: the element inside which nothing is linked, and how often it is open."""
    if plain:
        depth += (-1 if closes else 1) * (name == plain)
        return plain if depth else "", depth
    return (name, 1) if not closes and _is_plain(name, attributes) else ("", 0)


def _is_plain(name: str, attributes: str) -> bool:
    if name in _PLAIN_ELEMENTS:
        return True
    return name not in _VOID_ELEMENTS and bool(_PLAIN_ATTRIBUTE.search(attributes))


def _end_of_comment(html: str, start: int) -> int:
    """0 if it has none."""
    end = html.find("-->", start + len("<!"))
    return end + len("-->") if end >= 0 else 0


def _end_of_raw(html: str, name: str, start: int) -> int:
    end = re.compile(rf"</{name}(?=[\s/>])[^<>]*+>", re.IGNORECASE).search(html, start)
    return end.end() if end else len(html)


def _read(run: str) -> tuple[str, list[int]]:
    """The text as it is read, and for each of its places where that is in ``run`` (nothing where
    they are the same)."""
    if "&" not in run:
        return run, []
    parts: list[str] = []
    places: list[int] = []
    at = 0
    for entity in _ENTITY.finditer(run):
        parts.append(run[at : entity.start()])
        places += range(at, entity.start())
        letters = unescape(entity[0])
        if len(letters) > _LONGEST_ENTITY:  # it names nothing, and stays whole
            letters = "\0"
        parts.append(letters)
        places += [entity.start()] * len(letters)
        at = entity.end()
    parts.append(run[at:])
    places += range(at, len(run) + 1)
    return "".join(parts), places
