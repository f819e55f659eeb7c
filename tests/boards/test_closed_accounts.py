"""An account that was closed may do nothing any more, whatever it was allowed before."""

from datetime import date, datetime, timedelta

import pytest
from wagtail.models import Page

from boards import permissions
from boards.models import BoardPage, MeetingPage, Member, Paper
from easyread import permissions as easy_permissions
from portal.users.models import User
from tests.borough import make_meeting
from tests.paper_files import pdf
from tests.papers import make_agenda_with, make_paper

LOOKS_AFTER = {"looks after", "reads", "reports", "chooses the paper", "writes", "opens the paper"}
EVERYWHERE = {"reads every board", "keeps hard words", "names a draft elsewhere"}
MAY = {
    "co_chair": LOOKS_AFTER,
    "officer": EVERYWHERE | {"reads", "opens the paper", "writes"},
    "superuser": LOOKS_AFTER | EVERYWHERE | {"brings archives", "closes", "names accounts"},
    "seated": {"opens the paper"},
}


def _account(who: str, board: BoardPage, request: pytest.FixtureRequest) -> User:
    if who == "superuser":
        return User.objects.create_superuser(who, password="a long enough password")
    if who == "seated":
        seated = User.objects.create_user(who)
        Member.objects.create(board=board, name="With an account", account=seated)
        return seated
    found: User = request.getfixturevalue(who)
    return found


def _may(user: User, paper: Paper, board: BoardPage, elsewhere: Page, on: date) -> set[str]:
    asked = {
        "looks after": permissions.can_look_after(user, board),
        "reads": permissions.boards_read_by(user).exists(),
        "reads every board": permissions.can_read_every_board(user),
        "reports": permissions.can_report_any_progress(user),
        "brings archives": permissions.can_bring_archives(user),
        "closes": permissions.can_close_boards(user),
        "chooses the paper": permissions.papers_chosen_by(user).contains(paper),
        "opens the paper": permissions.can_read_paper(user, paper, on=on),
        "names accounts": permissions.accounts_named_by(user).exists(),
        "names a draft elsewhere": permissions.pages_named_by(user).contains(elsewhere),
        "writes": easy_permissions.can_write_easy_reads(user),
        "keeps hard words": easy_permissions.can_edit_glossary(user),
    }
    return {what for what, may in asked.items() if may}


@pytest.mark.parametrize("who", MAY)
def test_a_closed_account_may_do_nothing(
    who: str,
    carers_board: BoardPage,
    autism_board: BoardPage,
    coming_meeting: MeetingPage,
    now: datetime,
    request: pytest.FixtureRequest,
) -> None:
    today = now.date()
    paper = make_paper(
        carers_board,
        "Bookings",
        "bookings.pdf",
        pdf(),
        is_restricted=True,
        restricted_because="It names people",
        look_again_on=today + timedelta(days=90),
    )
    make_agenda_with(coming_meeting, paper)
    elsewhere = Page.objects.get(pk=make_meeting(autism_board, now).pk)
    Page.objects.filter(pk=elsewhere.pk).update(live=False)
    account = _account(who, carers_board, request)
    assert _may(account, paper, carers_board, elsewhere, today) == MAY[who]
    User.objects.filter(pk=account.pk).update(is_active=False)
    closed = User.objects.get(pk=account.pk)
    assert _may(closed, paper, carers_board, elsewhere, today) == set()
