"""The row of squares that shows how far a board is with the principles of the charter."""

from collections.abc import Mapping, Sized

from django import template

from charter.enums import AssessmentState

register = template.Library()


@register.filter
def squares(counts: Mapping[str, int], principles: Sized) -> list[str]:
    """One `AssessmentState` value for each principle, the best first.

    ``counts`` says how many principles are at each state; a principle that is at none has not
    been started.
    """
    best_first = [
        state.value
        for state in reversed(AssessmentState)
        if state is not AssessmentState.NOT_STARTED
        for _ in range(counts.get(state, 0))
    ]
    missing = len(principles) - len(best_first)
    return best_first + [AssessmentState.NOT_STARTED.value] * missing
