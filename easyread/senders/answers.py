"""Saying that it was too much, on the form that was sent."""

from http import HTTPStatus

from django.forms import BaseForm
from django.http import HttpRequest
from django.http.response import HttpResponseBase

from easyread.senders.limits import TooMuch


def refuse(request: HttpRequest, problem: TooMuch, form: BaseForm | None = None) -> None:
    """Say it on the form, which keeps what was typed; `mark` gives the answer its status."""
    if form is not None:
        form.add_error(None, problem)
    setattr(request, "too_much", problem)


def mark(request: HttpRequest, response: HttpResponseBase) -> None:
    """Tell programs too, when something was refused: 429, and for how long."""
    problem: TooMuch | None = getattr(request, "too_much", None)
    if problem is not None:
        response.status_code = HTTPStatus.TOO_MANY_REQUESTS
        response.headers["Retry-After"] = str(max(1, round(problem.wait.total_seconds())))
        response.headers["Cache-Control"] = "no-store"
