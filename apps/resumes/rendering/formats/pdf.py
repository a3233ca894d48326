"""PDF/UA: tagged, selectable, its links live."""

from __future__ import annotations

from apps.resumes.content import ResumeContent
from apps.resumes.rendering.composition import compose
from apps.resumes.rendering.rendered import Paper, Rendered
from apps.resumes.rendering.typesetter import Job, typeset


def render_pdf(content: ResumeContent, theme: str, language: str, paper: Paper) -> Rendered:
    """The resume as PDF."""
    made = typeset(Job(compose(content, language), theme, paper))
    return Rendered(made.pdf, "application/pdf", ".pdf", made.warnings, page_count(made.pdf))


def page_count(pdf: bytes) -> int:
    """How many pages a PDF has."""
    import pypdfium2

    document = pypdfium2.PdfDocument(pdf)
    try:
        return len(document)
    finally:
        document.close()
