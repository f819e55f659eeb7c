"""Which tests a change touches."""

import pytest

from tests.changed import touched_tests


@pytest.mark.parametrize(
    ("changed", "touched"),
    [
        ("boards/services/packs.py", "tests/boards/services/test_packs.py"),
        ("boards/selectors/matters.py", "tests/boards/selectors/test_to_do.py"),
        ("templates/boards/topic.html", "tests/boards/services/test_topics.py"),
        ("tests/borough.py", "tests/boards/selectors/test_lists.py"),
        ("tests/easyread/test_terms.py", "tests/easyread/test_terms.py"),
    ],
)
def test_a_change_touches_the_tests_of_what_is_made_with_it(changed: str, touched: str) -> None:
    found = list(touched_tests({changed}))
    assert touched in found
    assert "tests/easyread/printing/test_pdf_ua.py" not in found


def test_words_for_people_touch_no_test() -> None:
    assert list(touched_tests({"README.md"})) == []
