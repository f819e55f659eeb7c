"""Days that may be a mistake: asked about once more, never refused."""

from collections.abc import Iterable
from datetime import date

from django import forms

from boards.dates import long_date
from boards.working_days import bank_holiday, last_day_with_notice

FIELD = "all_the_same"
ASKED = "Look at the day again. Tick the box if it is right."


def doubts_about(day: date, *, today: date, notice_days: int) -> list[str]:
    """What speaks against a meeting on that day, in whole sentences."""
    found = []
    if holiday := bank_holiday(day):
        found.append(f"{long_date(day)} is a bank holiday: {holiday}.")
    due_on = last_day_with_notice(day, notice_days)
    if due_on < today:
        found.append(
            f"The papers for {long_date(day)} should be out {notice_days} clear working days "
            f"before. That was {long_date(due_on)}: they will be late."
        )
    return found


def ask_about_days(
    form: forms.Form, days: Iterable[date], *, today: date, notice_days: int
) -> None:
    """Give ``form`` a box for each day in doubt; while one is not ticked, the form is not valid.

    The box holds its day: another day that is put in later is asked about again.
    """
    doubts = {
        day.isoformat(): doubts_about(day, today=today, notice_days=notice_days) for day in days
    }
    choices = [
        (day, f"Plan it all the same. {' '.join(said)}") for day, said in doubts.items() if said
    ]
    if not choices:
        return
    form.fields[FIELD] = forms.MultipleChoiceField(
        label="Are you sure?",
        choices=choices,
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    ticked = form[FIELD].value() or []
    if any(day not in ticked for day, _ in choices):
        form.add_error(FIELD, ASKED)
