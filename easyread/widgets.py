"""The editor's button for choosing a picture: it shows the picture itself, and its name."""

from typing import Any

from django import forms
from django.urls import reverse
from django.utils.functional import cached_property
from wagtail.admin.staticfiles import versioned_static
from wagtail.admin.telepath import register
from wagtail.admin.widgets import BaseChooserAdapter
from wagtail.snippets.widgets import AdminSnippetChooser


def _media() -> forms.Media:
    """Asked for when a page is made: in production addresses of files are known only then."""
    scripts = [
        versioned_static("wagtailadmin/js/chooser-modal.js"),
        versioned_static("wagtailsnippets/js/snippet-chooser.js"),
        versioned_static("wagtailsnippets/js/snippet-chooser-telepath.js"),
        "easyread/pictures.js",
    ]
    return forms.Media(js=scripts, css={"all": ["easyread/pictures.css"]})


class PictureChooser(AdminSnippetChooser):
    """Chooses a picture; what scripts may do with it stands in scripts/pictures.mjs."""

    template_name = "easyread/admin/picture_chooser.html"
    classname = "picture-chooser"
    js_constructor = "PictureChooser"
    show_edit_link = False

    def __init__(self, model: Any = None, **kwargs: Any) -> None:
        super().__init__(model=model or self.model, **kwargs)

    def get_value_data_from_instance(self, instance: Any) -> dict[str, Any]:
        return {"id": instance.pk, self.display_title_key: str(instance), "url": instance.url}

    def get_context(self, name: str, value_data: dict[str, Any], attrs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context(name, value_data, attrs)
        context["picture_url"] = value_data.get("url", "")
        context["used_url"] = reverse("easyread_admin:use_picture")
        return context

    @cached_property
    def media(self) -> forms.Media:
        return _media()


class PictureChooserAdapter(BaseChooserAdapter):
    """Tells Wagtail's editor which script runs the button."""

    js_constructor = "easyread.widgets.PictureChooser"

    @cached_property
    def media(self) -> forms.Media:
        return _media()


register(PictureChooserAdapter(), PictureChooser)
