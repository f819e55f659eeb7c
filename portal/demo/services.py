"""Seeding: the made-up borough, or any number of boards and meetings for load work."""

from collections.abc import Callable
from datetime import date, datetime
from itertools import cycle, islice

from django.core.management import call_command
from django.db import transaction
from django.utils import timezone

from boards.models import ActionPoint, BoardPage, BoardsIndexPage
from boards.services import begin_trail
from easyread.models import Picture
from portal.demo import content, details
from portal.demo.accounts import make_accounts
from portal.demo.across_boards import add_between
from portal.demo.building import add_actions, add_meetings, build_board, plan_days
from portal.demo.easy_reads import (
    add_easy_reads,
    add_home_easy_read,
    delay_easy_reads,
)
from portal.demo.format_requests import add_format_requests
from portal.demo.owners import add_owner_reports
from portal.demo.papers import add_paper_trail
from portal.demo.people import dress_people
from portal.demo.punctual import add_deadlines, add_proposals
from portal.demo.reading import keep_a_file_waiting
from portal.demo.trail import add_trail
from portal.demo.word import bring_in_word_minutes
from portal.digests.compose import compose
from portal.digests.enums import Cadence, EditionState
from portal.digests.models import DigestList, Edition
from portal.digests.windows import boundary_before, last_boundary
from portal.home.models import HomePage, SiteLook
from portal.home.services import set_up_portal

COUNCIL = "Brackenford Borough Council"
EARLIER_EDITIONS = 3
Say = Callable[[str], object]


def is_seeded() -> bool:
    return BoardPage.objects.exists()


@transaction.atomic
def seed_borough(*, now: datetime, say: Say) -> None:
    """The made-up borough of Brackenford with two years of its boards' work."""
    today = timezone.localdate(now)
    home = set_up_portal(council_name=COUNCIL)
    pictures = {picture.slug: picture for picture in Picture.objects.all()}
    index = BoardsIndexPage.objects.get()
    boards = [
        build_board(text, index=index, today=today, pictures=pictures, suffix="")
        for text in content.boards()
    ]
    say(f"{len(boards)} boards")
    papers = details.add_papers(boards)
    plans = [
        (board, plan_days(board.text, order=order, number=len(board.text.meetings), today=today))
        for order, board in enumerate(boards)
    ]
    add_meetings(plans, papers=papers)
    dress_people(boards, today=today)
    details.note_papers(boards)
    say(f"{sum(len(board.meetings) for board in boards)} meetings with agendas and minutes")
    say(f"{add_actions(boards, today=today)} actions")
    by_slug = {board.text.slug: board for board in boards}
    say(f"{add_easy_reads(by_slug, pictures, now=now)} easy reads")
    add_home_easy_read(home, pictures, today=today)
    details.add_charter(by_slug, now=now)
    details.make_things_late(by_slug, now=now)
    say(f"{add_between(by_slug, now=now)} boards that ended, and matters passed on")
    say(f"{bring_in_word_minutes(by_slug, now=now)} minutes brought in from Word files")
    say(f"{add_paper_trail(by_slug)} papers on agendas")
    say(f"{keep_a_file_waiting(by_slug, now=now)} Word file to be checked")
    add_deadlines(boards, now=now)
    delay_easy_reads(now=now)
    say(f"{add_proposals(by_slug, now=now)} proposed items")
    say(f"{add_format_requests(by_slug, now=now)} requests for other formats")
    say(f"{add_trail(by_slug, now=now)} lines in the trail of minutes")
    say(f"{add_owner_reports(by_slug, now=now)} owner without an account who reported")
    make_accounts()
    _dress(home)
    _earlier_editions(now)


def _dress(home: HomePage) -> None:
    SiteLook.objects.update(
        portal_name="Partnership boards",
        contact_email="boards@brackenford.example",
        contact_phone="01632 960100",
    )


def _earlier_editions(now: datetime) -> None:
    """The digest's archive: earlier editions, as they would have gone out. The last is left to
    the worker."""
    digest_list = DigestList.objects.get(slug="senate")
    cadence = Cadence(digest_list.cadence)
    end = boundary_before(cadence, last_boundary(cadence, now))
    for _ in range(EARLIER_EDITIONS):
        start = boundary_before(cadence, end)
        news = compose(start=start, end=end)
        if news.has_news:
            Edition.objects.create(
                list=digest_list,
                period_start=start,
                period_end=end,
                state=EditionState.DONE,
                content=news.as_json(),
                frozen_at=end,
            )
        end = start


@transaction.atomic
def seed_size(*, boards: int, meetings: int, now: datetime, say: Say) -> None:
    """``boards`` boards with ``meetings`` held meetings in all, for load work."""
    today: date = timezone.localdate(now)
    set_up_portal(council_name=COUNCIL)
    pictures = {picture.slug: picture for picture in Picture.objects.all()}
    index = BoardsIndexPage.objects.get()
    first = BoardPage.objects.count() + 1
    texts = islice(cycle(content.boards()), boards)
    built = [
        build_board(text, index=index, today=today, pictures=pictures, suffix=str(order))
        for order, text in enumerate(texts, start=first)
    ]
    say(f"{boards} boards")
    share, over = divmod(meetings, boards)
    plans = [
        (
            board,
            plan_days(board.text, order=order, number=share + (order < over), today=today),
        )
        for order, board in enumerate(built)
    ]
    add_meetings(plans, papers={})
    say(f"{meetings} meetings with agendas and minutes")
    before = ActionPoint.objects.count()
    add_actions(built, today=today)
    say(f"{ActionPoint.objects.count() - before} actions")
    say(f"{begin_trail(now=now)} lines in the trail of minutes")
    add_deadlines(built, now=now)


def index_everything() -> None:
    """Bring the search index up to date after pages were put in by the batch."""
    call_command("wagtail_update_index", verbosity=0)
