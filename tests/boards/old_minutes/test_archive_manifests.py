"""All that is wrong with a folder of old minutes is told before anything comes in."""

import struct
import unicodedata
from collections.abc import Callable
from datetime import date
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import pytest

from boards.old_minutes import (
    UnreadableManifest,
    UnsafeArchive,
    check_lines,
    files_below,
    read_manifest,
    unpack,
    unpacking,
)
from boards.old_minutes.manifest import Row
from tests.old_minutes import make_folder, zipped

TODAY = date(2026, 4, 16)
BOARDS = {"Carers Partnership Board": 1, "carers": 1, "Autism Partnership Board": 2, "autism": 2}


def problem(row: Row, files: dict[str, str] | None = None) -> str:
    (line, *_) = check_lines(
        [row], files={"a.docx": "1"} if files is None else files, boards=BOARDS, today=TODAY
    )
    return line.problem


def a_row(**more: str) -> Row:
    return Row(1, **({"file": "a.docx", "board": "carers", "date": "2019-03-12"} | more))


@pytest.mark.parametrize(
    ("more", "words"),
    [
        ({"file": ""}, "No file is named."),
        ({"file": "b.docx"}, "This file is not in the folder. Do you mean “a.docx”?"),
        ({"file": "../a.docx"}, "This file is not in the folder."),
        ({"file": "/etc/passwd"}, "Only .docx, .odt and .doc files can be read."),
        ({"file": "a.pdf"}, "Only .docx, .odt and .doc files can be read."),
        ({"board": ""}, "No board is named."),
        ({"board": "Carer Partnership Board"}, "Do you mean “Carers Partnership Board”?"),
        ({"board": "Zebra"}, "There is no board “Zebra”."),
        ({"date": ""}, "No date is given."),
        ({"date": "31/02/2019"}, "“31/02/2019” is no date."),
        ({"date": "03/12/19"}, "is no date. Write it like 2019-03-12 or 12/03/2019."),
        ({"date": "٢٠١٩-٠٣-١٢"}, "is no date."),
        ({"date": "17/04/2026"}, "is in the future."),
        ({"date": "1066-10-14"}, "Is the year right?"),
        ({"status": "final"}, "“final” is neither draft nor approved."),
        ({"starts": "25:00"}, "“25:00” is no time."),
        ({"starts": "13pm"}, "“13pm” is no time."),
    ],
)
def test_each_thing_that_is_wrong_is_said(more: dict[str, str], words: str) -> None:
    assert problem(a_row()) == ""
    assert words in problem(a_row(**more))


def test_all_that_is_wrong_with_a_line_is_said_at_once() -> None:
    words = problem(Row(1, file="b.odt", board="?", date="soon", status="x", starts="y"))
    for each in ("“soon” is no date", "no board “?”", "“x” is neither", "“y” is no time", "not in"):
        assert each in words


@pytest.mark.parametrize(
    "written", ["2019-03-12", "12/03/2019", "12/3/2019", "2019-03-12 00:00:00"]
)
def test_dates_are_taken_as_people_and_spreadsheets_write_them(written: str) -> None:
    (line,) = check_lines([a_row(date=written)], files={"a.docx": "1"}, boards=BOARDS, today=TODAY)
    assert line.held_on == date(2019, 3, 12)


@pytest.mark.parametrize(
    ("written", "hour"), [("14:00", 14), ("2pm", 14), ("2.30 pm", 14), ("12am", 0)]
)
def test_times_are_taken_as_people_write_them(written: str, hour: int) -> None:
    (line,) = check_lines(
        [a_row(starts=written)], files={"a.docx": "1"}, boards=BOARDS, today=TODAY
    )
    assert line.starts is not None
    assert line.starts.hour == hour


def test_doubles_and_files_that_nobody_named_are_told() -> None:
    rows = [
        Row(1, "a.docx", "carers", "2019-03-12"),
        Row(2, "a.docx", "carers", "2019-06-12"),
        Row(3, "b.docx", "Carers Partnership Board", "12/03/2019"),
        Row(4, "c.docx", "autism", "2019-03-12"),
    ]
    files = {"a.docx": "1", "b.docx": "2", "c.docx": "2", "d.docx": "4", "manifest.csv": "5"}
    lines = check_lines(rows, files=files, boards=BOARDS, today=TODAY)
    assert [line.problem for line in lines] == [
        "",
        "Line 1 names the same file.",
        "Line 1 is about the same board and day.",
        "Its content is the same as that of line 3.",
        "manifest.csv does not name this file.",
    ]
    assert lines[-1].file == "d.docx"


