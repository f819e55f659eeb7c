from django.apps import AppConfig


class DigestsConfig(AppConfig):
    name = "portal.digests"
    label = "digests"

    def ready(self) -> None:
        from easyread.reach import way_in
        from portal.digests import events, permissions, receivers
        from portal.digests.models import DigestList

        way_in(DigestList, permissions.lists_named_by)
        events.edition_frozen.connect(receivers.wake_sender)
