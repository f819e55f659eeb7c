from django.apps import AppConfig


class BoardsConfig(AppConfig):
    name = "boards"

    def ready(self) -> None:
        from wagtail.signals import page_published

        from boards import receivers
        from boards.models import BoardPage, MinutesPage

        page_published.connect(receivers.prepare_published_board, sender=BoardPage)
        page_published.connect(receivers.record_published_minutes, sender=MinutesPage)
