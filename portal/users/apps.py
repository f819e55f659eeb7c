from django.apps import AppConfig


class UsersConfig(AppConfig):
    name = "portal.users"
    label = "users"
    verbose_name = "Accounts"

    def ready(self) -> None:
        """Wagtail's own form ends in an error page where a part of the picture is missing."""
        from wagtail.admin.views.account import AvatarSettingsPanel

        from easyread.picture_forms import PortraitForm

        AvatarSettingsPanel.form_class = PortraitForm
