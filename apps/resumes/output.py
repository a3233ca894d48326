"""A resume as a file to hand out, and the pictures of the themes."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Any, cast

from apps.core.errors import NotFound
from apps.resumes.models import Resume, ResumeVersion
from apps.resumes.rendering import Output, Rendered, render, themes
from apps.resumes.sample import sample
from apps.resumes.shape import ordered

_NOT_A_NAME = re.compile(r"[^\w-]+")


def render_resume(*, state: Resume | ResumeVersion, output: str, theme: str) -> Rendered:
    """The resume, or a version of it, as a file. The same state gives the same bytes."""
    return render(
        ordered(state.content), theme=theme, output=cast(Output, output), language=state.language or "en"
    )


def filename_for(content: dict[str, Any], suffix: str) -> str:
    """`Marlo-Quill.pdf`; `resume.pdf` for somebody without a name. `suffix` has its dot."""
    name = unicodedata.normalize("NFC", content["contact_info"]["full_name"])
    return (_NOT_A_NAME.sub("-", name).strip("-_")[:80] or "resume") + suffix


@lru_cache(maxsize=32)
def preview(theme: str) -> bytes:
    """A PNG of an invented resume in this theme. Raises NotFound for a theme that is none of ours."""
    if theme not in {known.name for known in themes()}:
        raise NotFound()
    return render(sample(), theme=theme, output="png").data
