"""No sign in a name turns what stands behind it."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from boards.models import BoardPage, MeetingPage, Paper, Proposal
from boards.word_reader.characters import clean
from easyread.directions import TURNS, TURNS_IN_BYTES, without_turns
from portal.users.models import User
from tests.borough import make_minutes

NUMBERS = (0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A))
SIGNS = [chr(one) for one in NUMBERS]
BESIDE = [chr(one) for one in (0x061B, 0x200D, 0x2010, 0x2029, 0x202F, 0x2065, 0x206A, 0x5D0)]


def test_these_signs_are_taken_out_and_their_neighbours_are_not() -> None:
    for sign in SIGNS:
        assert (without_turns(f"a{sign}b"), clean(f"a{sign}b")) == ("ab", "ab"), hex(ord(sign))
        assert TURNS_IN_BYTES.sub(b"", f"a{sign}b".encode()) == b"ab", hex(ord(sign))
    for sign in BESIDE:
        assert not TURNS.search(sign)
        assert TURNS_IN_BYTES.sub(b"", f"a{sign}b".encode()).decode() == f"a{sign}b"


def test_what_a_form_sends_comes_in_without_them(
    client: Client, carers_board: BoardPage, co_chair: User
) -> None:
    sent = {"title": "Bus\u202ees", "words": "L\u2066ate"}
    assert client.post(reverse("boards:propose", args=["carers"]), sent).status_code == 302
    proposal = Proposal.objects.get()
    assert (proposal.title, proposal.words) == ("Buses", "Late")
    client.force_login(co_chair)
    file = SimpleUploadedFile("plan\u202etxt.txt", b"The plan")
    client.post(reverse("wagtaildocs:add"), {"title": "Pl\u200fan", "file": file})
    paper = Paper.objects.get()
    assert paper.title == "Plan"
    assert not TURNS.search(paper.filename)


@pytest.mark.parametrize(
    "address",
    ["", "/", "/meetings/", "/feeds/all.atom", "/calendars/all.ics", "/search/?q=a%E2%80%AEb"],
)
def test_no_page_feed_or_calendar_holds_one(
    client: Client, coming_meeting: MeetingPage, carers_board: BoardPage, address: str
) -> None:
    minutes = make_minutes(coming_meeting)
    name = "Carers \u202eBoard"
    BoardPage.objects.filter(pk=carers_board.pk).update(title=name)
    type(minutes).objects.update(title=name)
    answer = client.get(address or carers_board.url)
    assert answer.status_code == 200
    assert not TURNS.search(answer.content.decode())
