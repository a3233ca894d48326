"""A file becomes a resume: bytes in, structured content out, with confidence and place of each value.

Pure: no Django, no model, no network. The only way in is `parse`.
"""

from __future__ import annotations

from apps.resumes.parsing.assembly import ParsedResume, ParseWarning, parse

__all__ = ["ParseWarning", "ParsedResume", "parse"]
