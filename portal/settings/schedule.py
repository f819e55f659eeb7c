"""What Celery beat wakes, and how often. The database is the truth; a message only wakes."""

from celery.schedules import crontab

from portal.settings import env

TICK_SECONDS = env.whole_number("DIGEST_TICK_SECONDS", 60, low=5, high=3600)

BEAT_SCHEDULE = {
    "digests-tick": {
        "task": "portal.digests.tasks.tick",
        "schedule": float(TICK_SECONDS),
        # A tick that waited behind others is worth nothing: the next one does its work.
        "options": {"expires": TICK_SECONDS * 0.9},
    },
    "boards-tick": {
        "task": "boards.tasks.tick",
        "schedule": 60.0,
        "options": {"expires": 50},
    },
    "boards-packs": {
        "task": "boards.tasks.recover_packs",
        "schedule": 60.0,
        "options": {"expires": 50},
    },
    "boards-catch-up": {
        "task": "boards.tasks.catch_up",
        "schedule": crontab(hour="2", minute="40"),
        "options": {"expires": 6 * 3600},
    },
    "boards-verify-trail": {
        "task": "boards.tasks.verify_trail",
        "schedule": crontab(hour="3", minute="20"),
        "options": {"expires": 6 * 3600},
    },
    "easyread-files": {
        "task": "easyread.tasks.recover_files",
        "schedule": 60.0,
        "options": {"expires": 50},
    },
    "easyread-renew-files": {
        "task": "easyread.tasks.renew_files",
        "schedule": crontab(hour="3", minute="50"),
        "options": {"expires": 6 * 3600},
    },
    "easyread-survey-words": {
        "task": "easyread.tasks.survey_words",
        "schedule": crontab(hour="4", minute="10"),
        "options": {"expires": 6 * 3600},
    },
    "senders-forget": {
        "task": "easyread.senders.tasks.forget",
        "schedule": crontab(hour="4", minute="30"),
        "options": {"expires": 6 * 3600},
    },
    "pages-publish-scheduled": {
        "task": "portal.home.tasks.publish_scheduled",
        "schedule": 60.0,
        "options": {"expires": 50},
    },
}
