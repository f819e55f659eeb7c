"""Topics across boards: their history, who to ask, and what is pointed out to both."""

from datetime import datetime, timedelta

from django.test import Client
from django.urls import reverse
from taggit.models import Tag

from boards.models import BoardPage, MeetingPage, TopicMention
from boards.selectors import board_to_do
from boards.services import note_all_topics
from boards.services.topics import topics_of
from tests.borough import make_meeting, make_minutes, restrict
from tests.services.kept import kept

SAME = "“transport”: the Autism Partnership Board took this up too (7 April 2026)"


@kept
def both(
    carers_board: BoardPage, autism_board: BoardPage, held_meeting: MeetingPage, now: datetime
) -> list[BoardPage]:
    """Two boards that talked about transport within a month."""
    make_minutes(held_meeting)
    make_minutes(make_meeting(autism_board, now - timedelta(days=9)))
    return [carers_board, autism_board]


def test_the_same_topic_within_a_quarter_is_pointed_out_to_both(
    both: list[BoardPage], now: datetime
) -> None:
    carers, autism = ([to_do.words for to_do in board_to_do(board, now=now)] for board in both)
    assert SAME in carers
    assert any("the Carers Partnership Board took this up too" in words for words in autism)
    later = [to_do.words for to_do in board_to_do(both[0], now=now + timedelta(days=90))]
    assert not any("took this up too" in words for words in later)


def test_what_is_hidden_is_pointed_out_to_nobody(both: list[BoardPage], now: datetime) -> None:
    assert SAME in [to_do.words for to_do in board_to_do(both[0], now=now)]
    restrict(both[1])
    assert SAME not in [to_do.words for to_do in board_to_do(both[0], now=now)]


def test_the_history_of_a_topic_goes_across_boards(client: Client, both: list[BoardPage]) -> None:
    page = client.get(reverse("boards:topic", args=["transport"])).content.decode()
    assert "minutes of the Carers Partnership Board" in page
    assert "minutes of the Autism Partnership Board" in page
    assert page.index("Autism Partnership Board") < page.index("Carers Partnership Board")
    assert "4 actions on this topic" in page


def test_a_topic_of_hidden_things_only_is_not_there(client: Client, both: list[BoardPage]) -> None:
    for board in both:
        restrict(board)
    assert client.get(reverse("boards:topic", args=["transport"])).status_code == 404
    assert client.get(reverse("boards:topic_feed", args=["transport"])).status_code == 404
    assert client.get(reverse("boards:topic", args=["nowhere"])).status_code == 404


def test_publishing_again_follows_the_text(both: list[BoardPage]) -> None:
    minutes = make_minutes(make_meeting(both[0], datetime.now().astimezone()))
    minutes.items[0].value["topics"] = "Housing, housing , TRANSPORT,"
    minutes.save_revision().publish()
    found = TopicMention.objects.filter(page_id=minutes.pk)
    assert sorted(found.values_list("topic__name", flat=True)) == ["housing", "transport"]
    before = TopicMention.objects.count()
    assert note_all_topics() == 0
    assert TopicMention.objects.count() == before


def test_topics_are_words_between_commas() -> None:
    assert topics_of(" Buses,, trains ,buses") == ("buses", "trains")
    assert topics_of("") == topics_of(None) == ()
    assert len(topics_of("x" * 500)[0]) == 100
    assert topics_of("???, …, buses") == ("buses",)


def test_who_to_ask_leads_from_a_word_to_a_board_and_its_secretary(
    client: Client, carers_board: BoardPage, autism_board: BoardPage
) -> None:
    carers_board.topics.add("respite", "hospital")
    carers_board.save()
    autism_board.topics.add("schools")
    autism_board.save()
    address = reverse("boards:who_to_ask")
    page = client.get(address).content.decode()
    assert page.index("Hospital") < page.index("Respite") < page.index("Schools")
    assert "carers@example.org" in page
    found = client.get(address, {"q": "RESPITE"}).content.decode()
    assert "Respite" in found
    assert "Schools" not in found
    by_board = client.get(address, {"q": "autism"}).content.decode()
    assert "Schools" in by_board
    nothing = client.get(address, {"q": "\x00zyx" * 90}).content.decode()
    assert "No board has this topic." in nothing


def test_who_to_ask_knows_what_the_boards_talked_about(
    client: Client, carers_board: BoardPage, autism_board: BoardPage, held_meeting: MeetingPage
) -> None:
    for board in (carers_board, autism_board):
        board.topics.add("transport")
        board.save()
    address = reverse("boards:who_to_ask")
    assert "No board has this topic." in client.get(address, {"q": "timetable"}).content.decode()
    make_minutes(held_meeting)
    page = client.get(address, {"q": "Timetable"}).content.decode()
    assert "Transport" in page
    assert "Carers Partnership Board" in page
    assert "Autism Partnership Board" not in page
    restrict(held_meeting)
    assert "No board has this topic." in client.get(address, {"q": "timetable"}).content.decode()


def test_many_topics_have_pages_that_keep_the_word(client: Client, carers_board: BoardPage) -> None:
    carers_board.topics.add(*(f"house {number}" for number in range(21)))
    carers_board.save()
    address = reverse("boards:who_to_ask")
    first = client.get(address, {"q": "house"}).content.decode()
    assert first.count('<h2 class="card__title">') == 20
    assert 'href="?q=house&amp;page=2"' in first
    second = client.get(address, {"q": "house", "page": "2"}).content.decode()
    assert second.count('<h2 class="card__title">') == 1


def test_a_board_that_ended_is_asked_no_more(client: Client, carers_board: BoardPage) -> None:
    carers_board.topics.add("respite")
    carers_board.save()
    BoardPage.objects.filter(pk=carers_board.pk).update(
        closed_on=datetime.now().date(), closing_words="Done"
    )
    assert "Respite" not in client.get(reverse("boards:who_to_ask")).content.decode()
    assert Tag.objects.filter(name="respite").exists()
