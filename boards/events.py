"""Facts that other apps may want to know. Sent after commit, with ids only."""

from django.dispatch import Signal

minutes_published = Signal()  # minutes_id: int
action_closed = Signal()  # action_id: int
