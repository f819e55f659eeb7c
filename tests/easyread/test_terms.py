"""Finding hard words in a text: whole words, all forms, the longest first."""

import time

import pytest

from easyread.terms import Term, find_terms, index_of, plural_of, same_spelling, spellings_of

MINUTES = Term(1, "minutes", "minutes", ("minutes of the meeting",))
GP = Term(2, "gp", "GP", ("family doctor",))
IT = Term(3, "it", "IT")
CARER = Term(4, "carer", "carer", ("unpaid carer",))
ASSESSMENT = Term(5, "carers-assessment", "carers' assessment", ("carer's assessment",))
CO_CHAIR = Term(6, "co-chair", "co-chair", ("cochair",))
POLICY = Term(7, "policy", "policy")
R_AND_D = Term(8, "r-and-d", "R&D")
HEALTH_CHECK = Term(9, "health-check", "health check", ("annual health check",))
ALL = (MINUTES, GP, IT, CARER, ASSESSMENT, CO_CHAIR, POLICY, R_AND_D, HEALTH_CHECK)


def found(text: str) -> list[tuple[str, str]]:
    """Which term was found in which words."""
    return [(one.term.slug, text[one.start : one.end]) for one in find_terms(text, ALL)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("See the minutes.", [("minutes", "minutes")]),
        ("MINUTES", [("minutes", "MINUTES")]),
        ("Ask your GP or two GPs.", [("gp", "GP"), ("gp", "GPs")]),
        ("Two family doctors", [("gp", "family doctors")]),
        ("Policies and a policy", [("policy", "Policies"), ("policy", "policy")]),
        ("A carer’s bus pass", [("carer", "carer")]),
        ("Have a carers’ assessment", [("carers-assessment", "carers’ assessment")]),
        ("two carer's assessments", [("carers-assessment", "carer's assessments")]),
        ("Co-chairs and a co chair", [("co-chair", "Co-chairs"), ("co-chair", "co chair")]),
        ("the cochair", [("co-chair", "cochair")]),
        ("our R&D team", [("r-and-d", "R&D")]),
        ("an annual\n health  check", [("health-check", "annual\n health  check")]),
        ("a health-check day", [("health-check", "health-check")]),
        ("(GP)", [("gp", "GP")]),
    ],
)
def test_a_term_is_found_in_all_its_forms(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        "It is late, and it rains.",
        "a gp, an Rd",
        "GPS and xGP, GP2",
        "carerless policyholders",
        "health. Check the bus",
        "health, check",
        "Ten minutes later, 15 minutes, forty minutes",
        "r&d",
        "\0\ud7ff ـ \u200d",
    ],
)
def test_what_only_looks_like_a_term_is_none(text: str) -> None:
    assert found(text) == []


def test_the_longest_term_wins_and_none_overlaps() -> None:
    assert found("An unpaid carer's annual health check, minutes of the meeting") == [
        ("carer", "unpaid carer"),
        ("health-check", "annual health check"),
        ("minutes", "minutes of the meeting"),
    ]


def test_of_two_terms_with_one_spelling_the_first_has_it() -> None:
    again = Term(10, "again", "carer")
    assert [one.term for one in find_terms("a carer", [CARER, again])] == [CARER]


def test_a_written_form_goes_before_a_plural_that_follows_by_rule() -> None:
    day, days = Term(1, "day", "service"), Term(2, "days", "services")
    assert [one.term for one in find_terms("services", [day, days])] == [days]


def test_places_are_those_of_the_text_whatever_its_letters() -> None:
    text = "İİİ the GP ß"
    assert [text[one.start : one.end] for one in find_terms(text, ALL)] == ["GP"]


def test_terms_without_a_letter_find_nothing() -> None:
    assert find_terms("… – !", [Term(1, "x", "…", ("", "–"))]) == []


@pytest.mark.parametrize(
    ("spelling", "plural"),
    [
        ("carer", "carers"),
        ("policy", "policies"),
        ("day", "days"),
        ("tax", "taxes"),
        ("GP", "GPs"),
        ("minutes", ""),
        ("NHS", ""),
        ("", ""),
        ("A4", ""),
    ],
)
def test_plurals_follow_the_ordinary_rules(spelling: str, plural: str) -> None:
    assert plural_of(spelling) == plural


def test_forms_are_read_as_they_are_written() -> None:
    assert spellings_of("GP", "GPs;  family\tdoctor ;\n;x") == ["GP", "GPs", "family doctor", "x"]


def test_spellings_that_a_text_cannot_tell_apart_are_the_same() -> None:
    assert same_spelling("Co-chair") == same_spelling("co chair")
    assert same_spelling("IT") != same_spelling("it")


def test_the_same_terms_are_made_ready_once() -> None:
    assert index_of(ALL) is index_of(tuple(ALL))


def test_time_grows_with_the_text_and_not_with_the_terms() -> None:
    few = tuple(Term(n, f"t{n}", f"odd{n} word") for n in range(10))
    many = tuple(Term(n, f"t{n}", f"odd{n} word") for n in range(5000))
    text = "The board talked of odd things for a while. " * 200
    assert _seconds(text, many) < 20 * _seconds(text, few) + 0.05
    assert _seconds("odd1 " * 4000, many) < 1


def _seconds(text: str, terms: tuple[Term, ...]) -> float:
    """The quickest of a few runs: the machine may be busy."""
    index = index_of(terms)
    runs = []
    for _ in range(5):
        begun = time.process_time()
        list(index.find(text))
        runs.append(time.process_time() - begun)
    return min(runs)
