"""The page number on a page of any size, turned any way."""

from pypdf import PageObject, PdfWriter
from pypdf.generic import (
    ArrayObject,
    DictionaryObject,
    IndirectObject,
    NameObject,
    StreamObject,
)

A4_WIDTH = 595.0
SIZE = 10.0  # points on A4
SMALLEST, LARGEST = 4.0, 60.0
FONT = "/PackPageNumber"
WIDTHS = {" ": 278, "P": 667, "f": 278}  # thousandths of the size, in Helvetica
USUAL_WIDTH = 556


class Stamp:
    """Puts words at the lower right of a page as it is seen; screen readers pass over them."""

    def __init__(self, writer: PdfWriter) -> None:
        self._writer = writer
        font = DictionaryObject(
            {
                NameObject("/Type"): NameObject("/Font"),
                NameObject("/Subtype"): NameObject("/Type1"),
                NameObject("/BaseFont"): NameObject("/Helvetica"),
                NameObject("/Encoding"): NameObject("/WinAnsiEncoding"),
            }
        )
        self._font = writer._add_object(font)
        self._begin = self._stream(b"q\n")

    def put(self, page: PageObject, words: str) -> None:
        self._give_font(page)
        end = self._stream(b"\nQ\n" + self._drawing(page, words))
        page[NameObject("/Contents")] = ArrayObject([self._begin, *_contents(page), end])

    def _stream(self, data: bytes) -> IndirectObject:
        stream = StreamObject()
        stream.set_data(data)
        return self._writer._add_object(stream)

    def _give_font(self, page: PageObject) -> None:
        resources = _dictionary(page, "/Resources")
        fonts = _dictionary(resources, "/Font")
        fonts[NameObject(FONT)] = self._font

    def _drawing(self, page: PageObject, words: str) -> bytes:
        box = page.cropbox
        left, bottom, right, top = (
            min(float(box.left), float(box.right)),
            min(float(box.bottom), float(box.top)),
            max(float(box.left), float(box.right)),
            max(float(box.bottom), float(box.top)),
        )
        turned = page.rotation % 360
        seen_width = top - bottom if turned in {90, 270} else right - left
        size = max(SMALLEST, min(LARGEST, SIZE * seen_width / A4_WIDTH))
        width = size * sum(WIDTHS.get(sign, USUAL_WIDTH) for sign in words) / 1000
        margin = 1.6 * size
        place = {
            90: ("0 1 -1 0", right - margin, top - margin - width),
            180: ("-1 0 0 -1", left + margin + width, top - margin),
            270: ("0 -1 1 0", left + margin, bottom + margin + width),
        }.get(turned, ("1 0 0 1", right - margin - width, bottom + margin))
        matrix, across, up = place
        back = f"{-0.4 * size:.2f} {-0.4 * size:.2f} {width + 0.8 * size:.2f} {1.5 * size:.2f} re f"
        return (
            f"/Artifact BMC q {matrix} {across:.2f} {up:.2f} cm 1 g {back} 0 g "
            f"BT {FONT} {size:.2f} Tf ({words}) Tj ET Q EMC\n"
        ).encode("ascii")


def _contents(page: PageObject) -> list[IndirectObject]:
    if "/Contents" not in page:
        return []
    found = page.raw_get("/Contents")
    inner = found.get_object()
    if isinstance(inner, ArrayObject):
        return [each for each in inner if isinstance(each, IndirectObject)]
    return [found] if isinstance(inner, StreamObject) else []


def _dictionary(holder: DictionaryObject, name: str) -> DictionaryObject:
    """The dictionary under this name, made where there is none."""
    found = holder.get(name)
    found = found.get_object() if found is not None else None
    if isinstance(found, DictionaryObject):
        return found
    made = DictionaryObject()
    holder[NameObject(name)] = made
    return made
