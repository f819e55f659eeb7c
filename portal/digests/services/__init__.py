"""Changing the world of digests: planning editions, sending them, leaving a list."""

from portal.digests.services.editions import (
    EditionsWouldOverlap,
    freeze_edition,
    plan_due_editions,
)
from portal.digests.services.heartbeat import await_regular_work, beat
from portal.digests.services.sending import recover_lost, send_edition
from portal.digests.services.subscribers import leave, make_senate_digest, subscribe_the_senate

__all__ = [
    "EditionsWouldOverlap",
    "await_regular_work",
    "beat",
    "freeze_edition",
    "leave",
    "make_senate_digest",
    "plan_due_editions",
    "recover_lost",
    "send_edition",
    "subscribe_the_senate",
]
