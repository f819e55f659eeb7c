"""Files made in the background: asked for, taken up, kept, taken up again (docs/adr/0020).

The rows are the truth; a task only wakes, and whoever makes a file claims its row. Whoever asks,
drops or keeps holds the owner's row, so that no file is kept of words that changed, or went,
meanwhile.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from typing import Any, Generic, TypeVar

from django.core.files.base import ContentFile
from django.db import transaction
from django.db.models import Exists, Model, OuterRef, Q, QuerySet
from django.dispatch import Signal

from easyread.enums import FileState
from easyread.models.made_files import MadeFile

GIVES_UP_AFTER = timedelta(minutes=12)  # no task runs for longer
TRIES_AGAIN_AFTER = timedelta(hours=1)
Owner = TypeVar("Owner", bound=Model)
Content = TypeVar("Content")


@dataclass(frozen=True)
class FilePlan(Generic[Content]):
    """What stands in an owner's files, and a fingerprint that changes whenever they would."""

    content: Content
    fingerprint: str


@dataclass(frozen=True)
class Product:
    """A file as it was made."""

    content: bytes
    pages: int | None
    ending: str


@dataclass(frozen=True)
class Taken(Generic[Content]):
    """What one maker has for itself until its lease is over."""

    owner_id: int
    plan: FilePlan[Content]
    lease: datetime
    kinds: frozenset[str]


