from django.apps import AppConfig


class DigestsConfig(AppConfig):
    name = "portal.digests"
    label = "digests"

    def ready(self) -> None:
        from celery.signals import task_success, worker_ready

        from easyread.reach import way_in
        from easyread.slots import fills
        from portal.digests import events, permissions, receivers, views
        from portal.digests.models import DigestList

        way_in(DigestList, permissions.lists_named_by)
        fills("board_page.after_matters", "digests/on_board_page.html", views.on_board_page)
        events.edition_frozen.connect(receivers.wake_edition)
        task_success.connect(receivers.note_regular_work)
        worker_ready.connect(receivers.await_regular_work)
