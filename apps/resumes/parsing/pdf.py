"""PDF pages into words with place and style. pypdfium2 is the only reader of PDF in Foothold.

PDFium is not thread-safe: one lock guards every call. The file's metadata is never read.
"""

from __future__ import annotations

import ctypes
import math
import re
import threading
from collections import Counter
from dataclasses import dataclass, field
from itertools import pairwise

import pypdfium2
import pypdfium2.raw as pdfium

from apps.resumes.parsing.errors import CorruptFile, EncryptedFile, NoText
from apps.resumes.parsing.model import SOFT_HYPHEN, Style

MAX_PAGES = 200
MAX_CHARS = 600_000
_LOCK = threading.Lock()
_WORD = re.compile(r"(?:[^\s\ufffe\x00-\x1f]|(?<=\w)[\x1b-\x1f]|[\x1b-\x1f](?=\w))+\ufffe?")
_LIGATURES = {
    0x1B: "ff", 0x1C: "fi", 0x1D: "fl", 0x1E: "ffi", 0x1F: "ffl",
    0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl", 0xFB05: "st", 0xFB06: "st",
}  # fmt: skip
_BOLD = re.compile(
    r"bold|black|heavy|semib|demi|extrab|medi(?:um)?$|cm(?:ss)?bx|sfbx|sfsx|-bd|bx\d", re.IGNORECASE
)
_ITALIC = re.compile(
    r"ital|obliq|slant|-it\b|cm(?:ti|sl|ssi|u)\d|sf(?:ti|sl|si)\d|lmr?sans.*obl", re.IGNORECASE
)
_ICONS = re.compile(
    r"awesome|fontello|icomoon|material.?icons|academicons|glyphicon|simpleicons|bootstrap-icons", re.I
)
_PRIVATE = re.compile("[\ue000-\uefff\uf100-\uf8ff]")
_ICON = "icon"
_DOTS = frozenset("•◦▪▫●○■")
_NAMELESS = "#"
_SAID_BY_ICON = re.compile(r"@|\d{3}|\w\.\w|:\S")  # icon glyphs whose ActualText is the address itself


@dataclass(slots=True)
class Word:
    """One word. `base` is the baseline; lengths in points from the top left corner."""

    text: str
    x0: float
    x1: float
    top: float
    bottom: float
    base: float
    style: Style


@dataclass(slots=True)
class Page:
    """Words and small filled marks (bullets drawn as shapes, as (x, y) of their centres) of a page."""

    number: int
    width: float
    height: float
    words: list[Word]
    marks: list[tuple[float, float]] = field(default_factory=list)


def read_pages(data: bytes) -> list[Page]:
    """Every page's words. Raises EncryptedFile, CorruptFile, or NoText when no page holds any text."""
    with _LOCK:
        document = _open(data)
        try:
            pages = _pages(document)
        except pypdfium2.PdfiumError as error:
            raise CorruptFile() from error
        finally:
            document.close()
    if sum(len(page.words) for page in pages) < 3:
        raise NoText()
    for page in pages:
        _weigh_nameless(page.words)
    return pages


def _weigh_nameless(words: list[Word]) -> None:
    """Fonts without a name don't say that they are bold: the commonest is plain, the others stand out, each its own way."""
    counts = Counter(word.style.font for word in words if word.style.font.startswith(_NAMELESS))
    if len(counts) < 2 or sum(word.text[0] > "\u2fff" for word in words) > 0.2 * len(words):
        return  # one font, or one of a large script that was cut into several
    ranks = {font: rank for rank, (font, _) in enumerate(counts.most_common())}
    for word in words:
        if rank := ranks.get(word.style.font, 0):
            word.style = word.style._replace(bold=rank != 2, italic=rank == 2)


def _open(data: bytes) -> pypdfium2.PdfDocument:
    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            raise EncryptedFile() from error
        raise CorruptFile() from error


def _pages(document: pypdfium2.PdfDocument) -> list[Page]:
    if not len(document):
        raise CorruptFile()
    pages: list[Page] = []
    left = MAX_CHARS
    for index in range(min(len(document), MAX_PAGES)):
        page = document[index]
        textpage = page.get_textpage()
        try:
            read = _page(index + 1, page, textpage, left)
        finally:
            textpage.close()
            page.close()
        pages.append(read)
        left -= sum(len(word.text) for word in read.words)
        if left <= 0:
            break
    return pages


def _page(number: int, page: pypdfium2.PdfPage, textpage: pypdfium2.PdfTextPage, budget: int) -> Page:
    width, height = page.get_size()
    count = min(textpage.count_chars(), budget)
    text = textpage.get_text_range(0, count) if count else ""
    if len(text) != count:
        text = _text_by_char(textpage, count)
    box = page.get_bbox()
    reader = _WordReader(textpage, origin=(box[0], box[3]))
    words = [word for match in _WORD.finditer(text) if (word := reader.word(match))]
    inside = [word for word in words if -2 <= word.x0 <= width + 2 and -2 <= word.base <= height + 2]
    marks = [] if not inside or _has_dots(inside) else _marks(page, box)
    return Page(number, width, height, inside, marks)


