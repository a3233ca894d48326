"""What a reader, or a machine, gets out of a PDF."""

from __future__ import annotations

import ctypes
import re
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager

import pypdfium2
from pypdfium2 import raw


@contextmanager
def opened(pdf: bytes) -> Iterator[pypdfium2.PdfDocument]:
    """The document, closed afterwards."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        yield document
    finally:
        document.close()


def page_texts(pdf: bytes) -> list[str]:
    """The text layer of each page; pdfium's mark for a hyphen at the end of a line is a hyphen again."""
    with opened(pdf) as document:
        return [page.get_textpage().get_text_range().replace("\ufffe", "-") for page in document]


def folded(text: str) -> str:
    """The text without any white space, compatibility forms resolved: how it was broken into lines is gone."""
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", text))


def link_addresses(pdf: bytes) -> list[str]:
    """Where the links of all pages go."""
    found = []
    with opened(pdf) as document:
        for page in document:
            position, link = ctypes.c_int(0), raw.FPDF_LINK()
            while raw.FPDFLink_Enumerate(page, position, link):
                action = raw.FPDFLink_GetAction(link)
                size = raw.FPDFAction_GetURIPath(document, action, None, 0)
                buffer = ctypes.create_string_buffer(size)
                raw.FPDFAction_GetURIPath(document, action, buffer, size)
                found.append(buffer.value.decode())
    return found


def is_tagged(pdf: bytes) -> bool:
    """Whether the document says how it is to be read."""
    with opened(pdf) as document:
        return bool(raw.FPDFCatalog_IsTagged(document))


def overflows(pdf: bytes) -> list[str]:
    """The letters that stand outside their page."""
    beyond = []
    with opened(pdf) as document:
        for page in document:
            width, height = page.get_size()
            text = page.get_textpage()
            for index in range(text.count_chars()):
                left, bottom, right, top = text.get_charbox(index)
                if left < 0 or bottom < 0 or right > width or top > height:
                    beyond.append(text.get_text_range(index, 1))
    return beyond
