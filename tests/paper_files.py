"""Files that people bring as papers: good ones, and bad ones of many kinds."""

import io
import zipfile

from docx import Document
from pypdf import PdfWriter
from pypdf.generic import ArrayObject, DictionaryObject, NameObject, TextStringObject

from tests.pdfs import HARMLESS_PDFS, PROGRAMS

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
SCRIPT = b"<script>alert(1)</script>"


def pdf(
    *, pages: int = 1, password: str = "", turned: int = 0, size: tuple[int, int] = (595, 842)
) -> bytes:
    writer = PdfWriter()
    for _ in range(pages):
        writer.add_blank_page(*size).rotate(turned)
    if password:
        writer.encrypt(password)
    return _written(writer)


def pdf_with_script() -> bytes:
    writer = PdfWriter()
    writer.add_blank_page(595, 842)
    script = {NameObject("/JS"): TextStringObject("app.alert('hello');")}
    names = {NameObject("/JavaScript"): DictionaryObject(script)}
    writer.root_object[NameObject("/Names")] = DictionaryObject(names)
    return _written(writer)


def pdf_that_runs(kind: str, *, on_click: bool = False) -> bytes:
    """Opening it, or clicking, starts something: ``kind`` is /Launch or /JavaScript."""
    writer = PdfWriter()
    page = writer.add_blank_page(595, 842)
    action = DictionaryObject(
        {NameObject("/S"): NameObject(kind), NameObject("/F"): TextStringObject("calc.exe")}
    )
    if on_click:
        note = {NameObject("/Subtype"): NameObject("/Link"), NameObject("/A"): action}
        page[NameObject("/Annots")] = ArrayObject([writer._add_object(DictionaryObject(note))])
    else:
        writer.root_object[NameObject("/OpenAction")] = action
    return _written(writer)


def _written(writer: PdfWriter) -> bytes:
    file = io.BytesIO()
    writer.write(file)
    return file.getvalue()


def docx(words: str = "Words", **parts: bytes) -> bytes:
    document = Document()
    document.add_paragraph(words)
    file = io.BytesIO()
    document.save(file)
    return with_parts(file.getvalue(), parts)


def with_parts(package: bytes, parts: dict[str, bytes]) -> bytes:
    file = io.BytesIO(package)
    with zipfile.ZipFile(file, "a") as archive:
        for name, content in parts.items():
            archive.writestr(name.replace("__", "/"), content)
    return file.getvalue()


def xlsx() -> bytes:
    """As little as makes a workbook for those who look at its parts."""
    main = b"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
    types = b'<Types><Override PartName="/xl/workbook.xml" ContentType="' + main + b'"/></Types>'
    return packed(**{"[Content_Types].xml": types, "xl__workbook.xml": b"<workbook/>"})


def packed(**parts: bytes) -> bytes:
    """A ZIP file; ``__`` in a name stands for a slash."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name.replace("__", "/"), content)
    return file.getvalue()


def odt(kind: str = "text", more: dict[str, bytes] | None = None) -> bytes:
    mimetype = f"application/vnd.oasis.opendocument.{kind}".encode()
    return packed(**{"mimetype": mimetype, "content.xml": b"<office/>"} | (more or {}))


def encrypted_zip() -> bytes:
    """Marked as locked, as a ZIP with a password is."""
    content = bytearray(docx())
    content[6] |= 1
    at = content.rfind(b"PK\x01\x02")
    while at >= 0:
        content[at + 8] |= 1
        at = content.rfind(b"PK\x01\x02", 0, at)
    return bytes(content)


def with_much(package: bytes, name: str) -> bytes:
    """With a part of 61 MB that takes 60 KB."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        with zipfile.ZipFile(io.BytesIO(package)) as archive:
            for part in archive.namelist():
                if part != name:
                    made.writestr(part, archive.read(part))
        made.writestr(name, bytes(61 * 1024 * 1024))
    return out.getvalue()