def _has_dots(words: list[Word]) -> bool:
    """Whether the lists of the page are marked by letters: two lines or more begin with a dot."""
    starts = (after for before, after in pairwise(words) if abs(after.base - before.base) > 2)
    return sum(word.text in _DOTS for word in starts) >= 2


def _text_by_char(textpage: pypdfium2.PdfTextPage, count: int) -> str:
    """One character for each index, for pages where PDFium's string and its indexes do not agree."""
    points = (pdfium.FPDFText_GetUnicode(textpage, index) for index in range(count))
    return "".join(
        chr(point) if 0 < point < 0x110000 and not 0xD800 <= point < 0xE000 else " " for point in points
    )


class _WordReader:
    """Reads boxes and styles of words; one per page, so that a style is asked for once per text object."""

    def __init__(self, textpage: pypdfium2.PdfTextPage, origin: tuple[float, float]) -> None:
        self._page = textpage.raw
        self._left, self._top = origin
        self._rect, self._last = pdfium.FS_RECTF(), pdfium.FS_RECTF()
        self._x, self._y = ctypes.c_double(), ctypes.c_double()
        self._matrix = pdfium.FS_MATRIX()
        self._color = tuple(ctypes.c_uint() for _ in range(4))
        self._styles: dict[int, Style] = {}
        self._fonts: dict[int, tuple[str, bool, bool]] = {}

    def word(self, match: re.Match[str]) -> Word | None:
        """The word at these character indexes, or None for an icon or nothing printable."""
        first, last = match.start(), match.end() - 1
        text = match.group()
        if text.endswith("\ufffe"):
            text = text[:-1] + SOFT_HYPHEN
            last = max(first, last - 1)
        text = _PRIVATE.sub("", text).translate(_LIGATURES)
        style = self._style(first)
        if not text or (style.font == _ICON and not _SAID_BY_ICON.search(text)):
            return None
        page, rect, end = self._page, self._rect, self._last
        if not pdfium.FPDFText_GetLooseCharBox(page, first, rect):
            return None
        pdfium.FPDFText_GetLooseCharBox(page, last, end)
        pdfium.FPDFText_GetCharOrigin(page, first, self._x, self._y)
        base = self._top - self._y.value
        x0, x1 = min(rect.left, end.left) - self._left, max(rect.right, end.right) - self._left
        return Word(text, x0, x1, base - 0.75 * style.size, base + 0.22 * style.size, base, style)

    def _style(self, index: int) -> Style:
        item = pdfium.FPDFText_GetTextObject(self._page, index)
        if not item:
            return Style()
        key = ctypes.addressof(item.contents)
        if (known := self._styles.get(key)) is not None:
            return known
        name, bold, italic = self._font(item)
        matrix = self._matrix
        pdfium.FPDFText_GetMatrix(self._page, index, matrix)
        size = pdfium.FPDFText_GetFontSize(self._page, index) * math.hypot(matrix.b, matrix.d)
        red, green, blue, alpha = self._color
        pdfium.FPDFText_GetFillColor(self._page, index, red, green, blue, alpha)
        color = (red.value << 16 | green.value << 8 | blue.value) & 0xC0C0C0  # shades the eye takes for one
        style = Style(round(size * 2) / 2, bold, italic, color, name)
        self._styles[key] = style
        return style

    def _font(self, item: object) -> tuple[str, bool, bool]:
        font = pdfium.FPDFTextObj_GetFont(item)
        if not font:
            return "", False, False
        key = ctypes.addressof(font.contents)
        if key not in self._fonts:
            buffer = ctypes.create_string_buffer(128)
            pdfium.FPDFFont_GetBaseFontName(font, buffer, 128)
            name = buffer.value.decode("utf-8", "replace").rsplit("+", 1)[-1]
            if _ICONS.search(name):
                self._fonts[key] = (_ICON, False, False)
            elif not name:
                self._fonts[key] = (f"{_NAMELESS}{len(self._fonts)}", False, False)
            else:
                heavy = pdfium.FPDFFont_GetWeight(font) >= 600 and not re.search(
                    r"roma|regu|ital", name, re.I
                )
                italic = bool(_ITALIC.search(name))
                family = re.split(r"[-,]", name)[0]
                self._fonts[key] = (family, bool(_BOLD.search(name)) or heavy, italic)
        return self._fonts[key]


def _marks(page: pypdfium2.PdfPage, box: tuple[float, float, float, float]) -> list[tuple[float, float]]:
    """Centres of small, about square, filled shapes: list markers that are no letters."""
    marks: list[tuple[float, float]] = []
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    for index in range(pdfium.FPDFPage_CountObjects(page)):
        item = pdfium.FPDFPage_GetObject(page, index)
        if pdfium.FPDFPageObj_GetType(item) != pdfium.FPDF_PAGEOBJ_PATH:
            continue
        pdfium.FPDFPageObj_GetBounds(item, left, bottom, right, top)
        wide, high = right.value - left.value, top.value - bottom.value
        if 1.0 <= wide <= 7.0 and 0.6 <= wide / max(high, 0.01) <= 1.6:
            marks.append(((left.value + right.value) / 2 - box[0], box[3] - (top.value + bottom.value) / 2))
    return marks
