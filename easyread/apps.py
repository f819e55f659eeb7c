from django.apps import AppConfig


class EasyReadConfig(AppConfig):
    name = "easyread"
    verbose_name = "Easy read"

    def ready(self) -> None:
        from functools import partial

        from django.db.models.signals import post_delete
        from django.urls import register_converter
        from wagtail.images import get_image_model
        from wagtail.signals import page_unpublished

        from easyread import events, permissions, receivers, services
        from easyread.converters import KeyConverter
        from easyread.models import (
            AllowedWord,
            ContentPage,
            EasyReadFile,
            EasyReadPage,
            GlossaryTerm,
            Picture,
        )
        from easyread.publishing import published_by
        from easyread.reach import way_in

        register_converter(KeyConverter, "key")
        way_in(Picture, permissions.pictures_named_by)
        way_in(get_image_model(), permissions.images_named_by)
        for words in (GlossaryTerm, AllowedWord):
            way_in(words, partial(permissions.words_named_by, words))
        published_by(ContentPage, services.publish_page)
        published_by(EasyReadPage, services.publish_easy_read)
        page_unpublished.connect(receivers.take_easy_read_down)
        page_unpublished.connect(receivers.drop_files, sender=EasyReadPage)
        events.easy_read_published.connect(receivers.ask_for_files)
        events.easy_read_checked.connect(receivers.ask_for_files)
        events.easy_read_files_wanted.connect(receivers.wake_file_maker)
        events.survey_asked.connect(receivers.wake_survey)
        post_delete.connect(receivers.forget_stored, sender=EasyReadFile)
        post_delete.connect(receivers.forget_image, sender=Picture)
