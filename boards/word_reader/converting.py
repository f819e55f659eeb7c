"""Old Word files (.doc) and OpenDocument texts (.odt) as .docx, made by LibreOffice where it is."""

from __future__ import annotations

from boards.libreoffice import NoOffice, OfficeFailed, converted_by_office

from .refusals import NO_CONVERTER, NOT_CONVERTED, UnreadableWordFile

SECONDS = 60
_FILTERS = {".doc": "MS Word 97", ".odt": "writer8"}


def as_docx(data: bytes, kind: str) -> bytes:
    """The .docx that LibreOffice makes of `data`, which is a `kind` (".doc" or ".odt").

    Raises UnreadableWordFile where LibreOffice is missing, fails or takes more than `SECONDS`.
    """
    try:
        return converted_by_office(
            data, suffix=kind, target="docx", seconds=SECONDS, import_filter=_FILTERS[kind]
        )
    except NoOffice as error:
        raise UnreadableWordFile(NO_CONVERTER.format(kind=kind)) from error
    except OfficeFailed as error:
        raise UnreadableWordFile(NOT_CONVERTED.format(kind=kind)) from error
