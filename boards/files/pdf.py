"""What a PDF does to those who open it. Pure: no Django, no database.

A PDF is a web of objects, and something that runs may hang on any of them: a page, a field, a
bookmark, the end of a chain. So every object of the file is looked at, those of its earlier
versions too, which other programs may find when they mend a broken file.
"""

import re
from collections.abc import Iterable, Iterator
from io import BytesIO
from time import thread_time
from typing import Any, BinaryIO

from pypdf import Configuration, PasswordType, PdfReader, apply_configuration
from pypdf.errors import LimitReachedError
from pypdf.generic import (
    ArrayObject,
    ByteStringObject,
    DictionaryObject,
    IndirectObject,
    StreamObject,
    TextStringObject,
)

from boards.files.pdf_refusals import (
    ATTACHED,
    BROKEN,
    BY_ACTION,
    BY_TYPE,
    LEADS_AWAY,
    MOST_PAGES,
    PROGRAM,
    PROTECTED,
    STARTS,
    TOO_MANY_PAGES,
    TOO_MUCH,
    RefusedPdf,
)

MOST_OBJECTS = 400_000  # dictionaries and lists, those inside others too
MOST_PACKED = 60_000_000  # bytes of the objects that are stored packed
MOST_SECONDS = 12.0  # of the processor: a web thread is not kept for longer
LONGEST_CHAIN = 100  # actions that follow one another
_LIMITS = Configuration().with_overwrites(
    zlib_maximum_output_length=20_000_000,
    lzw_maximum_output_length=20_000_000,
    run_length_maximum_output_length=20_000_000,
    brotli_maximum_output_length=20_000_000,
    stream_decoding_work_maximum_length=80_000_000,
)

_ON_CLICK = frozenset(
    ["/GoTo", "/GoToDp", "/Thread", "/URI", "/Named", "/ResetForm", "/Hide", "/SetOCGState"]
)
_BY_ITSELF = frozenset(["/GoTo"])  # when the file or a page is opened, or a field is entered
_NAMED = frozenset(
    ["/NextPage", "/PrevPage", "/FirstPage", "/LastPage", "/GoBack", "/GoForward", "/Print"]
)
# To the web, by mail or telephone, or to a place beside this file: no scheme, no network drive.
_GOOD_LINK = re.compile(r"(?:https?|mailto|tel):|(?![a-z][a-z0-9+.-]*:|//|\\)", re.IGNORECASE)
_NOT_IN_LINKS = re.compile(r"[\x00-\x20\x7f]")
_OBJECT = re.compile(rb"(?<![0-9])([0-9]{1,10})[\x00\s]+([0-9]{1,5})[\x00\s]+obj(?![A-Za-z])")


def _spelled(*names: str) -> bytes:
    """A pattern for names as a PDF may write them: each sign as it is, or as #4A."""
    return b"/(?:%s)" % b"|".join(
        b"".join(b"(?:%s|(?i:#%02x))" % (re.escape(sign.encode()), ord(sign)) for sign in name[1:])
        for name in names
    )


_BETWEEN = rb"(?:[\x00\s]|%[^\r\n]*[\r\n])*"
_WRITTEN = [
    (re.compile(_spelled(*keys) + _BETWEEN + _spelled(name) + rb"(?![^\x00\s()<>\[\]{}/%])"), words)
    for keys, table in ((["/S"], BY_ACTION), (["/Type", "/Subtype"], BY_TYPE))
    for name, words in table.items()
]


def check_pdf(content: bytes) -> None:
    """Raises `RefusedPdf` for a PDF that cannot be opened or that does more than show its pages.

    One that is locked only against changes opens without a password, and is fine.
    """
    source = _Timed(content)
    try:
        with apply_configuration(_LIMITS):
            reader = opened(source)
            _check_pages(len(reader.pages))
            _check_written(content)
            _check_all(_objects(reader, content), source)
    except RefusedPdf:
        raise
    except Exception as problem:  # what a hostile file breaks is not known beforehand
        source.hurry()
        is_large = isinstance(problem, LimitReachedError)
        raise RefusedPdf(TOO_MUCH if is_large else BROKEN) from problem


