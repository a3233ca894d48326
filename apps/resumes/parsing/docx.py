"""DOCX into lines: page headers and footers, body, tables in reading order, text boxes once. No metadata."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator
from typing import TYPE_CHECKING

from apps.resumes.parsing.docx_styles import StyleBook
from apps.resumes.parsing.docx_tables import table_lines
from apps.resumes.parsing.docx_xml import Element, W
from apps.resumes.parsing.errors import CorruptFile, NoText
from apps.resumes.parsing.model import Cell, Document, Line, Run
from apps.resumes.parsing.rows import BULLETS
from apps.resumes.parsing.sniff import DOCX

if TYPE_CHECKING:
    from docx.document import Document as Package
    from docx.section import _BaseHeaderFooter as HeaderFooter

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_SKIP = {
    f"{W}del",
    f"{W}moveFrom",
    f"{_MC}Fallback",
    f"{W}pPr",
    f"{W}rPr",
    f"{W}instrText",
    f"{W}delText",
    f"{W}footnoteReference",
}
MAX_LINES = 20_000


def read(data: bytes) -> Document:
    """Lines of the document. Raises CorruptFile where the package can't be read, NoText where it holds none."""
    import docx
    from docx.opc.exceptions import OpcError

    try:
        package = docx.Document(io.BytesIO(data))
        reader = _Reader(StyleBook(package.styles.element))
        lines = list(_all_lines(package, reader))
    except (
        OpcError,
        SyntaxError,  # what lxml raises for broken XML
        zipfile.BadZipFile,
        zlib.error,
        KeyError,
        ValueError,
        AttributeError,
        IndexError,
        OSError,
        NotImplementedError,
    ) as error:
        raise CorruptFile() from error
    if sum(len(line.text) for line in lines) < 20:
        raise NoText()
    looks = {cell.style for line in lines for cell in line.cells}
    return Document(lines, DOCX, has_styles=len(looks) > 1)


def _all_lines(package: Package, reader: _Reader) -> Iterator[Line]:
    sections = list(package.sections)
    seen: set[str] = set()
    for part in ("first_page_header", "header"):
        for section in sections[:3]:
            yield from _part_lines(getattr(section, part), reader, seen)
    yield from reader.block(package.element.body)
    for section in sections[:3]:
        for part in ("footer", "first_page_footer"):
            for line in _part_lines(getattr(section, part), reader, seen):
                line.chain = 1
                yield line


def _part_lines(part: HeaderFooter, reader: _Reader, seen: set[str]) -> list[Line]:
    """Lines of a page header or footer, once each; a page number alone is no line."""
    if part.is_linked_to_previous:
        return []
    lines = [
        line
        for line in reader.block(part._element)
        if any(char.isalpha() or char == "@" for char in line.text)
    ]
    fresh = [
        line
        for line in lines
        if line.text not in seen and not line.text.casefold().startswith(("page ", "seite "))
    ]
    seen.update(line.text for line in fresh)
    return fresh


class _Reader:
    """Walks the XML; knows the styles."""

    def __init__(self, styles: StyleBook) -> None:
        self._styles = styles
        self._blank = False
        self._count = 0

    def block(self, parent: Element) -> list[Line]:
        """Lines of paragraphs and tables below a body, cell, header or text box."""
        lines: list[Line] = []
        for child in parent:
            if self._count > MAX_LINES:
                break
            if child.tag == f"{W}p":
                lines += self._paragraph(child)
            elif child.tag == f"{W}tbl":
                lines += table_lines(child, self.block)
            elif child.tag in (f"{W}sdt", f"{W}sdtContent", f"{W}ins", f"{W}smartTag", f"{W}customXml"):
                lines += self.block(child)
        return lines

    def _paragraph(self, paragraph: Element) -> list[Line]:
        boxes: list[Element] = []
        rows: list[list[list[Run]]] = [[[]]]
        self._walk(paragraph, paragraph, rows, boxes)
        lines: list[Line] = []
        bullet = self._styles.is_list(paragraph)
        indent = self._styles.indent(paragraph)
        for row in rows:
            cells = [Cell(runs, indent) for runs in row if "".join(run.text for run in runs).strip()]
            if not cells:
                self._blank = True
                continue
            marked = _strip_bullet(cells[0])
            cells[0].bullet = bullet or marked
            lines.append(Line(cells, gap=3.0 if self._blank else 1.0))
            self._blank = False
        self._count += len(lines)
        for box in boxes:
            lines += self.block(box)
        return lines

    def _walk(
        self, node: Element, paragraph: Element, rows: list[list[list[Run]]], boxes: list[Element]
    ) -> None:
        for child in node:
            tag = child.tag
            if tag in _SKIP:
                continue
            if tag == f"{W}txbxContent":
                boxes.append(child)
            elif tag == f"{W}r" and not self._styles.is_hidden(child):
                self._run(child, paragraph, rows, boxes)
            elif isinstance(tag, str) and tag != f"{W}r":
                self._walk(child, paragraph, rows, boxes)

    def _run(
        self, run: Element, paragraph: Element, rows: list[list[list[Run]]], boxes: list[Element]
    ) -> None:
        style = self._styles.of(run, paragraph)
        for child in run:
            tag = child.tag
            if tag == f"{W}t":
                rows[-1][-1].append(Run(self._styles.cased(child.text or "", run), style))
            elif tag in (f"{W}tab", f"{W}ptab"):
                rows[-1].append([])
            elif tag in (f"{W}br", f"{W}cr"):
                rows.append([[]])
            elif tag == f"{W}noBreakHyphen":
                rows[-1][-1].append(Run("-", style))
            elif tag == f"{W}softHyphen" or tag in _SKIP:
                continue
            elif isinstance(tag, str):
                self._walk(child, paragraph, rows, boxes)


def _strip_bullet(cell: Cell) -> bool:
    """Take a typed list marker off; a marker alone is followed by the tab that made the next cell."""
    text = cell.runs[0].text.lstrip()
    if text[:1] in BULLETS or (text[:2] in ("- ", "– ", "* ") and len(text) > 2):
        cell.runs[0] = cell.runs[0]._replace(text=text[1:].lstrip())
        return True
    return False
