"""What is asked before minutes are approved."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from boards.models import MeetingPage
from boards.rules.dates import long_date

LONGEST = 2_000
FEW_ROWS = {"rows": 3}
NO_DRAFT = (
    "The text of the minutes is still as it was. Put the corrections into it first and save it as "
    "a draft. Then come back here. Or leave this empty."
)
NOT_IN_DRAFT = (
    "Are the corrections in the draft? Then tick the box above, so that everyone reads the "
    "corrected text. If the meeting corrected nothing, leave this empty."
)


class ApprovalForm(forms.Form):
    """At which meeting minutes were approved, and with which corrections."""

    meeting = forms.TypedChoiceField(label="Which meeting approved them?", coerce=int)
    item = forms.IntegerField(
        min_value=1,
        max_value=200,
        label="Number of the item",
        help_text="The item of that meeting's agenda under which they were approved",
    )
    with_draft = forms.BooleanField(
        required=False,
        label="The meeting corrected the minutes, and the draft holds the corrections",
        help_text="Tick it, and the draft is what everyone reads. Without it the minutes are "
        "approved as they are now.",
    )
    corrections = forms.CharField(
        required=False,
        max_length=LONGEST,
        widget=forms.Textarea(attrs=FEW_ROWS),
        label="What did the meeting correct?",
        help_text="Everyone can read this beside the corrected text. Leave it empty if the minutes "
        "were approved as they were.",
    )

    def __init__(
        self, *args: Any, meetings: list[MeetingPage], has_draft: bool, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self._has_draft = has_draft
        self._meetings = {meeting.pk: meeting for meeting in meetings}
        field = self.fields["meeting"]
        if isinstance(field, forms.ChoiceField):
            field.choices = [(one.pk, long_date(one.starts_at)) for one in meetings]
        if not has_draft:
            del self.fields["with_draft"]

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        corrections, with_draft = data.get("corrections", "").strip(), data.get("with_draft")
        if with_draft and not corrections:
            self.add_error("corrections", "Say what the meeting corrected: everyone reads it.")
        if corrections and not with_draft:
            self.add_error("corrections", NOT_IN_DRAFT if self._has_draft else NO_DRAFT)
        return data

    def clean_meeting(self) -> MeetingPage:
        meeting = self._meetings.get(self.cleaned_data["meeting"])
        if meeting is None:
            raise ValidationError("Choose one of these meetings.")
        return meeting
