"""File names from outside."""

from __future__ import annotations

import pytest

from apps.documents.names import clean_filename
from apps.documents.sniff import MediaType


@pytest.mark.parametrize(
    ("raw", "media_type", "clean"),
    [
        ("cv.pdf", MediaType.PDF, "cv.pdf"),
        ("CV.PDF", MediaType.PDF, "CV.PDF"),
        ("cv.exe", MediaType.PDF, "cv.exe.pdf"),
        ("../../etc/passwd", MediaType.TXT, "passwd.txt"),
        ("C:\\Users\\me\\my cv.docx", MediaType.DOCX, "my cv.docx"),
        ("cv\r\nSet-Cookie: a.txt", MediaType.TXT, "cv Set-Cookie a.txt"),
        ("cv\u202efdp.exe", MediaType.PDF, "cv fdp.exe.pdf"),
        ("a\x00b.txt", MediaType.TXT, "a b.txt"),
        ("", MediaType.PDF, "file.pdf"),
        ("...", MediaType.UNKNOWN, "file.bin"),
        (".pdf", MediaType.PDF, "file.pdf"),
        ("notes.md", MediaType.TXT, "notes.md"),
        ("photo.jpg", MediaType.JPEG, "photo.jpg"),
        ("Lebenslauf Müller.pdf", MediaType.PDF, "Lebenslauf Müller.pdf"),
        ("x" * 500 + ".pdf", MediaType.PDF, "x" * 150 + ".pdf"),
    ],
)
def test_a_name_is_made_safe_and_true(raw: str, media_type: MediaType, clean: str) -> None:
    assert clean_filename(raw, media_type) == clean
