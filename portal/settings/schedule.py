"""What Celery beat wakes, and how often. The database is the truth; a message only wakes."""

from portal.settings import env

TICK_SECONDS = env.whole_number("DIGEST_TICK_SECONDS", 60, low=5, high=3600)

BEAT_SCHEDULE = {
    "digests-tick": {
        "task": "portal.digests.tasks.tick",
        "schedule": float(TICK_SECONDS),
        # A tick that waited behind others is worth nothing: the next one does its work.
        "options": {"expires": TICK_SECONDS * 0.9},
    },
    "pages-publish-scheduled": {
        "task": "portal.home.tasks.publish_scheduled",
        "schedule": 60.0,
        "options": {"expires": 50},
    },
}
