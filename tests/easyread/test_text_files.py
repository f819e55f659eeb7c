"""The words of files of every kind, and clear sentences about those that have none."""

from __future__ import annotations

import zipfile
from io import BytesIO

import docx
import pytest

from easyread.text_files import (
    MOST_BYTES,
    MOST_CHARACTERS,
    MOST_UNPACKED,
    FileWords,
    UnreadableFile,
    words_of,
)

LINES = "Our plan\nWe met in May.\nA quorum means enough people."
HEADING = ((0, 8),)
ODT = """<office:document-content
 xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
 xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"
 xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0">
<office:automatic-styles><style:style style:name="T1" style:family="text">
<style:text-properties fo:font-weight="bold"/></style:style></office:automatic-styles>
<office:body><office:text><text:h>Our plan</text:h><text:p>We met in May.<text:line-break/>A
 <text:span text:style-name="T1">quorum</text:span><text:s/>means enough people.</text:p>
</office:text></office:body></office:document-content>"""
PAGE = """<html><head><title>Not this</title><style>p{color:red}</style></head><body>
<h1>Our plan</h1><script>not this</script><p>We <em>met</em> in May.<br>A <strong>Quorum</strong>
means enough&nbsp;people.</p><!-- nor this --></body></html>"""
MARKDOWN = (
    "# Our plan\n- We [met](https://a.example/b) in May.\n1. A **quorum** means enough people."
)


def word_file() -> bytes:
    document = docx.Document()
    document.add_heading("Our plan", 1)
    paragraph = document.add_paragraph("We met in May.")
    paragraph.add_run().add_break()
    paragraph.add_run("A ")
    paragraph.add_run("quo").bold = True
    paragraph.add_run("rum").bold = True
    paragraph.add_run(" means enough people.")
    saved = BytesIO()
    document.save(saved)
    return saved.getvalue()


def packed(name: str, content: bytes) -> bytes:
    saved = BytesIO()
    with zipfile.ZipFile(saved, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr(name, content)
    return saved.getvalue()


def by_name(value: object) -> str:
    """Name a case without what the file holds: packed files hold the time they were made."""
    return value if isinstance(value, str) else "file"


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.docx", word_file()),
        ("a.ODT", packed("content.xml", ODT.replace("A\n ", "A ").encode())),
        ("a.html", PAGE.encode()),
        ("a.htm", PAGE.encode("utf-16")),
        ("a.md", MARKDOWN.encode()),
    ],
    ids=by_name,
)
def test_headings_and_bold_words_of_every_kind_are_found(name: str, content: bytes) -> None:
    read = words_of(content, name)
    assert read.text.replace("Quorum", "quorum") == LINES
    assert read == FileWords(read.text, frozenset(["quorum"]), HEADING)


@pytest.mark.parametrize("name", ["a.txt", "a", "-", "a.unknown"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_text_is_read_in_every_usual_encoding(name: str, encoding: str) -> None:
    assert words_of("Café at £5.\r\nYes.".encode(encoding), name).text == "Café at £5.\nYes."


def test_tables_of_word_files_are_read_too() -> None:
    document = docx.Document()
    document.add_table(1, 2).cell(0, 1).text = "Mend the lift"
    saved = BytesIO()
    document.save(saved)
    assert "Mend the lift" in words_of(saved.getvalue(), "a.docx").text


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("a.txt", b"", "empty"),
        ("a.txt", b" \n\t ", "empty"),
        ("a.docx", b"", "empty"),
        ("a.html", b"<html><body><script>x</script></body></html>", "no words"),
        ("a.html", b"<!-- -->", "no words"),
        ("a.md", b"# ", "no words"),
        ("a.txt", b"\x7fELF\x00\x01", "not a text"),
        ("a.txt", b"%PDF-1.7\nx", "not a text"),
        ("a.txt", bytes(range(1, 9)) * 9, "not a text"),
        ("a.docx", b"We met.", "broken"),
        ("a.docx", packed("x.txt", b"x"), "broken"),
        ("a.docx", word_file()[:-200], "broken"),
        ("a.odt", b"PK\x03\x04", "broken"),
        ("a.odt", packed("x.xml", b"x"), "broken"),
        ("a.odt", packed("content.xml", b"<a>"), "broken"),
        ("a.odt", packed("content.xml", b"\0"), "broken"),
        ("a.odt", packed("content.xml", b"x" * (MOST_UNPACKED + 1)), "too large"),
        ("a.txt", b"x" * (MOST_BYTES + 1), "too large"),
        ("a.txt", b"bus " * (MOST_CHARACTERS // 3), "too many words"),
    ],
    ids=by_name,
)
def test_a_file_without_words_is_told_in_one_sentence(name: str, content: bytes, says: str) -> None:
    with pytest.raises(UnreadableFile, match=says) as told:
        words_of(content, name)
    assert str(told.value).endswith(".")


def test_entities_are_not_followed(tmp_path: object) -> None:
    bomb = (
        b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
        + ODT.replace("We met in May.", "We met&x; in May.").encode()
    )
    assert "root:" not in words_of(packed("content.xml", bomb), "a.odt").text
