"""A resume's content as a file: PDF, PNG, JSON, text, Markdown, HTML. Pure: no Django; what draws loads with the first file."""

from __future__ import annotations

from apps.resumes.content import ResumeContent
from apps.resumes.rendering.rendered import (
    OUTPUTS,
    THEMES,
    Output,
    Paper,
    Rendered,
    RenderWarning,
    Theme,
    themes,
)

__all__ = [
    "OUTPUTS",
    "THEMES",
    "Output",
    "Paper",
    "RenderWarning",
    "Rendered",
    "Theme",
    "render",
    "themes",
]


def render(
    content: ResumeContent, *, theme: str, output: Output, language: str = "en", paper: Paper = "a4"
) -> Rendered:
    """See `outputs.render`."""
    from apps.resumes.rendering import outputs

    return outputs.render(content, theme=theme, output=output, language=language, paper=paper)
