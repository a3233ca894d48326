"""Kinds of files told by content, on files made here and on every recorded one."""

from __future__ import annotations

import gzip
import io
import zipfile
from pathlib import Path

import docx
import pytest

from apps.documents.sniff import HEAD_BYTES, MediaType, sniff

_PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR"
_PACKAGE = "application/vnd.openxmlformats-officedocument"


def _zip(members: dict[str, str], *, comment: bytes = b"") -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.comment = comment
        for name, text in members.items():
            archive.writestr(name, text)
    return buffer.getvalue()


def _content_types(main: str) -> str:
    return f'<Types><Override PartName="/x.xml" ContentType="{_PACKAGE}.{main}+xml"/></Types>'


def _docx() -> bytes:
    buffer = io.BytesIO()
    document = docx.Document()
    document.add_paragraph("Mira Quill, bridge builder")
    document.save(buffer)
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"%PDF-1.7\n1 0 obj", MediaType.PDF),
        (b"\xef\xbb\xbf\r\n%PDF-1.4\n", MediaType.PDF),
        (b"HTTP header left over\r\n%PDF-1.4\n1 0 obj\nstartxref\n9\n%%EOF\n", MediaType.PDF),
        (b"My file starts with %PDF- and this is a letter about it", MediaType.TXT),
        (_PNG, MediaType.PNG),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", MediaType.JPEG),
        (b"{\\rtf1\\ansi Mira}", MediaType.RTF),
        (b"<!DOCTYPE html><p>Mira", MediaType.HTML),
        (b'<?xml version="1.0"?>\n<!-- a --><!-- b -->\n<html xmlns="x">', MediaType.HTML),
        (b"<rss><channel/></rss>", MediaType.TXT),
        (b'{"basics": {"name": "Mira"}}', MediaType.JSON),
        (b"[2021] joined the bridge crew", MediaType.TXT),
        (b"{draft} Mira Quill", MediaType.TXT),
        (b'{"basics": {"name": "cut he', MediaType.TXT),
        (b"Mira Quill\nBridge builder\n", MediaType.TXT),
        ("Zażółć gęślą jaźń".encode(), MediaType.TXT),
        ("Zażółć gęślą jaźń".encode("cp1250"), MediaType.TXT),
        ("Mira".encode("utf-16"), MediaType.TXT),
        ('{"a": 1}'.encode("utf-16"), MediaType.JSON),
        (b"", MediaType.UNKNOWN),
        (b"\x00\x01\x02\x03", MediaType.UNKNOWN),
        (gzip.compress(b"text", mtime=0), MediaType.UNKNOWN),
    ],
)
def test_sniff_tells_plain_kinds(data: bytes, expected: MediaType) -> None:
    assert sniff(data) is expected


def test_sniff_looks_into_packages() -> None:
    assert sniff(_docx()) is MediaType.DOCX
    renamed = {
        "[Content_Types].xml": _content_types("wordprocessingml.document.main"),
        "word/document2.xml": "",
    }
    assert sniff(_zip(renamed)) is MediaType.DOCX
    assert sniff(_zip({"[Content_Types].xml": _content_types("spreadsheetml.sheet.main")})) is MediaType.XLSX
    assert sniff(_zip({"mimetype": MediaType.ODT, "content.xml": "<x/>"})) is MediaType.ODT
    assert sniff(_zip({"mimetype": f"{MediaType.ODT}-template"})) is MediaType.ZIP


def test_sniff_does_not_trust_member_names() -> None:
    assert sniff(_zip({"resume.docx": "x", "word/document.xml": "<x/>"})) is MediaType.ZIP
    macros = {
        "[Content_Types].xml": '<Override ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/>'
    }
    assert sniff(_zip(macros)) is MediaType.ZIP


def test_sniff_survives_broken_packages() -> None:
    whole = _docx()
    assert sniff(whole[: len(whole) // 2]) is MediaType.ZIP
    assert sniff(_zip({})) is MediaType.ZIP
    # The bytes of the first member destroyed, the table of contents intact.
    start = whole.index(b"[Content_Types].xml") + len("[Content_Types].xml")
    assert sniff(whole[:start] + b"\xff" * 60 + whole[start + 60 :]) is MediaType.ZIP


def test_sniff_bounds_what_it_unpacks() -> None:
    bomb = _zip({"[Content_Types].xml": " " * 80_000_000 + _content_types("wordprocessingml.document.main")})
    assert len(bomb) < 100_000
    assert sniff(bomb) is MediaType.ZIP


def test_sniff_of_broken_ole_is_no_word_document() -> None:
    signature = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
    assert sniff(signature) is MediaType.OLE
    assert sniff(signature + b"\x00" * 4096) is MediaType.OLE
    assert sniff(signature + b"\xff" * 4096) is MediaType.OLE


@pytest.mark.shared
def test_sniff_reads_only_the_root_of_ole(shared_data: Path) -> None:
    whole = bytearray((shared_data / "resumes/doc/libreoffice_cv.doc").read_bytes())
    assert sniff(bytes(whole)) is MediaType.DOC
    name = "WordDocument".encode("utf-16-le")
    assert whole.count(name) == 1
    at = whole.index(name)
    whole[at : at + len(name)] = "WordDocumenX".encode("utf-16-le")
    assert sniff(bytes(whole)) is MediaType.OLE


def test_sniff_of_a_character_cut_at_the_head_is_text() -> None:
    assert sniff(b"a" * (HEAD_BYTES - 1) + "ż".encode() * 10) is MediaType.TXT


def test_sniff_of_long_json_needs_only_its_head() -> None:
    assert sniff(b'{"items": [' + b"1," * HEAD_BYTES) is MediaType.JSON
    assert sniff(b"[Note] " + b"a" * HEAD_BYTES) is MediaType.TXT


def test_sniff_of_endless_comments_ends() -> None:
    assert sniff(b"<!-- -->" * 8000 + b"<nothing>") is MediaType.TXT


def test_sniff_keeps_the_position_of_a_stream() -> None:
    stream = io.BytesIO(_docx())
    stream.seek(7)
    assert sniff(stream) is MediaType.DOCX
    assert stream.tell() == 7
    assert not stream.closed


def test_extension_of_every_kind_is_a_dotted_word() -> None:
    assert MediaType.DOCX.extension == ".docx"
    assert MediaType.UNKNOWN.extension == ".bin"
    assert all(kind.extension.startswith(".") and kind.extension[1:].isalpha() for kind in MediaType)


@pytest.mark.shared
def test_sniff_knows_every_recorded_resume(shared_data: Path) -> None:
    expected = {
        ".pdf": {MediaType.PDF},
        ".docx": {MediaType.DOCX},
        ".doc": {MediaType.DOC, MediaType.RTF},  # one of them is RTF under a wrong name
        ".html": {MediaType.HTML},
        ".json": {MediaType.JSON},
        ".txt": {MediaType.TXT},
    }
    paths = [path for path in sorted(shared_data.rglob("*")) if path.suffix in expected]
    assert len(paths) > 100
    for path in paths:
        with path.open("rb") as stream:
            assert sniff(stream) in expected[path.suffix], path.name
