"""PDFs written by hand: ones that do more than show their pages, and ordinary ones.

In all of them object 1 is the catalogue, 2 the page tree, 3 the page; 4 and on are named below.
"""

import zlib
from io import BytesIO

from pypdf import PdfReader, PdfWriter

JS = "<< /S /JavaScript /JS (app.alert\\(1\\)) >>"
WEB = "<< /S /URI /URI (https://www.brackenford.example/) >>"
HERE = "/S /GoTo /D [3 0 R /Fit]"


def pdf_of(*more: str, catalogue: str = "", page: str = "", packed: bool = False) -> bytes:
    """A PDF of one page; `packed` puts all its objects into one stream."""
    objects = [
        f"<< /Type /Catalog /Pages 2 0 R {catalogue} >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] {page} >>",
        *more,
    ]
    return _packed(objects) if packed else _plain([each.encode("latin-1") for each in objects])


def _plain(objects: list[bytes]) -> bytes:
    out, places = b"%PDF-1.7\n", []
    for number, content in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    return out + (
        b"xref\n0 %d\n0000000000 65535 f \n%strailer\n<< /Size %d /Root 1 0 R >>\n"
        b"startxref\n%d\n%%%%EOF\n" % (size, table, size, len(out))
    )


def _packed(objects: list[str]) -> bytes:
    held, heads, size = b"", [], len(objects) + 1
    for number, content in enumerate(objects, start=1):
        heads.append(b"%d %d" % (number, len(held)))
        held += content.encode("latin-1") + b"\n"
    head = b" ".join(heads) + b" "
    out = b"%PDF-1.7\n"
    table = b"".join(bytes([2, 0, size, number]) for number in range(len(objects)))
    table = bytes(4) + table + bytes([1, 0, len(out), 0])
    stream = stream_of(head + held, f"/Type /ObjStm /N {len(objects)} /First {len(head)}")
    out += b"%d 0 obj\n%s\nendobj\n" % (size, stream.encode("latin-1"))
    place = len(out)
    listed = stream_of(table, f"/Type /XRef /W [1 2 1] /Root 1 0 R /Size {size + 1}")
    return out + b"%d 0 obj\n%s\nendobj\nstartxref\n%d\n%%%%EOF\n" % (
        size + 1,
        listed.encode("latin-1"),
        place,
    )


def stream_of(content: bytes, keys: str = "") -> str:
    data = zlib.compress(content)
    head = f"<< /Length {len(data)} /Filter /FlateDecode {keys} >>\nstream\n"
    return head + data.decode("latin-1") + "\nendstream"


def link(action: str) -> str:
    """A page with a link that does this."""
    return f"/Annots [<< /Type /Annot /Subtype /Link /Rect [0 0 9 9] /A {action} >>]"


def to(address: str) -> bytes:
    return pdf_of(page=link(f"<< /S /URI /URI ({address}) >>"))


def updated(content: bytes, number: int, made: str) -> bytes:
    """With a newer object added at the end, as programs save changes."""
    place = len(content)
    out = content + b"%d 0 obj\n%s\nendobj\n" % (number, made.encode())
    before = int(content.rpartition(b"startxref")[2].split()[0])
    return out + (
        b"xref\n%d 1\n%010d 00000 n \ntrailer\n<< /Size 9 /Root 1 0 R /Prev %d >>\n"
        b"startxref\n%d\n%%%%EOF\n" % (number, place, before, len(out))
    )


def locked(content: bytes, *, user: str = "", algorithm: str = "AES-256") -> bytes:
    """Locked against changes; with a password for people who open it only if there is one."""
    writer = PdfWriter(clone_from=PdfReader(BytesIO(content)))
    writer.encrypt(user, owner_password="a secret", algorithm=algorithm)
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


