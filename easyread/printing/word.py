"""An easy read as a Word file: two columns, headings as headings, every picture with its words.

The typeface is Arial, which readers' machines have; PDF has the site's own.
"""

from collections.abc import Callable, Mapping
from io import BytesIO
from typing import Any

from docx import Document
from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT, WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph as WordParagraph

from easyread.printing.content import Paragraph, PrintContent, PrintLine, PrintPicture, PrintRow
from easyread.printing.typesetting import without_unprintable
from easyread.richtext import Run

SIZE = Pt(16)
DEEP = RGBColor(0x1D, 0x3A, 0x5F)
PICTURE, WORDS = Mm(54), Mm(112)
MOST_HIGH = Mm(60)
COLOURS = {"decision": "00553A", "action": "1D3A5F"}
DESCRIPTION = "For the look only: pictures left, words right. Read it row by row."


def word_file(content: PrintContent, rows: list[PrintRow], pictures: Mapping[str, bytes]) -> bytes:
    """The .docx; ``pictures`` are PNG or JPEG by their ``source``."""
    document = Document()
    _prepare(document, content)
    council = document.add_paragraph()
    _put(council, Run(content.council, is_bold=True))
    document.add_heading(_clean(content.title), level=1)
    table: Table | None = None
    for row in rows:
        if row.kind == "heading":
            document.add_heading(_clean(row.label), level=2)
            table = None
            continue
        if row.kind == "wide":
            _fill(document.add_paragraph, row)
            continue
        if table is None or row.kind != "plain":
            table = _table(document, row)
        for place, line in enumerate(row.lines):
            label = row.label if place == 0 else ""
            _add(table, line, label, pictures, is_last=place == len(row.lines) - 1)
        if row.kind != "plain":
            table = None
    made = BytesIO()
    document.save(made)
    return made.getvalue()


def _clean(words: str) -> str:
    return without_unprintable(words)


def _prepare(document: Any, content: PrintContent) -> None:
    properties = document.core_properties
    properties.title, properties.author = _clean(content.title), _clean(content.council)
    properties.language, properties.comments, properties.keywords = "en-GB", "", "easy read"
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(20)
    section.top_margin, section.bottom_margin = Mm(18), Mm(22)
    _style(document.styles["Normal"], SIZE)
    document.styles["Normal"].paragraph_format.line_spacing = 1.5
    document.styles["Normal"].paragraph_format.space_after = Pt(8)
    for name, size, above in (("Heading 1", 30, 6), ("Heading 2", 22, 24)):
        style = document.styles[name]
        _style(style, Pt(size))
        style.font.bold, style.font.color.rgb = True, DEEP
        style.paragraph_format.line_spacing = 1.15
        style.paragraph_format.space_before = Pt(above)
        style.paragraph_format.space_after = Pt(12)
        style.paragraph_format.keep_with_next = True
    defaults = document.styles.element.find(qn("w:docDefaults")).iter(qn("w:lang"))
    for language in defaults:
        language.set(qn("w:val"), "en-GB")
    _number_pages(section.footer.paragraphs[0])


def _style(style: Any, size: Any) -> None:
    style.font.name, style.font.size = "Arial", size
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{theme}"), None)
    for script in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(qn(f"w:{script}"), "Arial")


def _number_pages(paragraph: WordParagraph) -> None:
    paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    paragraph.add_run("Page ")
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), "PAGE")
    paragraph._p.append(field)


def _table(document: Any, row: PrintRow) -> Table:
    if document.element.body[-2].tag == qn("w:tbl"):  # two tables that touch become one
        between = document.add_paragraph()
        between.paragraph_format.line_spacing = Pt(10)
        between.paragraph_format.space_after = Pt(0)
    table: Table = document.add_table(rows=0, cols=2)
    table.alignment, table.autofit = WD_TABLE_ALIGNMENT.LEFT, False
    table.columns[0].width, table.columns[1].width = PICTURE, WORDS
    properties: Any = table._tbl.tblPr
    for tag, value in (("w:tblCaption", "Pictures and words"), ("w:tblDescription", DESCRIPTION)):
        _child(properties, tag, val=value)
    look = properties.find(qn("w:tblLook"))
    if look is not None:
        properties.remove(look)
    edges = COLOURS.get(row.kind)
    if edges:
        borders = OxmlElement("w:tblBorders")
        for side in ("top", "left", "bottom", "right"):
            _child(borders, f"w:{side}", val="single", sz="18", space="4", color=edges)
        layout = properties.find(qn("w:tblLayout"))
        layout.addprevious(borders)
        layout.addnext(_margins())
    look = _child(None, "w:tblLook", firstRow="0", lastRow="0", noHBand="1", noVBand="1")
    properties.find(qn("w:tblCaption")).addprevious(look)
    return table


def _margins() -> Any:
    """Room between a frame and its pictures: without it they stand on the line."""
    margins = OxmlElement("w:tblCellMar")
    for side in ("top", "bottom"):
        _child(margins, f"w:{side}", w="120", type="dxa")
    return margins


def _child(parent: Any, tag: str, **values: str) -> Any:
    made = OxmlElement(tag)
    for name, value in values.items():
        made.set(qn(f"w:{name}"), value)
    if parent is not None:
        parent.append(made)
    return made


def _add(
    table: Table, line: PrintLine, label: str, pictures: Mapping[str, bytes], *, is_last: bool
) -> None:
    rows: Any = table
    row = rows.add_row()
    _child(row._tr.get_or_add_trPr(), "w:cantSplit")
    left, right = row.cells
    left.width, right.width = PICTURE, WORDS
    right.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER
    if line.picture and line.picture.source in pictures:
        _draw(left, line.picture, pictures[line.picture.source])
    paragraphs = [*([(Run(label, is_bold=True),)] if label else []), *line.paragraphs]
    for place, words in enumerate(paragraphs):
        _write(right.add_paragraph() if place else right.paragraphs[0], words)
    if not is_last:  # the parts of one idea stay on one page
        for paragraph in (*left.paragraphs, *right.paragraphs):
            paragraph.paragraph_format.keep_with_next = True


def _fill(add: Callable[[], WordParagraph], row: PrintRow) -> None:
    for line in row.lines:
        for words in line.paragraphs:
            _write(add(), words)


def _draw(cell: _Cell, picture: PrintPicture, content: bytes) -> None:
    run = cell.paragraphs[0].add_run()
    shape = run.add_picture(BytesIO(content), width=PICTURE - Mm(8))
    if shape.height > MOST_HIGH:
        shape.width, shape.height = shape.width * MOST_HIGH // shape.height, MOST_HIGH
    shape._inline.docPr.set("descr", _clean(picture.alternative))
    shape._inline.docPr.set("title", "")


def _write(paragraph: WordParagraph, words: Paragraph) -> None:
    for run in words:
        _put(paragraph, run)


def _put(paragraph: WordParagraph, run: Run) -> None:
    words = _clean(run.text)
    if not run.address:
        paragraph.add_run(words).bold = run.is_bold or None
        return
    link = OxmlElement("w:hyperlink")
    relation = paragraph.part.relate_to(run.address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    link.set(qn("r:id"), relation)
    made = paragraph.add_run(words)
    made.bold, made.font.color.rgb = run.is_bold or None, DEEP
    link.append(made._r)
    paragraph._p.append(link)
