"""What a person may work on, by kind: the right is in the queryset, so what is not theirs is not
there. Every number that an address of our screens brings is looked up here (docs/adr/0034)."""

from datetime import date

from django.db.models import Q, QuerySet
from wagtail.models import Page
from wagtail.permissions import page_permission_policy

from boards.models import (
    ActionPoint,
    AgendaPage,
    AgendaPaper,
    ArchiveJob,
    BoardPage,
    Deadline,
    Lineage,
    MeetingPage,
    MinutesPage,
    Paper,
    PassedMatter,
    Proposal,
    WordReading,
)
from boards.models.actions import ActionPointQuerySet
from boards.permissions import (
    below,
    boards_looked_after_by,
    boards_read_by,
    can_bring_archives,
    can_close_boards,
    can_read_every_board,
    can_read_paper,
    of_own_boards,
    pages_named_by,
)
from easyread.accounts import Visitor
from easyread.models import FormatRequest


def _answered_for_by(user: Visitor) -> set[int]:
    """The numbers of the boards that ``user`` looks after, and of those that ended in them."""
    return Lineage.read().ending_in(boards_looked_after_by(user).values_list("pk", flat=True))


def meetings_planned_by(user: Visitor) -> QuerySet[MeetingPage]:
    """The meetings of one's own boards; those that other boards host are theirs to change."""
    return MeetingPage.objects.filter(of_own_boards(user))


def meetings_held_by(user: Visitor) -> QuerySet[MeetingPage]:
    """Also those to which one's own boards were asked, or which they hold together."""
    own = boards_looked_after_by(user)
    asked = MeetingPage.objects.filter(Q(invitations__board__in=own) | Q(joint_with__in=own))
    return MeetingPage.objects.filter(of_own_boards(user) | Q(pk__in=asked.values("pk")))


def agendas_prepared_by(user: Visitor) -> QuerySet[AgendaPage]:
    return AgendaPage.objects.filter(of_own_boards(user))


def minutes_published_by(user: Visitor) -> QuerySet[MinutesPage]:
    """Minutes of a board that one looks after and may publish for."""
    published = page_permission_policy.instances_user_has_permission_for(user, "publish")
    return MinutesPage.objects.filter(of_own_boards(user), pk__in=published.values("pk"))


def readings_kept_by(user: Visitor) -> QuerySet[WordReading]:
    own = of_own_boards(user, "meeting__path")
    return WordReading.objects.filter(own).select_related("meeting")


def supplements_explained_by(user: Visitor) -> QuerySet[AgendaPaper]:
    """The papers that came late to an agenda of one's own boards."""
    late = AgendaPaper.objects.filter(of_own_boards(user, "agenda__path"), is_supplement=True)
    return late.select_related("agenda", "paper")


def deadlines_explained_by(user: Visitor) -> QuerySet[Deadline]:
    own = Deadline.objects.filter(board__in=boards_looked_after_by(user))
    return own.select_related("board", "meeting")


def drafts_read_by(user: Visitor) -> QuerySet[Page]:
    """The pages below the boards whose preparations ``user`` may see."""
    paths = list(boards_read_by(user).values_list("path", flat=True))
    found: QuerySet[Page] = Page.objects.filter(below(paths)).exclude(path__in=paths)
    return found


def proposals_answered_by(user: Visitor) -> QuerySet[Proposal]:
    own = Proposal.objects.filter(board__in=_answered_for_by(user))
    return own.select_related("board")


def matters_read_by(user: Visitor) -> QuerySet[PassedMatter]:
    """What was passed between boards whose preparations one sees, or that ended in such a one."""
    boards = Lineage.read().ending_in(boards_read_by(user).values_list("pk", flat=True))
    found = PassedMatter.objects.filter(Q(board__in=boards) | Q(to_board__in=boards))
    return found.select_related("board", "to_board", "agreed_by_meeting")


def format_requests_answered_by(user: Visitor) -> QuerySet[FormatRequest]:
    """What was asked for in another format, of the pages of one's own boards and of those that
    ended in them; for officers of all pages."""
    asked = FormatRequest.objects.select_related("page", "answered_by")
    if can_read_every_board(user):
        return asked
    boards = BoardPage.objects.filter(pk__in=_answered_for_by(user))
    return asked.filter(below(boards.values_list("path", flat=True), "page__path"))


def archive_jobs_seen_by(user: Visitor) -> QuerySet[ArchiveJob]:
    jobs = ArchiveJob.objects.select_related("asked_by")
    return jobs if can_bring_archives(user) else jobs.none()


def boards_closed_by(user: Visitor) -> QuerySet[BoardPage]:
    """The boards that ``user`` may close, merge or reopen: all or none."""
    return BoardPage.objects.all() if can_close_boards(user) else BoardPage.objects.none()


def actions_reported_by(user: Visitor) -> ActionPointQuerySet:
    """The actions whose progress one may report, also those of boards that ended in one's own."""
    found = ActionPoint.objects.with_places()
    if user.has_perm("boards.report_progress"):
        return found
    return found.filter(board__in=_answered_for_by(user))


def paper_read_by(user: Visitor, paper_id: int, *, on: date) -> Paper | None:
    """The paper, if ``user`` may read it on that day."""
    paper = Paper.objects.select_related("collection").filter(pk=paper_id).first()
    return paper if paper is not None and can_read_paper(user, paper, on=on) else None


def page_whose_audience(user: Visitor, page_id: int) -> Page | None:
    """The page, if ``user`` may say who sees it: those who publish it do."""
    page = pages_named_by(user).filter(pk=page_id, depth__gt=1).first() if user.is_active else None
    if page is None or not page.permissions_for_user(user).can_set_view_restrictions():
        return None
    found: Page = page
    return found
