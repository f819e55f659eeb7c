"""Accounts. Only those who publish or look after something have one; readers need none."""

from django.contrib.auth.models import AbstractUser


class User(AbstractUser):
    """An account, from the first migration on our own model so that it can grow."""

    class Meta(AbstractUser.Meta):
        db_table = "users_user"

    def __str__(self) -> str:
        return self.get_full_name() or self.get_username()
