from django.apps import AppConfig


class DigestsConfig(AppConfig):
    name = "portal.digests"
    label = "digests"

    def ready(self) -> None:
        from portal.digests import events, receivers

        events.edition_frozen.connect(receivers.wake_sender)
