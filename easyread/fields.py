"""A StreamField that leaves its blocks out of migrations."""

from typing import Any

from wagtail.fields import StreamField


class DocumentField(StreamField):
    """A StreamField whose blocks may change without a migration.

    The blocks say how an editor is offered the content; the column is JSON whatever they are.
    """

    def __init__(self, block_types: Any = (), **kwargs: Any) -> None:
        kwargs.pop("block_lookup", None)
        super().__init__(block_types, **kwargs)

    def deconstruct(self) -> tuple[str, str, list[Any], dict[str, Any]]:
        name, path, _, kwargs = super().deconstruct()
        kwargs.pop("block_lookup", None)
        return name, path, [], kwargs
