from django.apps import AppConfig


class HomeConfig(AppConfig):
    name = "portal.home"
    label = "home"

    def ready(self) -> None:
        from django.db.models.signals import post_migrate

        from boards.services import publish_above_boards
        from easyread.events import format_asked
        from easyread.publishing import published_by
        from portal.home import receivers
        from portal.home.models import HomePage

        published_by(HomePage, publish_above_boards)
        format_asked.connect(receivers.tell_of_format_request)
        post_migrate.connect(receivers.open_new_screens)
