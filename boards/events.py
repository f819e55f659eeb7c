"""Facts that other apps may want to know. Sent after commit, with ids only."""

from django.dispatch import Signal

archive_asked = Signal()  # job_id: int
letter_written = Signal()  # letter_id: int
pack_wanted = Signal()  # agenda_id: int
