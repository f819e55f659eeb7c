"""Facts that other apps may want to know. Sent after commit, with ids only."""

from django.dispatch import Signal

format_asked = Signal()  # format_request_id: int
easy_read_published = Signal()  # easy_read_id: int
easy_read_checked = Signal()  # easy_read_id: int
easy_read_files_wanted = Signal()  # easy_read_id: int
survey_asked = Signal()
