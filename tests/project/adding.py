"""What the recipes of CONTRIBUTING.md say, done in a copy of the portal: a field of a board, a page
type, a letter and a screen of the admin."""

import shutil
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from tests.project.test_house import APPS, ROOT

Edit = Callable[[Path], None]

MIGRATION = "makemigrations --check"
FORGOTTEN = "tests/project/test_nothing_is_forgotten.py::test_"
HOUSE = "tests/project/test_house.py::test_"


@dataclass(frozen=True)
class Step:
    """One place to touch. ``found_by`` finds that it was left out; then ``left_out`` is done."""

    place: str  # as the recipe names it
    edit: Edit
    found_by: str = ""
    left_out: Edit | None = None


def copy_of_the_portal(folder: Path) -> Path:
    """Only the sources; what is installed and what was built is borrowed."""
    unwanted = shutil.ignore_patterns("node_modules", "__pycache__", "drawn", "documents", "*.svg")
    for name in (*APPS, "templates", "tests"):
        shutil.copytree(ROOT / name, folder / name, ignore=unwanted)
    for name in ("manage.py", "pyproject.toml"):
        shutil.copy(ROOT / name, folder / name)
    for name in ("build", ".venv"):
        (folder / name).symlink_to(ROOT / name)
    return folder


def follow(steps: Iterable[Step], folder: Path) -> None:
    for step in steps:
        step.edit(folder)


def forget(steps: Iterable[Step], folder: Path) -> None:
    """Do what is no matter of forgetting, and leave out what a test finds."""
    for step in steps:
        edit = step.left_out if step.found_by else step.edit
        if edit is not None:
            edit(folder)


def before(path: str, mark: str, new: str) -> Edit:
    """Write ``new`` before the first ``mark`` in a file."""

    def edit(folder: Path) -> None:
        text = (folder / path).read_text()
        assert mark in text, f"{path} has no {mark!r} any more"
        (folder / path).write_text(text.replace(mark, new + mark, 1))

    return edit


def written(path: str, text: str) -> Edit:
    def edit(folder: Path) -> None:
        (folder / path).write_text(text)

    return edit


def at_the_end(path: str, text: str) -> Edit:
    def edit(folder: Path) -> None:
        with (folder / path).open("a") as file:
            file.write(text)

    return edit


BOARDS = "boards/models/boards.py"
PACE = """    pace = models.CharField(
        max_length=8, choices=Pace.choices, default=Pace.SLOW, help_text="How often it meets"
    )
"""
RULE = """            models.CheckConstraint(
                name="board_pace_known",
                condition=models.Q(pace__in=Pace.values),
                violation_error_message="Choose how often the board meets.",
            ),
"""
A_FIELD = (
    Step(
        "boards/enums.py",
        at_the_end("boards/enums.py", "\n\nclass Pace(TextChoices):\n    SLOW = 'slow', 'Slow'\n"),
    ),
    Step(BOARDS, before(BOARDS, "\n\nclass BoardPage(", "\n\nfrom boards.enums import Pace\n")),
    Step(BOARDS, before(BOARDS, "    purpose = models.TextField", PACE)),
    Step(BOARDS, before(BOARDS, "            models.CheckConstraint(", RULE)),
    Step(
        BOARDS,
        before(BOARDS, '        FieldPanel("purpose"),\n', '        FieldPanel("pace"),\n'),
        f"{FORGOTTEN}every_field_of_a_page_has_its_place_in_the_editor",
    ),
    Step(
        "tests/project/test_constraints.py",
        before(
            "tests/project/test_constraints.py",
            '    "meeting_ends_after_start"',
            '    "board_pace_known": nonsense(BoardPage, "pace"),\n',
        ),
        "tests/project/test_constraints.py::test_every_rule_of_the_database_has_its_case",
    ),
    Step(
        "templates/boards/board_page.html",
        before("templates/boards/board_page.html", "{% endexplained %}", "{{ page.pace }}\n"),
    ),
)

