"""Whoever names another board's paper gets no right to it by that."""

import json
from datetime import date
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.test.utils.form_data import nested_form_data, rich_text, streamfield

from boards.models import (
    AgendaPage,
    BoardPage,
    MeetingPage,
    Member,
    MinutesPage,
    Paper,
    PaperShare,
)
from boards.selectors.packs import pack_plan
from boards.services import prepare_board
from boards.services.sharing import share_paper
from portal.users.models import User
from tests.borough import make_agenda, make_meeting, make_minutes
from tests.paper_files import pdf
from tests.papers import make_agenda_with, make_paper

TITLE = "Zyzzyva figures"


@pytest.fixture
def theirs(autism_board: BoardPage) -> Paper:
    return make_paper(autism_board, TITLE, "zyzzyva.pdf", pdf())


@pytest.fixture
def ours(carers_board: BoardPage) -> Paper:
    return make_paper(carers_board, "Our figures", "ours.pdf", pdf())


@pytest.fixture
def agenda(coming_meeting: MeetingPage) -> AgendaPage:
    return make_agenda(coming_meeting)


def form(agenda: AgendaPage, *papers: Paper, link_to: int | None = None) -> dict[str, Any]:
    """What the editor sends for an agenda of one item with these papers."""
    summary = rich_text("<p>Words</p>")
    if link_to is not None:
        content = json.loads(summary)
        content["blocks"][0]["entityRanges"] = [{"offset": 0, "length": 5, "key": 0}]
        link = {"type": "LINK", "mutability": "MUTABLE", "data": {"id": link_to, "url": "/x/"}}
        summary = json.dumps(content | {"entityMap": {"0": link}})
    held: dict[str, Any] = {"count": str(len(papers))}
    for number, paper in enumerate(papers):
        held[str(number)] = {"value": str(paper.pk), "id": "", "order": str(number), "deleted": ""}
    names = ("title", "purpose", "presenter", "minutes", "about_money", "money", "topics")
    item = dict.fromkeys(names, "") | {"title": "Money", "purpose": "know", "summary": summary}
    return nested_form_data(
        {
            "title": agenda.title,
            "slug": agenda.slug,
            "items": streamfield([("item", item | {"papers": held})]),
            "comments": {"TOTAL_FORMS": "0", "INITIAL_FORMS": "0"},
        }
    )


def edit(agenda: AgendaPage) -> str:
    return reverse("wagtailadmin_pages:edit", args=[agenda.pk])


def test_a_secretary_publishes_her_own_boards_paper_and_no_other(
    client: Client, co_chair: User, agenda: AgendaPage, ours: Paper, theirs: Paper
) -> None:
    client.force_login(co_chair)
    sendings: list[dict[str, Any]] = [{"action-publish": "1"}, {}, {"title": ""}]
    for sent in sendings:  # also where something else is wrong
        answer = client.post(edit(agenda), form(agenda, theirs) | sent)
        assert answer.status_code == 404
        assert TITLE not in answer.content.decode()
    preview = reverse("wagtailadmin_pages:preview_on_edit", args=[agenda.pk])
    assert TITLE not in client.post(preview, form(agenda, theirs)).content.decode()
    assert TITLE not in client.get(preview).content.decode()
    assert AgendaPage.objects.get().latest_revision == agenda.latest_revision
    own = form(agenda, ours) | {"action-publish": "1"}
    assert client.post(edit(agenda), own).status_code == 302
    client.logout()
    assert client.get(f"/papers/{ours.pk}/file/").status_code == 200
    assert client.get(f"/papers/{theirs.pk}/file/").status_code == 404


def test_a_link_to_another_boards_draft_is_refused(
    client: Client, co_chair: User, agenda: AgendaPage, autism_board: BoardPage
) -> None:
    meeting = make_meeting(autism_board, timezone.now())
    draft = make_minutes(meeting, publish=False)
    client.force_login(co_chair)
    assert client.post(edit(agenda), form(agenda, link_to=draft.pk)).status_code == 404
    assert client.post(edit(agenda), form(agenda, link_to=meeting.pk)).status_code == 302


def test_a_reference_that_got_there_gives_nothing_until_the_paper_is_shared(
    client: Client, coming_meeting: MeetingPage, carers_board: BoardPage, theirs: Paper
) -> None:
    agenda = make_agenda_with(coming_meeting, theirs)
    assert client.get(f"/papers/{theirs.pk}/file/").status_code == 404
    assert client.get(theirs.url).status_code == 404
    for page in (agenda, coming_meeting):
        assert TITLE not in client.get(page.url).content.decode()
    assert pack_plan(agenda).is_empty
    share_paper(paper=theirs, boards=[carers_board], shared_by=None, now=timezone.now())
    assert client.get(f"/papers/{theirs.pk}/file/").status_code == 200
    assert TITLE in client.get(agenda.url).content.decode()
    assert not pack_plan(agenda).is_empty
    share_paper(paper=theirs, boards=[], shared_by=None, now=timezone.now())
    assert client.get(f"/papers/{theirs.pk}/file/").status_code == 404
    assert TITLE not in client.get(agenda.url).content.decode()


