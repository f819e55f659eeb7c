"""The full version's words beside the easy ones: shown to the writer, never to readers."""

from typing import Any

from django import forms
from wagtail import blocks


class SourceInput(forms.Widget):
    """Shows the words and keeps them; they cannot be changed here."""

    template_name = "easyread/admin/source_input.html"
    is_hidden = False


class SourceBlock(blocks.FieldBlock):
    """What the full version says where this idea comes from; empty for the writer's own ideas."""

    def __init__(self, **kwargs: Any) -> None:
        self.field = forms.CharField(required=False, widget=SourceInput(), max_length=5000)
        super().__init__(**kwargs)

    class Meta:
        icon = "openquote"
        label = "The full version says"
        default = ""
