"""docs/domain.md says what each model is: no name in the code that it does not explain."""

import re
from pathlib import Path

import pytest
from django.apps import apps

TEXT = (Path(__file__).resolve().parents[2] / "docs" / "domain.md").read_text()
WORDS = set(re.findall(r"[a-z]+", TEXT.lower()))
OF_WAGTAIL = {"index", "page"}


def unexplained(name: str) -> list[str]:
    """The words of a class's name that do not stand in the list, one or many."""
    words = [word.lower() for word in re.findall(r"[A-Z][a-z]+", name)]
    known = WORDS | OF_WAGTAIL
    return [word for word in words if word not in known and f"{word}s" not in known]


@pytest.mark.parametrize("app", ["boards", "charter", "digests", "easyread", "senders"])
def test_each_model_is_named_with_words_of_the_field(app: str) -> None:
    names = [model.__name__ for model in apps.get_app_config(app).get_models()]
    assert names
    assert {name: missing for name in names if (missing := unexplained(name))} == {}


def test_a_word_that_nobody_explained_is_found() -> None:
    assert unexplained("QuokkaPaper") == ["quokka"]
