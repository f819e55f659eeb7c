"""The accounts of the demonstration. Made-up people, one password, never for the open internet."""

from dataclasses import dataclass

from django.contrib.auth.models import Group

from boards.models import BoardPage
from portal.home.services import OFFICERS
from portal.users.models import User

PASSWORD = "brackenford-demo"  # printed on the screen by `make demo`: not a secret


@dataclass(frozen=True)
class DemoAccount:
    """An account: who it is, and for which board (its slug), if for one."""

    username: str
    who: str
    board: str = ""
    is_officer: bool = False
    is_superuser: bool = False


ACCOUNTS = (
    DemoAccount(
        "chair", "co-chair of the Learning Disability Partnership Board", "learning-disability"
    ),
    DemoAccount("secretary", "secretary of the Carers Partnership Board", "carers"),
    DemoAccount("officer", "council officer who looks after the charter", is_officer=True),
    DemoAccount("admin", "looks after the whole site, reads the sent mail", is_superuser=True),
)


def make_accounts() -> None:
    """Make the accounts where they are not there yet."""
    for account in ACCOUNTS:
        user, is_new = User.objects.get_or_create(
            username=account.username,
            defaults={
                "email": f"{account.username}@brackenford.example",
                "is_staff": account.is_superuser,
                "is_superuser": account.is_superuser,
            },
        )
        if not is_new:
            continue
        user.set_password(PASSWORD)
        user.save()
        if account.is_officer:
            user.groups.add(Group.objects.get(name=OFFICERS))
        if account.board:
            board = BoardPage.objects.select_related("editors").get(slug=account.board)
            if board.editors:
                user.groups.add(board.editors)
