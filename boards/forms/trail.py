"""What somebody found out about a problem of the trail."""

from typing import Any

from django import forms

LONGEST = 2_000
FEW_ROWS = {"rows": 3}


class SettlingForm(forms.Form):
    """What was found by somebody who looked into a problem of the trail."""

    problem = forms.ChoiceField(
        label="Which problem did you look into?", widget=forms.RadioSelect(), choices=[]
    )
    words = forms.CharField(
        max_length=LONGEST,
        widget=forms.Textarea(attrs=FEW_ROWS),
        label="What did you find?",
        help_text="In words like: A mistake while the site was moved. The backup says the same.",
    )

    def __init__(self, *args: Any, problems: list[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["problem"]
        if isinstance(field, forms.ChoiceField):
            field.choices = [(words, words) for words in problems]
