"""Whatever is uploaded, the answer is a reading or one plain sentence."""

from __future__ import annotations

import time
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document

from boards.word_reader import UnreadableWordFile, opening, read_word, refusals

Make = Callable[..., BytesIO]
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def refusal(data: bytes) -> str:
    with pytest.raises(UnreadableWordFile) as caught:
        read_word(BytesIO(data))
    return str(caught.value)


def zipped(**entries: str | bytes) -> bytes:
    """A zip whose entries are named by keyword, "__" for "/" and "_x" for ".xml"."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in entries.items():
            archive.writestr(name.replace("__", "/").replace("_x", ".xml"), content)
    return out.getvalue()


def with_body(body: str) -> bytes:
    return zipped(word__document_x=f"<w:document {W}><w:body>{body}</w:body></w:document>")


def paragraphs(*rows: str) -> str:
    return "".join(f"<w:p><w:r><w:t xml:space='preserve'>{row}</w:t></w:r></w:p>" for row in rows)


def test_a_text_file_is_no_word_file() -> None:
    assert refusal(b"Minutes of the meeting") == refusals.NOT_WORD


def test_an_empty_file_is_said_to_be_empty() -> None:
    assert refusal(b"") == "The file is empty."


def test_the_head_of_an_old_word_file_alone_is_damage() -> None:
    assert refusal(OLE + bytes(2000)) == refusals.DAMAGED


def old_office(*names: str) -> bytes:
    """An Office file from before 2007, of which only the directory is there."""
    stored = [f"{name}\0".encode("utf-16-le") for name in names]
    entries = [one.ljust(64, b"\0") + len(one).to_bytes(2, "little") + b"\2" for one in stored]
    return OLE + bytes(504) + b"".join(entry.ljust(128, b"\0") for entry in entries)


def test_an_old_office_file_is_known_by_the_names_in_its_directory() -> None:
    assert refusal(old_office("Root Entry", "Workbook")) == refusals.OTHER_OFFICE
    assert refusal(old_office("Root Entry", "WordDocument", "Macros")) == refusals.MACROS
    text = "WordDocument and Macros".encode("utf-16-le") * 9
    assert refusal(old_office("Root Entry", "Workbook") + text) == refusals.OTHER_OFFICE


def test_a_password_is_to_be_taken_off() -> None:
    data = OLE + bytes(512) + "EncryptedPackage".encode("utf-16-le") + bytes(512)
    assert "password" in refusal(data)


def test_a_spreadsheet_is_no_word_file() -> None:
    data = zipped(mimetype="application/vnd.oasis.opendocument.spreadsheet", content_x="<x/>")
    assert refusal(data) == refusals.OTHER_OFFICE
    assert refusal(zipped(xl__workbook_x="<x/>")) == refusals.OTHER_OFFICE


def test_a_pdf_and_a_rich_text_file_are_named() -> None:
    assert "PDF" in refusal(b"%PDF-1.7\n...")
    assert "(.rtf)" in refusal(b"{\\rtf1 Minutes}")


def test_a_web_page_named_as_a_word_file_is_told_apart() -> None:
    page = b"\xef\xbb\xbf\r\n<html xmlns:w='urn:schemas-microsoft-com:office:word'>"
    assert refusal(page) == refusals.WEB_PAGE
    assert refusal(b"MIME-Version: 1.0\r\n") == refusals.WEB_PAGE
    assert refusal(b"<?xml version='1.0'?><?mso-application progid='Word.Document'?>") == (
        refusals.WORD_XML
    )


def test_a_file_with_macros_is_refused() -> None:
    kind = "application/vnd.ms-word.document.macroEnabled.main+xml"
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("[Content_Types].xml", f'<Types><Override ContentType="{kind}"/></Types>')
        archive.writestr("word/document.xml", f"<w:document {W}/>")
    assert "macros" in refusal(out.getvalue())


def test_macros_are_seen_when_the_file_does_not_admit_them(make_word: Make) -> None:
    out = BytesIO(make_word("Some text").getvalue())
    with zipfile.ZipFile(out, "a") as archive:
        archive.writestr("word/vbaProject.bin", b"Sub AutoOpen()")
    assert refusal(out.getvalue()) == refusals.MACROS


def test_a_truncated_file_is_damaged(make_word: Make) -> None:
    data = make_word("Some text").getvalue()
    for share in (0.2, 0.5, 0.9, 0.99):
        assert refusal(data[: int(len(data) * share)]) == refusals.DAMAGED


def test_flipped_bytes_never_give_a_traceback(make_word: Make) -> None:
    data = make_word(("b", "1. Welcome"), "Action: AB to send the notes.").getvalue()
    for at in range(30, len(data), 997):
        broken = data[:at] + bytes([data[at] ^ 0xFF]) + data[at + 1 :]
        try:
            read_word(BytesIO(broken))
        except UnreadableWordFile as error:
            assert str(error).endswith(".")


def test_a_zip_without_a_document_is_no_word_file() -> None:
    assert refusal(zipped(readme="hello")) == refusals.NOT_WORD


def test_malformed_xml_is_damage() -> None:
    assert refusal(zipped(word__document_x="<w:document><w:body>")) == refusals.DAMAGED


def test_a_document_without_text_is_said_to_be_empty(make_word: Make) -> None:
    out = BytesIO()
    Document().save(out)
    assert refusal(out.getvalue()) == "This Word file has no text in it."
    assert refusal(zipped(word__document_x=f"<w:document {W}/>")).endswith("no text in it.")


def test_entities_are_never_expanded_or_fetched(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("the secret")
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    for declared in (
        f'<!ENTITY l0 "ha">{laughs}',
        f'<!ENTITY l9 SYSTEM "file://{secret}">',
    ):
        body = "<w:body><w:p><w:r><w:t>&l9;</w:t></w:r></w:p></w:body>"
        xml = f"<!DOCTYPE d [{declared}]><w:document {W}>{body}</w:document>"
        assert refusal(zipped(word__document_x=xml)) == refusals.DAMAGED
        assert refusal(zipped(word__document_x=xml.encode("utf-16"))) == refusals.DAMAGED
        seven = xml.replace("<!", "+ADwAIQ-").encode()
        seven = b'<?xml version="1.0" encoding="utf-7"?>' + seven
        assert refusal(zipped(word__document_x=seven)) == refusals.DAMAGED


def test_a_document_in_utf_16_is_read_like_any_other() -> None:
    body = "<w:p><w:r><w:t>Harbour Board, 3 March 2026</w:t></w:r></w:p>"
    declaration = '<?xml version="1.0" encoding="UTF-16"?>'
    xml = f"{declaration}<w:document {W}><w:body>{body}</w:body></w:document>"
    reading = read_word(BytesIO(zipped(word__document_x=xml.encode("utf-16"))))
    assert reading.title == "Harbour Board"


def test_a_file_over_the_limit_is_not_read(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(opening, "MAX_FILE_BYTES", 1000)
    assert refusal(b"PK\x03\x04" + bytes(2000)) == refusals.TOO_BIG
    large = tmp_path / "large.docx"
    large.write_bytes(b"PK\x03\x04" + bytes(2000))
    with pytest.raises(UnreadableWordFile, match="20 MB"):
        read_word(large)


def test_a_path_that_is_not_there_is_said_plainly(tmp_path: Path) -> None:
    with pytest.raises(UnreadableWordFile, match="cannot be opened"):
        read_word(tmp_path / "nothing.docx")


def test_a_zip_bomb_is_stopped_before_it_unpacks() -> None:
    bomb = zipped(word__document_x=b" " * (60 * 1024 * 1024))
    assert len(bomb) < 100_000
    assert refusal(bomb) == refusals.TOO_MUCH


def test_a_bomb_in_the_pictures_is_stopped_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "MAX_UNPACKED_BYTES", 1_000_000)
    data = zipped(word__document_x=f"<w:document {W}/>", word__media__a=bytes(2_000_000))
    assert refusal(data) == refusals.TOO_MUCH


def test_a_size_that_lies_does_not_help_the_bomb(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "MAX_DOCUMENT_BYTES", 10_000)
    data = zipped(word__document_x=b" " * 1_000_000)
    lying = data.replace((1_000_000).to_bytes(4, "little"), (500).to_bytes(4, "little"))
    assert lying != data
    assert refusal(lying) in (refusals.TOO_MUCH, refusals.DAMAGED)


def test_a_table_of_contents_with_millions_of_entries_is_refused() -> None:
    end = b"PK\x05\x06" + bytes(8) + (50_000_000).to_bytes(4, "little") + bytes(6)
    assert refusal(b"PK\x03\x04" + bytes(100) + end) == refusals.TOO_MUCH


def test_too_many_paragraphs_are_too_long_for_minutes() -> None:
    assert refusal(with_body("<w:p/>" * 20_001)) == refusals.TOO_LONG


def test_too_many_marks_are_refused_before_parsing() -> None:
    assert refusal(with_body("<w:p><w:r/></w:p>" * 800_000)) == refusals.TOO_MUCH


def test_too_many_pieces_of_text_are_too_long_for_minutes() -> None:
    assert refusal(with_body("<w:p>" + "<w:r/>" * 80_001 + "</w:p>")) == refusals.TOO_LONG


def test_a_row_with_more_cells_than_word_makes_is_refused() -> None:
    row = "<w:tbl><w:tr>" + "<w:tc><w:p/></w:tc>" * 101 + "</w:tr></w:tbl>"
    assert refusal(with_body(row)) == refusals.TOO_LONG


def test_an_endless_open_document_is_refused_before_it_is_made_into_another() -> None:
    text = "urn:oasis:names:tc:opendocument:xmlns:text:1.0"
    rows = f'<x xmlns:text="{text}">' + "<text:p/>" * 8_001 + "</x>"
    data = zipped(mimetype="application/vnd.oasis.opendocument.text", content_x=rows)
    assert refusal(data) == refusals.TOO_LONG


def test_too_much_text_is_too_long_for_minutes() -> None:
    paragraph = f"<w:p><w:r><w:t>{'word ' * 1_000_000}</w:t></w:r></w:p>"
    assert refusal(with_body(paragraph)) == refusals.TOO_LONG


def test_deep_nesting_is_damage_and_no_recursion_error() -> None:
    deep = "<w:tbl><w:tr><w:tc>" * 2000 + "<w:p/>" + "</w:tc></w:tr></w:tbl>" * 2000
    assert refusal(with_body(deep)) == refusals.DAMAGED


HOSTILE = (
    "Action: " + "a to " * 60_000,
    "1. " * 60_000,
    "Apologies " * 30_000,
    "(" * 100_000,
    "Present: " + "Ann Lee (" * 30_000,
    "A B C and " * 30_000,
    "by the end of " * 20_000,
    "Action: (a) " * 20_000,
    "\t - " * 60_000,
    "A, " * 100_000,
    "0" * 300_000,
    "10 March " * 30_000,
    "Action: Ann " + "and Lee " * 9000,
    "Action " * 30_000,
    "a@" * 60_000,
)


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: text[:12])
def test_one_endless_paragraph_takes_little_time(text: str) -> None:
    start = time.process_time()
    read_word(BytesIO(with_body(paragraphs("Board, 3 March 2026", text))))
    assert time.process_time() - start < 5


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: text[:12])
def test_many_long_paragraphs_take_little_time(text: str) -> None:
    rows = ["Board, 3 March 2026", "1. Welcome", *[text[:5900]] * 60]
    start = time.process_time()
    read_word(BytesIO(with_body(paragraphs(*rows))))
    assert time.process_time() - start < 20


def test_thousands_of_actions_take_little_time() -> None:
    lines = [f"Action: AB to send paper number {n} to all members." for n in range(4000)]
    start = time.process_time()
    assert len(read_word(BytesIO(with_body(paragraphs("Board", *lines)))).actions) == 4000
    assert time.process_time() - start < 20
