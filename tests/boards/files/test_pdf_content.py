"""A PDF comes in when it shows its pages and does nothing else, whatever it is made of."""

import re

import pytest

from boards.files import pdf as files_pdf
from boards.files.pdf import check_pdf
from boards.files.pdf_refusals import RefusedPdf
from tests.paper_files import pdf
from tests.pdfs import HARMLESS_PDFS, HOSTILE_PDFS, JS, PROGRAMS, link, pdf_of, stream_of


@pytest.mark.parametrize("name", HARMLESS_PDFS)
def test_an_ordinary_pdf_comes_in(name: str) -> None:
    check_pdf(HARMLESS_PDFS[name])


@pytest.mark.parametrize(
    ("words", "content"),
    [
        pytest.param(words, content, id=name)
        for words, group in HOSTILE_PDFS
        for name, content in group.items()
    ],
)
def test_one_that_does_more_is_refused_and_told_what_it_does(words: str, content: bytes) -> None:
    with pytest.raises(RefusedPdf, match=words):
        check_pdf(content)


def test_only_who_needs_a_password_is_kept_out() -> None:
    with pytest.raises(RefusedPdf, match="protected with a password"):
        check_pdf(pdf(password="secret"))
    check_pdf(HARMLESS_PDFS["owner-aes-128"])


@pytest.mark.parametrize(
    "content",
    [
        pdf_of(*["<< >>"] * 300),
        pdf_of(catalogue="/Extra [" + "[] " * 300 + "]"),
        pdf_of(stream_of(bytes(30_000_000), "/Type /ObjStm /N 1 /First 4")),
        pdf_of(*[stream_of(bytes(9_000), "/Type /ObjStm /N 0 /First 0")] * 3),
    ],
    ids=["objects", "lists", "one packed", "many packed"],
)
def test_what_is_too_much_to_look_through_is_refused(
    monkeypatch: pytest.MonkeyPatch, content: bytes
) -> None:
    monkeypatch.setattr(files_pdf, "MOST_OBJECTS", 200)
    monkeypatch.setattr(files_pdf, "MOST_PACKED", 20_000)
    with pytest.raises(RefusedPdf, match="too much in this PDF"):
        check_pdf(content)


def test_a_web_thread_is_not_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files_pdf, "MOST_SECONDS", -1.0)
    with pytest.raises(RefusedPdf, match="too much in this PDF"):
        check_pdf(pdf_of())


@pytest.mark.parametrize("deep", ["[" * 50_000, "<< /A " * 50_000, "/Next " + "<< /Next " * 5_000])
def test_a_program_behind_thousands_of_brackets_does_not_come_in(deep: str) -> None:
    with pytest.raises(RefusedPdf, match=r"a small program|is broken"):
        check_pdf(pdf_of(page=link(deep + JS)))


def test_a_damaged_file_is_read_or_refused_in_words() -> None:
    for content in (PROGRAMS["third"], PROGRAMS["locked-and-packed"]):
        for at in range(0, len(content), 29):
            for broken in (content[:at], content[:at] + b"\xff" + content[at + 1 :]):
                try:
                    check_pdf(broken)
                except RefusedPdf as refusal:
                    assert re.search(r"[.]$", str(refusal))
