"""What Celery beat wakes, and how often. The database is the truth; a message only wakes.

Each kind of work has an entry of its own: where one fails, the others go on, and `heartbeat` says
which it is.
"""

from typing import Any

from celery.schedules import crontab

from portal.settings import env

TICK_SECONDS = env.whole_number("DIGEST_TICK_SECONDS", 60, low=5, high=3600)

OFTEN = {  # seconds
    "boards.tasks.recover_archives": 60,
    "boards.tasks.recover_letters": 60,
    "boards.tasks.recover_packs": 60,
    "boards.tasks.remind_owners": 60,
    "boards.tasks.send_letters": 60,
    "charter.tasks.put_due_in_force": 60,
    "easyread.tasks.recover_files": 60,
    "portal.digests.tasks.plan_editions": TICK_SECONDS,
    "portal.digests.tasks.recover_editions": TICK_SECONDS,
    "portal.home.tasks.publish_scheduled": 60,
}
NIGHTLY = {  # hour and minute
    "boards.tasks.catch_up": (2, 40),
    "boards.tasks.verify_trail": (3, 20),
    "easyread.tasks.renew_files": (3, 50),
    "easyread.tasks.survey_words": (4, 10),
    "easyread.senders.tasks.forget": (4, 30),
    "charter.tasks.keep_reviews": (6, 30),
    "boards.tasks.forget_letters": (4, 32),
    "boards.tasks.forget_links": (4, 34),
    "easyread.tasks.forget_contacts": (4, 36),
}


def _entry(task: str, schedule: object, expires: float) -> dict[str, Any]:
    return {"task": task, "schedule": schedule, "options": {"expires": expires}}


BEAT_SCHEDULE = {
    # What waited behind others is worth nothing: the next message does its work.
    **{task: _entry(task, float(every), every * 0.9) for task, every in OFTEN.items()},
    **{
        task: _entry(task, crontab(hour=str(hour), minute=str(minute)), 6 * 3600)
        for task, (hour, minute) in NIGHTLY.items()
    },
}
