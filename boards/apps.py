from django.apps import AppConfig


class BoardsConfig(AppConfig):
    name = "boards"

    def ready(self) -> None:
        from django.contrib.auth import get_user_model
        from django.db.models.signals import post_migrate, post_save
        from wagtail.models import Page
        from wagtail.signals import page_published, page_unpublished, post_page_move

        from boards import permissions, receivers
        from boards.events import archive_asked, letter_written, pack_wanted
        from boards.models import AgendaPage, BoardPage, MeetingPage, MinutesPage, Paper
        from easyread.events import format_asked
        from easyread.reach import way_in

        way_in(Page, permissions.pages_named_by)
        way_in(Paper, permissions.papers_chosen_by)
        way_in(get_user_model(), permissions.accounts_named_by)

        page_published.connect(receivers.prepare_published_board, sender=BoardPage)
        page_published.connect(receivers.record_published_minutes, sender=MinutesPage)
        page_published.connect(receivers.keep_trail, sender=MinutesPage)
        page_published.connect(receivers.follow_published_meeting, sender=MeetingPage)
        page_published.connect(receivers.keep_trail_of_meeting, sender=MeetingPage)
        for kind in (AgendaPage, MinutesPage):
            page_published.connect(receivers.note_published_topics, sender=kind)
        for model in (BoardPage, MeetingPage, AgendaPage, MinutesPage):
            page_published.connect(receivers.wind_clock_of_page, sender=model)
        post_page_move.connect(receivers.follow_moved_meetings)
        post_page_move.connect(receivers.keep_trail_of_meeting)
        for signal in (page_published, page_unpublished, post_page_move):
            signal.connect(receivers.follow_what_strangers_see)
        post_migrate.connect(receivers.guard_trail, sender=self)
        letter_written.connect(receivers.wake_letter_sender)
        archive_asked.connect(receivers.wake_archive)
        page_published.connect(receivers.record_published_agenda, sender=AgendaPage)
        post_save.connect(receivers.follow_saved_paper, sender=Paper)
        page_published.connect(receivers.renew_packs_of_meeting, sender=MeetingPage)
        pack_wanted.connect(receivers.wake_pack_maker)
        format_asked.connect(receivers.tell_of_format_request)
