"""How large a resume may be, and how a file's content is brought within that. Pure: no Django.

The serializer refuses what a client sends beyond these; what a parser found is cut, and the person is told.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from typing import Any, cast

from apps.resumes.content import ResumeContent

TEXT = 10_000
ENTRIES = 100
LINES = 200
EXTRAS = 1_000
EXTRA_DEPTH = 20
TOTAL_BYTES = 512 * 1024

# What PostgreSQL cannot keep in jsonb.
_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")
_LARGEST_INT = 2**53


def size_of(content: ResumeContent) -> int:
    """Bytes of the content as JSON. By the standard library: what comes from jsonb may hold numbers beyond 64 bits."""
    return len(json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode())


def fault_of_json(value: Any, depth: int = 0) -> str:
    """Why a JSON value of any shape cannot be kept; "" when it can."""
    if depth > EXTRA_DEPTH:
        return f"nested deeper than {EXTRA_DEPTH}"
    if isinstance(value, str):
        return "holds a character that is no text" if _UNSTORABLE.search(value) else ""
    if isinstance(value, dict | list):
        parts = [*value, *value.values()] if isinstance(value, dict) else value
        return next((fault for part in parts if (fault := fault_of_json(part, depth + 1))), "")
    if isinstance(value, int) and abs(value) > _LARGEST_INT:
        return f"holds a whole number beyond {_LARGEST_INT}"
    return ""


@dataclass(slots=True)
class Fitted:
    """Content within bounds, and the paths of what was cut to get it there."""

    content: ResumeContent
    cut: list[str] = field(default_factory=list)


def fit(content: ResumeContent) -> Fitted:
    """`content` without characters that cannot be kept, texts and lists cut to their bounds."""
    cut: list[str] = []
    kept = {name: value if name == "extra" else _fit(value, name, cut) for name, value in content.items()}
    extra = [entry for entry in content["extra"] if not fault_of_json(entry["json"])][:EXTRAS]
    if len(extra) < len(content["extra"]):
        cut.append("extra")
    return Fitted(cast(ResumeContent, {**kept, "extra": extra}), cut)


def _fit(value: Any, path: str, cut: list[str]) -> Any:
    if isinstance(value, str):
        clean = _UNSTORABLE.sub("", value)
        if len(clean) > TEXT:
            cut.append(path)
        return clean[:TEXT]
    if isinstance(value, dict):
        return {name: _fit(part, f"{path}.{name}", cut) for name, part in value.items()}
    if isinstance(value, list):
        most = LINES if value and isinstance(value[0], str) else ENTRIES
        if len(value) > most:
            cut.append(path)
        return [_fit(part, f"{path}.{index}", cut) for index, part in enumerate(value[:most])]
    return value
