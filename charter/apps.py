from django.apps import AppConfig


class CharterConfig(AppConfig):
    name = "charter"

    def ready(self) -> None:
        from functools import partial

        from django.db.models.signals import post_migrate

        from boards.links import OPENED_BY_LINK
        from boards.selectors.to_do import SOURCES
        from charter import permissions, receivers
        from charter.models import Assessment, CharterVersion, Principle, SignUpEvent
        from charter.signing.to_do import signing_to_do
        from charter.views.boards import on_board_page
        from easyread.reach import way_in
        from easyread.slots import fills

        way_in(Assessment, partial(permissions.records_named_by, Assessment))
        way_in(Principle, permissions.principles_kept_by)
        way_in(SignUpEvent, permissions.sign_up_events_of)
        way_in(CharterVersion, permissions.versions_kept_by)
        post_migrate.connect(receivers.keep_what_stays, sender=self)
        OPENED_BY_LINK.append("charter:sign_by_link")
        SOURCES.append(signing_to_do)
        fills("board_page.after_matters", "charter/on_board_page.html", on_board_page)
