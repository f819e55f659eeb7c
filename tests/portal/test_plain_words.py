"""What Django and Wagtail say to people is said in plainer words."""

import gettext
import re
from pathlib import Path

import django
import pytest
import wagtail
from django.conf import settings
from django.forms import CharField, DateField, ValidationError
from django.test import Client
from django.urls import reverse

from boards.models import BoardPage
from portal.users.models import User

FOLDER = Path(settings.LOCALE_PATHS[0]) / "en_GB" / "LC_MESSAGES"
ENTRY = re.compile(r'^msgid "(.+)"\n(?:msgid_plural .+\n)?msgstr(?:\[0\])? "(.+)"$', re.MULTILINE)
PLACES = (
    "core/validators.py",
    "forms/*.py",
    "db/models/fields/*.py",
    "admin/views/**/*.py",
    "admin/templates/**/*preview*.html",
)
WORDS = dict(ENTRY.findall((FOLDER / "django.po").read_text()))


def test_what_is_written_is_what_is_said() -> None:
    with (FOLDER / "django.mo").open("rb") as file:
        said = gettext.GNUTranslations(file)
    assert len(WORDS) > 15
    for words, plainer in WORDS.items():
        found = said.ngettext(words, words, 1)
        assert found in (plainer, words)
        assert found == plainer or said.gettext(words) == plainer, words


def test_django_and_wagtail_still_say_what_is_put_in_other_words() -> None:
    files = [
        path
        for pattern in PLACES
        for package in (django, wagtail)
        for path in Path(str(package.__file__)).parent.glob(pattern)
    ]
    said = " ".join(" ".join(path.read_text() for path in files).split())
    said = said.replace('" "', "")  # sentences that go over several lines
    assert [words for words in WORDS if words not in said] == []


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        (CharField(), "", "This is empty. Please fill it in."),
        (DateField(), "soon", "This is not a date. Write it like 31/12/2026."),
        (
            CharField(max_length=3),
            "four",
            "This is too long: 4 letters and signs. At most 3, please.",
        ),
    ],
)
def test_forms_say_the_plainer_words(field: CharField, value: str, words: str) -> None:
    with pytest.raises(ValidationError, match=re.escape(words)):
        field.clean(value)


def test_the_editor_says_them_too(client: Client, co_chair: User, carers_board: BoardPage) -> None:
    client.force_login(co_chair)
    answer = client.post(reverse("wagtailadmin_pages:edit", args=[carers_board.pk]), {"title": ""})
    page = answer.content.decode()
    assert "Something below needs another look." in page
    assert "This is empty. Please fill it in." in page
    assert "validation errors" not in page
    assert "This field is required" not in page
