from django.apps import AppConfig


class HomeConfig(AppConfig):
    name = "portal.home"
    label = "home"

    def ready(self) -> None:
        from django.db.models.signals import post_migrate

        from easyread.events import format_asked
        from portal.home import receivers

        format_asked.connect(receivers.tell_of_format_request)
        post_migrate.connect(receivers.open_new_screens)