@dataclass(frozen=True)
class Workshop(Generic[Owner, Content]):
    """Makes one sort of files, kept in ``rows``, for owners of one kind.

    ``hold`` locks an owner's row and gives it as it is stored, or None where strangers may not see
    it; ``plan`` gives None where there is nothing to make; ``make`` gives for each kind its file or
    what went wrong. ``wanted`` is sent with the number of the owner, as ``agenda_id``.
    """

    rows: type[MadeFile]
    owner: str
    hold: Callable[[int], Owner | None]
    plan: Callable[[Owner], FilePlan[Content] | None]
    kinds: tuple[str, ...]
    make: Callable[[Content, list[str]], Iterator[tuple[str, Product | Exception]]]
    wanted: Signal
    problem: str

    def of(self, owner_id: int) -> QuerySet[Any]:
        rows: QuerySet[Any] = self.rows._default_manager.filter(**{self.owner: owner_id})
        return rows

    def ask(self, owner_id: int, *, now: datetime) -> int:
        """Want the files of the owner as it is now; those that are there become the newest.

        How many have to be made; none of what is not public.
        """
        with transaction.atomic():
            plan = self._plan_of(owner_id)
            return self._want(owner_id, plan, now) if plan else 0

    def _plan_of(self, owner_id: int) -> FilePlan[Content] | None:
        held = self.hold(owner_id)
        return None if held is None else self.plan(held)

    def _want(self, owner_id: int, plan: FilePlan[Content], now: datetime) -> int:
        rows = self.of(owner_id)
        rows.exclude(fingerprint=plan.fingerprint).exclude(state=FileState.READY).delete()
        ours = rows.filter(fingerprint=plan.fingerprint)
        known = {"fingerprint": plan.fingerprint, "asked_at": now, f"{self.owner}_id": owner_id}
        fresh = [self.rows(kind=kind, **known) for kind in self.kinds]
        self.rows._default_manager.bulk_create(fresh, ignore_conflicts=True)
        ours.filter(_stuck(now)).update(problem=self.problem, lease_until=None)
        # The problem stays until the file is there.
        ours.filter(state=FileState.FAILED).update(state=FileState.MAKING)
        ours.update(asked_at=now)
        waiting = ours.filter(state=FileState.MAKING).count()
        if waiting:
            transaction.on_commit(
                partial(self.wanted.send_robust, None, **{f"{self.owner}_id": owner_id})
            )
        return waiting

    def make_asked(self, owner_id: int, *, clock: Callable[[], datetime]) -> int:
        """Make the files that were asked for, of the owner as it is now; again does no harm, and
        what another makes just now is left to it.

        How many were kept. Never begins files that nobody asked for. One that fails leaves the
        others; the first problem is raised.
        """
        taken = self._take(owner_id, clock())
        if taken is None:
            return 0
        made: dict[str, Product] = {}
        problems: list[Exception] = []
        try:
            for kind, product in self.make(taken.plan.content, sorted(taken.kinds)):
                if isinstance(product, Product):
                    made[kind] = product
                else:
                    problems.append(product)
        finally:
            missing = self._held(taken).exclude(kind__in=list(made))
            missing.update(state=FileState.FAILED, problem=self.problem, lease_until=None)
        kept = self._keep(taken, made, clock())
        if problems:
            raise problems[0]
        return kept

    @transaction.atomic
    def _take(self, owner_id: int, now: datetime) -> Taken[Content] | None:
        """Claim the files that wait and that nobody has; what changed since it was asked for did
        not ask itself, and is asked for here."""
        waiting = self.of(owner_id).filter(state=FileState.MAKING)
        plan = self._plan_of(owner_id)
        if plan is None:
            waiting.delete()
            return None
        if waiting.exclude(fingerprint=plan.fingerprint).exists():
            self._want(owner_id, plan, now)
        free = waiting.filter(Q(lease_until=None) | Q(lease_until__lte=now))
        lease = now + GIVES_UP_AFTER
        if not free.filter(fingerprint=plan.fingerprint).update(lease_until=lease):
            return None
        mine = waiting.filter(fingerprint=plan.fingerprint, lease_until=lease)
        return Taken(owner_id, plan, lease, frozenset(mine.values_list("kind", flat=True)))

    def _held(self, taken: Taken[Content]) -> QuerySet[Any]:
        """Of what was taken the files that nobody took up again, and nobody dropped."""
        waiting = self.of(taken.owner_id).filter(state=FileState.MAKING)
        mine = waiting.filter(fingerprint=taken.plan.fingerprint, lease_until=taken.lease)
        return mine.filter(kind__in=taken.kinds)

    def _keep(self, taken: Taken[Content], made: dict[str, Product], now: datetime) -> int:
        """Store the files, then note them; what could not be noted is stored no longer."""
        field = self.rows._meta.get_field("file")
        stored: dict[str, str] = {}
        kept: set[str] = set()
        try:
            for kind, product in made.items():
                name = f"{taken.plan.fingerprint}-{kind}.{product.ending}"
                path = field.generate_filename(self.rows(kind=kind), name)
                stored[kind] = field.storage.save(path, ContentFile(product.content))
            kept = self._note(taken, made, stored, now)
        finally:
            for kind in stored.keys() - kept:
                field.storage.delete(stored[kind])
        return len(kept)

    @transaction.atomic
    def _note(
        self, taken: Taken[Content], made: dict[str, Product], stored: dict[str, str], now: datetime
    ) -> set[str]:
        current = self._plan_of(taken.owner_id)
        rows = self._held(taken).filter(kind__in=list(made))
        if current is None or current.fingerprint != taken.plan.fingerprint:
            rows.delete()
            return set()
        found = list(rows)
        for row in found:
            product = made[row.kind]
            row.file.name = stored[row.kind]
            row.state, row.pages, row.size = FileState.READY, product.pages, len(product.content)
            row.made_at, row.problem, row.lease_until = now, "", None
            row.save()
        return {row.kind for row in found}

    @transaction.atomic
    def drop(self, owner_id: int) -> None:
        """The files of what is no longer public are gone at once."""
        self.hold(owner_id)
        self.of(owner_id).delete()

    def recover(self, owners: QuerySet[Owner], *, now: datetime) -> int:
        """Ask for files of those owners that have none, and again for those that got stuck or
        failed; of how many. Meant to be called often."""
        rows = self.rows._default_manager.filter(**{self.owner: OuterRef("pk")})
        stuck = rows.filter(_stuck(now))
        failed = rows.filter(state=FileState.FAILED, asked_at__lte=now - TRIES_AGAIN_AFTER)
        lacking = owners.filter(~Exists(rows) | Exists(stuck) | Exists(failed))
        keys = lacking.order_by("pk").values_list("pk", flat=True).distinct()
        return sum(bool(self.ask(key, now=now)) for key in list(keys))


def _stuck(now: datetime) -> Q:
    """Whoever had it died, or nobody came for it."""
    nobody = Q(lease_until=None, asked_at__lte=now - GIVES_UP_AFTER)
    return Q(state=FileState.MAKING) & (Q(lease_until__lte=now) | nobody)


def forget_stored(*, file: MadeFile) -> None:
    """After a row went, with its owner or by itself: what was stored goes too."""
    if file.file:
        transaction.on_commit(partial(file.file.storage.delete, str(file.file.name)))
