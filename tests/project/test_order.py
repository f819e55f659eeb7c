"""PostgreSQL puts what is empty last, SQLite first: an order says itself where it goes."""

import ast
from pathlib import Path

from django.apps import apps

ROOT = Path(__file__).resolve().parents[2]
APPS = ("boards", "charter", "easyread", "portal")

# Fields of these names may be empty elsewhere; here they never are.
NEVER_EMPTY = {
    ("boards/services/trail.py", "-version"): "only lines that are versions",
    ("boards/selectors/news.py", "-first_published_at"): "only those that came out",
    ("boards/services/trail.py", "version"): "only lines that are versions",
    ("boards/selectors/trail.py", "-version"): "only lines that are versions",
    ("boards/selectors/news.py", "-version"): "only lines that are versions",
    ("boards/selectors/versions.py", "-version"): "only lines that are versions",
    ("boards/selectors/sharing.py", "-created_at"): "every paper has a moment",
    ("boards/selectors/deadlines.py", "due_on"): "a deadline has a day",
    ("boards/selectors/deadlines.py", "-due_on"): "a deadline has a day",
    ("portal/demo/punctual.py", "due_on"): "a deadline has a day",
    ("boards/selectors/proposals.py", "-answered_at"): "only answered ones",
    ("boards/selectors/contents.py", "minutes"): "a place at a meeting has minutes",
    ("boards/selectors/actions.py", "-closed_on"): "only finished ones",
    ("boards/selectors/outcomes.py", "-closed_on"): "only finished ones",
    ("boards/selectors/news.py", "-closed_on"): "only finished ones",
    ("boards/selectors/papers_to_do.py", "look_again_on"): "only those that are due",
    ("boards/selectors/topics.py", "-held_on"): "a mention has a day",
    ("boards/selectors/topics.py", "page"): "a mention has a page",
    ("charter/signing/selectors.py", "signed_on"): "only those that were signed",
    ("charter/versions/selectors.py", "in_force_from"): "only versions in force",
    ("charter/versions/selectors.py", "-in_force_from"): "only versions in force",
    ("portal/search/selectors.py", "-first_published_at"): "PostgreSQL orders by relevance",
    ("easyread/selectors/report.py", "made_at"): "only files that are made",
    ("easyread/selectors/pictures.py", "-pages"): "counted",
    ("easyread/selectors/pictures.py", "-marks__used_at"): "only those that were used",
    ("easyread/selectors/survey.py", "-pages"): "counted",
    ("easyread/selectors/survey.py", "-counted_at"): "only those that were counted",
}


def orders(tree: ast.AST) -> list[str]:
    """The names by which something is ordered, where nothing is said of what is empty."""
    calls = (each for each in ast.walk(tree) if isinstance(each, ast.Call))
    ordering = (
        each
        for each in calls
        if isinstance(each.func, ast.Attribute)
        and each.func.attr in {"order_by", "first_of_each", "latest", "earliest"}
    )
    texts = (arg.value for each in ordering for arg in each.args if isinstance(arg, ast.Constant))
    return [text for text in texts if isinstance(text, str)]


def test_an_order_by_what_may_be_empty_says_where_the_empty_ones_go() -> None:
    may_be_empty = {
        field.name for model in apps.get_models() for field in model._meta.fields if field.null
    }
    assert orders(ast.parse('x.order_by("-due_on", F("a"))')) == ["-due_on"]
    found = {
        (str(path.relative_to(ROOT)), name)
        for app in APPS
        for path in (ROOT / app).rglob("*.py")
        if "node_modules" not in path.parts
        for name in orders(ast.parse(path.read_text()))
        if name.lstrip("-").split("__")[-1] in may_be_empty
    }
    assert found - set(NEVER_EMPTY) == set()
