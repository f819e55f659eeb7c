"""Each test process begins with its share of what takes long, and no test is lost."""

import pytest

from tests.services.dealing import dealt


@pytest.mark.parametrize("hands", [1, 2, 3, 5])
@pytest.mark.parametrize("number", [0, 1, 2, 7, 40])
@pytest.mark.parametrize("long", [0, 1, 6, 40])
def test_nothing_is_lost_and_long_ones_come_first(number: int, long: int, hands: int) -> None:
    items = list(range(number))
    order = dealt(items, items[:long], hands)
    assert sorted(order) == items
    if long * 2 > number:
        return
    place = 0
    for hand in range(hands):
        size = (number - place) // (hands - hand)
        piece = order[place : place + size]
        share = [item for item in piece if item < long]
        assert piece[: len(share)] == share
        assert abs(len(share) - long / hands) <= 1
        place += size