def macro_docx() -> bytes:
    return docx(word__vbaProject_bin=b"x").replace(b"vbaProject_bin", b"vbaProject.bin")


GOOD = {
    "plan.pdf": pdf(),
    "plan.docx": docx(),
    "plan.xlsx": xlsx(),
    "plan.odt": odt(),
    "plan.csv": b"a,b\n1,2\n",
    "plan.txt": "Café, £5".encode(),
    "old-office.txt": "Café, £5".encode("cp1252"),
    "windows.txt": "Café".encode("utf-16"),
    "WITH CAPITALS.PDF": pdf(),
    "locked-for-changes.pdf": HARMLESS_PDFS["owner-aes"],
}

_HTML = b"<!DOCTYPE html><html><body>" + SCRIPT
_SVG = b'<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'
_RENAMED = {
    "html": _HTML,
    "spaced-html": b"\n\n   " + _HTML,
    "svg": _SVG,
    "xml-svg": b'<?xml version="1.0"?>' + _SVG,
    "script": SCRIPT,
    "marked-html": b"\xef\xbb\xbf" + _HTML,
    "wide-html": "<html><script>1</script>".encode("utf-16"),
    "exe": b"MZ\x90\x00" + bytes(100),
    "elf": b"\x7fELF" + bytes(100),
    "shell": b"#!/bin/sh\necho hello\n",
    "zip": packed(readme=b"hello"),
    "old": OLE + bytes(600),
    "locked": OLE + "EncryptedPackage".encode("utf-16-le") + bytes(100),
}
HOSTILE: dict[str, bytes] = {
    f"{name}.{ending}": content
    for name, content in _RENAMED.items()
    for ending in ("pdf", "docx", "txt", "csv")
} | {
    "page.html": _HTML,
    "page.htm": _HTML,
    "picture.svg": _SVG,
    "picture.svgz": _SVG,
    "run.exe": _RENAMED["exe"],
    "run.js": b"alert(1)",
    "run.pdf.exe": _RENAMED["exe"],
    "things.zip": _RENAMED["zip"],
    "macro.docm": docx(),
    "macro.xlsm": xlsx(),
    "macro.docx": macro_docx(),
    "activex.docx": docx(word__activeX__activeX1=b"x"),
    "macro.odt": odt(more={"Basic__Standard__Module1": b"x"}),
    "sheet.odt": odt("spreadsheet"),
    "no-content.odt": packed(mimetype=b"application/vnd.oasis.opendocument.text"),
    "locked.odt": odt(more={"META-INF__manifest.xml": b"<encryption-data/>"}),
    "password.pdf": pdf(password="secret"),
    "password.docx": encrypted_zip(),
    "javascript.pdf": pdf_with_script(),
    "launch.pdf": pdf_that_runs("/Launch"),
    "open.pdf": pdf_that_runs("/JavaScript"),
    "click.pdf": pdf_that_runs("/Launch", on_click=True),
    "second.pdf": PROGRAMS["second"],
    "half.pdf": pdf()[:60],
    "head.pdf": b"%PDF-1.7\n" + bytes(500),
    "no-pages.pdf": pdf(pages=0),
    "bomb.docx": with_much(docx(), "word/document.xml"),
    "bomb.xlsx": with_much(xlsx(), "xl/sharedStrings.xml"),
    "bomb.odt": with_much(odt(), "styles.xml"),
    "many.docx": with_parts(docx(), {f"word/media/{number}": b"" for number in range(5_001)}),
    "half.docx": docx()[:2000],
    "word.pdf": docx(),
    "pdf.docx": pdf(),
    "sheet.docx": xlsx(),
    "word.xlsx": docx(),
    "pdf.txt": pdf(),
    "bytes.txt": bytes(range(256)),
    "zero.csv": b"a,b\x00c",
    "empty.pdf": b"",
    "empty.txt": b"",
    "big.txt": b"a" * (20 * 1024 * 1024 + 1),
    "nothing": b"words",
}
