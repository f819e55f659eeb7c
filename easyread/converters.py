"""Numbers in addresses."""

from django.urls.converters import IntConverter


class KeyConverter(IntConverter):
    """A key of a row: at most nine digits, which every database can compare."""

    regex = "[0-9]{1,9}"
