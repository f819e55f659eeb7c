"""The one way in to each kind of object that a request may name (docs/adr/0034).

No id that a form, a block, a chooser or an address brings is used before the way in to its kind
was asked whether this person may use this object. A kind without a way in is for superusers.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import Any, TypeVar

from django import forms
from django.core.exceptions import BadRequest, ValidationError
from django.db.models import Model, QuerySet
from django.http import Http404
from wagtail.admin.forms import WagtailAdminModelForm, WagtailAdminPageForm
from wagtail.blocks.base import BlockField

from easyread.accounts import Visitor

Kind = TypeVar("Kind", bound=Model)
WayIn = Callable[[Visitor], QuerySet[Any]]
Reference = tuple[type[Model], str]
LONGEST_KEY = 18  # digits that every database can compare with a key

# Rows and texts that no editor sends.
UNREADABLE = (KeyError, ValueError, TypeError, AttributeError, IndexError, RecursionError)

_ways: dict[type[Model], WayIn] = {}


def way_in(model: type[Model], way: WayIn) -> None:
    """Let what ``way`` gives be all that somebody may name of this kind."""
    _ways[model] = way


def has_way_in(model: type[Model]) -> bool:
    return any(kind in _ways for kind in model.__mro__)


def within_reach(model: type[Kind], *, of: Visitor) -> QuerySet[Kind]:
    """What this person may name of a kind: what its way in gives, and for superusers all."""
    everything: QuerySet[Kind] = model._default_manager.all()
    if of.is_superuser and of.is_active:
        return everything
    way = next((_ways[kind] for kind in model.__mro__ if kind in _ways), None)
    if way is None or not of.is_authenticated or not of.is_active:
        return everything.none()
    return everything.filter(pk__in=way(of).order_by().values("pk"))


def refuse_beyond_reach(model: type[Model], keys: Iterable[str], *, of: Visitor) -> None:
    """404 if one of the keys is no key, or names nothing that this person may name."""
    wanted = set(keys)
    if not all(is_key(key) for key in wanted):
        raise Http404
    numbers = {int(key) for key in wanted}
    if within_reach(model, of=of).filter(pk__in=numbers).count() != len(numbers):
        raise Http404


def reaches_all(model: type[Model], *, of: Visitor) -> bool:
    """Whether there is nothing of this kind that this person may not name."""
    reached = within_reach(model, of=of).values("pk")
    return not model._default_manager.exclude(pk__in=reached).exists()


One: Any = forms.ModelChoiceField  # generic for the type checker only
Several: Any = forms.ModelMultipleChoiceField


class WithinReach(One):
    """One of the objects that the form offers; no key is longer than a database can compare."""

    def to_python(self, value: Any) -> Any:
        if value not in self.empty_values and not _may_be_key(str(value)):
            raise ValidationError(
                self.error_messages["invalid_choice"], "invalid_choice", {"value": value}
            )
        return super().to_python(value)


class SeveralWithinReach(Several):
    """As `WithinReach`, several."""

    def clean(self, value: Any) -> Any:
        for one in value or []:
            if not _may_be_key(str(one)):
                raise ValidationError(
                    self.error_messages["invalid_pk_value"], "invalid_pk_value", {"pk": one}
                )
        return super().clean(value)


def _may_be_key(text: str) -> bool:
    """Django says itself what is wrong with a sign that cannot be kept."""
    return is_key(text) or "\0" in text


def is_key(text: str) -> bool:
    return text.isascii() and text.isdecimal() and len(text) <= LONGEST_KEY


class ReachCheckedForm(WagtailAdminModelForm):
    """A form of the admin that lets nobody name what is not theirs: 404, before anything is read
    or shown. What the object held before may stay, whoever put it there."""

    def full_clean(self) -> None:
        if self.is_bound:
            _refuse_foreign(self, self.for_user)
        super().full_clean()


class ReachCheckedPageForm(ReachCheckedForm, WagtailAdminPageForm):
    """The same for pages, with all that stands in their rows and blocks.

    A new page is a draft until it is published: Wagtail would add it as public, and publish then.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance._state.adding:
            self.instance.live = False


def _refuse_foreign(form: WagtailAdminModelForm, user: Visitor) -> None:
    try:
        new = set(_named(form)) - set(_held(form))
    except UNREADABLE as broken:
        raise BadRequest("This form can't be read.") from broken
    for model in {model for model, _ in new}:
        refuse_beyond_reach(model, {key for kind, key in new if kind is model}, of=user)


def _named(form: WagtailAdminModelForm) -> Iterator[Reference]:
    """What the request names, in this form and in those inside it."""
    for name, field in form.fields.items():
        yield from _references(field, form[name].data)
    for inner in _forms_inside(form):
        yield from _named(inner)


def _held(form: WagtailAdminModelForm) -> Iterator[Reference]:
    """What the object holds as it is stored."""
    for name, field in form.fields.items():
        value = form.get_initial_for_field(field, name)  # a row knows its own number there only
        if isinstance(field, BlockField) and form.instance is not None:
            value = getattr(form.instance, name, value)
        yield from _references(field, value)
    for inner in _forms_inside(form):
        yield from _held(inner)


def _forms_inside(form: WagtailAdminModelForm) -> Iterator[WagtailAdminModelForm]:
    for formset in getattr(form, "formsets", {}).values():
        yield from formset.forms


def _references(field: forms.Field, value: Any) -> Iterator[Reference]:
    if value in (None, "", []):
        return
    if isinstance(field, BlockField):
        for model, key, _, _ in field.block.extract_references(value):
            yield model, str(key)
    elif isinstance(field, forms.ModelChoiceField) and field.queryset is not None:
        several = isinstance(value, (list, tuple, QuerySet))
        for one in value if several else [value]:
            yield field.queryset.model, str(getattr(one, "pk", one))
