"""What rendering takes and gives."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, get_args

Output = Literal["pdf", "png", "json", "txt", "md", "html"]
Paper = Literal["a4", "us-letter"]
OUTPUTS: tuple[Output, ...] = get_args(Output)


@dataclass(frozen=True, slots=True)
class RenderWarning:
    """Something the reader of the file would miss.

    `missing_glyph`: no font at hand draws the `characters`. `language_unavailable`: headings are in English.
    """

    code: Literal["missing_glyph", "language_unavailable"]
    detail: str
    characters: str = ""


@dataclass(frozen=True, slots=True)
class Rendered:
    """A file: its bytes, media type, suffix with the dot, and pages (0 where the format has none)."""

    data: bytes
    media_type: str
    filename_suffix: str
    warnings: list[RenderWarning] = field(default_factory=list)
    pages: int = 0


@dataclass(frozen=True, slots=True)
class Theme:
    """A look of PDF and PNG. `ats_safe`: one column, plain order, so that any applicant tracking system reads it."""

    name: str
    title: str
    description: str
    ats_safe: bool


THEMES = (
    Theme("classic", "Classic", "A serif page with a centred head and ruled sections.", ats_safe=True),
    Theme("modern", "Modern", "A sans page, flush left, with one accent colour.", ats_safe=True),
    Theme("compact", "Compact", "Small type and one-line heads: much on one page.", ats_safe=True),
)


def themes() -> list[Theme]:
    """Every theme, the default first."""
    return list(THEMES)