def test_a_restricted_paper_opens_to_members_of_its_own_board_only(
    client: Client,
    coming_meeting: MeetingPage,
    carers_board: BoardPage,
    autism_board: BoardPage,
    member: User,
) -> None:
    paper = make_paper(
        autism_board,
        TITLE,
        "z.pdf",
        pdf(),
        is_restricted=True,
        restricted_because="One family",
        look_again_on=date(2030, 1, 1),
    )
    make_agenda_with(coming_meeting, paper)
    Member.objects.create(board=carers_board, name="Kit Moss", account=member)
    client.force_login(member)
    assert client.get(f"/papers/{paper.pk}/file/").status_code == 404
    share_paper(paper=paper, boards=[carers_board], shared_by=None, now=timezone.now())
    AgendaPage.objects.get().get_latest_revision().publish()
    assert client.get(f"/papers/{paper.pk}/file/").status_code == 200


def test_who_looks_after_both_boards_is_told_to_share_it_first(
    client: Client,
    co_chair: User,
    agenda: AgendaPage,
    theirs: Paper,
    autism_board: BoardPage,
    carers_board: BoardPage,
) -> None:
    co_chair.groups.add(prepare_board(board=autism_board))
    client.force_login(co_chair)
    answer = client.post(edit(agenda), form(agenda, theirs))
    assert "Another board&#x27;s paper: \\u201cZyzzyva figures" in answer.content.decode()
    share = reverse("boards_admin:share_paper", args=[autism_board.pk, theirs.pk])
    assert client.post(share, {"boards": [carers_board.pk]}).status_code == 302
    assert client.post(edit(agenda), form(agenda, theirs)).status_code == 302


def test_a_board_shares_its_own_papers_only(
    client: Client,
    co_chair: User,
    theirs: Paper,
    ours: Paper,
    autism_board: BoardPage,
    carers_board: BoardPage,
) -> None:
    client.force_login(co_chair)
    for board, paper in ((autism_board, theirs), (carers_board, theirs)):
        address = reverse("boards_admin:share_paper", args=[board.pk, paper.pk])
        assert client.post(address, {"boards": [carers_board.pk]}).status_code == 404
    assert not theirs.shares.exists()
    own = reverse("boards_admin:share_paper", args=[carers_board.pk, ours.pk])
    assert client.post(own, {"boards": [autism_board.pk]}).status_code == 302
    assert [share.shared_by for share in ours.shares.all()] == [co_chair]
    listed = client.get(reverse("boards_admin:papers", args=[carers_board.pk])).content.decode()
    assert "Used by the Autism Partnership Board too" in listed
    assert TITLE not in listed


@pytest.mark.parametrize(
    "address",
    [
        "/admin/documents/chooser/chosen-multiple/?id={paper}",
        "/admin/documents/chooser/chosen/{paper}/",
        "/admin/bulk/boards/paper/add_tags/?id={paper}",
        "/admin/bulk/boards/paper/delete/?id={paper}",
        "/admin/choose-page/chosen-multiple/?id={page}",
        "/admin/bulk/wagtailcore/page/publish/?id={page}",
        "/admin/bulk/digests/subscriber/delete/?id=all",
        "/admin/bulk/charter/signup/delete/?id=all",
    ],
)
def test_numbers_in_a_query_show_nothing_of_other_boards(
    address: str,
    client: Client,
    co_chair: User,
    theirs: Paper,
    ours: Paper,
    autism_board: BoardPage,
    minutes: MinutesPage,
) -> None:
    hidden = make_meeting(autism_board, timezone.now(), live=False)
    client.force_login(co_chair)
    foreign = client.get(address.format(paper=theirs.pk, page=hidden.pk))
    assert foreign.status_code in (302, 404)
    if "all" not in address and "delete" not in address:
        assert client.get(address.format(paper=ours.pk, page=minutes.pk)).status_code == 200


def test_a_board_that_may_use_one_paper_may_be_given_another(
    carers_board: BoardPage, autism_board: BoardPage, theirs: Paper
) -> None:
    other = make_paper(autism_board, "Prices", "prices.pdf", pdf())
    for paper in (other, theirs):
        share_paper(paper=paper, boards=[carers_board], shared_by=None, now=timezone.now())
    assert set(PaperShare.objects.values_list("paper", flat=True)) == {other.pk, theirs.pk}
