"""Pictures of the pages: the first one as a rendered file, all of them as a list."""

from __future__ import annotations

from apps.resumes.content import ResumeContent
from apps.resumes.rendering.composition import compose
from apps.resumes.rendering.rendered import Paper, Rendered
from apps.resumes.rendering.typesetter import Job, pictures, typeset

PPI = 144.0


def render_png(content: ResumeContent, theme: str, language: str, paper: Paper) -> Rendered:
    """The first page; `pages` says how many there are."""
    job = Job(compose(content, language), theme, paper)
    made = typeset(job)  # the PDF tells which glyphs are missing, which a picture can't
    pages = pictures(job, system_fonts=made.system_fonts, ppi=PPI)
    return Rendered(pages[0], "image/png", ".png", made.warnings, len(pages))


def png_pages(
    content: ResumeContent, *, theme: str, language: str = "en", paper: Paper = "a4", ppi: float = PPI
) -> list[bytes]:
    """A PNG of every page, `ppi` pixels per inch."""
    job = Job(compose(content, language), theme, paper)
    return pictures(job, system_fonts=typeset(job).system_fonts, ppi=ppi)