def opened(source: BinaryIO) -> PdfReader:
    """The PDF as one without a password sees it; raises `RefusedPdf` where there is nothing."""
    try:
        reader = PdfReader(source)
    except NotImplementedError as problem:  # locked in another way than by a password
        raise RefusedPdf(PROTECTED) from problem
    if reader.is_encrypted and reader.decrypt("") == PasswordType.NOT_DECRYPTED:
        raise RefusedPdf(PROTECTED)
    return reader


class _Timed(BytesIO):
    """The bytes of a file, to be read until the time is up."""

    def __init__(self, content: bytes) -> None:
        super().__init__(content)
        self._ends_at = thread_time() + MOST_SECONDS
        self._reads = 0

    def hurry(self) -> None:
        if thread_time() > self._ends_at:
            raise RefusedPdf(TOO_MUCH)

    def read(self, size: int | None = -1, /) -> bytes:
        self._reads += 1
        if size is None or size < 0 or self._reads % 1_000 == 0:
            self.hurry()
        return super().read(size)


def _check_pages(number: int) -> None:
    if not number:
        raise RefusedPdf(BROKEN)
    if number > MOST_PAGES:
        raise RefusedPdf(TOO_MANY_PAGES)


def _check_written(content: bytes) -> None:
    """What stands there in letters counts, however broken the object around it is."""
    for pattern, words in _WRITTEN:
        if pattern.search(content):
            raise RefusedPdf(words)


def _objects(reader: PdfReader, content: bytes) -> Iterator[Any]:
    """Every object: those of the file's own tables, then whatever else stands in it."""
    yield reader.trailer
    places = {
        (number, generation): place
        for generation, listed in reader.xref.items()
        for number, place in listed.items()
    }
    packed = {(number, 0) for number in reader.xref_objStm}
    for number, generation in [*places, *(packed - set(places))]:
        yield _object(reader, number, generation)
    seen = {place for key, place in places.items() if key not in packed}
    for found in _OBJECT.finditer(content):
        if found.start() not in seen:
            number, generation = int(found[1]), int(found[2])
            reader.xref.setdefault(generation, {})[number] = found.start()
            reader.xref_free_entry.get(generation, {}).pop(number, None)
            reader.xref_objStm.pop(number, None)
            reader.resolved_objects.pop((generation, number), None)
            yield _object(reader, number, generation)


def _object(reader: PdfReader, number: int, generation: int) -> Any:
    """One object; None where it cannot be read, which happens in honest files too."""
    try:
        return reader.get_object(IndirectObject(number, generation, reader))
    except (RefusedPdf, LimitReachedError):
        raise
    except Exception:
        return None


def _check_all(objects: Iterable[Any], source: _Timed) -> None:
    """Look at each object and at all that stands inside it."""
    left, packed = MOST_OBJECTS, MOST_PACKED
    for root in objects:
        source.hurry()
        waiting = [root]
        while waiting:
            one = waiting.pop()
            inside: Iterable[Any] = one if isinstance(one, ArrayObject) else ()
            if isinstance(one, DictionaryObject):
                inside = one.values()
                if words := next(filter(None, _against(one)), None):
                    raise RefusedPdf(words)
            waiting += (each for each in inside if isinstance(each, DictionaryObject | ArrayObject))
            left -= 1
        if isinstance(root, StreamObject) and _word(root, "/Type") == "/ObjStm":
            content = root.get_data()
            packed -= len(content)
            _check_written(content)
        if min(left, packed) < 0:
            raise RefusedPdf(TOO_MUCH)


