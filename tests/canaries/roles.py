"""Who crawls: from a stranger to the superuser."""

from dataclasses import dataclass

from django.test import Client

from boards.models import BoardPage, Member
from boards.services import prepare_board
from portal.users.models import User
from portal.users.services import prepare_officers

STRANGER = "stranger"
CITIZEN = "signed-in citizen"
MEMBER_A, MEMBER_B = "member of board A", "member of board B"
CO_CHAIR_A, CO_CHAIR_B = "co-chair of board A", "co-chair of board B"
SENATOR = "senate member"
OFFICER = "officer"
SUPERUSER = "superuser"
DEACTIVATED = "deactivated in mid-session"
REMOVED = "removed from board A in mid-session"

ROLES = (
    STRANGER,
    CITIZEN,
    MEMBER_A,
    MEMBER_B,
    CO_CHAIR_A,
    CO_CHAIR_B,
    SENATOR,
    OFFICER,
    SUPERUSER,
    DEACTIVATED,
    REMOVED,
)
ACCOUNTS = set(ROLES) - {STRANGER, DEACTIVATED}
INSIDERS = {CO_CHAIR_A, CO_CHAIR_B, SENATOR, OFFICER, SUPERUSER}


@dataclass(frozen=True)
class Boards:
    a: BoardPage
    b: BoardPage
    senate: BoardPage


def make_accounts(boards: Boards) -> dict[str, User]:
    """One account a role; ``boards`` A and B get a member with an account each."""
    users = {role: _user(role) for role in ROLES if role not in {STRANGER, SUPERUSER}}
    users[SUPERUSER] = User.objects.create_superuser("superuser", password="a long enough password")
    for role, board in ((MEMBER_A, boards.a), (MEMBER_B, boards.b), (REMOVED, boards.a)):
        Member.objects.create(board=board, name="With an account", account=users[role])
    for role, board in (
        (CO_CHAIR_A, boards.a),
        (CO_CHAIR_B, boards.b),
        (SENATOR, boards.senate),
        (DEACTIVATED, boards.a),
        (REMOVED, boards.a),
    ):
        users[role].groups.add(prepare_board(board=board))
    users[OFFICER].groups.add(prepare_officers())
    return users


def _user(role: str) -> User:
    return User.objects.create_user(role.replace(" ", "-"), password="a long enough password")


def visitor(role: str, users: dict[str, User]) -> Client:
    """A browser of that role; what ends a right happens after it has signed in."""
    client = Client(raise_request_exception=False)
    if role == STRANGER:
        return client
    client.force_login(users[role])
    if role == DEACTIVATED:
        User.objects.filter(pk=users[role].pk).update(is_active=False)
    if role == REMOVED:
        users[role].groups.clear()
        Member.objects.filter(account=users[role]).delete()
    return client
