"""Which formats there are, and the one way to render."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import get_args

from apps.core.errors import FieldError, ValidationFailed
from apps.resumes.content import ResumeContent
from apps.resumes.rendering.formats.html import render_html
from apps.resumes.rendering.formats.json import render_json
from apps.resumes.rendering.formats.md import render_md
from apps.resumes.rendering.formats.pdf import render_pdf
from apps.resumes.rendering.formats.png import render_png
from apps.resumes.rendering.formats.txt import render_txt
from apps.resumes.rendering.rendered import THEMES, Output, Paper, Rendered, RenderWarning
from apps.resumes.rendering.wording import wording_language

FORMATS: Mapping[Output, Callable[[ResumeContent, str, str, Paper], Rendered]] = {
    "pdf": render_pdf,
    "png": render_png,
    "json": render_json,
    "txt": render_txt,
    "md": render_md,
    "html": render_html,
}


def render(
    content: ResumeContent, *, theme: str, output: Output, language: str = "en", paper: Paper = "a4"
) -> Rendered:
    """The resume as a file, with a warning for whatever its reader would miss.

    `language` is a BCP 47 tag; headings and dates are in it where we have its words, else in English.
    Raises ValidationFailed where the theme, the output or the paper is none of ours.
    """
    _refuse_unknown(theme=theme, output=output, paper=paper)
    rendered = FORMATS[output](content, theme, language, paper)
    if output == "json" or wording_language(language):
        return rendered
    warning = RenderWarning("language_unavailable", f"No headings in {language[:35]!r}: they are in English")
    return replace(rendered, warnings=[*rendered.warnings, warning])


def _refuse_unknown(**chosen: str) -> None:
    choices: dict[str, list[str]] = {
        "theme": [theme.name for theme in THEMES],
        "output": list(FORMATS),
        "paper": list(get_args(Paper)),
    }
    wrong = [
        FieldError(name, "invalid_choice", f"Choose one of {', '.join(choices[name])}")
        for name, value in chosen.items()
        if value not in choices[name]
    ]
    if wrong:
        raise ValidationFailed(errors=wrong)