PROGRAMS = {
    "opened": pdf_of(catalogue=f"/OpenAction {JS}"),
    "closed": pdf_of(catalogue=f"/AA << /WC {JS} >>"),
    "page-turned": pdf_of(page=f"/AA << /O {JS} >>"),
    "page-tree": pdf_of("<< /Parent 2 0 R >>", catalogue=f"/Extra [[<< /A {JS} >>]]"),
    "second": pdf_of(page=link(f"<< {HERE} /Next {JS} >>")),
    "third": pdf_of(f"<< {HERE} /Next [{WEB} {JS}] >>", page=link(f"<< {HERE} /Next 4 0 R >>")),
    "second-at-start": pdf_of(catalogue=f"/OpenAction << {HERE} /Next {JS} >>"),
    "bookmark": pdf_of(
        "<< /First 5 0 R >>", f"<< /Title (a) /A {JS} >>", catalogue="/Outlines 4 0 R"
    ),
    "field": pdf_of(
        f"<< /FT /Tx /T (a) /AA << /K {JS} >> >>", catalogue="/AcroForm << /Fields [4 0 R] >>"
    ),
    "field-inside": pdf_of(
        "<< /T (a) /Kids [5 0 R] >>",
        f"<< /Subtype /Widget /Parent 4 0 R /AA << /F {JS} >> >>",
        catalogue="/AcroForm << /Fields [4 0 R] >>",
    ),
    "names": pdf_of(
        "<< /Kids [5 0 R] >>",
        "<< /Kids [6 0 R] >>",
        f"<< /Names [(a) {JS}] >>",
        catalogue="/Names << /JavaScript 4 0 R >>",
    ),
    "names-of-nothing": pdf_of(catalogue="/Names << /JavaScript << /Names [(a) 9 0 R] >> >>"),
    "script-alone": pdf_of(stream_of(b"app.alert(1)"), catalogue="/Names << /JS 4 0 R >>"),
    "web-page": pdf_of(page=link(f"<< /S /URI /URI (https://a.example) /PA {JS} >>")),
    "numbered-signs": pdf_of(page=link("<< /#53 /J#61va#53cript /#4as (x) >>")),
    "comment": pdf_of(page=link("<< /S%x\n/Launch /F (calc.exe) >>")),
    "said-twice": pdf_of(page=link("<< /S /URI /URI (https://a.example) /S /Launch >>")),
    "broken-around": pdf_of(page=link("<< /Type ]]] /S /Launch /F (calc.exe) >>")),
    "nobody-refers": pdf_of(f"<< /A {JS} >>"),
    "launch": pdf_of(page=link("<< /S /Launch /F (calc.exe) >>")),
    "launch-windows": pdf_of(page=link("<< /S /Launch /Win << /F (calc.exe) >> >>")),
    "xfa-list": pdf_of(catalogue="/AcroForm << /Fields [] /XFA [(template) 4 0 R] >>"),
    "xfa": pdf_of(stream_of(b"<xdp/>"), catalogue="/AcroForm << /Fields [] /XFA 4 0 R >>"),
    "postscript": pdf_of(
        stream_of(b"x", "/Subtype /PS"), page="/Resources << /XObject << /A 4 0 R >> >>"
    ),
}
_LATE = pdf_of(page=link(WEB))
_HARD = pdf_of("<< >>", page=link("4 0 R"))
PROGRAMS |= {
    "packed": pdf_of(page=link(JS), packed=True),
    "packed-and-twice": pdf_of(page=link("<< /S /URI /S /Launch >>"), packed=True),
    "locked": locked(PROGRAMS["second"]),
    "locked-rc4": locked(PROGRAMS["field"], algorithm="RC4-128"),
    "locked-and-packed": locked(pdf_of(page=link(JS), packed=True)),
    "newer": updated(_LATE, 3, f"<< /Type /Page /Parent 2 0 R {link(JS)} >>"),
    "older": updated(_HARD.replace(b"<< >>", JS.encode()), 4, WEB),
    "in-no-table": pdf_of("null endobj 7 0 obj << /A << /S /Launch >> >>"),
    "crooked-table": PROGRAMS["second"].replace(b"0000000009", b"0000000011"),
}
SENDERS = {
    "sends": pdf_of(page=link("<< /S /SubmitForm /F << /FS /URL /F (https://a.example) >> >>")),
    "fetches": pdf_of(page=link("<< /S /ImportData /F (a.fdf) >>")),
}
LEADING_AWAY = {
    "other-file": pdf_of(page=link("<< /S /GoToR /F (\\\\\\\\share\\\\a.pdf) /D [0 /Fit] >>")),
    "share": to("\\\\\\\\share\\\\plan.docx"),
    "drive": to("file:///S:/Committee/plan.docx"),
    "script-address": to("javascript:alert(1)"),
    "script-with-gap": to(" java\nscript:alert(1)"),
    "data": to("data:text/html,hello"),
    "programme-address": to("ms-word:ofe|u|https://a.example/a.docx"),
    "no-scheme-share": to("//share/plan.docx"),
    "base": pdf_of(catalogue="/URI << /Base (file:///C:/) >>"),
    "thread": pdf_of(page=link("<< /S /Thread /F (other.pdf) /D 0 >>")),
    "stream-elsewhere": pdf_of(stream_of(b"", "/F (\\\\\\\\share\\\\a)"), page="/Contents 4 0 R"),
    "page-elsewhere": pdf_of(
        stream_of(b"", "/Subtype /Form /Ref << /F (other.pdf) /Page 0 >>"),
        page="/Resources << /XObject << /A 4 0 R >> >>",
    ),
}
CARRYING = {
    "attached": pdf_of(
        "<< /Type /Filespec /F (a.exe) /EF << /F 5 0 R >> >>",
        stream_of(b"MZ", "/Type /EmbeddedFile"),
        catalogue="/Names << /EmbeddedFiles << /Names [(a) 4 0 R] >> >>",
    ),
    "associated": pdf_of(stream_of(b"MZ"), catalogue="/AF [<< /F (a) /EF << /F 4 0 R >> >>]"),
    "pinned": pdf_of(page="/Annots [<< /Subtype /FileAttachment /Rect [0 0 9 9] >>]"),
    "inside-other": pdf_of(page=link("<< /S /GoToE /T << /R /C /N (a) >> >>")),
}
PLAYING = {
    f"{kind.lower()}": pdf_of(page=f"/Annots [<< /Subtype /{kind} /Rect [0 0 9 9] >>]")
    for kind in ("Screen", "RichMedia", "Movie", "Sound", "3D")
} | {
    "rendition": pdf_of(page=link("<< /S /Rendition /OP 0 /R << /S /MR >> >>")),
    "sound-on-click": pdf_of(page=link("<< /S /Sound >>")),
}
STARTING = {
    "web-at-start": pdf_of(catalogue=f"/OpenAction {WEB}"),
    "web-on-page": pdf_of(page=f"/AA << /O {WEB} >>"),
    "print-at-start": pdf_of(catalogue="/OpenAction << /S /Named /N /Print >>"),
    "web-after-start": pdf_of(catalogue=f"/OpenAction << {HERE} /Next [{WEB}] >>"),
    "unknown": pdf_of(page=link("<< /S /Whatever >>")),
    "script-kept-apart": pdf_of("/JavaScript", page=link("<< /S 4 0 R /JS (x) >>")),
    "script-as-text": pdf_of(page=link("<< /S (JavaScript) >>")),
    "menu": pdf_of(page=link("<< /S /Named /N /SaveAs >>")),
    "circle": pdf_of(f"<< {HERE} /Next 4 0 R >>", catalogue="/OpenAction 4 0 R"),
}
HOSTILE_PDFS = [
    ("a small program in this PDF", PROGRAMS),
    ("sends or fetches", SENDERS),
    ("leads to a file", LEADING_AWAY),
    ("other files inside", CARRYING),
    ("sound or film", PLAYING),
    ("by itself", STARTING),
]

