"""Topics across meetings and boards, and who to ask about each."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone
from taggit.models import Tag

from boards.enums import MentionKind
from boards.models import BoardPage, BoardTopic, TopicMention
from boards.rules.dates import short_date
from boards.selectors.actions import public_actions
from boards.selectors.to_do_line import ToDo
from easyread.visibility import outside_hidden_pages, public_pages

QUARTER = timedelta(days=92)
POINTED_OUT = 3  # of the same topics on other boards, the latest


@dataclass(frozen=True)
class TopicLine:
    """A topic with the boards that deal with it, for “Who to ask about…”."""

    topic: Tag
    boards: list[BoardPage]


def public_mentions() -> QuerySet[TopicMention]:
    """Every mention that strangers may see, the latest meeting first."""
    mentions = TopicMention.objects.filter(outside_hidden_pages("page__path"), page__live=True)
    mentions = mentions.exclude(topic__slug="")
    return mentions.order_by("-held_on", "page", "item_number")


def mentions_of(topic: Tag) -> QuerySet[TopicMention]:
    """The topic's history across boards; with board, meeting and page.

    Once the minutes of a meeting tell what came of it, its agenda is not listed any more.
    """
    found = public_mentions().filter(topic=topic)
    told = found.filter(kind=MentionKind.MINUTES).order_by().values("meeting")
    found = found.exclude(kind=MentionKind.AGENDA, meeting__in=told)
    return found.select_related("board", "meeting", "page")


def count_of_actions(topic: Tag) -> int:
    """How many actions that strangers may see have it."""
    return public_actions().filter(topics=topic).count()


def who_to_ask(words: str = "") -> list[TopicLine]:
    """All topics A to Z with the public boards that deal with them; two queries.

    With ``words`` only topics that hold them, those of boards whose name or purpose does, and
    those under which a board talked about them or agreed to do something: two queries more.
    """
    boards = public_pages(BoardPage.objects.filter(closed_on__isnull=True))
    by_pk = {board.pk: board for board in boards.order_by("title", "pk")}
    wanted = words.strip().casefold()
    named = {
        pk
        for pk, board in by_pk.items()
        if wanted in board.title.casefold() or wanted in board.purpose.casefold()
    }
    talked = _talked_about(wanted) if wanted else set()
    of_topic: dict[Tag, list[BoardPage]] = defaultdict(list)
    links = BoardTopic.objects.filter(content_object__in=by_pk).exclude(tag__slug="")
    links = links.select_related("tag")
    for link in links.order_by("tag__name", "tag", "content_object__title", "pk"):
        is_meant = wanted in link.tag.name.casefold() or link.content_object_id in named
        if is_meant or (link.tag_id, link.content_object_id) in talked:
            of_topic[link.tag].append(by_pk[link.content_object_id])
    return [TopicLine(topic, found) for topic, found in of_topic.items()]


def _talked_about(words: str) -> set[tuple[int, int]]:
    """The topics and boards (by number) with these words in an item's title or in an action."""
    items = public_mentions().filter(item_title__icontains=words).order_by()
    agreed = public_actions().filter(text__icontains=words, topics__isnull=False).order_by()
    return {
        *items.values_list("topic", "board").distinct(),
        *agreed.values_list("topics", "board").distinct(),
    }


def public_topic(slug: str) -> Tag | None:
    """The topic of this name, where anything that strangers may see has it."""
    topic = Tag.objects.filter(slug=slug).first()
    if topic is None:
        return None
    is_public = (
        mentions_of(topic).exists()
        or bool(boards_of_topic(topic))
        or public_actions().filter(topics=topic).exists()
    )
    return topic if is_public else None


def boards_of_topic(topic: Tag) -> list[BoardPage]:
    """The public boards that go on and deal with the topic, A to Z."""
    boards = public_pages(BoardPage.objects.filter(closed_on__isnull=True))
    return list(boards.filter(board_topics__tag=topic).distinct().order_by("title", "pk"))


def same_topic_to_do(boards: list[BoardPage], *, now: datetime) -> dict[int, list[ToDo]]:
    """By board, which of its topics another board took up within the same quarter; two queries."""
    since = timezone.localdate(now) - QUARTER
    recent = public_mentions().filter(held_on__gte=since)
    own: dict[int, dict[int, date]] = defaultdict(dict)
    for mention in recent.filter(board__in=boards):
        own[mention.board_id].setdefault(mention.topic_id, mention.held_on)
    topics = {topic for days in own.values() for topic in days}
    others = recent.filter(topic__in=topics).select_related("board", "topic")
    to_dos: dict[int, list[ToDo]] = defaultdict(list)
    told: set[tuple[int, int, int]] = set()
    for mention in others:
        for board, days in own.items():
            key = (board, mention.topic_id, mention.board_id)
            if board == mention.board_id or mention.topic_id not in days or key in told:
                continue
            told.add(key)
            if len(to_dos[board]) < POINTED_OUT:
                words = (
                    f"“{mention.topic.name}”: the {mention.board.title} took this up too "
                    f"({short_date(mention.held_on)})"
                )
                to_dos[board].append(ToDo(words, topic_address(mention.topic)))
    return to_dos


def topic_address(topic: Tag) -> str:
    return reverse("boards:topic", args=[topic.slug])
