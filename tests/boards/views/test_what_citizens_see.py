"""What the public pages of a board say at the edges: nothing is out, cancelled, over, ended."""

from datetime import date, datetime, timedelta

import pytest
from django.test import Client
from django.utils import timezone

from boards import selectors, services
from boards.models import (
    ActionPoint,
    Attendance,
    BoardPage,
    BoardsIndexPage,
    MeetingPage,
    MinutesPage,
)
from boards.selectors.meetings import minutes_view
from boards.services.stored_blocks import agenda_item
from tests.borough import action_block, make_agenda, make_easy_read, make_meeting, make_minutes
from tests.papers import make_paper, publish_with

DAY = timedelta(days=1)


def page_of(client: Client, address: str) -> str:
    return " ".join(client.get(address).content.decode().split())


def cancel(meeting: MeetingPage) -> None:
    meeting.status, meeting.status_reason = "cancelled", "Snow"
    meeting.save_revision().publish()


def change(meeting: MeetingPage) -> None:
    meeting.status, meeting.status_reason = "changed", "The hall was shut."
    meeting.save_revision().publish()


def test_the_latest_agenda_is_that_of_the_coming_meeting_once_it_is_out(
    carers_board: BoardPage, minutes: MinutesPage, coming_meeting: MeetingPage, now: datetime
) -> None:
    old = make_agenda(minutes.get_parent().specific)
    overview = selectors.board_overview(carers_board, now=now)
    assert overview.latest_agenda
    assert overview.latest_agenda.agenda == old
    new = make_agenda(coming_meeting)
    easy_read = make_easy_read(new)
    overview = selectors.board_overview(carers_board, now=now)
    assert overview.latest
    assert overview.latest.minutes == minutes
    assert overview.latest_agenda
    assert overview.latest_agenda.agenda == new
    assert overview.latest_agenda.agenda_easy_read
    assert overview.latest_agenda.agenda_easy_read.url == easy_read.url
    cancel(coming_meeting)
    overview = selectors.board_overview(carers_board, now=now)
    assert overview.latest_agenda
    assert overview.latest_agenda.agenda == old


def test_the_latest_minutes_are_found_behind_meetings_that_have_none(
    carers_board: BoardPage, minutes: MinutesPage, now: datetime
) -> None:
    for days in range(1, 9):
        make_meeting(carers_board, now - days * DAY)
    overview = selectors.board_overview(carers_board, now=now)
    assert overview.latest
    assert overview.latest.minutes == minutes
    assert len(overview.past) == 4


def test_a_boards_page_has_the_agenda_that_is_out_before_there_are_any_minutes(
    client: Client, carers_board: BoardPage
) -> None:
    meeting = make_meeting(carers_board, timezone.now() + 9 * DAY)
    assert "Nothing is out yet." in page_of(client, carers_board.url)
    agenda = make_agenda(meeting)
    page = page_of(client, carers_board.url)
    assert "Nothing is out yet." not in page
    latest = page[page.index('id="latest"') : page.index('id="actions"')]
    assert f'href="{agenda.url}"' in latest


def test_the_next_meeting_goes_into_a_calendar_from_the_boards_page(
    client: Client, carers_board: BoardPage
) -> None:
    meeting = make_meeting(carers_board, timezone.now() + 9 * DAY)
    page = page_of(client, carers_board.url)
    card = page[page.index('id="next"') : page.index('id="latest"')]
    assert f'<a href="/calendars/meetings/{meeting.pk}.ics">Add to your calendar</a>' in card


def test_a_board_that_nobody_can_ring_or_write_to_says_where_to_turn(
    client: Client, carers_board: BoardPage
) -> None:
    meeting = make_meeting(carers_board, timezone.now() + 9 * DAY)
    way = '<a href="/contact/">How to reach us</a>'
    for address in (carers_board.url, meeting.url):
        assert way not in page_of(client, address)
    BoardPage.objects.update(contact_email="")
    for address in (carers_board.url, meeting.url):
        assert way in page_of(client, address)


