"""Sentences and lemmas."""

from __future__ import annotations

import pytest

from easyread.plainwords import content_words, lemma, sentences


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("", []),
        (" \n\t ", []),
        ("One line\nanother line", ["One line", "another line"]),
        ("We met. We talked! Did we? Yes…", ["We met.", "We talked!", "Did we?", "Yes…"]),
        ("Dr. Patel came. Mrs. May left.", ["Dr. Patel came.", "Mrs. May left."]),
        ("Come at 2pm. Bring tea.", ["Come at 2pm.", "Bring tea."]),
        ("Come at 12.30pm. Bring tea.", ["Come at 12.30pm.", "Bring tea."]),
        ("Bring food, e.g. cake. Sit down.", ["Bring food, e.g. cake.", "Sit down."]),
        ("Bring cake, etc. We have tea.", ["Bring cake, etc.", "We have tea."]),
        ("See No. 5 for this. Then go.", ["See No. 5 for this.", "Then go."]),
        ("J. Smith came. I left.", ["J. Smith came.", "I left."]),
        ("1. We met\n2. We left", ["1. We met", "2. We left"]),
        ("She said “yes.” We left.", ["She said “yes.”", "We left."]),
        ("We met at 3. Then we left.", ["We met at 3.", "Then we left."]),
        ("Wait ... there is more", ["Wait ... there is more"]),
        ("a\r\nb\u2028c", ["a", "b", "c"]),
    ],
)
def test_text_falls_into_sentences(text: str, parts: list[str]) -> None:
    found = sentences(text)
    assert [sentence.text for sentence in found] == parts
    assert [text[sentence.start : sentence.end] for sentence in found] == parts


@pytest.mark.parametrize(
    ("word", "plain"),
    [
        ("Children", "child"),
        ("carers’", "carer"),
        ("council's", "council"),
        ("buses", "bus"),
        ("houses", "house"),
        ("companies", "company"),
        ("went", "go"),
        ("agreed", "agree"),
        ("stopped", "stop"),
        ("using", "use"),
        ("dying", "die"),
        ("bigger", "big"),
        ("meetings", "meeting"),
        ("meeting", "meeting"),
        ("minutes", "minutes"),
        ("glasses", "glasses"),
        ("housing", "housing"),
        ("stakeholders", "stakeholder"),
        ("advocating", "advocate"),
        ("bus", "bus"),
        ("", ""),
    ],
)
def test_a_word_has_a_plain_form(word: str, plain: str) -> None:
    assert lemma(word) == plain


def test_what_a_text_is_about_comes_nouns_first_and_once() -> None:
    text = "We talked about buses.\nThe bus must stop at the doctor’s, the council decided."
    assert content_words(text) == ["bus", "doctor", "council", "talk", "stop", "decide"]
    assert content_words("It is what it is. 12 12") == []
