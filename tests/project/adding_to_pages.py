"""What editors fill in, added to a copy of the portal: a field of a board, a page type, a block, a
rule of the database."""

from pathlib import Path

from tests.project.adding import FORGOTTEN, HOUSE, Edit, Step, at_the_end, before, written

BOARDS = "boards/models/boards.py"
CONSTRAINTS = "tests/project/test_constraints.py"
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
        CONSTRAINTS,
        before(
            CONSTRAINTS,
            '    "meeting_ends_after_start"',
            '    "board_pace_known": nonsense(BoardPage, "pace"),\n',
        ),
        f"{CONSTRAINTS}::test_every_rule_of_the_database_has_its_case",
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

BLOCK = '''"""A notice on an agenda."""

from wagtail import blocks


class NoticeBlock(blocks.StructBlock):
    words = blocks.TextBlock(max_length=200)

    class Meta:
        icon = "info-circle"
        {explained}
'''
EXPLAINED = """description = "Something that people should know first."
        preview_value = {"words": "Bring your bus pass"}"""
AGENDA = "boards/blocks/agenda.py"
A_BLOCK = (
    Step(
        "boards/blocks/",
        written("boards/blocks/notices.py", BLOCK.format(explained=EXPLAINED)),
        f"{HOUSE}every_block_explains_itself",
        written("boards/blocks/notices.py", BLOCK.format(explained='label = "Notice"')),
    ),
    Step(
        AGENDA,
        before(
            AGENDA,
            "\n\nclass AgendaItemBlock",
            "\n\nfrom boards.blocks.notices import NoticeBlock\n",
        ),
    ),
    Step(AGENDA, before(AGENDA, "    item = AgendaItemBlock()", "    notice = NoticeBlock()\n")),
)

PURPOSE_SAID = """            models.CheckConstraint(
                name="board_says_its_purpose",
                condition=~models.Q(purpose=""),
                violation_error_message="Say what the board is for.",
            ),
"""
MENDING = """from django.db import migrations


def mend(apps, schema_editor):
    apps.get_model("boards", "BoardPage").objects.filter(purpose="").update(purpose="Not said yet")


class Migration(migrations.Migration):
    dependencies = [("boards", "{last}")]
    operations = [migrations.RunPython(mend{back})]
"""


def mend_old_rows(back: str) -> Edit:
    """A migration after the last one there is."""

    def edit(folder: Path) -> None:
        migrations = folder / "boards" / "migrations"
        last = max(path.stem for path in migrations.glob("0*.py"))
        new = migrations / f"{int(last[:4]) + 1:04}_boards_without_a_purpose.py"
        new.write_text(MENDING.format(last=last, back=back))

    return edit


A_RULE_OF_THE_DATABASE = (
    Step(BOARDS, before(BOARDS, "            models.CheckConstraint(", PURPOSE_SAID)),
    Step(
        "boards/migrations/",
        mend_old_rows(", migrations.RunPython.noop"),
        f"{FORGOTTEN}every_migration_has_a_name_and_goes_back",
        mend_old_rows(""),
    ),
    Step(
        CONSTRAINTS,
        before(
            CONSTRAINTS,
            '    "meeting_ends_after_start"',
            '    "board_says_its_purpose": lambda w: Case(w.board, {"purpose": ""}),\n',
        ),
        f"{CONSTRAINTS}::test_every_rule_of_the_database_has_its_case",
    ),
)
RECIPES_OF_PAGES = {
    "A field": A_FIELD,
    "A page type": A_PAGE_TYPE,
    "A block": A_BLOCK,
    "A rule of the database": A_RULE_OF_THE_DATABASE,
}