def test_following_stands_after_who_is_on_the_board_and_what_it_deals_with(
    client: Client, carers_board: BoardPage
) -> None:
    carers_board.topics.add("buses")
    carers_board.save_revision().publish()
    page = page_of(client, carers_board.url)
    places = [page.index(f'id="{one}"') for one in ("charter", "members", "topics", "follow")]
    assert places == sorted(places)


def test_a_meeting_says_by_when_to_tell_what_one_needs(
    carers_board: BoardPage, client: Client
) -> None:
    thursday = timezone.make_aware(datetime(2026, 3, 12, 14, 0))
    meeting = make_meeting(carers_board, thursday)
    view = selectors.meeting_view(meeting, now=timezone.make_aware(datetime(2026, 3, 4, 9, 0)))
    assert view.tell_by == date(2026, 3, 4)
    view = selectors.meeting_view(meeting, now=timezone.make_aware(datetime(2026, 3, 5, 9, 0)))
    assert view.tell_by is None
    now = timezone.now()
    assert "If you can, by" in page_of(client, make_meeting(carers_board, now + 40 * DAY).url)
    sooner = "The sooner you tell us, the better."
    assert sooner in page_of(client, make_meeting(carers_board, now + DAY).url)
    own_words = make_meeting(carers_board, now + 50 * DAY, access="Tell Sy ten days before.")
    page = page_of(client, own_words.url)
    assert sooner in page
    assert "If you can, by" not in page
    held = page_of(client, make_meeting(carers_board, now - 9 * DAY).url)
    assert sooner not in held


def test_papers_stand_under_the_item_they_belong_to(
    client: Client, held_meeting: MeetingPage, carers_board: BoardPage
) -> None:
    agenda = make_agenda(held_meeting)
    publish_with(agenda, make_paper(carers_board, "Plan", "plan.txt", b"Words"))
    page = page_of(client, held_meeting.url)
    assert "<h3>Item 1: Breaks</h3>" in page
    assert page.index("Item 1: Breaks") < page.index("About this paper")


def test_why_a_held_meeting_was_changed_reads_as_what_was(
    client: Client, held_meeting: MeetingPage
) -> None:
    change(held_meeting)
    assert "It was not as first planned: The hall was shut." in page_of(client, held_meeting.url)
    held_meeting.status = "planned"
    held_meeting.save_revision().publish()
    assert "The hall was shut." not in page_of(client, held_meeting.url)


def test_the_way_on_from_a_meeting_says_that_the_other_was_cancelled(
    client: Client, held_meeting: MeetingPage, coming_meeting: MeetingPage
) -> None:
    assert "(cancelled)" not in page_of(client, held_meeting.url)
    cancel(coming_meeting)
    assert "(cancelled)" in page_of(client, held_meeting.url)


def test_what_was_cancelled_is_not_offered_for_a_calendar(
    client: Client, carers_board: BoardPage
) -> None:
    meeting = make_meeting(carers_board, timezone.now() + 9 * DAY)
    assert "Add to your calendar" in page_of(client, meeting.url)
    cancel(meeting)
    assert "Add to your calendar" not in page_of(client, meeting.url)


def test_the_meeting_after_minutes_is_one_that_takes_place(
    carers_board: BoardPage, minutes: MinutesPage, now: datetime
) -> None:
    cancel(make_meeting(carers_board, now + 5 * DAY))
    assert minutes_view(minutes, now=now).next_meeting is None
    later = make_meeting(carers_board, now + 9 * DAY)
    view = minutes_view(minutes, now=now)
    assert (view.next_meeting, view.next_is_over) == (later, False)
    assert minutes_view(minutes, now=now + 20 * DAY).next_is_over


def test_old_minutes_do_not_call_a_held_meeting_the_next(
    client: Client, minutes: MinutesPage, carers_board: BoardPage
) -> None:
    make_meeting(carers_board, timezone.now() + 9 * DAY)
    assert '<h2 id="next">Next meeting</h2>' in page_of(client, minutes.url)
    make_meeting(carers_board, minutes.get_parent().specific.starts_at + DAY)
    assert '<h2 id="next">The meeting after this one</h2>' in page_of(client, minutes.url)


