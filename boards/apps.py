from django.apps import AppConfig


class BoardsConfig(AppConfig):
    name = "boards"

    def ready(self) -> None:
        from wagtail.signals import page_published, post_page_move

        from boards import receivers
        from boards.models import BoardPage, MeetingPage, MinutesPage

        page_published.connect(receivers.prepare_published_board, sender=BoardPage)
        page_published.connect(receivers.record_published_minutes, sender=MinutesPage)
        page_published.connect(receivers.follow_published_meeting, sender=MeetingPage)
        post_page_move.connect(receivers.follow_moved_meetings)
