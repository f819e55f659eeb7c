from django.apps import AppConfig


class SendersConfig(AppConfig):
    name = "easyread.senders"
    label = "senders"

    def ready(self) -> None:
        from easyread.senders import checks

        checks.register_all()