@pytest.mark.parametrize(
    "text",
    [
        "File,Board,Date\na.docx,carers,2019-03-12\n",
        "\ufefffile;board;date;place\r\na.docx;carers;2019-03-12;Café\r\n\r\n",
        "DATE\tFile name\tBoard name\n2019-03-12\ta.docx\tcarers\n",
        "meeting_date,filename,board\n2019-03-12,a.docx, carers \n,,\n",
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "cp1252", "utf-16"])
def test_manifests_are_taken_as_spreadsheets_write_them(text: str, encoding: str) -> None:
    (row,) = read_manifest(text.lstrip("\ufeff").encode(encoding))
    assert (row.file, row.board, row.date) == ("a.docx", "carers", "2019-03-12")


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "no column “file”, “board”, “date”"),
        (b"\x00\x01\x02\xff", "no column"),
        (b"file,date\na,b\n", "no column “board”"),
        (b"file,board,date\n\n", "names no file"),
        (b"file,board,date\n" + b"a,b,c\n" * 5001, "more than 5,000 files"),
        (b"x" * 2_100_000, "more than 2 MB"),
        (b"file,board,date\n" + b'"' + b"x" * 200_000, "no list with columns"),
    ],
)
def test_a_manifest_that_is_none_is_refused_with_what_to_do(data: bytes, words: str) -> None:
    with pytest.raises(UnreadableManifest, match=words):
        read_manifest(data)


def test_a_short_line_and_a_nul_do_not_break_the_manifest() -> None:
    assert read_manifest(b"file,board,date\na\x00.docx\n") == [Row(1, "a.docx", "", "")]


def test_a_zip_is_unpacked_without_the_folder_around_it(tmp_path: Path) -> None:
    folder = make_folder(tmp_path / "in", [date(2019, 3, 12)])
    (folder / "notes.exe").write_bytes(b"MZ")
    (folder / "~$lock.docx").write_bytes(b"x")
    unpack(zipped(folder, top="Old minutes/"), into=tmp_path / "out")
    assert sorted(files_below(tmp_path / "out")) == ["2019-03-12.docx", "manifest.csv"]


def entry(name: str, data: bytes = b"x", mode: int = 0) -> Callable[[ZipFile], None]:
    def write(archive: ZipFile) -> None:
        info = ZipInfo(name)
        info.external_attr = mode << 16
        archive.writestr(info, data, ZIP_DEFLATED)

    return write


@pytest.mark.parametrize(
    ("writes", "words"),
    [
        ([entry("../a.docx")], "leads outside"),
        ([entry("/a.docx")], "leads outside"),
        ([entry("x\\..\\..\\a.docx")], "leads outside"),
        ([entry("C:\\a.docx")], "leads outside"),
        ([entry("a.docx", b"/etc/passwd", 0o120777)], "leads outside"),
        ([entry("a.docx"), entry("A.docx")], "twice"),
        ([entry("Caf\u00e9.docx"), entry("Cafe\u0301.docx")], "twice"),
        ([entry("b.docx"), entry("b.docx/c.docx")], "damaged"),
        ([entry("a.docx", b"0" * 30_000)], "larger than 20 MB"),
        ([entry(f"{'x' * 250}.docx")], "too long"),
        ([entry(f"{n}.txt") for n in range(60)], "more than"),
    ],
)
def test_a_zip_that_is_not_honest_is_refused_and_leaves_nothing(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    writes: list[Callable[[ZipFile], None]],
    words: str,
) -> None:
    monkeypatch.setattr(unpacking, "MAX_FILE_BYTES", 20_000)
    monkeypatch.setattr(unpacking, "MAX_ENTRIES", 50)
    out = BytesIO()
    with ZipFile(out, "w") as archive:
        archive.writestr("manifest.csv", "file,board,date\na.docx,carers,2019-03-12\n")
        for write in writes:
            write(archive)
    with pytest.raises(UnsafeArchive, match=words):
        unpack(out, into=tmp_path / "in" / "out")
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []
    assert not (tmp_path / "in" / "out").exists()


