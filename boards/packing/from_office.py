"""Word, Excel and OpenDocument files as PDF, by LibreOffice where it is installed."""

from boards.libreoffice import converted_by_office

SECONDS = 90
FILTERS = {"docx": "writer_pdf_Export", "odt": "writer_pdf_Export", "xlsx": "calc_pdf_Export"}
TAGGED = '{"UseTaggedPDF":{"type":"boolean","value":"true"}}'


def pdf_by_office(content: bytes, *, kind: str) -> bytes:
    """The PDF of a file of this kind. Raises what `boards.libreoffice` does."""
    return converted_by_office(
        content, suffix=f".{kind}", target=f"pdf:{FILTERS[kind]}:{TAGGED}", seconds=SECONDS
    )
