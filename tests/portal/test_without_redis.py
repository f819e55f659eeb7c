"""Redis goes away under the running portal: pages, sign-in and publishing go on without it."""

import json
import re
from http.cookiejar import CookieJar
from pathlib import Path
from urllib.parse import urlencode
from urllib.request import HTTPCookieProcessor, build_opener

import pytest

from portal.demo.cast import PASSWORD
from portal.without_redis import LEFT_ALONE_SECONDS
from tests.services.fixtures import start_redis
from tests.services.ports import free_port
from tests.services.processes import Portal, wait_for

PAGES = ("/", "/boards/", "/charter/", "/actions/", "/digests/", "/search/?q=bus", "/contact/")
SCREENS = ("/admin/", "/admin/pages/", "/admin/my-boards/")
# An agenda with papers asks for its pack, an easy read for its files, by messages to the worker.
PUBLISH = """
from boards.models import AgendaPage, Pack
from easyread.models import EasyReadFile, EasyReadPage
agenda = AgendaPage.objects.live().filter(papers__isnull=False).first()
easy_read = EasyReadPage.objects.live().first()
Pack.objects.all().delete(), EasyReadFile.objects.all().delete()
for page in (agenda, easy_read):
    page.save_revision().publish()
print(Pack.objects.count(), EasyReadFile.objects.count())
"""


class _Visitor:
    def __init__(self, portal: Portal) -> None:
        self._address = portal.address
        self._browser = build_opener(HTTPCookieProcessor(CookieJar()))

    def open(self, path: str, **data: str) -> str:
        """The page at this path; a refusal or a failure of the server raises."""
        posted = urlencode(data).encode() if data else None
        with self._browser.open(f"{self._address}{path}", posted, timeout=20) as answer:
            body: bytes = answer.read()
        return body.decode()

    def health(self) -> dict[str, str]:
        found: dict[str, str] = json.loads(self.open("/health/"))
        return found

    def sign_in(self, name: str) -> str:
        found = re.search(r'csrfmiddlewaretoken" value="(\w+)"', self.open("/admin/login/"))
        assert found
        who = {"username": name, "password": PASSWORD, "next": "/admin/"}
        return self.open("/admin/login/", csrfmiddlewaretoken=found[1], **who)


@pytest.mark.slow
@pytest.mark.redis
def test_while_redis_is_away_every_page_is_served_and_publishing_goes_on(
    own_portal: Portal, tmp_path: Path
) -> None:
    port = free_port()
    redis = start_redis(tmp_path, port)
    own_portal.more["REDIS_URL"] = f"redis://127.0.0.1:{port}/0"
    try:
        own_portal.start_web()
        visitor = _Visitor(own_portal)
        before = {path: "<h1" in visitor.open(path) for path in PAGES}
        assert visitor.health() == {"status": "ok"}
        redis.stop()
        assert {path: "<h1" in visitor.open(path) for path in PAGES} == before
        assert visitor.health() == {"status": "ok", "redis": "away"}
        assert 'name="password"' not in visitor.sign_in("officer")
        for screen in SCREENS:
            assert visitor.open(screen)
        published = own_portal.manage("shell", "--no-imports", "-c", PUBLISH)
        assert published.returncode == 0, published.stderr
        assert published.stdout.split() == ["1", "5"], "asked for, and left to the regular work"
        assert "left to the regular work: boards.tasks.make_pack" in published.stderr
        redis = start_redis(tmp_path, port)
        patience = LEFT_ALONE_SECONDS + 5
        wait_for(lambda: "redis" not in visitor.health(), seconds=patience, what="Redis again")
    finally:
        redis.stop()
