from django.apps import AppConfig


class EasyReadConfig(AppConfig):
    name = "easyread"
    verbose_name = "Easy read"

    def ready(self) -> None:
        from wagtail.signals import page_published

        from easyread import receivers
        from easyread.models import EasyReadPage

        page_published.connect(receivers.note_original, sender=EasyReadPage)
