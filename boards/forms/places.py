"""The board's usual words about its usual place, kept from being told of another one."""

from django import forms

from boards.models import BoardPage, same_words

FIELD = "true_here"
PRESET = {"access": "Access", "how_to_join": "How to join"}
ASKED = "Write what is true of “{place}”, or leave it empty. If it is true there too, tick the box."


def usual_words(board: BoardPage) -> dict[str, str]:
    """What a meeting at the board's usual place starts from."""
    return {"place": board.place, "access": board.access, "how_to_join": board.how_to_join}


def ask_about_place(form: forms.Form, board: BoardPage) -> None:
    """Where another place than the usual one is chosen and the words that were put in for that are
    still there, give ``form`` a box for each; while one is not ticked, the form is not valid.

    The box holds its place: for another place that is put in later it is asked again.
    """
    place = form.cleaned_data.get("place", "")
    if not (place and board.place) or same_words(place, board.place):
        return
    left = [
        name
        for name in PRESET
        if getattr(board, name) and same_words(form.cleaned_data[name], getattr(board, name))
    ]
    if not left:
        return
    names = list(form.fields)
    form.fields[FIELD] = forms.MultipleChoiceField(
        label=f"What is true of “{place}”",
        choices=[
            (_box(name, place), f"{PRESET[name]}: it is true of “{place}” too.") for name in left
        ],
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    names.insert(names.index("how_to_join") + 1, FIELD)
    form.order_fields(names)
    ticked = form[FIELD].value() or []
    if open_questions := [PRESET[name] for name in left if _box(name, place) not in ticked]:
        told = f"{' and '.join(open_questions)}: this was written for “{board.place}”."
        form.add_error(FIELD, f"{told} {ASKED.format(place=place)}")


def said_of_place(form: forms.Form) -> bool:
    """Whether a person said that the words on access are true of the place that was chosen."""
    return FIELD in form.fields and _box("access", form.cleaned_data["place"]) in (
        form[FIELD].value() or []
    )


def _box(name: str, place: str) -> str:
    return f"{name} {place}"
