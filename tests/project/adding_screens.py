"""What people and the clock ask for, added to a copy of the portal: a letter, a screen of the
admin, a public view, a task."""

from tests.project.adding import FORGOTTEN, HOUSE, Step, at_the_end, before, written

LETTER = """

def tell_of_notice(*, to: str, now: datetime) -> None:
    write_letter(
        key=f"notice:{to}",
        to=to,
        subject="A notice",
        words="There is one.",
        link="/",
        link_words="Read it",
        now=now,
    )
"""
PROPOSALS = "boards/services/proposals.py"
A_LETTER = (
    Step(PROPOSALS, at_the_end(PROPOSALS, LETTER)),
    Step("easyread/events.py", at_the_end("easyread/events.py", "\nnotice_given = Signal()\n")),
    Step(
        "boards/receivers.py",
        at_the_end(
            "boards/receivers.py",
            "\n\ndef tell_of_notice(sender: None, to: str, **kwargs: Any) -> None:\n"
            "    proposals.tell_of_notice(to=to, now=timezone.now())\n"
            "\n\nfrom boards.services import proposals\n",
        ),
    ),
    Step(
        "boards/apps.py",
        at_the_end(
            "boards/apps.py",
            "        from easyread.events import notice_given\n\n"
            "        notice_given.connect(receivers.tell_of_notice)\n",
        ),
        f"{HOUSE}every_event_is_heard",
    ),
)

POLICIES = "tests/canaries/policies.toml"
VIEW = '''"""Notices."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from boards import permissions
from boards.models import MeetingPage
from boards.reach import meetings_planned_by


def notices(request: HttpRequest, meeting_id: int) -> HttpResponse:
    meeting = get_object_or_404({where}, pk=meeting_id)
    return render(request, "boards/admin/notices.html", {{"meeting": meeting}})
'''
URLS = "boards/admin_urls.py"
SCREENS = "tests/browser/test_admin_screens.py"
A_SCREEN = (
    Step(
        "boards/reach.py",
        written(
            "boards/views/admin/notices.py", VIEW.format(where="meetings_planned_by(request.user)")
        ),
        "tests/project/test_ways_in.py::test_no_interface_asks_a_manager",
        written("boards/views/admin/notices.py", VIEW.format(where="MeetingPage")),
    ),
    Step(
        "templates/boards/admin/",
        written(
            "templates/boards/admin/notices.html",
            '{% extends "wagtailadmin/generic/base.html" %}\n',
        ),
        f"{FORGOTTEN}every_template_that_a_module_names_is_there",
    ),
    Step(
        URLS,
        at_the_end(
            URLS,
            "\nfrom boards.views.admin import notices\n\nurlpatterns += [\n"
            '    path("meetings/<key:meeting_id>/notices/", notices.notices, name="notices"),\n]\n',
        ),
    ),
    Step(
        POLICIES,
        before(
            POLICIES,
            "    'admin/my-boards/people/',",
            "    'admin/my-boards/meetings/<key:meeting_id>/notices/',\n",
        ),
        f"{FORGOTTEN}every_address_has_a_policy_and_every_policy_an_address",
    ),
)

PUBLIC_VIEW = '''"""The newest notices."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

{begins_at}


@require_safe
def news(request: HttpRequest) -> HttpResponse:
    return render(request, "boards/news.html", {{"boards": {boards}}})
'''
A_PUBLIC_VIEW = (
    Step(
        "boards/selectors/public.py",
        written(
            "boards/views/news.py",
            PUBLIC_VIEW.format(
                begins_at="from boards.selectors import public_boards", boards="public_boards()"
            ),
        ),
        "tests/project/test_ways_in.py::test_no_interface_asks_a_manager",
        written(
            "boards/views/news.py",
            PUBLIC_VIEW.format(
                begins_at="from boards.models import BoardPage", boards="BoardPage.objects.live()"
            ),
        ),
    ),
    Step(
        "templates/boards/",
        written("templates/boards/news.html", '{% extends "base.html" %}\n'),
        f"{FORGOTTEN}every_template_that_a_module_names_is_there",
    ),
    Step(
        "boards/urls.py",
        at_the_end(
            "boards/urls.py",
            "\nfrom boards.views import news\n\n"
            'urlpatterns += [path("news/", news.news, name="news")]\n',
        ),
    ),
    Step(
        POLICIES,
        before(POLICIES, "    'meetings/',", "    'news/',\n"),
        f"{FORGOTTEN}every_address_has_a_policy_and_every_policy_an_address",
    ),
    Step(
        "tests/browser/addresses.py",
        before(
            "tests/browser/addresses.py",
            '    yield "on time"',
            '    yield "news", reverse("boards:news")\n',
        ),
    ),
    Step(
        "tests/browser/pages.py",
        before("tests/browser/pages.py", '    "digests",', '    "news",\n'),
    ),
)

TASK = """

@shared_task(name="boards.tasks.forget_notices")
def forget_notices() -> None:
    services.forget_old_letters(now=timezone.now())
"""
SCHEDULE = "portal/settings/schedule.py"
A_TASK = (
    Step("boards/tasks.py", at_the_end("boards/tasks.py", TASK)),
    Step(
        SCHEDULE,
        before(
            SCHEDULE,
            '    "boards.tasks.recover_archives": 60,',
            '    "boards.tasks.forget_notices": 60,\n',
        ),
        f"{FORGOTTEN}every_task_is_woken",
    ),
)
RECIPES_OF_SCREENS = {
    "A letter": A_LETTER,
    "A screen of the admin": A_SCREEN,
    "A public view": A_PUBLIC_VIEW,
    "A task": A_TASK,
}
