"""The demonstration: a made-up borough in which every state of everything can be seen."""

import re
from collections import Counter
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.test import Client
from django.utils import timezone

from boards.enums import ActionState, MeetingStatus
from boards.models import (
    ActionPoint,
    AgendaPage,
    BoardPage,
    MeetingPage,
    Member,
    MinutesPage,
    PassedMatter,
)
from boards.selectors import public_actions
from charter.enums import AssessmentState, SignUpState
from charter.models import Assessment, SignUp
from charter.selectors import matrix
from charter.signing.services import keep_reviews
from easyread.enums import EasyReadState
from easyread.models import EasyReadPage
from easyread.selectors import changes_of, easy_reads_of
from portal.demo.cast import ACCOUNTS, PASSWORD
from portal.digests.models import Edition
from portal.users.models import User


def seed(*words: str) -> str:
    said = StringIO()
    call_command("seed_demo", *words, stdout=said)
    return said.getvalue()


@pytest.mark.django_db
def test_the_borough_shows_every_state_of_everything() -> None:
    seed()
    now, today = timezone.now(), timezone.localdate()
    assert public_actions().count() >= 150
    assert set(public_actions().values_list("state", flat=True)) == set(ActionState.values)
    assert public_actions().overdue(on=today).count() >= 5
    assert public_actions().filter(owner="").exists()
    shown = {SignUpState(one.state) for one in SignUp.objects.all()}
    assert shown == {*SignUpState} - {
        SignUpState.NOT_ASKED,
        SignUpState.SIGNING,
        SignUpState.DECLINED,
    }
    assert keep_reviews(now=now) == 0, "no board was forgotten"
    states = set(Assessment.objects.values_list("state", flat=True))
    assert states == set(AssessmentState.values)
    assert any(cell.is_stale for row in matrix(today=today).rows for cell in row.cells)
    assert set(MeetingPage.objects.values_list("status", flat=True)) == set(MeetingStatus.values)
    assert MinutesPage.objects.filter(live=False).exists()
    assert AgendaPage.objects.filter(live=False).exists()
    _check_easy_reads()
    _check_word_minutes()
    _check_addresses()
    _check_accounts_and_second_run()
    assert BoardPage.objects.exclude(closed_on=None).count() == 3
    assert PassedMatter.objects.filter(answered_on=None).count() == 2
    assert MeetingPage.objects.exclude(joint_with=None).exists()
    for board in BoardPage.objects.filter(closed_on=None):
        coming = MeetingPage.objects.of_board(board).upcoming(now=now)
        assert coming.exists(), board


def _check_easy_reads() -> None:
    minutes = list(MinutesPage.objects.live())
    links = easy_reads_of(minutes)
    found = Counter(links[page.pk].state for page in minutes)
    assert set(found) == set(EasyReadState)
    assert changes_of(EasyReadPage.objects.exclude(record__original_changed_at=None).get())
    agendas = list(AgendaPage.objects.live().filter(url_path__contains="/boards/senate/"))
    coming = [page for page in agendas if page.get_parent().specific.starts_at > timezone.now()]
    links = easy_reads_of(coming)  # around Christmas the meeting is later, its agenda not yet out
    assert {link.state for link in links.values()} <= {EasyReadState.READY}
    parents = [page.get_parent() for page in EasyReadPage.objects.live() if page.depth > 4]
    assert len({page.path[: 4 * page.steplen] for page in parents}) >= 2


def _check_word_minutes() -> None:
    """Minutes that were brought in from Word are public with all that was read in them."""
    extra = MinutesPage.objects.filter(url_path__contains="-extra/")
    assert extra.count() == 3
    for minutes in extra:
        assert minutes.live
        assert len(minutes.items) >= 3, minutes
        assert minutes.actions.exists(), minutes


def _check_addresses() -> None:
    addresses = {
        *Member.objects.exclude(email="").values_list("email", flat=True),
        *BoardPage.objects.exclude(contact_email="").values_list("contact_email", flat=True),
        *User.objects.values_list("email", flat=True),
    }
    assert addresses
    assert {address.partition("@")[2] for address in addresses} == {"brackenford.example"}
    numbers = BoardPage.objects.exclude(contact_phone="").values_list("contact_phone", flat=True)
    for number in numbers:
        assert re.fullmatch(r"01632 960\d{3}", number), number


def _check_accounts_and_second_run() -> None:
    client = Client()
    for account in ACCOUNTS:
        assert client.login(username=account.username, password=PASSWORD)
        assert client.get("/admin/").status_code == 200
    action = ActionPoint.objects.filter(state="open").first()
    assert action
    ActionPoint.objects.filter(pk=action.pk).update(text="Changed by hand")
    numbers = [model.objects.count() for model in (BoardPage, ActionPoint, Edition, User)]
    assert "its data is kept" in seed()
    assert numbers == [model.objects.count() for model in (BoardPage, ActionPoint, Edition, User)]
    assert ActionPoint.objects.get(pk=action.pk).text == "Changed by hand"


@pytest.mark.django_db
def test_any_size_can_be_made_and_more_be_added() -> None:
    seed("--boards", "3", "--meetings", "7")
    now = timezone.now()
    assert BoardPage.objects.count() == 3
    assert MeetingPage.objects.held(now=now).count() == 7
    assert MeetingPage.objects.upcoming(now=now).count() == 3
    assert AgendaPage.objects.count() == 10
    assert public_actions().exists()
    assert Client().get("/search/", {"q": "board"}).context["hits"]
    slugs = set(BoardPage.objects.values_list("slug", flat=True))
    seed("--boards", "1", "--meetings", "1")
    assert len(set(BoardPage.objects.values_list("slug", flat=True)) - slugs) == 1
    assert MeetingPage.find_problems() == ([], [], [], [], [])


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--boards", "3"], "Give both"),
        (["--meetings", "3"], "Give both"),
        (["--boards", "0", "--meetings", "7"], "--boards must be from 1 to 1000"),
        (["--boards", "1001", "--meetings", "7000"], "--boards must be from 1 to 1000"),
        (["--boards", "3", "--meetings", "2"], "--meetings must be from the number of boards"),
        (["--boards", "3", "--meetings", "50001"], "--meetings must be from"),
        (["--boards", "many", "--meetings", "7"], "invalid int value: 'many'"),
        (["--boards", "-1", "--meetings", "7"], "--boards must be from 1 to 1000"),
    ],
)
def test_a_nonsense_size_is_refused_in_words(words: list[str], said: str) -> None:
    with pytest.raises(CommandError, match=re.escape(said)):
        seed(*words)
    assert not BoardPage.objects.exists()
