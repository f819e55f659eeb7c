"""Facts of the digest. Sent after commit, with ids only."""

from django.dispatch import Signal

edition_frozen = Signal()  # edition_id: int
