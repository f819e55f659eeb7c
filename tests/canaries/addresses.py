"""Every address that the resolver knows, filled with the numbers of planted rows."""

import re
import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product

from django.urls import URLPattern, URLResolver, get_resolver
from wagtail.models import Collection, Page, Site, Workflow

from charter.models import Charter, CharterVersion, Principle
from easyread.models import AllowedWord, GlossaryTerm, Picture
from portal.digests.models import DigestList
from portal.users.models import User
from tests.canaries.garden import Garden

PARAMETER = re.compile(r"<(?:\w+:)?(\w+)>")
# Wagtail's page editor has many addresses; the plainest are asked about every planted page.
ABOUT_EVERY_PAGE = (
    "/edit/",
    "/view_draft/",
    "my-boards/read/",
    "pages/<int:parent_page_id>/",
)
Value = tuple[str, str]

# Addresses written as regular expressions, with the text that stands for each.
SPOKEN = {
    r"admin/pages/^(?P<pk>\d+)/revisions/compare/"
    r"(?P<revision_id_a>live|earliest|\d+)\.\.\.(?P<revision_id_b>live|latest|\d+)/$": (
        "admin/pages/<page_id>/revisions/compare/earliest...latest/"
    ),
    r"documents/^(\d+)/(.*)$": "documents/<paper_id>/paper.docx",
    r"^((?:[\w\-]+/)*)$": "<path_of_page>",
    "admin/^.*/$": "admin/no-such-screen/",
}
QUERIES = {
    "search/": ("q=said", "q=meeting", "q=paper"),
    "admin/pages/search/": ("q=minutes", "q=meeting", ""),
    "admin/choose-page/search/": ("q=minutes", "q=meeting"),
    "admin/choose-page/": ("", "page_type=boards.minutespage"),
    "admin/reports/site-history/": ("",),
    "admin/documents/chooser/": ("", "q=words"),
    "actions/": ("", "state=late", "owner=person"),
    "admin/my-boards/actions/": ("", "state=late"),
}
KINDS = {
    "parent_page_id": "pages",
    "page_id": "pages",
    "page_to_move_id": "pages",
    "page_pk": "pages",
    "destination_id": "board",
    "board_id": "board",
    "meeting_id": "meeting",
    "minutes_id": "minutes",
    "agenda_id": "agenda",
    "reading_id": "reading",
    "format_request_id": "format request",
    "proposal_id": "proposal",
    "deadline_id": "deadline",
    "action_id": "action",
    "visit_id": "visit",
    "invitation_id": "invitation",
    "matter_id": "matter",
    "paper_id": "paper",
    "document_id": "paper",
    "placement_id": "supplement",
    "job_id": "archive job",
    "revision_id": "revision",
    "restriction_id": "restriction",
    "page_view_restriction_id": "restriction",
    "collection_id": "collection",
    "principle_id": "principle",
    "version_id": "charter version",
    "charter_id": "charter",
}
PK_OF = (
    ("admin/documents/", "paper"),
    ("admin/api/main/^pages/", "pages"),
    ("admin/api/main/^documents/", "paper"),
    ("digests/subscriber/", "subscriber"),
    ("digests/digestlist/", "digest list"),
    ("charter/assessment/", "assessment"),
    ("easyread/picture/", "picture"),
    ("easyread/glossaryterm/", "term"),
    ("easyread/allowedword/", "allowed word"),
    ("admin/users/", "user"),
    ("admin/groups/", "group"),
    ("admin/collections/", "collection"),
    ("admin/sites/", "site"),
)
WORDS: dict[str, list[Value]] = {
    "slug": [("alder", "A"), ("birch", "B")],
    "action": [(word, "") for word in ("delete", "move", "publish", "unpublish")],
    "reference": [(str(uuid.UUID(int=7)), "")],
    "token": [(str(uuid.UUID(int=7)), "")],
    "content_type_app_name": [("boards", "")],
    "content_type_model_name": [("minutespage", "")],
    "app_label": [("wagtailcore", "")],
    "model_name": [("page", "")],
    "app_name": [("taggit", "")],
    "action_name": [("publish", "")],
    "object_id": [("1", "")],
    "session_id": [("1", "")],
    "number": [("1", "")],
    "name": [("nothing", "")],
    "path": [("nothing.png", "")],
    "uidb64": [("MQ", "")],
    "edition_id": [("1", "")],
    "kind": [("pdf_16", ""), ("word", "")],
    "way": [("up", "")],
}


