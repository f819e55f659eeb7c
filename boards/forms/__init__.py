"""What visitors and editors fill in. Forms validate, services save."""

from boards.forms.actions import ActionFilterForm, ProgressForm
from boards.forms.meetings import PlanMeetingForm
from boards.forms.minutes import WordFileForm
from boards.forms.outcomes import BoardFilterForm
from boards.forms.owners import OwnerForm, OwnerReportForm

__all__ = [
    "ActionFilterForm",
    "BoardFilterForm",
    "OwnerForm",
    "OwnerReportForm",
    "PlanMeetingForm",
    "ProgressForm",
    "WordFileForm",
]
