"""Who may do what with the charter."""

from typing import Any


def can_see_matrix(user: Any) -> bool:
    return bool(user.has_perm("charter.view_assessment"))


def can_assess(user: Any) -> bool:
    return bool(user.has_perm("charter.change_assessment"))
