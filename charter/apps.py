from django.apps import AppConfig


class CharterConfig(AppConfig):
    name = "charter"

    def ready(self) -> None:
        from functools import partial

        from charter import permissions, views
        from charter.models import Assessment, CharterVersion, SignUp
        from easyread.reach import way_in
        from easyread.slots import fills

        for records in (Assessment, CharterVersion, SignUp):
            way_in(records, partial(permissions.records_named_by, records))
        fills("board_page.after_matters", "charter/on_board_page.html", views.on_board_page)
