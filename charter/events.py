"""Facts that other apps may want to know. Sent after commit, with ids only."""

from django.dispatch import Signal

charter_signed = Signal()  # sign_up_id: int
