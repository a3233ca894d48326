"""What can't be read is refused with one typed reason, and nothing else ever escapes."""

from __future__ import annotations

import io
import zipfile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from apps.core.errors import UnprocessableFile
from apps.resumes.parsing import ParsedResume, parse
from apps.resumes.parsing.errors import UnreadableResume
from tests.resumes.parsing_documents import header_docx, one_column_pdf, pdf


def _encrypted() -> bytes:
    buffer = io.BytesIO()
    canvas = Canvas(buffer, encrypt=StandardEncryption("secret", canPrint=0))
    canvas.drawString(60, 700, "Nobody may read this")
    canvas.save()
    return buffer.getvalue()


def _zip() -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("holiday.jpg", b"\xff\xd8\xff")
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty_file"),
        (b" \n\t\x00", "empty_file"),
        (_encrypted(), "encrypted"),
        (_zip(), "unsupported_type"),
        (b"\x89PNG\r\n\x1a\n" + b"\0" * 64, "unsupported_type"),
        (b"PK\x03\x04" + b"\0" * 40, "corrupt"),
        (b"%PDF-1.7\n" + b"nothing at all", "corrupt"),
        (pdf([]), "no_text"),
        (b'{"a": 1}', "unsupported_type"),
        (b'{"basics": ', "corrupt"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "unsupported_type"),
        (
            b"E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0".join(
                [b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b""]
            ),
            "encrypted",
        ),
    ],
)
def test_reasons(data: bytes, reason: str) -> None:
    with pytest.raises(UnreadableResume) as refused:
        parse(data, filename="resume.pdf")
    assert refused.value.reason == reason
    assert refused.value.status == 422
    assert refused.value.detail


def _outcome(data: bytes) -> bool:
    try:
        return isinstance(parse(data), ParsedResume)
    except UnprocessableFile:
        return True


@pytest.mark.parametrize("source", [one_column_pdf(), header_docx()], ids=["pdf", "docx"])
@pytest.mark.parametrize("part", [0.05, 0.3, 0.6, 0.9, 0.99])
def test_truncated_files(source: bytes, part: float) -> None:
    assert _outcome(source[: int(len(source) * part)])


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(
    head=st.sampled_from(
        [b"", b"%PDF-1.4\n", b"{\\rtf1 ", b"<html>", b"PK\x03\x04", b"{", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"]
    ),
    tail=st.binary(max_size=2000),
)
def test_random_bytes(head: bytes, tail: bytes) -> None:
    assert _outcome(head + tail)


@settings(max_examples=40)
@given(text=st.text(max_size=1500))
def test_random_text(text: str) -> None:
    assert _outcome(text.encode())


@settings(max_examples=25)
@given(at=st.integers(0, 10_000), byte=st.integers(0, 255))
def test_a_flipped_byte(at: int, byte: int) -> None:
    data = bytearray(one_column_pdf())
    data[at % len(data)] = byte
    assert _outcome(bytes(data))
