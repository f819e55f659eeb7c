"""Noting which topics the items of agendas and minutes take up."""

from django.db import transaction
from django.db.models.functions import Lower
from django.utils import timezone
from django.utils.text import slugify
from taggit.models import Tag

from boards.enums import MentionKind
from boards.models import AgendaPage, BoardPage, MeetingPage, MinutesPage, TopicMention
from easyread.tree import path_above

LONGEST_TOPIC = 100
BATCH = 200


def topics_of(words: str | None) -> tuple[str, ...]:
    """The topics in “Transport, health”, in small letters, each once."""
    named = (word.strip().lower()[:LONGEST_TOPIC] for word in (words or "").split(","))
    # Signs alone (“???”) would give a topic without an address.
    return tuple(dict.fromkeys(word for word in named if slugify(word)))


def tags_of(names: set[str]) -> dict[str, int]:
    """The tag of each topic by its name, made where there is none."""
    known = Tag.objects.annotate(lowered=Lower("name")).filter(lowered__in=names).order_by("-pk")
    by_name = {tag.lowered: tag.pk for tag in known}
    for name in sorted(names - set(by_name)):
        by_name[name] = Tag.objects.get_or_create(name=name)[0].pk
    return by_name


@transaction.atomic
def note_topics(*, pages: list[AgendaPage] | list[MinutesPage]) -> int:
    """Note the topics of these published pages' items anew; returns how many were noted.

    All pages are of one kind. Only topics that an item names itself count: a board's own topics
    would make every meeting a meeting on everything.
    """
    paths = {path_above(page.path) for page in pages}
    meetings = {meeting.path: meeting for meeting in MeetingPage.objects.filter(path__in=paths)}
    above = {path_above(meeting.path) for meeting in meetings.values()}
    boards = {board.path: board for board in BoardPage.objects.filter(path__in=above)}
    named = [
        (page, number, block.value["title"], name)
        for page in pages
        for number, block in page.numbered_items()
        for name in topics_of(block.value.get("topics"))
    ]
    tags = tags_of({name for _, _, _, name in named})
    TopicMention.objects.filter(page__in=[page.pk for page in pages]).delete()
    mentions = []
    for page, number, title, name in named:
        meeting = meetings[path_above(page.path)]
        mentions.append(
            TopicMention(
                topic_id=tags[name],
                board=boards[path_above(meeting.path)],
                meeting=meeting,
                page_id=page.pk,
                kind=MentionKind.AGENDA if isinstance(page, AgendaPage) else MentionKind.MINUTES,
                item_number=number,
                item_title=title[:200],
                held_on=timezone.localdate(meeting.starts_at),
            )
        )
    TopicMention.objects.bulk_create(mentions, batch_size=500, ignore_conflicts=True)
    return len(mentions)


def note_all_topics() -> int:
    """Note the topics of all public pages that have none yet: for portals that began without."""
    noted = 0
    for model in (AgendaPage, MinutesPage):
        pks = list(
            model.objects.live().filter(topic_mentions__isnull=True).values_list("pk", flat=True)
        )
        for start in range(0, len(pks), BATCH):
            batch = model.objects.filter(pk__in=pks[start : start + BATCH])
            noted += note_topics(pages=list(batch))
    return noted
