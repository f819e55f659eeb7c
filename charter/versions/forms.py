"""What officers fill in to prepare a version and to put it in force."""

from collections.abc import Iterator
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from charter.enums import TextField
from charter.models import CharterVersion, Principle, SubPoint
from charter.versions.selectors import (
    OF_PRINCIPLES,
    OPENING,
    VersionView,
    another_continuing,
    principles_to_continue,
)
from easyread.accounts import Visitor
from easyread.models import Picture
from easyread.permissions import pictures_named_by
from easyread.reach import WithinReach
from easyread.widgets import PictureChooser

LONG, SHORT = {"rows": 8}, {"rows": 4}
NEW_POINTS = 3
MOST_POINTS = 40


class VersionWordsForm(forms.ModelForm[CharterVersion]):
    """What a version says before its principles."""

    class Meta:
        model = CharterVersion
        fields = ("title", "introduction", "easy_introduction")
        labels = {"easy_introduction": "Introduction in easy words"}
        widgets = {
            "introduction": forms.Textarea(attrs=SHORT),
            "easy_introduction": forms.Textarea(attrs=SHORT),
        }
        help_texts = {"easy_introduction": "Short sentences of at most 15 words."}


class PrincipleForm(forms.ModelForm[Principle]):
    """One principle of a draft."""

    picture = WithinReach(
        queryset=Picture.objects.none(),
        required=False,
        widget=PictureChooser(Picture),
        label="Picture",
    )
    continues = WithinReach(
        queryset=Principle.objects.none(),
        required=False,
        label="Which principle of the version before goes on in this one?",
        empty_label="None: it is new",
        help_text="What boards showed for that one then stands here too.",
    )

    class Meta:
        model = Principle
        fields = ("title", "text", "easy_text", "picture", "questions", "examples", "continues")
        labels = {"text": "Full text", "easy_text": "In easy words", "examples": "What can show it"}
        widgets = {
            "text": forms.Textarea(attrs=LONG),
            "easy_text": forms.Textarea(attrs=SHORT),
            "questions": forms.Textarea(attrs=SHORT),
            "examples": forms.Textarea(attrs=SHORT),
        }

    def __init__(
        self, *args: Any, user: Visitor, before: CharterVersion | None, **more: Any
    ) -> None:
        super().__init__(*args, **more)
        picture, continues = self.fields["picture"], self.fields["continues"]
        if isinstance(picture, forms.ModelChoiceField):
            picture.queryset = pictures_named_by(user)
        if isinstance(continues, forms.ModelChoiceField):
            continues.queryset = principles_to_continue(before)

    def clean_continues(self) -> Principle | None:
        chosen: Principle | None = self.cleaned_data["continues"]
        if chosen and (other := another_continuing(chosen, self.instance)):
            raise ValidationError(f"Principle {other.number} goes on from that one already.")
        return chosen


class PointForm(forms.Form):
    """One point under a principle. Left empty, it is left out."""

    text = forms.CharField(
        label="In full", required=False, max_length=1000, widget=forms.Textarea(attrs={"rows": 2})
    )
    easy_text = forms.CharField(
        label="In easy words",
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if data.get("easy_text") and not data.get("text"):
            self.add_error("text", "Write the point in full too.")
        return data


PointForms = forms.formset_factory(
    PointForm, extra=NEW_POINTS, max_num=MOST_POINTS, absolute_max=MOST_POINTS, validate_max=True
)


def points_of(forms_of_points: Any) -> list[SubPoint]:
    """The points that were written, in their order."""
    written = [one.cleaned_data for one in forms_of_points if one.cleaned_data.get("text")]
    return [SubPoint(text=one["text"], easy_text=one["easy_text"]) for one in written]


class InForceForm(forms.Form):
    """From which day a version is in force."""

    on = forms.DateField(
        label="In force from",
        widget=forms.DateInput(attrs={"type": "date"}),
        help_text="It can be a day that is over: the day on which it was decided, for example.",
    )
    sure = forms.BooleanField(label="I know that its words can't be changed after that")


class CorrectionForm(forms.Form):
    """A typing error of a version in force."""

    where = forms.ChoiceField(label="Where?")
    before = forms.CharField(
        label="The words with the mistake", max_length=300, strip=False, help_text="As they stand."
    )
    after = forms.CharField(label="The right words", max_length=300, strip=False)
    reason = forms.CharField(
        label="Why?",
        max_length=300,
        help_text="Everyone can read it. For example: a word was spelt wrongly.",
    )

    def __init__(self, *args: Any, view: VersionView, **more: Any) -> None:
        super().__init__(*args, **more)
        self._places = dict(_places(view))
        where = self.fields["where"]
        if isinstance(where, forms.ChoiceField):
            where.choices = [(key, key) for key in self._places]

    def place(self) -> dict[str, Any]:
        """What the service takes: principle, point and field."""
        return self._places[self.cleaned_data["where"]]


def _places(view: VersionView) -> Iterator[tuple[str, dict[str, Any]]]:
    for field in OPENING:
        yield field.label, {"field": field}
    for principle in view.principles:
        for field in OF_PRINCIPLES:
            yield f"{principle}: {field.label}", {"principle": principle, "field": field}
        for point in principle.sub_points.all():
            for field in (TextField.TEXT, TextField.EASY_TEXT):
                told = {"principle": principle, "sub_point": point, "field": field}
                yield f"{principle}, point {point.number}: {field.label}", told
