"""What is asked before minutes are corrected or withdrawn."""

from django import forms

LONGEST = 2_000
FEW_ROWS = {"rows": 3}


class CorrectionForm(forms.Form):
    """Why changed minutes are published."""

    reason = forms.CharField(
        max_length=LONGEST,
        widget=forms.Textarea(attrs=FEW_ROWS),
        label="What did you change, and why?",
        help_text="Everyone can read this, in words like: The date of the visit was wrong.",
    )


class WithdrawalForm(forms.Form):
    """Why minutes are taken down."""

    reason = forms.CharField(
        max_length=LONGEST,
        widget=forms.Textarea(attrs=FEW_ROWS),
        label="Why are the minutes withdrawn?",
        help_text="Everyone can read this in the place where the minutes were.",
    )
