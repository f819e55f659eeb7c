"""What stands on the admin's first page."""

from typing import Any

from django.http import HttpRequest
from wagtail.admin.ui.components import Component

from boards.views.admin.my_boards import my_boards_context


class MyBoardsPanel(Component):
    """Each board one looks after, with the next things to do."""

    name = "my_boards"
    template_name = "boards/admin/my_boards_panel.html"
    order = 10

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        request: HttpRequest = parent_context["request"]
        return my_boards_context(request) | {"request": request}
