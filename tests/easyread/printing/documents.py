"""Easy reads to print: one with every kind of row, a long one, and how their pictures are read."""

from io import BytesIO
from pathlib import Path

from PIL import Image

from easyread.printing import Credit, PrintContent, PrintLine, PrintPicture, PrintRow, Run
from easyread.printing.arranging import paragraphs_of, plain
from easyread.printing.content import Usual

PICTURES = Path(__file__).resolve().parents[3] / "build" / "static" / "pictures"
BASE = "https://boards.example/"
LONG_WORD = "Telecommunicationsinfrastructureaccommodation"
PHOTO = PrintPicture("photo", "1", "The new lift at Moss Lane")
MISSING = PrintPicture("missing.svg", "1", "A picture that is gone")
BROKEN = PrintPicture("broken", "1", "A picture that cannot be read")


def picture(slug: str) -> PrintPicture:
    return PrintPicture(f"{slug}.svg", "1", f"Picture of {slug}")


def photo(*, turned: bool = False) -> bytes:
    """A JPEG as a telephone writes it: with the place, and perhaps lying on its side."""
    made = BytesIO()
    image = Image.effect_mandelbrot((1600, 1000), (-2, -1.2, 1, 1.2), 60).convert("RGB")
    exif = Image.Exif()
    exif[0x010E] = "Secret place"
    if turned:
        exif[0x0112] = 6
    image.save(made, "JPEG", exif=exif)
    return made.getvalue()


def read_picture(source: str) -> bytes:
    if source == "photo":
        return photo()
    if source == "broken":
        return b"<svg this is no drawing"
    return (PICTURES / source).read_bytes()


def idea(shown: PrintPicture | None, html: str) -> PrintRow:
    return PrintRow("plain", (PrintLine(paragraphs_of(html, base=BASE), shown),))


def fact(name: str, words: str, slug: str) -> PrintLine:
    return PrintLine((plain(name, bold=True), plain(words)), picture(slug))


ROWS = (
    PrintRow("heading", label="Who we are"),
    idea(picture("carer"), "<p>We are the board.</p><p><b>Carers</b> look after someone.</p>"),
    idea(PHOTO, '<p>The lift works. Read <a href="/boards/carers/">more about us</a>.</p>'),
    idea(None, "<p>This idea has no picture 😀.</p>"),
    idea(MISSING, "<p>The picture of this idea is gone.</p>"),
    idea(BROKEN, "<p>The picture of this idea is broken.</p>"),
    PrintRow("heading", label=f"{LONG_WORD}, in a heading"),
    PrintRow("decision", (PrintLine((plain("We said yes."),), picture("decision")),), "We decided"),
    PrintRow(
        "action",
        (
            fact("Who", "Mo Vale and مريم حداد", "person"),
            fact("What", "Ask the council about the buses.", "bus"),
            fact("When", "By May", "calendar"),
        ),
        "To do",
    ),
    PrintRow("plain", (fact("When", "Monday", "calendar"), fact("Where", "Hall", "venue"))),
    PrintRow("heading", label="Money"),
    PrintRow("plain", (fact("About 400 pounds", "It pays for the room.", "money"),)),
    PrintRow("plain", (PrintLine((plain("Ola Penn"), (Run("Phone "), Run("0300", True)))),)),
    idea(picture("question"), f"<p>{LONG_WORD} is long. So is 你好 and Łódź.</p>"),
)
EVERYTHING = PrintContent(
    title="What happened at our meeting",
    council="Testbury Council",
    full_version="Minutes of Thursday 12 March 2026",
    address="https://boards.example/boards/carers/2026-03-12/minutes/",
    rows=ROWS,
    words=(PrintRow("plain", (fact("Advocate", "Someone who helps you.", "advocate"),)),),
    phone="0300 000 0000",
    email="carers.partnership.board@testbury-partnership-council.example",
    readers="The Thursday group",
    credits=(
        Credit("OpenMoji", "CC BY-SA 4.0", "https://creativecommons.org/licenses/by-sa/4.0/"),
    ),
    usual=Usual(
        easy_read=picture("easy-read"),
        help=picture("help"),
        document=picture("document"),
        words=picture("book"),
        contact=picture("phone"),
    ),
)


def long_one(ideas: int) -> PrintContent:
    """So many ideas, each with a picture of its own as far as there are so many."""
    slugs = sorted(path.stem for path in PICTURES.glob("*.svg"))
    rows = tuple(
        idea(picture(slugs[n % len(slugs)]), f"<p>We talked about thing {n}.</p><p>We agreed.</p>")
        for n in range(ideas)
    )
    return PrintContent("A long one", "Testbury Council", "Minutes", f"{BASE}minutes/", rows)
