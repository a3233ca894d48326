"""One reader for each media type; all give the same lines."""

from __future__ import annotations

from apps.resumes.parsing import docx, furniture, layout, office, pdf, plaintext, rows, sniff
from apps.resumes.parsing.model import Document

MAX_BYTES_OF_TEXT = 5 * 1024 * 1024


def read(data: bytes) -> Document:
    """The document in these bytes. Raises a subclass of UnreadableResume."""
    media_type = sniff.media_type(data)
    if media_type == sniff.PDF:
        return _pdf(data)
    if media_type == sniff.DOCX:
        return docx.read(data)
    if media_type in (sniff.DOC, sniff.RTF, sniff.ODT, sniff.HTML):
        return office.read(data, media_type)
    text = plaintext.decode(data[:MAX_BYTES_OF_TEXT])
    return plaintext.read(text, media_type, marked_up=plaintext.is_markdown(text))


def _pdf(data: bytes) -> Document:
    pages = pdf.read_pages(data)
    rowed = [rows.rows_of(page) for page in pages]
    kept = furniture.without_furniture(rowed, [page.height for page in pages])
    return Document(layout.lines_of(kept), sniff.PDF)
