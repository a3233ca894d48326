"""JSON Resume v1."""

from __future__ import annotations

import json

from apps.resumes.content import ResumeContent
from apps.resumes.json_resume import to_json_resume
from apps.resumes.rendering.rendered import Paper, Rendered


def render_json(content: ResumeContent, _theme: str, _language: str, _paper: Paper) -> Rendered:
    """The resume as a JSON Resume document, indented by two spaces."""
    text = json.dumps(to_json_resume(content), ensure_ascii=False, indent=2) + "\n"
    return Rendered(text.encode("utf-8", "replace"), "application/json", ".json")
