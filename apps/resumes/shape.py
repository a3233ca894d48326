"""Content put into the shape that `content.py` declares: every key, in the order a person reads. Pure: no Django.

PostgreSQL's jsonb gives keys back by their length.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any, cast, get_args, get_origin, get_type_hints, is_typeddict

from apps.resumes.content import ResumeContent, empty_content

_hints = cache(get_type_hints)


def ordered(content: Mapping[str, Any]) -> ResumeContent:
    """The same content, its keys in declared order; a section that is missing is empty."""
    return cast(ResumeContent, _shaped({**empty_content(), **content}, ResumeContent))


def _shaped(value: Any, shape: Any) -> Any:
    if is_typeddict(shape):
        return {key: _shaped(value[key], part) for key, part in _hints(shape).items() if key in value}
    if get_origin(shape) is list:
        (part,) = get_args(shape)
        return [_shaped(item, part) for item in value]
    return value
