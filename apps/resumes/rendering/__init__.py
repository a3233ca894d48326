"""A resume's content as a file: PDF, PNG, JSON, text, Markdown, HTML. Pure: no Django; typst loads on first use."""

from __future__ import annotations

from apps.resumes.rendering.formats.png import png_pages
from apps.resumes.rendering.outputs import render, themes
from apps.resumes.rendering.rendered import Output, Paper, Rendered, RenderWarning, Theme

__all__ = ["Output", "Paper", "RenderWarning", "Rendered", "Theme", "png_pages", "render", "themes"]
