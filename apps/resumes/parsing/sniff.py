"""What a file is, by its bytes. Names and declared types are not asked."""

from __future__ import annotations

import io
import zipfile

from apps.resumes.parsing.errors import (
    CorruptFile,
    EmptyFile,
    EncryptedFile,
    OversizedContent,
    UnsupportedType,
)

PDF = "application/pdf"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
ODT = "application/vnd.oasis.opendocument.text"
DOC = "application/msword"
RTF = "application/rtf"
HTML = "text/html"
JSON = "application/json"
TEXT = "text/plain"

MAX_UNPACKED = 100 * 1024 * 1024
MAX_RATIO = 200
MAX_ENTRIES = 5000
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_FOREIGN = (
    b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"\x1f\x8b", b"7z\xbc\xaf", b"Rar!", b"\x7fELF", b"MZ", b"BM", b"II*\x00", b"MM\x00*",
    b"RIFF", b"%!PS", b"OggS", b"ID3", b"\x00\x00\x00", b"fLaC", b"\xfd7zXZ", b"BZh", b"wOF2", b"wOFF", b"SQLite",
)  # fmt: skip


def media_type(data: bytes) -> str:
    """The media type of these bytes. Raises EmptyFile, UnsupportedType, EncryptedFile, CorruptFile, OversizedContent."""
    if not data.strip(b"\x00 \t\r\n"):
        raise EmptyFile()
    head = data[:1024]
    if b"%PDF-" in head:
        return PDF
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _zip_type(data)
    if head.startswith(_OLE):
        return _ole_type(data)
    text = head.lstrip(b"\xef\xbb\xbf \t\r\n")
    if text.startswith(b"{\\rtf"):
        return RTF
    if head.startswith(_FOREIGN):
        raise UnsupportedType()
    low = text[:512].lower()
    if low.startswith((b"<!doctype html", b"<html", b"<?xml")) or b"<html" in low or b"<body" in low:
        return HTML
    if text.startswith(b"{"):
        return JSON
    return _text_type(data)


def _zip_type(data: bytes) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = archive.infolist()
            _guard(entries, len(data))
            names = {entry.filename for entry in entries}
            if "word/document.xml" in names:
                return DOCX
            if "mimetype" in names and archive.read("mimetype").strip() == ODT.encode():
                return ODT
    except (
        zipfile.BadZipFile,
        NotImplementedError,
        RuntimeError,
        EOFError,
        ValueError,
        OSError,
        KeyError,
    ) as error:
        raise CorruptFile() from error
    raise UnsupportedType()


def _guard(entries: list[zipfile.ZipInfo], packed: int) -> None:
    if len(entries) > MAX_ENTRIES:
        raise OversizedContent()
    if any(entry.flag_bits & 1 for entry in entries):
        raise EncryptedFile()
    unpacked = sum(entry.file_size for entry in entries)
    if unpacked > MAX_UNPACKED or (unpacked > 10 * 1024 * 1024 and unpacked > MAX_RATIO * packed):
        raise OversizedContent()


def _ole_type(data: bytes) -> str:
    """OLE files hold DOC, but also XLS, PPT and encrypted OOXML; streams are named in UTF-16."""
    if _utf16("EncryptedPackage") in data or _utf16("EncryptionInfo") in data:
        raise EncryptedFile()
    if _utf16("WordDocument") in data:
        return DOC
    raise UnsupportedType()


def _utf16(name: str) -> bytes:
    return name.encode("utf-16-le")


def _text_type(data: bytes) -> str:
    sample = data[:8192]
    if sample.startswith((b"\xff\xfe", b"\xfe\xff")):
        return TEXT
    strange = sum(byte < 9 or 13 < byte < 32 for byte in sample)
    if strange > len(sample) // 100:
        raise UnsupportedType()
    return TEXT
