"""The block that holds one picture."""

from typing import Any

from django.utils.functional import cached_property
from wagtail.snippets.blocks import SnippetChooserBlock

from easyread.widgets import PictureChooser


class PictureChooserBlock(SnippetChooserBlock):
    """A picture that comes with the product or from an upload; all of a text in one query."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__("easyread.Picture", **kwargs)

    @cached_property
    def widget(self) -> Any:
        return PictureChooser(self.model_class)

    def bulk_to_python(self, values: list[Any]) -> list[Any]:
        """As Wagtail's, with the uploaded images that would be asked for one by one."""
        wanted = [value for value in values if value is not None]
        found = self.model_class.objects.select_related("image").in_bulk(wanted)
        return [found.get(value) for value in values]

    class Meta:
        icon = "image"
