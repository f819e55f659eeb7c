from django.apps import AppConfig


class SendersConfig(AppConfig):
    name = "senders"

    def ready(self) -> None:
        from senders import checks

        checks.register_all()
