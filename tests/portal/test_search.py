"""One search over all boards."""

import pytest
from django.core.management import call_command
from django.test import Client

from boards.enums import ActionState
from boards.models import ActionPoint, BoardPage, MinutesPage
from boards.services import report_progress
from portal.home.models import HomePage, PlainPage
from tests.borough import make_agenda, make_board, publish_again, text_block
from tests.services.kept import kept


@kept
def searchable(minutes: MinutesPage) -> MinutesPage:
    make_agenda(minutes.get_parent().specific, "Wheelchair repairs")
    call_command("wagtail_update_index", verbosity=0)
    return minutes


def found(client: Client, words: str) -> list[tuple[str, str]]:
    hits = client.get("/search/", {"q": words}).context["hits"]
    return [(hit.kind, hit.title) for hit in hits]


def test_boards_agendas_minutes_and_actions_are_found(
    client: Client, searchable: MinutesPage
) -> None:
    assert ("Board", "Carers Partnership Board") in found(client, "carers partnership")
    assert ("Agenda", f"Agenda, {searchable.get_parent().title}") in found(client, "wheelchair")
    assert ("Minutes", searchable.title) in found(client, "talked about buses")
    assert ("Action", "Bring the timetable") in found(client, "timetable")
    assert found(client, "zebra") == []


def test_what_became_of_an_action_is_found(
    client: Client, searchable: MinutesPage, now: object
) -> None:
    action = ActionPoint.objects.get(text="Bring the timetable")
    report_progress(
        action=action,
        state=ActionState.DONE,
        note="",
        outcome="Posters hang in every library.",
        reported_by=None,
        now=searchable.last_published_at,
    )
    call_command("wagtail_update_index", verbosity=0)
    assert ("Action", "Bring the timetable") in found(client, "posters")


def test_new_words_are_found_at_once_and_old_ones_no_longer(
    client: Client, searchable: MinutesPage
) -> None:
    publish_again(searchable, text_block("We talked about trams."))
    assert ("Minutes", searchable.title) in found(client, "trams")
    assert ("Action", "Bring the timetable") not in found(client, "timetable")


def test_words_of_nested_lists_and_cells_are_found(
    client: Client, searchable: MinutesPage, home: HomePage
) -> None:
    publish_again(searchable, text_block("<ul><li>Trams<ul><li>Ferries</li></ul></li></ul>"))
    body = "<table><tr><td>Ramps</td><td>Lifts</td></tr></table><p>Ships<br>Boats</p>"
    page = home.add_child(instance=PlainPage(title="Contact us", body=body))
    for words in ("trams", "ferries"):
        assert ("Minutes", searchable.title) in found(client, words)
    for words in ("ramps", "lifts", "ships", "boats"):
        assert ("Plain page", page.title) in found(client, words)


def test_each_hit_leads_to_its_page(client: Client, searchable: MinutesPage) -> None:
    for hit in client.get("/search/", {"q": "bus"}).context["hits"]:
        assert client.get(hit.url).status_code == 200


def test_many_hits_come_in_pages(client: Client, carers_board: BoardPage) -> None:
    index = carers_board.get_parent().specific
    for number in range(22):
        make_board(index, f"Zebra Board {number}", f"zebra-{number}")
    call_command("wagtail_update_index", verbosity=0)
    answer = client.get("/search/", {"q": "zebra", "page": "2"})
    assert answer.context["found"].paginator.count == 22
    assert len(answer.context["hits"]) == 2
    assert "q=zebra" in answer.content.decode()


@pytest.mark.parametrize(
    "words",
    [
        "",
        "   ",
        '"',
        '"""',
        "'",
        "' OR 1=1; --",
        "bus AND",
        "bus OR NOT",
        "NEAR(bus, 5)",
        "bus*",
        "^bus",
        "title: bus",
        "-bus",
        "(((",
        "bus & | ! <-> :*",
        "\\",
        "%",
        "_",
        "🚌",
        "ß ﬁ İ",
        "الحافلة",
        "x" * 10_000,
        "bus " * 3_000,
        "a\x00b",
        "\x00",
        "<script>alert(1)</script>",
        "{{ 7 * 7 }}",
    ],
)
def test_anything_may_be_asked(client: Client, searchable: MinutesPage, words: str) -> None:
    answer = client.get("/search/", {"q": words})
    assert answer.status_code == 200
    assert "<script>alert" not in answer.content.decode()
    assert client.get("/search/", {"q": words, "page": "99"}).status_code == 200


def test_bytes_that_are_no_text_may_be_asked(client: Client, searchable: MinutesPage) -> None:
    assert client.get("/search/?q=%ff%fe%00").status_code == 200
    assert client.get("/search/").status_code == 200
    assert client.post("/search/", {"q": "bus"}).status_code == 405
