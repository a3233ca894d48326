"""What the schema says beyond the serializers."""

from __future__ import annotations

from typing import Any

from drf_spectacular.extensions import OpenApiSerializerExtension


class SkillAsText(OpenApiSerializerExtension):  # type: ignore[no-untyped-call]  # the library has no types here
    """A skill is sent as an object or as a bare string, and answered as an object."""

    target_class = "apps.resumes.api.content.SkillGroupSerializer"

    def map_serializer(self, auto_schema: Any, direction: str) -> Any:
        whole = auto_schema._map_serializer(self.target, direction, bypass_extensions=True)
        return {"oneOf": [whole, {"type": "string"}]} if direction == "request" else whole
