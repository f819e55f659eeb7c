"""Fields of models that say more than Django's."""

from typing import TYPE_CHECKING, Any

from django.db import models
from wagtail.fields import RichTextField, StreamField

from easyread.addresses import one_form
from easyread.richtext import plain_text

if TYPE_CHECKING:
    from django.db.models.expressions import Combinable

    _EmailField = models.EmailField[str | Combinable, str]
else:
    _EmailField = models.EmailField


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


class WordsField(RichTextField):
    """Rich text of which the search finds each word, as `easyread.blocks.words` says."""

    def get_searchable_content(self, value: Any) -> list[str]:
        return [plain_text(str(value))]

    def deconstruct(self) -> tuple[str, str, list[Any], dict[str, Any]]:
        name, _, args, kwargs = super().deconstruct()
        return name, "wagtail.fields.RichTextField", args, kwargs


class AddressField(_EmailField):
    """An e-mail address that the database keeps and looks for in one form, whoever writes it how.

    `easyread.addresses.one_form` says which. Ways around it are only expressions and raw SQL.
    """

    def to_python(self, value: Any) -> Any:
        found = super().to_python(value)
        return one_form(found) if isinstance(found, str) else found

    def get_prep_value(self, value: Any) -> Any:
        found = super().get_prep_value(value)
        return one_form(found) if isinstance(found, str) else found

    def pre_save(self, model_instance: models.Model, add: bool) -> Any:
        value = self.to_python(super().pre_save(model_instance, add))
        setattr(model_instance, self.attname, value)
        return value
