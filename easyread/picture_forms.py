"""What writers fill in to bring a picture of their own."""

from typing import Any, TypedDict

from django import forms
from wagtail.admin.forms.account import AvatarPreferencesForm
from wagtail.images.fields import WagtailImageField
from wagtail.images.forms import BaseImageForm

from easyread.tidying import TidyPicture, UnusablePicture, check_whole, tidy


class _Whole(forms.FileField):
    """Before a field: takes only what can be read to its end, with a sentence for all else.

    Django and Wagtail look at the beginning of a picture; what is missing behind it would end the
    first screen that shows it.
    """

    def to_python(self, data: Any) -> Any:
        if data:
            try:
                check_whole(data)
            except UnusablePicture as error:
                raise forms.ValidationError(str(error)) from error
        return super().to_python(data)


class WholeImageField(_Whole, WagtailImageField):
    pass


class WholePortraitField(_Whole, forms.ImageField):
    pass


class BaseWholeImageForm(BaseImageForm):
    """Wherever Wagtail takes an image in: one, several at once, in a chooser, or in place of
    another."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "file" in self.fields:
            old = self.fields["file"]
            self.fields["file"] = WholeImageField(
                label=old.label, required=old.required, widget=old.widget
            )


class PortraitForm(AvatarPreferencesForm):
    """The picture beside one's own name."""

    avatar = WholePortraitField(label="Bring a picture of yourself", required=False)


class TidyPictureField(forms.FileField):
    """A picture that can be used; its cleaned value is a `TidyPicture`."""

    def clean(self, data: Any, initial: Any = None) -> Any:
        file = super().clean(data, initial)
        try:
            return tidy(file, size=file.size)
        except UnusablePicture as error:
            raise forms.ValidationError(str(error)) from error


class ToldPicture(TypedDict):
    file: TidyPicture
    name: str
    description: str
    words: str
    author: str
    licence: str


class PictureUploadForm(forms.Form):
    """A picture of one's own, and the words by which all writers find it."""

    use_required_attribute = False
    prefix = "picture"

    file = TidyPictureField(
        label="File of the picture",
        help_text="A JPEG, PNG, WebP or GIF file of 10 MB at most. Who is in it must agree.",
        error_messages={
            "required": "Choose the file of the picture.",
            "missing": "Choose the file of the picture.",
            "empty": "This file is empty. Choose another file.",
        },
        widget=forms.FileInput(attrs={"accept": "image/jpeg,image/png,image/webp,image/gif"}),
    )
    name = forms.CharField(
        label="Name",
        max_length=80,
        help_text="One or two plain words, for example: Walking group",
        error_messages={"required": "Give the picture a name."},
    )
    description = forms.CharField(
        label="What does the picture show?",
        max_length=250,
        help_text="This is what someone who cannot see it is told.",
        error_messages={"required": "Say what the picture shows."},
    )
    words = forms.CharField(
        label="Other words for it",
        max_length=1_000,
        required=False,
        help_text="If you like, with semicolons between: walk; exercise; park",
    )
    author = forms.CharField(
        label="Who made it", max_length=200, required=False, help_text="If you know"
    )
    licence = forms.CharField(
        label="Licence",
        max_length=80,
        required=False,
        help_text="What allows you to use it, for example: our own, or CC BY 4.0",
    )

    def told(self) -> ToldPicture:
        """What the service takes."""
        return {
            "file": self.cleaned_data["file"],
            "name": self.cleaned_data["name"],
            "description": self.cleaned_data["description"],
            "words": self.cleaned_data["words"],
            "author": self.cleaned_data["author"],
            "licence": self.cleaned_data["licence"],
        }