def test_a_zip_that_lies_about_its_size_is_counted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(unpacking, "MAX_FILE_BYTES", 1000)
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as archive:
        archive.writestr("manifest.csv", "file,board,date\n")
        archive.writestr("a.docx", b"0" * 1_000_000)
    data = out.getvalue().replace(struct.pack("<L", 1_000_000), struct.pack("<L", 10))
    with pytest.raises(UnsafeArchive):
        unpack(BytesIO(data), into=tmp_path / "out")
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"no zip", b"PK\x05\x06" + b"\x00" * 18])
def test_what_is_no_zip_is_refused_in_words(tmp_path: Path, data: bytes) -> None:
    with pytest.raises(UnsafeArchive, match=r"damaged|no manifest"):
        unpack(BytesIO(data), into=tmp_path / "out")


def test_links_and_hidden_files_of_a_folder_are_not_followed(tmp_path: Path) -> None:
    (tmp_path / "secret.docx").write_bytes(b"x")
    folder = tmp_path / "in"
    (folder / "2019").mkdir(parents=True)
    (folder / "2019" / "a.docx").write_bytes(b"x")
    (folder / "link.docx").symlink_to(tmp_path / "secret.docx")
    (folder / ".hidden.docx").write_bytes(b"x")
    assert list(files_below(folder)) == ["2019/a.docx"]


COMPOSED = "Café 2019.docx"
DECOMPOSED = unicodedata.normalize("NFD", COMPOSED)


@pytest.mark.parametrize("typed", [COMPOSED, DECOMPOSED, "CAFÉ 2019.DOCX", "café 2019.docx"])
@pytest.mark.parametrize("stored", [COMPOSED, DECOMPOSED, "Café 2019.DOCX"])
def test_a_file_is_found_however_its_accents_and_capitals_are_written(
    typed: str, stored: str
) -> None:
    lines = check_lines([a_row(file=typed)], files={stored: "1"}, boards=BOARDS, today=TODAY)
    assert [(line.file, line.problem) for line in lines] == [(stored, "")]


def test_of_two_names_that_differ_in_capitals_the_one_that_was_typed_counts() -> None:
    files = {"a.docx": "1", "A.docx": "2"}
    first, stranger = check_lines([a_row()], files=files, boards=BOARDS, today=TODAY)
    assert (first.sha256, first.problem) == ("1", "")
    assert (stranger.file, stranger.problem) == ("A.docx", "manifest.csv does not name this file.")


@pytest.mark.parametrize("name", [COMPOSED, DECOMPOSED])
@pytest.mark.parametrize("says_so", [True, False])
def test_names_in_utf_8_are_read_whether_the_zip_says_so_or_not(
    tmp_path: Path, name: str, says_so: bool
) -> None:
    out = BytesIO()
    with ZipFile(out, "w") as archive:
        archive.writestr("manifest.csv", "file,board,date\n")
        archive.writestr(name, b"x")
    data = bytearray(out.getvalue())
    for head, at in ((b"PK\x03\x04", 7), (b"PK\x01\x02", 9)):
        data[data.rfind(head) + at] = 0x08 if says_so else 0
    unpack(BytesIO(data), into=tmp_path / "out")
    assert sorted(files_below(tmp_path / "out")) == [COMPOSED, "manifest.csv"]


def test_a_damaged_zip_is_read_or_refused_in_words_and_leaves_nothing_outside(
    tmp_path: Path,
) -> None:
    """Cut anywhere, and with each byte of the names, heads and list of entries spoilt."""
    whole = zipped(make_folder(tmp_path / "in", [date(2019, 3, 12)])).getvalue()
    listed = whole.find(b"PK\x01\x02")
    places = [*range(0, 80), *range(80, listed, 997), *range(listed, len(whole))]
    folder = tmp_path / "jobs"
    said = set()
    for number, at in enumerate(places):
        for spoilt in (whole[:at], whole[:at] + bytes([whole[at] ^ 0xFF]) + whole[at + 1 :]):
            try:
                unpack(BytesIO(spoilt), into=folder / str(number))
            except UnsafeArchive as refusal:
                said.add(str(refusal).partition(":")[0])
    assert all(words.endswith((".", "outside of it")) for words in said)
    assert any("damaged" in words for words in said)
    assert {path.name for path in tmp_path.iterdir()} == {"in", "jobs"}


def test_a_way_of_packing_that_nobody_knows_is_told(tmp_path: Path) -> None:
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as archive:
        archive.writestr("manifest.csv", "file,board,date\n")
    data = bytearray(out.getvalue())
    for head, at in ((b"PK\x03\x04", 8), (b"PK\x01\x02", 10)):
        data[data.rfind(head) + at] = 97
    with pytest.raises(UnsafeArchive, match="packed in a way that we cannot read"):
        unpack(BytesIO(data), into=tmp_path / "out")
