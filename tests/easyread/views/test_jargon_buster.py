"""The jargon buster: all words, finding one, each at its own address; its screens for officers."""

import pytest
from django.contrib.messages import get_messages
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse

from easyread.models import AllowedWord, GlossaryTerm, Picture
from easyread.selectors.glossary import find_words, other_names
from portal.home.models import HomePage
from portal.users.models import User
from tests.services.kept import kept

BUSTER = "/jargon-buster/"
ADD = "/admin/snippets/easyread/glossaryterm/add/"
pytestmark = pytest.mark.django_db


@kept
def terms(home: HomePage) -> None:
    """A jargon buster of three words."""
    GlossaryTerm.objects.all().delete()
    for word, forms, explanation in (
        ("GP", "general practitioner; family doctor", "A GP is your doctor."),
        ("agenda", "agendas", "A list of things to talk about."),
        ("Budget", "", "A plan for money. The doctor has one."),
    ):
        GlossaryTerm.objects.create(word=word, forms=forms, explanation=explanation)


def text_of(path: str, status: int = 200) -> str:
    answer = Client().get(path)
    assert answer.status_code == status
    return answer.content.decode()


def words_found(words: str) -> list[str]:
    return [term.word for term in find_words(words)]


def test_all_words_stand_under_their_letters(terms: None) -> None:
    text = text_of(BUSTER)
    places = [text.index(f'id="{name}"') for name in ("agenda", "budget", "gp")]
    assert places == sorted(places)
    for number, letter in enumerate("ABG", start=1):
        assert f'<a href="#letter-{number}">{letter}</a>' in text
    assert 'href="/jargon-buster/gp/"' in text


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        ("gp", ["GP"]),
        ("GPs", ["GP"]),
        ("what is a GP?", ["GP"]),
        ("Family Doctor", ["GP"]),
        ("practi", ["GP"]),
        ("doctor", ["GP", "Budget"]),
        ("money plan", ["Budget"]),
        ("  AGEN  ", ["agenda"]),
        ("", []),
        ("zyzzyva", []),
        ("%_'\"", []),
        ("x" * 5000, []),
    ],
)
def test_a_word_is_found_by_word_form_and_explanation(
    terms: None, wanted: str, expected: list[str]
) -> None:
    assert words_found(wanted) == expected


def test_what_is_found_stands_on_the_page(terms: None) -> None:
    text = text_of(f"{BUSTER}?q=doctor")
    assert "2 words found for “doctor”" in text
    assert 'id="agenda"' not in text


def test_when_nothing_is_found_one_can_tell_us_the_word(terms: None) -> None:
    text = text_of(f"{BUSTER}?q=%3Cb%3Ezyzzyva%00")
    assert "No word was found for “&lt;b&gt;zyzzyva”" in text
    assert '<a href="/contact/">Tell us the word</a>' in text


def test_each_word_has_its_own_page(terms: None) -> None:
    text = text_of("/jargon-buster/gp/")
    assert "<h1>GP</h1>" in text
    assert "A GP is your doctor." in text
    assert "You may also read: general practitioner, family doctor." in text


def test_only_forms_that_say_something_new_are_told() -> None:
    assert other_names(GlossaryTerm(word="agenda", forms="agendas; Agenda; list; lists")) == [
        "list"
    ]


def test_a_part_of_the_page_is_there_for_the_box_at_a_word(terms: None) -> None:
    GlossaryTerm.objects.filter(slug="gp").update(picture=Picture.objects.get(slug="doctor"))
    text = text_of("/jargon-buster/gp/?part=1")
    assert "A GP is your doctor." in text
    assert "pictures/doctor" in text
    assert "<html" not in text


@pytest.mark.parametrize("query", ["", "?part=1"])
def test_an_unknown_word_answers_404_and_shows_the_list(terms: None, query: str) -> None:
    text = text_of(f"/jargon-buster/zyzzyva/{query}", status=404)
    assert "This word is not here" in text
    assert 'id="agenda"' in text


def test_an_empty_jargon_buster_says_so(home: HomePage) -> None:
    GlossaryTerm.objects.all().delete()
    assert "No word is here yet." in text_of(BUSTER)


def form(**more: str) -> dict[str, str]:
    return {"word": "ICB", "forms": "", "explanation": "It plans health care.", **more}


def signed_in(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


def test_an_officer_explains_a_word_and_its_address_makes_itself(
    terms: None, officer: User, co_chair: User
) -> None:
    assert signed_in(co_chair).get(ADD).status_code == 302
    client = signed_in(officer)
    assert 'value="ICB"' in client.get(f"{ADD}?word=ICB%00").content.decode()
    answer = client.post(ADD, form())
    assert answer.status_code == 302, answer.context["form"].errors
    assert GlossaryTerm.objects.get(word="ICB").slug == "icb"
    assert "It plans health care." in text_of("/jargon-buster/icb/")


@pytest.mark.parametrize(
    ("more", "field"),
    [
        ({"word": "agenda"}, "word"),
        ({"word": "Agendas"}, "word"),
        ({"forms": "x; Family  doctor"}, "forms"),
    ],
)
def test_a_spelling_belongs_to_one_word(
    terms: None, officer: User, more: dict[str, str], field: str
) -> None:
    answer = signed_in(officer).post(ADD, form(**more))
    assert answer.status_code == 200
    assert "is explained already: it belongs to" in str(answer.context["form"].errors[field])
    assert GlossaryTerm.objects.count() == 3


def test_initials_are_not_the_small_word(terms: None) -> None:
    GlossaryTerm(word="gp", slug="x", explanation="x").full_clean()
    with pytest.raises(ValidationError, match="belongs to “GP”"):
        GlossaryTerm(word="GP", slug="x", explanation="x").full_clean()


def test_two_words_with_one_address_get_two(terms: None) -> None:
    made = [GlossaryTerm.objects.create(word=word, explanation="x") for word in ("R&D", "r d", "…")]
    assert [term.slug for term in made] == ["rd", "r-d", "word"]
    assert GlossaryTerm.objects.create(word="RD", explanation="x").slug == "rd-2"


def test_an_address_stays_when_the_word_changes(terms: None) -> None:
    term = GlossaryTerm.objects.get(slug="gp")
    term.word = "Doctor"
    term.save()
    assert GlossaryTerm.objects.get(pk=term.pk).slug == "gp"


def test_before_a_word_in_use_is_deleted_one_is_told(terms: None, officer: User) -> None:
    term = GlossaryTerm.objects.get(slug="gp")
    path = f"/admin/snippets/easyread/glossaryterm/delete/{term.pk}/"
    assert "It is on no public page." in signed_in(officer).get(path).content.decode()
    GlossaryTerm.objects.update(pages_using=3)
    assert "“GP” is on 3 public pages." in signed_in(officer).get(path).content.decode()
    signed_in(officer).post(path)
    assert not GlossaryTerm.objects.filter(pk=term.pk).exists()


def test_officers_say_which_words_everybody_knows(
    home: HomePage, officer: User, co_chair: User
) -> None:
    path = reverse("easyread_admin:allow_word")
    assert signed_in(co_chair).post(path, {"word": "ICB"}).status_code == 404
    assert not AllowedWord.objects.exists()
    client = signed_in(officer)
    for word in ("ICB", "ICB", "", "x" * 81, "a\0b"):
        answer = client.post(path, {"word": word})
        assert answer.status_code == 302
        assert list(get_messages(answer.wsgi_request))
    assert [each.word for each in AllowedWord.objects.all()] == ["ICB"]
    assert client.get("/admin/snippets/easyread/allowedword/").status_code == 200