def _against(one: DictionaryObject) -> Iterator[str | None]:
    """What speaks against a dictionary, in words for people; None where nothing does.

    Keys can be names that people gave, to a font or a place, so each is looked at with its value.
    """
    yield BY_ACTION.get(_word(one, "/S"))
    yield BY_TYPE.get(_word(one, "/Subtype")) or BY_TYPE.get(_word(one, "/Type"))
    if _is_text(one, "/JS") or _has_leaves(one, "/JavaScript") or _is_form_of_its_own(one):
        yield PROGRAM
    if isinstance(_entry(one, "/EF"), DictionaryObject) or _has_leaves(one, "/EmbeddedFiles"):
        yield ATTACHED
    if _leads_away(one):
        yield LEADS_AWAY
    if any(_goes_beyond(_entry(one, key), _ON_CLICK) for key in ("/A", "/PA", "/Next")):
        yield STARTS
    if _word(one, "/S") == "/Named" and _word(one, "/N") not in _NAMED:
        yield STARTS
    events = _entry(one, "/AA")
    alone = [_entry(events, key) for key in events] if isinstance(events, DictionaryObject) else []
    if any(_goes_beyond(action, _BY_ITSELF) for action in [_entry(one, "/OpenAction"), *alone]):
        yield STARTS


def _is_text(one: DictionaryObject, key: str) -> bool:
    """Whether text stands under the key, in itself or as a stream that is no picture or font."""
    value = _entry(one, key)
    if isinstance(value, StreamObject):
        return _word(value, "/Subtype") not in {"/Form", "/Image"}
    return isinstance(value, TextStringObject | ByteStringObject)


def _is_form_of_its_own(one: DictionaryObject) -> bool:
    """Whether the form is an XFA form: a document of its own kind, with scripts."""
    return isinstance(_entry(one, "/XFA"), ArrayObject) or _is_text(one, "/XFA")


def _has_leaves(one: DictionaryObject, key: str) -> bool:
    tree = _entry(one, key)
    return any(_entry(tree, branch) for branch in ("/Names", "/Kids"))


def _leads_away(one: DictionaryObject) -> bool:
    """Whether this takes people, or the content of a page, from a place that is no web address."""
    links = [_entry(one, "/URI"), _entry(_entry(one, "/URI"), "/Base")]
    if any(not _GOOD_LINK.match(_NOT_IN_LINKS.sub("", link)) for link in _texts(links)):
        return True
    is_elsewhere = isinstance(one, StreamObject) or _word(one, "/S") == "/Thread"
    return (is_elsewhere and "/F" in one) or _entry(_entry(one, "/Ref"), "/F") is not None


def _texts(values: Iterable[Any]) -> Iterator[str]:
    for value in values:
        if isinstance(value, ByteStringObject):
            yield value.decode("latin-1")
        elif isinstance(value, TextStringObject):
            yield value


def _goes_beyond(action: Any, allowed: frozenset[str]) -> bool:
    """Whether an action, or one of those that follow it, is none of the allowed ones."""
    waiting = [action]
    for _ in range(LONGEST_CHAIN):
        if not waiting:
            return False
        one = waiting.pop()
        if isinstance(one, ArrayObject):
            waiting += [_resolved(each) for each in one[:LONGEST_CHAIN]]
        elif isinstance(one, DictionaryObject) and "/S" in one:
            if _word(one, "/S") not in allowed:
                return True
            waiting.append(_entry(one, "/Next"))
    return True


def _word(one: DictionaryObject, key: str) -> str:
    """The name under the key; a text in its place is read as a name by some programs."""
    value = _entry(one, key)
    return f"/{str(value).removeprefix('/')}" if isinstance(value, str) else ""


def _entry(one: Any, key: str) -> Any:
    """What stands under the key, wherever it is stored; None where there is nothing."""
    return _resolved(one.raw_get(key)) if isinstance(one, DictionaryObject) and key in one else None


def _resolved(thing: Any) -> Any:
    """What a reference refers to, or what is no reference; None where that cannot be read."""
    if not isinstance(thing, IndirectObject):
        return thing
    return _object(thing.pdf, thing.idnum, thing.generation)
