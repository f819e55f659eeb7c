from django.apps import AppConfig


class CharterConfig(AppConfig):
    name = "charter"

    def ready(self) -> None:
        from functools import partial

        from charter import permissions
        from charter.models import Assessment, CharterVersion, SignUp
        from easyread.reach import way_in

        for records in (Assessment, CharterVersion, SignUp):
            way_in(records, partial(permissions.records_named_by, records))