NOTICE = '''"""Notices."""

from wagtail.models import Page

from boards.page_form import BoardsPageForm


class {name}(Page):
    parent_page_types = ["boards.BoardPage"]
    subpage_types: list[str] = []
    page_description = "What a board wants people to know."
    template = "boards/notice_page.html"
    base_form_class = BoardsPageForm
'''
BROWSER = "tests/browser/addresses.py"
A_PAGE_TYPE = (
    Step("boards/models/", written("boards/models/notices.py", NOTICE.format(name="NoticePage"))),
    Step(
        "boards/models/__init__.py",
        before(
            "boards/models/__init__.py",
            "\n__all__",
            "from boards.models.notices import NoticePage\n",
        ),
    ),
    Step(
        "boards/models/__init__.py",
        lambda folder: None,
        f"{FORGOTTEN}every_module_of_models_is_named_by_its_package",
        written("boards/models/unnamed.py", NOTICE.format(name="UnnamedPage")),
    ),
    Step(
        BOARDS,
        before(BOARDS, '"boards.MeetingPage"]', '"boards.NoticePage", '),
        f"{FORGOTTEN}every_page_type_has_a_place_in_the_tree",
    ),
    Step(
        "templates/boards/",
        written("templates/boards/notice_page.html", '{% extends "base.html" %}\n'),
        f"{HOUSE}every_page_type_is_a_model_a_template_and_a_promise",
    ),
    Step(
        BROWSER,
        before(
            BROWSER,
            '    yield "charter", ',
            "    from boards.models import NoticePage\n\n"
            '    yield "notice", NoticePage.objects.get()\n',
        ),
        f"{FORGOTTEN}the_browser_looks_at_every_page_type",
    ),
    Step(
        "tests/browser/pages.py",
        before("tests/browser/pages.py", '    "charter",', '    "notice",\n'),
    ),
)

LETTER = """

def tell_of_notice(*, to: str, now: datetime) -> None:
    write_letter(
        key=f"notice:{to}",
        to=to,
        subject="A notice",
        words="There is one.",
        link="/",
        link_words="Read it",
        now=now,
    )
"""
PROPOSALS = "boards/services/proposals.py"
A_LETTER = (
    Step(PROPOSALS, at_the_end(PROPOSALS, LETTER)),
    Step("easyread/events.py", at_the_end("easyread/events.py", "\nnotice_given = Signal()\n")),
    Step(
        "boards/receivers.py",
        at_the_end(
            "boards/receivers.py",
            "\n\ndef tell_of_notice(sender: None, to: str, **kwargs: Any) -> None:\n"
            "    proposals.tell_of_notice(to=to, now=timezone.now())\n"
            "\n\nfrom boards.services import proposals\n",
        ),
    ),
    Step(
        "boards/apps.py",
        at_the_end(
            "boards/apps.py",
            "        from easyread.events import notice_given\n\n"
            "        notice_given.connect(receivers.tell_of_notice)\n",
        ),
        f"{HOUSE}every_event_is_heard",
    ),
)

VIEW = '''"""Notices."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from boards import permissions
from boards.models import MeetingPage
from boards.reach import meetings_planned_by


def notices(request: HttpRequest, meeting_id: int) -> HttpResponse:
    meeting = get_object_or_404({where}, pk=meeting_id)
    return render(request, "boards/admin/notices.html", {{"meeting": meeting}})
'''
URLS = "boards/admin_urls.py"
A_SCREEN = (
    Step(
        "boards/reach.py",
        written(
            "boards/views/admin/notices.py", VIEW.format(where="meetings_planned_by(request.user)")
        ),
        "tests/project/test_ways_in.py::test_no_interface_asks_a_manager",
        written("boards/views/admin/notices.py", VIEW.format(where="MeetingPage")),
    ),
    Step(
        "templates/boards/admin/",
        written(
            "templates/boards/admin/notices.html",
            '{% extends "wagtailadmin/generic/base.html" %}\n',
        ),
        f"{FORGOTTEN}every_template_that_a_module_names_is_there",
    ),
    Step(
        URLS,
        at_the_end(
            URLS,
            "\nfrom boards.views.admin import notices\n\nurlpatterns += [\n"
            '    path("meetings/<key:meeting_id>/notices/", notices.notices, name="notices"),\n]\n',
        ),
    ),
    Step(
        "tests/canaries/policies.toml",
        before(
            "tests/canaries/policies.toml",
            "    'admin/my-boards/people/',",
            "    'admin/my-boards/meetings/<key:meeting_id>/notices/',\n",
        ),
        f"{FORGOTTEN}every_address_has_a_policy_and_every_policy_an_address",
    ),
)
RECIPES = {
    "A field": A_FIELD,
    "A page type": A_PAGE_TYPE,
    "A letter": A_LETTER,
    "A screen of the admin": A_SCREEN,
}
