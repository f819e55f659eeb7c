"""What an item of an agenda is: what somebody said, else what its title says."""

from typing import Any

import pytest
from django.utils import timezone

from boards.enums import ItemKind
from boards.models import MeetingPage
from boards.rules.items import kind_of, kind_of_title
from boards.selectors.approving import item_about_minutes
from boards.services.matters_arising import standing_items
from boards.services.stored_blocks import agenda_item
from tests.borough import make_agenda


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Welcome and apologies", ItemKind.WELCOME),
        ("Apologies", ItemKind.WELCOME),
        ("Minutes of the last meeting", ItemKind.LAST_MINUTES),
        ("Approval of the minutes", ItemKind.LAST_MINUTES),
        ("Ten minutes of quiet", ItemKind.TOPIC),
        ("Draft minutes of 3 May", ItemKind.LAST_MINUTES),
        ("Taking minutes: how we do it", ItemKind.TOPIC),
        ("Minutes silence for Ann", ItemKind.TOPIC),
        ("Minutes taker needed", ItemKind.TOPIC),
        ("To approve the minutes", ItemKind.LAST_MINUTES),
        ("Last meeting's minutes", ItemKind.LAST_MINUTES),
        ("Confirmation of the minutes", ItemKind.LAST_MINUTES),
        ("A.O.B.", ItemKind.ANY_OTHER),
        ("5. AOB", ItemKind.ANY_OTHER),
        ("Any other urgent business", ItemKind.ANY_OTHER),
        ("MATTERS  ARISING", ItemKind.MATTERS_ARISING),
        ("Minutes and matters arising", ItemKind.MINUTES_AND_MATTERS),
        ("Any other business", ItemKind.ANY_OTHER),
        ("AOB", ItemKind.ANY_OTHER),
        ("Date of next meeting", ItemKind.NEXT_DATE),
        ("Next meeting", ItemKind.NEXT_DATE),
        ("Buses", ItemKind.TOPIC),
        ("", ItemKind.TOPIC),
    ],
)
def test_where_nobody_said_what_an_item_is_its_title_does(title: str, kind: ItemKind) -> None:
    assert kind_of_title(title) == kind
    assert kind_of({"title": title}) == kind
    assert kind_of({"title": title, "kind": "nonsense"}) == kind


def test_what_somebody_said_goes_before_the_title(coming_meeting: MeetingPage) -> None:
    said: dict[str, Any] = {"kind": ItemKind.LAST_MINUTES.value}
    items = [
        agenda_item("Minutes of silence", "know", 1, kind="topic"),
        agenda_item("Cofnodion y cyfarfod diwethaf", "decide", 5, **said),
    ]
    agenda = make_agenda(coming_meeting)
    agenda.items = items
    agenda.save_revision().publish()
    assert item_about_minutes(coming_meeting) == 4  # 1 and 2 were other items


def test_nobody_said_what_standing_items_are(held_meeting: MeetingPage) -> None:
    """Their titles do; who gives one another title gives it another task."""
    board = held_meeting.get_parent().specific
    items = standing_items(board, on=timezone.localdate())
    assert {item["value"]["kind"] for item in items} == {""}
    assert [kind_of(item["value"]) for item in items] == [
        *(ItemKind.WELCOME, ItemKind.LAST_MINUTES, ItemKind.MATTERS_ARISING),
        *(ItemKind.ANY_OTHER, ItemKind.NEXT_DATE),
    ]
