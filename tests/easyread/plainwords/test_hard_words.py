"""Rules 6 and 7: what is hard, what the site allows, and what is bold and explained."""

from __future__ import annotations

import pytest

from easyread.plainwords import Finding, Severity, Vocabulary, check, lists


def about_words(
    text: str, vocabulary: Vocabulary | None = None, bold: str = ""
) -> list[tuple[int, str]]:
    found: list[Finding] = check(
        text,
        vocabulary=vocabulary or Vocabulary(),
        bold=frozenset(bold.split(";")) if bold else frozenset(),
    )
    return [(one.rule, one.words) for one in found if one.rule in (6, 7, 9)]


def test_a_hard_word_is_told_once_a_sentence_with_an_easier_one() -> None:
    (finding,) = check("We commence and commence.")
    assert (finding.rule, finding.severity, finding.words) == (6, Severity.WARN, "commence")
    assert finding.advice == "“commence” is a hard word. Could you say “start”?"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The money is ring-fenced.", [(6, "ring-fenced")]),
        ("It is a joined-up service.", [(6, "joined-up")]),
        ("We met face-to-face.", []),
        ("Come to the drop-in.", []),
        ("She wears a ring.", []),
    ],
)
def test_two_easy_words_can_make_a_hard_one(text: str, found: list[tuple[int, str]]) -> None:
    assert about_words(text) == found


def test_a_very_long_hard_word_matters_more() -> None:
    (finding,) = check("We talk of accountability.")
    assert finding.severity == Severity.STRONG


def test_words_that_the_site_allows_are_not_hard(site_words: Vocabulary) -> None:
    assert about_words("The LDPB looks at brokerage.") == [(9, "LDPB"), (6, "brokerage")]
    assert about_words("The LDPB looks at brokerage.", site_words) == []


def test_a_word_of_the_word_list_is_bold_where_it_comes_first(site_words: Vocabulary) -> None:
    text = "We look at procurement.\nProcurement is slow."
    assert about_words(text, site_words) == [(7, "procurement")]
    assert about_words(text, site_words, bold="procurement") == []


def test_no_part_of_a_name_is_made_bold() -> None:
    words = Vocabulary(explained=frozenset(["carer", "carers", "partnership board"]))
    assert about_words("We are the Carers Partnership Board.", words) == []
    assert about_words("We are a partnership board.", words) == [(7, "partnership board")]
    assert about_words("The Partnership Board met.", words) == [(7, "Partnership Board")]
    assert about_words("We met Carers.\nCome too.", words) == about_words("We met Carers.", words)


def test_terms_of_several_words_count_as_one(site_words: Vocabulary) -> None:
    assert about_words("The Safeguarding Adults Board met.", site_words) == [
        (7, "Safeguarding Adults Board")
    ]
    assert about_words("The CQC came.", site_words) == [(7, "CQC")]


@pytest.mark.parametrize(
    "after",
    [
        "Procurement means buying things.",
        "It means buying things.",
        "This is when we buy things.",
        "Procurement is buying.",
    ],
)
def test_a_bold_word_that_the_next_sentence_explains_is_well(after: str) -> None:
    assert about_words(f"We look at procurement.\n{after}", bold="procurement") == []


def test_a_bold_word_may_be_explained_in_its_own_sentence() -> None:
    assert about_words("Procurement means buying things.", bold="procurement") == []


def test_a_bold_hard_word_that_nobody_explains_is_told() -> None:
    text = "We look at procurement.\nWe will meet in May."
    assert about_words(text, bold="procurement") == [(7, "procurement")]
    assert about_words(text) == [(6, "procurement")]


@pytest.mark.parametrize(
    "words",
    [
        "meetings buses children went happier stopped dying agreed",
        "council computer email website internet support information disability",
        "carers' advocate's wheelchairs face-to-face unfair slowly helpful",
        "2pm 1st £5 10,000 Brackenford Dhaliwar café",
        "don’t can't we're o'clock",
    ],
)
def test_everyday_words_in_all_their_forms_are_not_hard(words: str) -> None:
    assert about_words(f"We say {words}.") == []


@pytest.mark.parametrize(
    "word",
    [
        "governance",
        "stakeholder",
        "procurement",
        "remuneration",
        "quorate",
        "ratify",
        "statutory",
        "implementation",
        "stakeholders",
        "ratified",
        "implementing",
        "whereas",
        "allocations",
        "forthcoming",
    ],
)
def test_words_of_committees_are_hard_in_all_their_forms(word: str) -> None:
    assert about_words(f"We say {word} here.") == [(6, word)]


def test_no_word_is_in_both_lists() -> None:
    assert lists.everyday_words() & set(lists.plainer_words()) == set()


def test_what_is_proposed_in_place_of_a_heavy_word_is_easy() -> None:
    proposed = [*lists.plainer_words().values(), *lists.padding().values()]
    hard = {words for easier in proposed if easier for _, words in about_words(easier.lower())}
    assert hard == set()


def test_each_list_is_read_and_is_our_own_size() -> None:
    assert len(lists.everyday_words()) > 2_000
    assert len(lists.plainer_words()) > 250
    assert len(lists.padding()) > 80
    assert lists.irregular_forms()["went"] == "go"
    assert {"taken", "written"} <= lists.irregular_participles()
    with pytest.raises(KeyError):
        lists.grammar("no such kind")
