"""Turns Wagtail's signals into calls of services."""

from typing import Any

from django.utils import timezone
from wagtail.models import Page

from easyread import selectors, services
from easyread.models import EasyReadPage, Picture
from easyread.models.made_files import MadeFile
from easyread.tasks import make_files, survey_words


def take_easy_read_down(sender: type[Page], instance: Page, **kwargs: Any) -> None:
    services.take_easy_read_down(original=instance)


def ask_for_files(sender: None, easy_read_id: int, **kwargs: Any) -> None:
    easy_read = selectors.easy_read_numbered(easy_read_id)
    if easy_read is not None:
        services.ask_for_files(easy_read=easy_read, now=timezone.now())


def wake_file_maker(sender: None, easy_read_id: int, **kwargs: Any) -> None:
    make_files.delay(easy_read_id=easy_read_id)


def drop_files(sender: type[EasyReadPage], instance: EasyReadPage, **kwargs: Any) -> None:
    services.drop_files(easy_read=instance)


def forget_stored(sender: type[MadeFile], instance: MadeFile, **kwargs: Any) -> None:
    services.forget_stored(file=instance)


def forget_image(sender: type[Picture], instance: Picture, **kwargs: Any) -> None:
    services.forget_image(instance)


def wake_survey(sender: None, **kwargs: Any) -> None:
    survey_words.delay()
