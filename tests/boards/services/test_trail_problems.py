"""What a check found: new, known since a day, or settled by an officer with words."""

import json
from collections.abc import Callable
from datetime import datetime, timedelta
from io import StringIO

import pytest
from django.core.management import call_command
from django.db.models import F
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from boards.models import MinutesPage, SettledProblem, TrailCheck, TrailProblem
from boards.rules import chain
from boards.selectors import trail
from boards.selectors.trail import trail_report
from boards.services import (
    NotAProblem,
    SettlingNeedsWords,
    check_trail,
    settle_problem,
)
from portal.users.models import User


def verify() -> tuple[int, list[str]]:
    """The exit code of the command, and its lines."""
    out = StringIO()
    try:
        call_command("verify_minutes", stdout=out)
    except SystemExit as end:
        return int(end.code or 0), out.getvalue().splitlines()
    return 0, out.getvalue().splitlines()


@pytest.fixture
def problem(minutes: MinutesPage, now: datetime) -> str:
    """What the check found after the title was changed by hand."""
    check_trail(now=now - timedelta(days=1))
    MinutesPage.objects.update(title="Made up")
    return check_trail(now=now).problems.get().words


def test_what_is_known_is_told_with_its_day_and_what_is_new_apart(
    problem: str, now: datetime
) -> None:
    MinutesPage.objects.update(corrections="Made up too")
    check = check_trail(now=now + timedelta(days=3))
    both = check.problems.get()
    assert both.words != problem  # another change of the same page is another problem
    assert both.since == check.at
    MinutesPage.objects.update(corrections="")
    assert check_trail(now=now + timedelta(days=4)).problems.get().words == problem
    check_trail(now=now + timedelta(days=5))
    code, told = verify()
    assert code == 1
    assert f"{problem} Known since Monday 20 April 2026." in told


def test_a_machine_reads_since_when_a_problem_is_known(problem: str, now: datetime) -> None:
    out = StringIO()
    with pytest.raises(SystemExit):
        call_command("verify_minutes", "--json", stdout=out)
    told = json.loads(out.getvalue())
    assert {words: datetime.fromisoformat(at) for words, at in told["known"].items()} == {
        problem: now
    }
    assert (told["problems"], told["settled"]) == ([problem], {})


def test_a_settled_problem_stays_in_the_list_and_fails_nothing(
    problem: str, officer: User, now: datetime
) -> None:
    with pytest.raises(SettlingNeedsWords):
        settle_problem(problem=problem, words=" ", settled_by=officer, now=now)
    with pytest.raises(NotAProblem):
        settle_problem(problem="Made up", words="Yes", settled_by=officer, now=now)
    assert not SettledProblem.objects.exists()
    settle_problem(problem=problem, words="A slip.", settled_by=officer, now=now)
    code, told = verify()
    assert code == 0
    assert f"Settled on Thursday 16 April 2026 by {officer}: A slip." in " ".join(told)
    assert told[-2:] == ["Problems: 0", "Settled: 1"]
    assert trail_report().problems == [problem]
    MinutesPage.objects.update(title="Made up once more")
    code, told = verify()
    assert (code, told[-1]) == (1, "Problems: 1")


def test_officers_see_what_is_new_and_known_and_settle_it_on_the_screen(
    client: Client, problem: str, officer: User, co_chair: User
) -> None:
    address = reverse("boards_admin:trail")
    settling = {"problem": problem, "words": "The move of the site."}
    client.force_login(co_chair)
    assert client.post(address, settling).status_code == 404
    client.force_login(officer)
    assert "<h2>New</h2>" in client.get(address).content.decode()
    client.post(address)
    text = client.get(address).content.decode()
    assert "Known since Thursday 16 April 2026" in text
    assert "<h2>New</h2>" not in text
    text = client.post(address, settling | {"words": ""}).content.decode()
    assert "What you wrote is still there" in text
    assert not SettledProblem.objects.exists()
    text = client.post(address, settling, follow=True).content.decode()
    assert "Nothing new is wrong" in text
    day = timezone.localtime(SettledProblem.objects.get().at)
    assert f"{officer}, {day:%A %-d %B %Y}: The move of the site." in text
    assert TrailCheck.objects.count() == 3


@pytest.fixture
def other_words(monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """The next version of the portal says the same in other words."""

    def reworded(code: str, subject: object, words: str, *found: object) -> chain.Problem:
        return chain.problem(code, subject, f"Have a look. {words}", *found)

    return lambda: monkeypatch.setattr(trail, "problem", reworded)


def test_what_was_settled_and_known_stays_so_in_other_words(
    problem: str, officer: User, now: datetime, other_words: Callable[[], None]
) -> None:
    settle_problem(problem=problem, words="A slip.", settled_by=officer, now=now)
    other_words()
    found = check_trail(now=now + timedelta(days=1)).problems.get()
    assert (found.words, found.since) == (f"Have a look. {problem}", now)
    assert verify()[0] == 0


def test_what_was_settled_in_an_earlier_portal_stays_so_in_other_words(
    problem: str, officer: User, now: datetime, other_words: Callable[[], None]
) -> None:
    TrailProblem.objects.update(key=F("words"))
    settle_problem(problem=problem, words="A slip.", settled_by=officer, now=now)
    assert SettledProblem.objects.get().key == problem
    assert verify()[0] == 0
    check_trail(now=now + timedelta(days=1))
    other_words()
    check_trail(now=now + timedelta(days=2))
    assert verify()[0] == 0
