"""Making the accounts of the demonstration."""

from django.contrib.auth.models import Group

from boards.models import BoardPage
from portal.demo.cast import ACCOUNTS, PASSWORD
from portal.users.models import User
from portal.users.services import OFFICERS


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