def test_minutes_of_a_board_that_ended_promise_nothing(
    client: Client, minutes: MinutesPage, carers_board: BoardPage
) -> None:
    assert "No later meeting has approved them yet." in page_of(client, minutes.url)
    BoardPage.objects.filter(pk=carers_board.pk).update(
        closed_on=date(2026, 4, 1), closing_words="Done"
    )
    page = page_of(client, minutes.url)
    assert "The board ended before a meeting approved them." in page
    assert "It has no more meetings." in page
    assert "when it ended." in page_of(client, carers_board.url)
    assert "No later meeting is planned yet" not in page


@pytest.mark.parametrize(
    ("is_citizen", "words"),
    [(True, "One person was there, a citizen."), (False, "One person was there.")],
)
def test_minutes_of_one_person_alone_are_good_english(
    client: Client, minutes: MinutesPage, is_citizen: bool, words: str
) -> None:
    minutes.attendance.all().delete()
    Attendance.objects.create(minutes=minutes, name="Mo Vale", is_citizen=is_citizen)
    assert words in page_of(client, minutes.url)


def test_a_list_of_meetings_says_what_became_of_the_minutes(
    client: Client, minutes: MinutesPage, carers_board: BoardPage, now: datetime
) -> None:
    address = f"/past-meetings/{carers_board.slug}/"
    make_agenda(minutes.get_parent().specific)
    assert "not out yet" not in page_of(client, address)
    services.withdraw_minutes(minutes=minutes, reason="A name", withdrawn_by=None, now=now)
    page = page_of(client, address)
    assert "The minutes were withdrawn." in page
    assert "not out yet" not in page
    make_agenda(make_meeting(carers_board, now - 3 * DAY))
    assert page_of(client, address).count("The minutes are not out yet.") == 1


def test_a_quick_choice_of_actions_keeps_the_other_choices(
    client: Client, minutes: MinutesPage
) -> None:
    page = page_of(
        client, "/actions/?board=carers&topic=&owner=Ola&agreed_from=2026-01-01&state=late&page=2"
    )
    kept = "board=carers&amp;topic=&amp;owner=Ola&amp;agreed_from=2026-01-01"
    for state in ("unfinished", "late", "done"):
        assert f'href="?{kept}&amp;state={state}"' in page
    assert f'href="/actions/?{kept}"' in page


def test_an_action_that_nobody_took_on_says_so(
    client: Client, held_meeting: MeetingPage, now: datetime
) -> None:
    make_minutes(held_meeting, action_block("Mend the ramp"))
    action = ActionPoint.objects.get()
    assert "<dd>Nobody yet</dd>" in page_of(client, action.get_absolute_url())


def test_a_board_that_finished_nothing_leads_to_its_own_actions(
    client: Client, boards_index: BoardsIndexPage, carers_board: BoardPage
) -> None:
    page = page_of(client, "/you-said-we-did/?board=carers")
    assert '<a href="/actions/?board=carers">See the actions of this board</a>' in page


def test_a_group_that_goes_on_after_its_end_does_not_say_that_it_will_end(
    client: Client, carers_board: BoardPage
) -> None:
    today = timezone.localdate()
    group = {"kind": "task_and_finish", "question": "Where do buses stop?"}
    BoardPage.objects.update(ends_on=today, **group)
    assert "The group ends on" in page_of(client, carers_board.url)
    BoardPage.objects.update(ends_on=today - DAY)
    page = page_of(client, carers_board.url)
    assert "It is still going." in page
    assert "The group ends on" not in page


def test_one_minute_is_not_one_minutes(client: Client, coming_meeting: MeetingPage) -> None:
    agenda = make_agenda(coming_meeting)
    assert "<li>10 minutes</li>" in page_of(client, agenda.url)
    agenda.items = [agenda_item("Buses", "discuss", 1)]
    agenda.save_revision().publish()
    page = page_of(client, agenda.url)
    assert "<li>1 minute</li>" in page
    assert "<dd>1 minute</dd>" in page
