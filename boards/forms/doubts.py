"""Days that may be a mistake: asked about once more, never refused."""

from collections.abc import Iterable
from datetime import date

from django import forms

from boards.rules.dates import long_date
from boards.rules.working_days import bank_holiday, last_day_with_notice

FIELD = "all_the_same"
ASKED = "Tick the box if the day is right."


def doubts_about(day: date, *, today: date, notice_days: int) -> list[str]:
    """What speaks against a meeting on that day, in whole sentences."""
    found = []
    if holiday := bank_holiday(day):
        found.append(f"{long_date(day)} is a bank holiday: {holiday}.")
    due_on = last_day_with_notice(day, notice_days)
    if due_on < today:
        found.append(
            f"The papers for {long_date(day)} had to be out by {long_date(due_on)} to be in time: "
            "they will be late."
        )
    return found


def ask_about_days(
    form: forms.Form, days: Iterable[date], *, after: str, today: date, notice_days: int
) -> None:
    """Give ``form`` a box for each day in doubt, behind the field ``after``; while one is not
    ticked, the form is not valid.

    The box holds its day: another day that is put in later is asked about again.
    """
    doubts = {
        day.isoformat(): " ".join(doubts_about(day, today=today, notice_days=notice_days))
        for day in days
    }
    choices = [
        (day, f"Yes, {long_date(date.fromisoformat(day))} is right.")
        for day, said in doubts.items()
        if said
    ]
    if not choices:
        return
    names = list(form.fields)
    form.fields[FIELD] = forms.MultipleChoiceField(
        label="Is the day right?",
        choices=choices,
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    names.insert(names.index(after) + 1, FIELD)
    form.order_fields(names)
    ticked = form[FIELD].value() or []
    if open_doubts := [doubts[day] for day, _ in choices if day not in ticked]:
        form.add_error(FIELD, " ".join([*open_doubts, ASKED]))
