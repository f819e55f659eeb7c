"""What readers asked for in another format."""

from easyread.models import FormatRequest


def format_request(number: int) -> FormatRequest:
    """The one of which an event tells: the number comes from us, never from a request."""
    return FormatRequest.objects.select_related("page").get(pk=number)