_TAGGED = pdf_of(
    "<< /Type /StructTreeRoot /K 5 0 R /RoleMap << /JS /Span /AA /P /Launch /H1 >> >>",
    "<< /Type /StructElem /S /Document /P 4 0 R /K [6 0 R] /A << /O /Layout /BBox [0 0 1 1] >> >>",
    "<< /Type /StructElem /S /P /P 5 0 R /K 0 /Alt (Film/Sound) >>",
    catalogue="/MarkInfo << /Marked true >> /StructTreeRoot 4 0 R /Lang (en-GB)",
)
HARMLESS_PDFS = {
    "plain": pdf_of(),
    "packed": pdf_of(page=link(WEB), packed=True),
    "tagged": _TAGGED,
    "opens-at-a-place": pdf_of(catalogue="/OpenAction [3 0 R /FitH 842] /PageMode /UseOutlines"),
    "goes-at-start": pdf_of(catalogue=f"/OpenAction << {HERE} >>"),
    "bookmarks": pdf_of(
        "<< /First 5 0 R /Last 6 0 R /Count 2 >>",
        "<< /Title (a/JavaScript) /Dest [3 0 R /FitH 800] /Next 6 0 R /Parent 4 0 R >>",
        f"<< /Title (b) /A << {HERE} >> /Prev 5 0 R /Parent 4 0 R >>",
        catalogue="/Outlines 4 0 R",
    ),
    "named-places": pdf_of(
        catalogue="/Dests << /JS [3 0 R /Fit] /AA << /D [3 0 R /Fit] >> >> "
        "/Names << /Dests << /Names [(JavaScript) [3 0 R /Fit]] >> "
        "/JavaScript << /Names [] >> /EmbeddedFiles << >> >>"
    ),
    "links": pdf_of(
        page="/Annots ["
        + " ".join(
            f"<< /Subtype /Link /Rect [0 0 9 9] /A << /S /URI /URI ({address}) >> >>"
            for address in (
                "https://a.example/b?c=d:e",
                "HTTP://a.example",
                "mailto:a@b.example",
                "tel:+441632960000",
                "www.brackenford.example/plan.pdf",
                "appendix%201.pdf",
                "#part-2",
                "",
            )
        )
        + "]"
    ),
    "form": pdf_of(
        "<< /FT /Tx /T (name) /Subtype /Widget /Rect [0 0 9 9] /V (JS) /MK << /CA (OK) >> >>",
        "<< /FT /Btn /T (again) /Subtype /Widget /Rect [0 0 9 9] /A << /S /ResetForm >> >>",
        "<< /FT /Btn /T (print) /Subtype /Widget /A << /S /Named /N /Print /Next [] >> >>",
        "<< /FT /Sig /T (signed) /Subtype /Widget /V << /Type /Sig /Filter /Adobe.PPKLite >> >>",
        page="/Annots [4 0 R 5 0 R 6 0 R 7 0 R]",
        catalogue="/AcroForm << /Fields [4 0 R 5 0 R 6 0 R 7 0 R] /DA (/Helv 0 Tf) >>",
    ),
    "buttons": pdf_of(page=link("<< /S /Named /N /NextPage /Next << /S /Hide /T (a) >> >>")),
    "odd-names": pdf_of(
        stream_of(b"", "/Type /XObject /Subtype /Form /BBox [0 0 9 9]"),
        "<< /Type /Font /Subtype /Type3 /CharProcs << /AA 6 0 R /A 6 0 R /F 6 0 R >> >>",
        stream_of(b"0 0 d0"),
        page="/Resources << /XObject << /JS 4 0 R /XFA 4 0 R >> /Font << /JavaScript 5 0 R >> >> "
        "/Trans << /S /R >> /Group << /S /Transparency >> /Contents 6 0 R",
        catalogue="/PageLabels << /Nums [0 << /S /D >>] >>",
    ),
    "notes": pdf_of(
        page="/Annots [<< /Subtype /Text /Contents (see /Launch) /F 4 >> "
        "<< /Subtype /Highlight /QuadPoints [] /BS << /S /S >> >> << /Subtype /Popup >>]"
    ),
    "layers": pdf_of(
        "<< /Type /OCG /Name (a) >>",
        page=link("<< /S /SetOCGState /State [/Toggle 4 0 R] >>"),
        catalogue="/OCProperties << /OCGs [4 0 R] /D << /AS [] >> >>",
    ),
    "scanned": pdf_of(
        stream_of(bytes(300), "/Subtype /Image /Width 10 /Height 10 /BitsPerComponent 8"),
        stream_of(b"/Im1 Do (/S /Launched) Tj"),
        page="/Resources << /XObject << /Im1 4 0 R >> >> /Contents 5 0 R",
    ),
    "updated": updated(_LATE, 3, f"<< /Type /Page /Parent 2 0 R {link(WEB)} >>"),
    "crooked-table": _LATE.replace(b"0000000009", b"0000000011"),
    "refers-to-nothing": pdf_of(page="/Annots [8 0 R << /Subtype /Link /A 9 0 R >>]"),
    "owner-aes": locked(pdf_of(page=link(WEB), packed=True)),
    "owner-aes-128": locked(_TAGGED, algorithm="AES-128"),
    "owner-rc4": locked(_LATE, algorithm="RC4-40"),
}
