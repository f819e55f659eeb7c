from django.apps import AppConfig


class BoardsConfig(AppConfig):
    name = "boards"

    def ready(self) -> None:
        from django.contrib.auth import get_user_model
        from django.db.models.signals import post_delete, post_migrate, post_save
        from wagtail.models import Page
        from wagtail.signals import page_unpublished, post_page_move

        from boards import permissions, receivers, services
        from boards.events import archive_asked, letter_written, pack_wanted
        from boards.forms import pages
        from boards.models import (
            AgendaPage,
            BoardPage,
            BoardsIndexPage,
            MeetingPage,
            MinutesPage,
            Pack,
            Paper,
        )
        from easyread.events import format_asked
        from easyread.publishing import published_by
        from easyread.reach import way_in
        from easyread.receivers import forget_stored

        way_in(Page, permissions.pages_named_by)
        way_in(Paper, permissions.papers_chosen_by)
        way_in(get_user_model(), permissions.accounts_named_by)

        AgendaPage.base_form_class = pages.AgendaForm
        MeetingPage.base_form_class = pages.MeetingForm
        MinutesPage.base_form_class = pages.MinutesForm

        published_by(BoardsIndexPage, services.publish_above_boards)
        published_by(BoardPage, services.publish_board)
        published_by(MeetingPage, services.publish_meeting)
        published_by(AgendaPage, services.publish_agenda)
        published_by(MinutesPage, services.publish_minutes)
        page_unpublished.connect(receivers.record_what_strangers_see)
        post_page_move.connect(receivers.record_move)
        post_migrate.connect(receivers.guard_trail, sender=self)
        letter_written.connect(receivers.wake_letters)
        archive_asked.connect(receivers.wake_archive)
        post_save.connect(receivers.keep_saved_paper, sender=Paper)
        post_delete.connect(forget_stored, sender=Pack)
        pack_wanted.connect(receivers.wake_pack_maker)
        format_asked.connect(receivers.tell_of_format_request)
