"""Which test process begins with what."""

from collections.abc import Iterable, Sequence
from typing import TypeVar

Item = TypeVar("Item")


def dealt(items: Sequence[Item], long: Sequence[Item], hands: int) -> list[Item]:
    """``items`` in an order of which so many hands get equal pieces, the first ones one shorter
    where they do not go up; each piece begins with its share of the ``long`` ones.

    At first pytest-xdist gives each process such a piece. Later whoever is idle takes over from the
    ends of others, one at a time: long tests in one piece were asked one after the other.
    """
    others = [item for item in items if not _is_in(item, long)]
    order: list[Item] = []
    for hand in range(hands):
        size = (len(items) - len(order)) // (hands - hand)
        first = list(long[hand::hands])
        rest = max(0, size - len(first))
        order += [*first, *others[:rest]]
        del others[:rest]
    return [*order, *others]


def _is_in(item: object, some: Iterable[object]) -> bool:
    return any(item is one for one in some)
