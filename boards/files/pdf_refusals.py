"""Why a PDF is not taken, in words fit for the screen."""

MOST_PAGES = 2_000

_ANEW = "Print it to a new PDF, and bring that one."
BROKEN = "This file is broken: it cannot be opened. Save it again where you made it, and try again."
PROTECTED = (
    "This file is protected with a password, so people could not open it. "
    "Save it without the password, and bring it again."
)
TOO_MANY_PAGES = f"This PDF has more than {MOST_PAGES:,} pages. Please cut it up."
TOO_MUCH = f"There is too much in this PDF to look through. {_ANEW}"
PROGRAM = f"There is a small program in this PDF. {_ANEW}"
SENDS = f"This PDF sends or fetches what people fill in. {_ANEW}"
PLAYS = f"There is sound or film in this PDF. {_ANEW}"
STARTS = f"This PDF does something by itself when people open it or click in it. {_ANEW}"
ATTACHED = "There are other files inside this PDF. Take them out, and bring each by itself."
LEADS_AWAY = (
    "A link in this PDF leads to a file on somebody’s computer or network, which others cannot "
    "open. Take that link out, or make it a web address, and bring the PDF again."
)

# By what an action does, and by what a thing is.
BY_ACTION = {
    "/JavaScript": PROGRAM,
    "/Launch": PROGRAM,
    "/SubmitForm": SENDS,
    "/ImportData": SENDS,
    "/GoToR": LEADS_AWAY,
    "/GoToE": ATTACHED,
    "/Rendition": PLAYS,
    "/Movie": PLAYS,
    "/Sound": PLAYS,
    "/RichMediaExecute": PLAYS,
    "/GoTo3DView": PLAYS,
}
BY_TYPE = {
    "/EmbeddedFile": ATTACHED,
    "/FileAttachment": ATTACHED,
    "/RichMedia": PLAYS,
    "/Rendition": PLAYS,
    "/Screen": PLAYS,
    "/Movie": PLAYS,
    "/Sound": PLAYS,
    "/3D": PLAYS,
    "/PS": PROGRAM,
}


class RefusedPdf(Exception):
    """Why the PDF can't be taken, in words fit for the screen."""
