"""Finding pictures by words, and whose they are to a writer."""

from collections.abc import Iterable
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import Case, CharField, Count, QuerySet, Value, When
from django.db.models.functions import Cast
from wagtail.models import Page, ReferenceIndex

from easyread.accounts import Account
from easyread.finding import PictureWords
from easyread.models import EasyReadPage, MissingPicture, Picture, PictureMark

MOST_RECENT = 24
MOST_COMMON = 40
# What nearly every meeting needs, for a site that has used few pictures yet.
OFTEN_NEEDED = (
    *("meeting", "board", "chair", "agenda", "minutes", "decision", "action", "vote", "calendar"),
    *("clock", "carer", "support-worker", "family", "council", "money", "budget", "home", "job"),
    *("doctor", "hospital", "health-check", "bus", "taxi", "phone", "e-mail", "letter", "website"),
    *("question", "answer", "listen", "speak", "help", "plan", "report", "training", "yes", "no"),
)
Rows = tuple[tuple[int, str, str], ...]


class _Shelf:
    """The index of this process, with the rows it was built from."""

    rows: Rows = ()
    words = PictureWords([])


def _picture_words() -> PictureWords:
    """The index of all pictures as they are now; one query, and rebuilt only after a change."""
    rows = tuple(Picture.objects.order_by("pk").values_list("pk", "name", "words"))
    if rows != _Shelf.rows:
        _Shelf.words, _Shelf.rows = PictureWords(rows), rows
    return _Shelf.words


def find_pictures(words: str, *, limit: int = 60) -> list[Picture]:
    """The pictures that fit a search, best first; two queries however many there are.

    The exact name comes first, then an exact other word, then the same by lemma ("carers"), then
    what begins so, what a longer search speaks of ("went by bus") and what holds the letters.
    """
    return _in_order(_picture_words().find(words, limit=limit))


def suggest_pictures(text: str, *, most: int = 4) -> list[Picture]:
    """Pictures for what a sentence is about, the likeliest first; two queries."""
    return suggest_for([text], most=most)[0]


def suggest_for(texts: list[str], *, most: int = 4) -> list[list[Picture]]:
    """`suggest_pictures` for many sentences, in their order; two queries for all."""
    if not texts:
        return []
    index = _picture_words()
    keys = [index.suggest(text, most=most) for text in texts]
    found = _by_key({key for some in keys for key in some})
    return [[found[key] for key in some if key in found] for some in keys]


def _in_order(keys: list[int]) -> list[Picture]:
    found = _by_key(keys)
    return [found[key] for key in keys if key in found]


def _by_key(keys: Iterable[int]) -> dict[int, Picture]:
    wanted = list(keys)
    return Picture.objects.select_related("image").in_bulk(wanted) if wanted else {}


def all_pictures() -> QuerySet[Picture]:
    """Every picture from A to Z."""
    return Picture.objects.select_related("image").order_by("name", "pk")


def pictures_numbered(numbers: list[int]) -> QuerySet[Picture]:
    return all_pictures().filter(pk__in=numbers)


def pictures_most_used_first() -> QuerySet[Picture]:
    """Those used in several easy reads that are out, then what meetings need most, then A to Z."""
    kind = ContentType.objects.get_for_model(Picture)
    out = EasyReadPage.objects.live().annotate(key=Cast("pk", CharField())).values("key")
    pages = ContentType.objects.get_for_model(Page)
    uses = ReferenceIndex.objects.filter(
        to_content_type=kind, base_content_type=pages, object_id__in=out
    )
    counted = (
        uses.values("to_object_id")
        .annotate(pages=Count("object_id", distinct=True))
        .filter(pages__gte=2)
        .order_by("-pages", "to_object_id")
    )
    used = [int(row["to_object_id"]) for row in counted[:MOST_COMMON]]
    places = [When(pk=key, then=Value(place)) for place, key in enumerate(used)]
    places += [
        When(slug=slug, then=Value(MOST_COMMON + place)) for place, slug in enumerate(OFTEN_NEEDED)
    ]
    return all_pictures().order_by(Case(*places, default=Value(1000)), "name", "pk")


def licences_of_pictures() -> list[dict[str, Any]]:
    """Each author with a licence, its address and the ``number`` of pictures; one query."""
    who = ("author", "licence", "licence_url")
    named = Picture.objects.exclude(author="", licence="").values(*who)
    return list(named.annotate(number=Count("pk")).order_by("-number", *who))


def recent_pictures(user: Account) -> list[Picture]:
    """What this writer used last, newest first; one query."""
    found = all_pictures().filter(marks__user=user, marks__used_at__isnull=False)
    return list(found.order_by("-marks__used_at", "pk")[:MOST_RECENT])


def favourite_pictures(user: Account) -> list[Picture]:
    """What this writer keeps, from A to Z; one query."""
    return list(all_pictures().filter(marks__user=user, marks__is_favourite=True))


def keys_of_favourites(user: Account) -> set[int]:
    """The keys of what this writer keeps; one query."""
    kept = PictureMark.objects.filter(user=user, is_favourite=True)
    return set(kept.values_list("picture_id", flat=True))


def missing_pictures() -> QuerySet[MissingPicture]:
    """What was looked for and not found, what was looked for most first."""
    return MissingPicture.objects.order_by("-times", "-last_at", "pk")
