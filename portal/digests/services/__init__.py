"""Changing the world of digests: planning editions, sending them, leaving a list."""

from portal.digests.services.editions import (
    EditionsWouldOverlap,
    freeze_edition,
    plan_due_editions,
)
from portal.digests.services.heartbeat import await_regular_work, beat
from portal.digests.services.sending import recover_editions, recover_lost, send_edition
from portal.digests.services.subscribers import follow_the_senate, leave

__all__ = [
    "EditionsWouldOverlap",
    "await_regular_work",
    "beat",
    "follow_the_senate",
    "freeze_edition",
    "leave",
    "plan_due_editions",
    "recover_editions",
    "recover_lost",
    "send_edition",
]
