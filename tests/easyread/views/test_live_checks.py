"""What the editor hears while somebody writes an easy read."""

import json
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from easyread.models import AllowedWord, GlossaryTerm
from easyread.services import load_pictures
from easyread.views.admin.checking import LONGEST_ROW, MOST_ROWS
from portal.users.models import User

LONG = (
    "The board resolved to undertake a review of the arrangements for transport in the evening "
    "because many of the members of the forum had raised concerns."
)


def row(text: str, key: str = "a", **more: Any) -> dict[str, Any]:
    return {"key": key, "kind": "idea", "text": text, "bold": [], "has_picture": True} | more


def ask(client: Client, *rows: Any, whole: bool = False) -> Any:
    return client.post(
        reverse("easyread_admin:check"),
        json.dumps({"rows": rows, "whole": whole}),
        content_type="application/json",
    )


def advice(client: Client, text: str, **more: Any) -> list[str]:
    answer = ask(client, row(text, **more)).json()
    return [one["advice"] for one in answer["rows"]["a"]["advice"]]


@pytest.fixture
def writer(co_chair: User, client: Client) -> User:
    client.force_login(co_chair)
    return co_chair


def test_a_long_sentence_gets_advice_and_a_short_one_none(writer: User, client: Client) -> None:
    assert any("words" in one for one in advice(client, LONG))
    assert advice(client, "We talked about buses.") == []


def test_the_most_pressing_comes_first_and_the_same_advice_once(
    writer: User, client: Client
) -> None:
    found = ask(client, row(f"{LONG}\n{LONG}")).json()["rows"]["a"]["advice"]
    order = [("strong", "warn", "hint").index(one["severity"]) for one in found]
    assert order == sorted(order)
    texts = [one["advice"] for one in found]
    assert len(texts) == len(set(texts))


def test_words_that_the_site_allows_or_explains_are_not_hard(writer: User, client: Client) -> None:
    hard = "We talked about perambulation."
    assert any("perambulation" in one for one in advice(client, hard))
    AllowedWord.objects.create(word="Perambulation")
    assert not any("perambulation" in one for one in advice(client, hard))
    AllowedWord.objects.all().delete()
    GlossaryTerm.objects.create(word="perambulation", slug="perambulation", explanation="A walk.")
    assert advice(client, hard, bold=["perambulation"]) == []


def test_pictures_are_proposed_for_each_row(writer: User, client: Client) -> None:
    load_pictures()
    answer = ask(client, row("The bus is late."), row("My doctor is kind.", key="b")).json()
    assert any("bus" in one["name"].lower() for one in answer["rows"]["a"]["pictures"])
    assert any("doctor" in one["name"].lower() for one in answer["rows"]["b"]["pictures"])


def test_the_whole_is_summed_up_rule_by_rule(writer: User, client: Client) -> None:
    whole = ask(client, row(LONG, has_picture=False), whole=True).json()["whole"]
    assert whole["sentences"] >= 1
    assert whole["counts"], "each rule with its number of times"
    assert all(count["title"] and count["times"] for count in whole["counts"])


def test_the_question_costs_the_same_for_many_rows(
    writer: User, client: Client, django_assert_max_num_queries: Any
) -> None:
    load_pictures()
    with django_assert_max_num_queries(14):
        ask(client, *(row(f"Bus number {n} is late.", key=str(n)) for n in range(60)))


def test_ten_thousand_words_in_a_row_get_a_clear_answer(writer: User, client: Client) -> None:
    pasted = "word " * 10_000
    assert len(pasted) > LONGEST_ROW
    (found,) = advice(client, pasted)
    assert "10,000 words" in found
    assert "Nothing is lost" in found


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"nonsense",
        b"[]",
        b"{}",
        b'{"rows": 3}',
        b'{"rows": [1]}',
        b'{"rows": [{"key": 1, "kind": "idea", "text": "a"}]}',
        b'{"rows": [{"key": "a", "kind": "idea", "text": "a", "bold": [1]}]}',
        b"\xff\xfe",
        b"[" * 100_000,
    ],
)
def test_nonsense_is_refused_in_words(writer: User, client: Client, body: bytes) -> None:
    answer = client.post(reverse("easyread_admin:check"), body, content_type="application/json")
    assert answer.status_code == 400
    assert answer.json()["problem"]


def test_odd_text_and_unknown_kinds_are_checked_all_the_same(writer: User, client: Client) -> None:
    for text in ("\x00", "🚌" * 50, "مرحبا بكم", "a" * 5000, "<script>alert(1)</script>"):
        assert ask(client, row(text, kind="nonsense"), whole=True).status_code == 200


def test_too_many_rows_are_refused_in_words(writer: User, client: Client) -> None:
    answer = ask(client, *(row("Yes.", key=str(n)) for n in range(MOST_ROWS + 1)))
    assert answer.status_code == 400
    assert "rows" in answer.json()["problem"]


def test_who_writes_nothing_asks_nothing(writer: User, member: User, client: Client) -> None:
    assert ask(client, row("Yes.")).status_code == 200
    client.force_login(member)
    assert ask(client, row("Yes.")).status_code in {302, 404}
    client.logout()
    assert ask(client, row("Yes.")).status_code == 302
