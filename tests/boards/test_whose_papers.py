"""Whose a paper is, and who may read it: what a broken line of the rules would open."""

from datetime import datetime, timedelta

import pytest
from django.contrib.auth.models import Permission
from django.contrib.contenttypes.models import ContentType
from django.test import Client
from wagtail.models import Collection, CollectionViewRestriction, Page, ReferenceIndex

from boards.models import BoardPage, MeetingPage, Member, Paper
from boards.permissions import (
    belongs,
    can_look_into,
    can_read_paper,
    can_report_any_progress,
    is_public_paper,
    permissions_to_give,
)
from boards.services.sharing import share_paper
from portal.home.models import HomePage, PlainPage
from portal.users.models import User
from tests.borough import make_agenda
from tests.paper_files import pdf
from tests.papers import collection_of, make_agenda_with, make_paper


@pytest.fixture
def paper(carers_board: BoardPage) -> Paper:
    return make_paper(carers_board, "Bookings", "bookings.pdf", pdf())


def test_a_paper_in_a_closed_collection_is_not_public_with_its_agenda(
    paper: Paper, coming_meeting: MeetingPage, carers_board: BoardPage, client: Client
) -> None:
    make_agenda_with(coming_meeting, paper)
    assert is_public_paper(paper)
    assert client.get(paper.url).status_code == 200
    CollectionViewRestriction.objects.create(
        collection=collection_of(carers_board), restriction_type=CollectionViewRestriction.LOGIN
    )
    assert not is_public_paper(paper)
    assert client.get(paper.url).status_code != 200


def test_only_a_page_that_refers_to_a_paper_makes_it_public(
    paper: Paper, coming_meeting: MeetingPage
) -> None:
    """Something else may have the number of a public page."""
    agenda = make_agenda(coming_meeting)
    of_papers, of_accounts = (ContentType.objects.get_for_model(model) for model in (Paper, User))
    ReferenceIndex.objects.create(
        base_content_type=of_accounts,
        content_type=of_accounts,
        object_id=str(agenda.pk),
        to_content_type=of_papers,
        to_object_id=str(paper.pk),
        model_path="paper",
        content_path="paper",
        content_path_hash=ReferenceIndex._get_content_path_hash("paper"),
    )
    assert not is_public_paper(paper)


def test_a_paper_of_no_board_belongs_to_the_pages_above_the_boards(
    paper: Paper, home: HomePage, coming_meeting: MeetingPage
) -> None:
    paper.collection = Collection.get_first_root_node()
    paper.save()
    make_agenda_with(coming_meeting, paper)
    assert not is_public_paper(paper)
    body = f'<p><a linktype="document" id="{paper.pk}">How to complain</a></p>'
    home.add_child(instance=PlainPage(title="Complain", slug="complain", body=body))
    assert Page.objects.filter(slug="complain", live=True).exists()
    assert is_public_paper(paper)


def test_a_paper_belongs_to_its_board_and_to_those_with_which_it_was_shared(
    paper: Paper, carers_board: BoardPage, autism_board: BoardPage, now: datetime
) -> None:
    own = make_paper(autism_board, "Own", "own.pdf", pdf())
    assert belongs(own, autism_board.path)
    assert not belongs(paper, autism_board.path)
    other = make_paper(carers_board, "Shared", "shared.pdf", pdf())
    share_paper(paper=other, boards=[autism_board], shared_by=None, now=now)
    assert belongs(other, autism_board.path)
    assert not belongs(paper, autism_board.path)
    assert not belongs(own, carers_board.path)


def test_who_may_report_on_some_actions(
    co_chair: User, officer: User, member: User, carers_board: BoardPage
) -> None:
    assert can_report_any_progress(co_chair), "who looks after a board"
    assert not can_report_any_progress(member)
    assert not can_report_any_progress(officer)
    officer.user_permissions.add(Permission.objects.get(codename="report_progress"))
    assert can_report_any_progress(User.objects.get(pk=officer.pk)), "who was allowed to"


@pytest.mark.django_db
def test_what_can_be_ticked_for_a_group_is_the_one_permission_that_needs_it() -> None:
    assert [one.codename for one in permissions_to_give()] == ["add_archivejob"]


def _restricted(board: BoardPage, title: str, now: datetime) -> Paper:
    return make_paper(
        board,
        title,
        f"{title.lower()}.pdf",
        pdf(),
        is_restricted=True,
        restricted_because="It names people",
        look_again_on=now.date() + timedelta(days=90),
    )


def test_who_may_choose_papers_of_one_board_looks_into_none_of_another(
    carers_board: BoardPage, autism_board: BoardPage, other_co_chair: User, now: datetime
) -> None:
    own, foreign = _restricted(autism_board, "Own", now), _restricted(carers_board, "Not own", now)
    assert can_look_into(other_co_chair, own)
    assert not can_look_into(other_co_chair, foreign)


def test_a_member_reads_what_an_agenda_of_the_board_holds_and_no_other_paper(
    carers_board: BoardPage, coming_meeting: MeetingPage, member: User, now: datetime
) -> None:
    Member.objects.create(board=carers_board, name="Kit Moss", account=member)
    placed, kept_back = (_restricted(carers_board, name, now) for name in ("Placed", "Kept back"))
    make_agenda_with(coming_meeting, placed)
    assert can_read_paper(member, placed, on=now.date())
    assert not can_read_paper(member, kept_back, on=now.date())
