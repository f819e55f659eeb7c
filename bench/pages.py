"""How the main pages cost as a portal grows: the same pages at two sizes, in one run.

Prints, for each page, its queries and the ratio of its time at the large size to that at the
small one (medians of interleaved requests through Django's own handler, no network, no cache).
Only ratios count: the absolute figures of a shared machine move by half from hour to hour.

``python -m bench pages`` takes about three minutes, nearly all of it seeding.
"""

import json
import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

SIZES = {"small": (10, 50), "large": (100, 5_000)}
REQUESTS = 60
PROBE = """
import json, sys, time
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from portal.users.models import User
from boards.models import ActionPoint, AgendaPage, BoardPage, MeetingPage, MinutesPage
board = BoardPage.objects.filter(title__startswith="Carers").order_by("pk").first()
minutes = MinutesPage.objects.live().descendant_of(board).order_by("-path").first()
meeting = MeetingPage.objects.parent_of(minutes).get()
pages = {
    "home": "/", "boards": "/boards/", "board": board.url, "meeting": meeting.url,
    "agenda": AgendaPage.objects.child_of(meeting).get().url, "minutes": minutes.url,
    "actions": "/actions/", "late actions": "/actions/?state=late",
    "action": ActionPoint.objects.filter(minutes=minutes).first().get_absolute_url(),
    "charter": "/charter/", "search": "/search/?q=wheelchair",
    "attendance": f"/attendance/{board.slug}/", "papers in time": "/on-time/",
    "easy reads": "/easy-reads/",
    "who to ask": "/who-to-ask/", "topic": "/topics/transport/", "feed": "/feeds/all.atom",
    "calendar of a board": f"/calendars/boards/{board.slug}.ics", "my boards": "/admin/my-boards/",
}
client = Client()
secretary = User.objects.create_user("secretary-of-bench", password="a long enough password")
secretary.groups.add(board.editors)
insider = Client()
insider.force_login(secretary)  # whose one board the large portal has as well as the small one
queries = {}
for name, path in pages.items():
    asking = insider if path.startswith("/admin/") else client
    assert asking.get(path).status_code == 200, path
    with CaptureQueriesContext(connection) as captured:
        asking.get(path)
    queries[name] = len(captured)
print(json.dumps(queries), flush=True)
for line in sys.stdin:
    path = pages[line.strip()]
    asking = insider if path.startswith("/admin/") else client
    began = time.perf_counter()
    asking.get(path)
    print(time.perf_counter() - began, flush=True)
"""


class _Site:
    """A seeded portal in a process of its own that times one request at a time."""

    def __init__(self, folder: Path, boards: int, meetings: int) -> None:
        self._env = os.environ | {
            "VAR_DIR": str(folder),
            "DJANGO_SETTINGS_MODULE": "portal.settings.test",
            "PYTHONPATH": str(Path.cwd()),
        }
        folder.mkdir()
        self._manage("migrate", "-v0")
        self._manage("seed_demo", "--boards", str(boards), "--meetings", str(meetings))
        probe = f"import django; django.setup()\n{PROBE}"
        self._process = subprocess.Popen(
            [sys.executable, "-c", probe],
            env=self._env,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        self.queries: dict[str, int] = json.loads(self._answer())

    def _manage(self, *words: str) -> None:
        subprocess.run(
            [sys.executable, "manage.py", *words],
            env=self._env,
            check=True,
            stdout=subprocess.DEVNULL,
        )

    def _answer(self) -> str:
        assert self._process.stdout
        return self._process.stdout.readline()

    def seconds(self, page: str) -> float:
        assert self._process.stdin
        self._process.stdin.write(f"{page}\n")
        self._process.stdin.flush()
        return float(self._answer())

    def stop(self) -> None:
        self._process.kill()
        self._process.wait()


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        sites = {
            name: _Site(Path(folder) / name, boards, meetings)
            for name, (boards, meetings) in SIZES.items()
        }
        small, large = sites["small"], sites["large"]
        print("| page | queries, 10 boards and 50 meetings | 100 and 5,000 | time, large / small |")
        print("|---|---|---|---|")
        for page, queries in small.queries.items():
            pairs = [(large.seconds(page), small.seconds(page)) for _ in range(REQUESTS)]
            ratio = statistics.median(one / other for one, other in pairs)
            print(f"| {page} | {queries} | {large.queries[page]} | {ratio:.2f} |", flush=True)
        for site in sites.values():
            site.stop()


if __name__ == "__main__":
    main()
