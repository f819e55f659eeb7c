"""Canaries and who may meet them.

A canary is a word that stands nowhere else. `Garden.allowed` says which roles may meet it.
"""

import re
from dataclasses import dataclass, field
from typing import Any

from tests.canaries import roles
from tests.canaries.roles import Boards

CANARY = re.compile(r"zq\d{4}xk", re.I)
EVERYONE = set(roles.ROLES)


@dataclass
class Garden:
    """What was planted: who may meet each canary, where it stands, and rows for addresses."""

    boards: Boards
    allowed: dict[str, set[str]] = field(default_factory=dict)
    place: dict[str, str] = field(default_factory=dict)
    rows: dict[str, list[tuple[int, str]]] = field(default_factory=dict)

    def plant(self, place: str, allowed: set[str]) -> str:
        canary = f"zq{len(self.allowed):04d}xk"
        self.allowed[canary] = allowed
        self.place[canary] = place
        return canary

    def note(self, kind: str, row: Any, owner: str) -> None:
        """A row whose number fills addresses; ``owner`` is “A”, “B” or “”."""
        self.rows.setdefault(kind, []).append((row.pk, owner))


def own(owner: str) -> set[str]:
    """Who may see what a board has in preparation."""
    co_chair = roles.CO_CHAIR_A if owner == "A" else roles.CO_CHAIR_B
    return {co_chair, roles.OFFICER, roles.SUPERUSER}


def keepers(owner: str) -> set[str]:
    """Who may see what only those need who look after a board."""
    return own(owner) - {roles.OFFICER}


def members(owner: str) -> set[str]:
    return own(owner) | {roles.MEMBER_A if owner == "A" else roles.MEMBER_B}
