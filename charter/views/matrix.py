"""The officers' matrix of boards and principles."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from charter import permissions, selectors, services
from charter.enums import AssessmentState, SignUpState


@require_safe
def matrix(request: HttpRequest) -> HttpResponse:
    """Boards × principles, for officers."""
    if not permissions.can_see_matrix(request.user):
        raise PermissionDenied
    state = request.GET.get("state", "")
    state = state if state in SignUpState.values else ""
    context = {
        "matrix": selectors.matrix(today=timezone.localdate(), state=state),
        "states": SignUpState.choices,
        "assessment_states": AssessmentState.choices,
        "chosen": state,
        "can_assess": permissions.can_assess(request.user),
    }
    return render(request, "charter/admin/matrix.html", context)


@require_POST
def open_cell(request: HttpRequest, board_id: int, principle_id: int) -> HttpResponse:
    """Open a square of the matrix to assess it; it is made where there is none."""
    if not permissions.can_assess(request.user):
        raise PermissionDenied
    assessment = services.open_assessment(
        board=get_object_or_404(permissions.boards_assessed_by(request.user), pk=board_id),
        principle=get_object_or_404(
            permissions.principles_assessed_by(request.user), pk=principle_id
        ),
        today=timezone.localdate(),
    )
    return redirect(reverse("wagtailsnippets_charter_assessment:edit", args=[assessment.pk]))
