"""What a file is, told from its bytes alone: neither its name nor the type a client claims is asked. Pure.

Bounded: the head of the file, a zip's table of contents, or an OLE directory is read, never the whole file.
"""

from __future__ import annotations

import codecs
import io
import json
import re
import zipfile
import zlib
from enum import StrEnum
from typing import BinaryIO

from apps.documents import ole


class MediaType(StrEnum):
    """The kinds we tell apart; the value is the media type to serve the file with."""

    PDF = "application/pdf"
    DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    ODT = "application/vnd.oasis.opendocument.text"
    DOC = "application/msword"
    RTF = "application/rtf"
    HTML = "text/html"
    JSON = "application/json"
    TXT = "text/plain"
    PNG = "image/png"
    JPEG = "image/jpeg"
    ZIP = "application/zip"
    OLE = "application/x-ole-storage"
    """An OLE file that is no Word document: a workbook, a mail, or an encrypted office file."""
    UNKNOWN = "application/octet-stream"

    @property
    def extension(self) -> str:
        """The usual ending, with its dot: `.docx`; `.bin` for what is unknown."""
        return ".bin" if self in (MediaType.UNKNOWN, MediaType.OLE) else f".{self.name.lower()}"


HEAD_BYTES = 65_536
_PDF_WINDOW = 1024
_CONTENT_TYPES_BYTES = 262_144

_MAGIC: tuple[tuple[bytes, MediaType], ...] = (
    (b"\x89PNG\r\n\x1a\n", MediaType.PNG),
    (b"\xff\xd8\xff", MediaType.JPEG),
    (ole.SIGNATURE, MediaType.OLE),
    (b"PK\x03\x04", MediaType.ZIP),
    (b"PK\x05\x06", MediaType.ZIP),
)
# Matched against the declared type of the main part: its member name is the writer's choice
# (Word on the web says word/document2.xml), and macro-enabled kinds are left out on purpose.
_PACKAGE_MAIN_PARTS: tuple[tuple[bytes, MediaType], ...] = (
    (b"wordprocessingml.document.main+xml", MediaType.DOCX),
    (b"wordprocessingml.template.main+xml", MediaType.DOCX),
    (b"spreadsheetml.sheet.main+xml", MediaType.XLSX),
    (b"spreadsheetml.template.main+xml", MediaType.XLSX),
)
_BOMS: tuple[tuple[bytes, str], ...] = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16: its mark begins with UTF-16's
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
# Atomic groups: a run of comments that leads nowhere must not be split in every possible way.
_HTML_START = re.compile(
    r"(?:(?><\?xml[^>]*>)|(?><!--.*?-->)|\s)*+<(?:!doctype\s+html|html|head|body|title|meta|div|article|section|p|h1)\b",
    re.IGNORECASE | re.DOTALL,
)
_JSON_START = re.compile(r'\s*(?:\{\s*"(?:[^"\\]|\\.)*"\s*:|\[\s*(?:[\[{"\d-]|true|false|null))')


def sniff(data: bytes | BinaryIO) -> MediaType:
    """The kind of `data`, a whole file; never fails on content. A stream must be seekable and is read from
    its first byte; its position is put back."""
    if isinstance(data, bytes):
        return _sniff_stream(io.BytesIO(data))
    position = data.tell()
    try:
        return _sniff_stream(data)
    finally:
        data.seek(position)


def _sniff_stream(stream: BinaryIO) -> MediaType:
    stream.seek(0)
    head = stream.read(HEAD_BYTES)
    for magic, media_type in _MAGIC:
        if head.startswith(magic):
            return _look_inside(stream, media_type)
    if _is_pdf(head, stream):
        return MediaType.PDF
    return _sniff_text(head, is_whole=len(head) < HEAD_BYTES)


def _look_inside(stream: BinaryIO, container: MediaType) -> MediaType:
    if container is MediaType.OLE:
        return MediaType.DOC if "WordDocument" in ole.root_names(stream) else MediaType.OLE
    if container is MediaType.ZIP:
        return _sniff_zip(stream)
    return container


def _sniff_zip(stream: BinaryIO) -> MediaType:
    try:
        with zipfile.ZipFile(stream) as archive:
            if _read_member(archive, "mimetype", 128).strip() == MediaType.ODT.encode():
                return MediaType.ODT
            declared = _read_member(archive, "[Content_Types].xml", _CONTENT_TYPES_BYTES)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError, OSError):
        # Damaged, encrypted, or packed by a method Python has not: still a zip, but no document we can open.
        return MediaType.ZIP
    return next((kind for mark, kind in _PACKAGE_MAIN_PARTS if mark in declared), MediaType.ZIP)


def _read_member(archive: zipfile.ZipFile, name: str, limit: int) -> bytes:
    try:
        with archive.open(name) as member:
            return member.read(limit)
    except KeyError:
        return b""


def _is_pdf(head: bytes, stream: BinaryIO) -> bool:
    if head.lstrip(b"\xef\xbb\xbf \t\r\n\x00").startswith(b"%PDF-"):
        return True
    if b"%PDF-" not in head[:_PDF_WINDOW]:
        return False
    # Readers allow junk before the header. A text that merely mentions one has no end mark.
    size = stream.seek(0, io.SEEK_END)
    stream.seek(max(size - _PDF_WINDOW, 0))
    return b"%%EOF" in stream.read(_PDF_WINDOW)


def _sniff_text(head: bytes, *, is_whole: bool) -> MediaType:
    text = _decode(head, is_whole=is_whole)
    if not text or _CONTROL.search(text):
        return MediaType.UNKNOWN
    if text.lstrip().startswith("{\\rtf"):
        return MediaType.RTF
    if _HTML_START.match(text):
        return MediaType.HTML
    return MediaType.JSON if _is_json(text, is_whole=is_whole) else MediaType.TXT


def _decode(head: bytes, *, is_whole: bool) -> str:
    for mark, encoding in _BOMS:
        if head.startswith(mark):
            return codecs.getincrementaldecoder(encoding)("replace").decode(head[len(mark) :], final=is_whole)
    try:
        return codecs.getincrementaldecoder("utf-8")().decode(head, final=is_whole)
    except UnicodeDecodeError:
        # An old single-byte code page: every byte is some letter, so only control bytes can give binary away.
        return head.decode("latin-1")


def _is_json(text: str, *, is_whole: bool) -> bool:
    if not is_whole:
        return _JSON_START.match(text) is not None
    if not text.lstrip().startswith(("{", "[")):
        return False
    try:
        json.loads(text)
    except (ValueError, RecursionError):
        return False
    return True
