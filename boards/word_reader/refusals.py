"""Why a file cannot be read, in words fit for a co-chair's screen."""

from __future__ import annotations

NOT_WORD = "This is not a Word file. Choose the minutes as .docx, .odt or .doc."
DAMAGED = "This Word file is damaged and cannot be opened. Open it in Word and save it again."
TOO_BIG = "This file is larger than 20 MB. Minutes are read up to that size."
TOO_MUCH = "This Word file unpacks to more than can be read. Save the minutes without pictures."
TOO_LONG = "This file is too long for minutes. Bring the minutes of one meeting at a time."
EMPTY = "This Word file has no text in it."
MACROS = (
    "This Word file can run macros. Save it in Word as a plain .docx, without macros, "
    "and bring that."
)
LOCKED = "This Word file has a password. Take the password off in Word and save it again."
PDF = "This is a PDF file. Choose the Word file (.docx) it came from."
RICH_TEXT = "This is a rich text file (.rtf). Open it in Word and save it as .docx."
WEB_PAGE = "This is a web page with the name of a Word file. Open it in Word and save it as .docx."
WORD_XML = "This is a Word file in one piece of XML. Open it in Word and save it as .docx."
OTHER_OFFICE = "This is an Office file, but not a Word one. Choose the minutes as .docx."
NO_CONVERTER = (
    "This machine cannot read {kind} files. Open the file in Word or LibreOffice, "
    "save it as .docx and bring that."
)
NOT_CONVERTED = (
    "This {kind} file could not be read. Open it in Word or LibreOffice, save it as .docx "
    "and bring that."
)


class UnreadableWordFile(Exception):
    """The file cannot be read; `str()` is one plain sentence or two for a co-chair's screen."""
