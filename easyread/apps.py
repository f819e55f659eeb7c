from django.apps import AppConfig


class EasyReadConfig(AppConfig):
    name = "easyread"
    verbose_name = "Easy read"

    def ready(self) -> None:
        from django.urls import register_converter
        from wagtail.signals import page_published, page_unpublished

        from easyread import receivers
        from easyread.converters import KeyConverter
        from easyread.models import EasyReadPage

        register_converter(KeyConverter, "key")
        page_published.connect(receivers.note_original, sender=EasyReadPage)
        page_unpublished.connect(receivers.take_easy_read_down)
