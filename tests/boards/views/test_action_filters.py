"""The public list of actions: its filters work alone and together, and nonsense breaks nothing."""

import pytest
from django.test import Client

from boards.models import ActionPoint, MinutesPage
from tests.borough import not_late

NONSENSE = [
    {"page": "99999"},
    {"page": "-1"},
    {"page": "x"},
    {"page": "9" * 5000},
    {"agreed_from": "x"},
    {"agreed_from": "2026-02-30"},
    {"agreed_to": "0000-00-00"},
    {"agreed_to": "9999-12-31"},
    {"agreed_from": "2026-12-31", "agreed_to": "2026-01-01"},
    {"state": "nearly"},
    {"state": "late\x00"},
    {"board": "../../etc/passwd"},
    {"board": "\x00"},
    {"topic": "' OR 1=1 --"},
    {"owner": "a\x00b"},
    {"owner": "x" * 10_000},
    {"owner": "🚌"},
    {"owner": "\ud800".encode("utf-8", "surrogatepass").decode("utf-8", "replace")},
    {"nothing": "known"},
]


@pytest.mark.parametrize("query", NONSENSE)
def test_nonsense_breaks_nothing(
    client: Client, minutes: MinutesPage, query: dict[str, str]
) -> None:
    answer = client.get("/actions/", query)
    assert answer.status_code == 200
    assert "<h1>Actions</h1>" in answer.content.decode()


def test_bytes_that_are_no_text_break_nothing(client: Client, minutes: MinutesPage) -> None:
    assert client.get("/actions/?owner=%ff%fe&state=%00&page=%00").status_code == 200


def test_a_nonsense_value_is_said_and_the_rest_still_works(
    client: Client, minutes: MinutesPage
) -> None:
    not_late("Bring the timetable")
    page = client.get("/actions/", {"agreed_from": "x", "state": "late"}).content.decode()
    assert "This is not a date" in page
    assert "Write to the bus company" in page
    assert "Bring the timetable" not in page


def test_filters_work_together_and_keep_their_choices_over_pages(
    client: Client, minutes: MinutesPage
) -> None:
    first = ActionPoint.objects.first()
    assert first
    for number in range(30):
        first.pk = None
        first.block_id = f"00000000-0000-4000-8000-{number:012d}"
        first.save()
    answer = client.get("/actions/", {"owner": "sy reed", "state": "late", "page": "2"})
    assert len(answer.context["rows"]) == 11
    assert "owner=sy+reed&amp;state=late&amp;page=1" in answer.content.decode()


def test_only_reading_is_possible(client: Client, minutes: MinutesPage) -> None:
    assert client.post("/actions/").status_code == 405
    assert client.head("/actions/").status_code == 200
