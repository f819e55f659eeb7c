"""Files are handed out as what they are, in part or whole, and nothing of them runs."""

from typing import Any

import pytest
from django.test import Client

from boards.models import BoardPage, MeetingPage, Paper
from portal.users.models import User
from tests.paper_files import GOOD, pdf
from tests.papers import make_agenda_with, make_paper

PDF = pdf(pages=3)


@pytest.fixture
def paper(carers_board: BoardPage) -> Paper:
    return make_paper(carers_board, "Bookings", "bookings.pdf", PDF)


@pytest.fixture
def address(paper: Paper, coming_meeting: MeetingPage) -> str:
    """Of the public file."""
    make_agenda_with(coming_meeting, paper)
    return f"/papers/{paper.pk}/file/"


def content(answer: Any) -> bytes:
    return b"".join(answer)


def test_a_public_pdf_opens_in_the_browser_and_runs_nothing(client: Client, address: str) -> None:
    answer = client.get(address)
    assert content(answer) == PDF
    assert answer["Content-Type"] == "application/pdf"
    assert answer["Content-Disposition"].startswith('inline; filename="bookings')
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Content-Security-Policy"].startswith("default-src 'none'")
    assert answer["Content-Length"] == str(len(PDF))
    assert "script" not in answer["Content-Security-Policy"]


@pytest.mark.parametrize("name", [name for name in GOOD if not name.lower().endswith("pdf")])
def test_everything_else_is_saved_not_opened(
    client: Client, carers_board: BoardPage, coming_meeting: MeetingPage, name: str
) -> None:
    paper = make_paper(carers_board, "Plan", name, GOOD[name])
    make_agenda_with(coming_meeting, paper)
    for address in (f"/papers/{paper.pk}/file/", paper.url):
        answer = client.get(address)
        assert answer.status_code == 200
        assert answer["Content-Disposition"].startswith("attachment")
        assert "html" not in answer["Content-Type"]
        assert "svg" not in answer["Content-Type"]
        assert answer["X-Content-Type-Options"] == "nosniff"


def test_head_says_the_same_and_sends_nothing(client: Client, address: str) -> None:
    whole, head = client.get(address), client.head(address)
    assert content(head) == b""
    for name in ("Content-Type", "Content-Length", "ETag", "Content-Disposition"):
        assert head[name] == whole[name]


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        ("bytes=0-3", PDF[:4]),
        ("bytes=0-0", PDF[:1]),
        ("bytes=4-", PDF[4:]),
        ("bytes=-5", PDF[-5:]),
        (f"bytes=2-{10**17}", PDF[2:]),
        ("bytes=-99999999", PDF),
    ],
)
def test_a_part_is_sent_as_a_part(
    client: Client, address: str, wanted: str, expected: bytes
) -> None:
    answer = client.get(address, headers={"range": wanted, "accept-encoding": "gzip"})
    assert (answer.status_code, content(answer)) == (206, expected)
    assert answer["Content-Range"].endswith(f"/{len(PDF)}")
    assert answer["Content-Length"] == str(len(expected))


@pytest.mark.parametrize(
    "wanted",
    [
        "bytes=5-2",
        "bytes=a-b",
        "bytes=-",
        "lines=0-3",
        "bytes=0-1,4-5",
        "\x00",
        "bytes=٣-٤",
        "=" * 500,
    ],
)
def test_nonsense_gets_the_whole_file(client: Client, address: str, wanted: str) -> None:
    answer = client.get(address, headers={"range": wanted})
    assert (answer.status_code, content(answer)) == (200, PDF)


@pytest.mark.parametrize("wanted", [f"bytes={len(PDF)}-", "bytes=999999999-", "bytes=-0"])
def test_a_part_beyond_the_end_is_said_to_be_so(client: Client, address: str, wanted: str) -> None:
    answer = client.get(address, headers={"range": wanted})
    assert (answer.status_code, content(answer)) == (416, b"")
    assert answer["Content-Range"] == f"bytes */{len(PDF)}"


def test_what_has_not_changed_is_not_sent_again(client: Client, address: str) -> None:
    etag = client.get(address)["ETag"]
    for known in (etag, f"W/{etag}", f'"other", {etag}', "*"):
        answer = client.get(address, headers={"if-none-match": known})
        assert (answer.status_code, content(answer)) == (304, b"")
    assert client.get(address, headers={"if-none-match": '"other"'}).status_code == 200
    other = {"range": "bytes=0-3", "if-range": '"other"'}
    assert client.get(address, headers=other).status_code == 200
    same = {"range": "bytes=0-3", "if-range": etag}
    assert client.get(address, headers=same).status_code == 206


def test_what_is_not_public_is_kept_by_no_cache(
    client: Client, paper: Paper, co_chair: User
) -> None:
    client.force_login(co_chair)
    for address in (f"/papers/{paper.pk}/file/", f"/papers/{paper.pk}/", paper.url):
        answer = client.get(address, headers={"if-none-match": "*"})
        assert answer.status_code == 200
        assert answer["Cache-Control"] == "private, no-store"
        assert "ETag" not in answer


def test_what_one_may_not_read_is_as_if_it_were_not_there(client: Client, paper: Paper) -> None:
    for address in ("/papers/{}/", "/papers/{}/file/", "/papers/{}/versions/1/file/"):
        for number in (paper.pk, paper.pk + 999):
            answer = client.get(address.format(number), headers={"range": "bytes=0-3"})
            assert answer.status_code == 404
            assert "ETag" not in answer
    assert client.get(paper.url).status_code == 404
    assert client.post(f"/papers/{paper.pk}/file/").status_code == 405