@dataclass(frozen=True)
class Address:
    route: str
    path: str
    owner: str


def routes() -> list[str]:
    return sorted(set(_walk(get_resolver(), "")))


def _walk(resolver: URLResolver, before: str) -> Iterator[str]:
    for part in resolver.url_patterns:
        if isinstance(part, URLPattern):
            yield before + str(part.pattern)
        else:
            yield from _walk(part, before + str(part.pattern))


def addresses(route: str, garden: Garden, users: dict[str, User]) -> Iterator[Address]:
    spoken = SPOKEN.get(route, route).replace("^", "").replace("$", "")
    names = PARAMETER.findall(spoken)
    for values in product(*(_values(name, route, garden, users) for name in names)):
        owners = {owner for _, owner in values if owner}
        if len(owners) > 1:
            continue
        path = "/" + _filled(spoken, [value for value, _ in values])
        for query in _queries(route, garden):
            yield Address(route, path + (query and f"?{query}"), "".join(owners))


def _filled(spoken: str, values: list[str]) -> str:
    between = PARAMETER.sub("\0", spoken).split("\0")
    return between[0] + "".join(a + b for a, b in zip(values, between[1:], strict=True))


def _queries(route: str, garden: Garden) -> tuple[str, ...]:
    if route.startswith("admin/bulk/"):
        boards = [pk for pk, _ in garden.rows["board"]]
        every = ["id=all", *(f"id=all&childOf={pk}" for pk in boards), "id=1&childOf=999999"]
        return (*every, *(f"id={pk}" for pk, _ in _pages(garden, every=False)))
    return QUERIES.get(route, ("",))


def _values(name: str, route: str, garden: Garden, users: dict[str, User]) -> list[Value]:
    if name == "slug" and "digests" in route:
        return [("senate", "")]
    if name == "slug" and "jargon" in route:
        return [("agenda", "")]
    if name == "path_of_page":
        return _paths(garden)
    if name in WORDS:
        return WORDS[name]
    kind = KINDS.get(name) or next((kind for part, kind in PK_OF if part in route), "")
    if kind == "pages":
        return _pages(garden, every=any(part in route for part in ABOUT_EVERY_PAGE))
    return _numbers(kind, garden, users) or [("1", "")]


def _paths(garden: Garden) -> list[Value]:
    paths = [("", "")]
    for page in Page.objects.filter(depth__gt=2).order_by("pk"):
        owner = next(
            (
                owner
                for owner, board in (("A", garden.boards.a), ("B", garden.boards.b))
                if page.path.startswith(board.path)
            ),
            "",
        )
        paths.append((page.url_path.split("/", 2)[2], owner))
    return paths


def _pages(garden: Garden, *, every: bool) -> list[Value]:
    """Of each board the planted pages: drafts first, then restricted, then public ones."""
    found: list[Value] = []
    for owner in ("A", "B"):
        pages = [str(pk) for pk, whose in garden.rows["page"] if whose == owner]
        public, drafts, restricted = pages[:2], pages[2:4], pages[4:]
        some = [drafts[1], restricted[1], public[0]]
        found += [(pk, owner) for pk in (pages if every else some)]
    return found + (_boards(garden) if every else [])


def _boards(garden: Garden) -> list[Value]:
    return [(str(pk), owner) for pk, owner in garden.rows["board"]]


def _numbers(kind: str, garden: Garden, users: dict[str, User]) -> list[Value]:
    if kind == "user":
        return [(str(user.pk), "") for user in list(users.values())[:3]]
    models = {
        "collection": Collection,
        "site": Site,
        "workflow": Workflow,
        "digest list": DigestList,
        "charter": Charter,
        "charter version": CharterVersion,
        "principle": Principle,
        "picture": Picture,
        "term": GlossaryTerm,
        "allowed word": AllowedWord,
    }
    if kind in models:
        rows = models[kind]._default_manager.order_by("pk")
        return [(str(rows[0].pk), "")] if rows else []
    return [(str(pk), owner) for pk, owner in garden.rows.get(kind, [])]
