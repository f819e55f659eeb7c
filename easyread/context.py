"""What every template knows of the reader."""

from typing import Any

from django.http import HttpRequest

from easyread.wishes import COOKIE, Colours, Size, Wishes


def wishes(request: HttpRequest) -> dict[str, Any]:
    """How the reader wants to read, and what there is to choose from."""
    wishes = Wishes.from_cookie(request.COOKIES.get(COOKIE, ""))
    return {"wishes": wishes, "sizes": Size.choices, "schemes": Colours.choices}
