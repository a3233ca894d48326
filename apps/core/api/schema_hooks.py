"""What makes the generated types good: every property present, one problem body, one enum of codes."""

from __future__ import annotations

from typing import Any

from apps.core.errors import all_errors

Document = dict[str, Any]

_PROBLEM: Document = {
    "type": "object",
    "description": "RFC 9457. `code` is closed: every refusal is one of these.",
    "required": ["type", "title", "status", "detail", "instance", "code", "request_id", "errors"],
    "properties": {
        "type": {"type": "string", "description": "A page of this server that explains the code."},
        "title": {"type": "string"},
        "status": {"type": "integer"},
        "detail": {"type": "string"},
        "instance": {"type": "string", "description": "The path that was asked for."},
        "code": {"$ref": "#/components/schemas/ProblemCode"},
        "request_id": {"type": "string"},
        "errors": {"type": "array", "items": {"$ref": "#/components/schemas/ProblemField"}},
    },
}
_FIELD: Document = {
    "type": "object",
    "required": ["attr", "code", "detail"],
    "properties": {
        "attr": {"type": "string", "description": "Dots and indexes: `work_experience.0.company`."},
        "code": {"type": "string"},
        "detail": {"type": "string"},
    },
}


def only_the_contract(endpoints: list[tuple[Any, ...]]) -> list[tuple[Any, ...]]:
    """Drop what is no operation of ours: the schema's own views."""
    return [entry for entry in endpoints if not entry[0].startswith("/api/v1/schema")]


def responses_are_complete(result: Document, **_: Any) -> Document:
    """Every property of a response component is there: else each default or null would be optional in types."""
    components = result["components"]["schemas"]
    for name, schema in components.items():
        if not name.endswith("Request") and "properties" in schema:
            schema["required"] = sorted(schema["properties"])
    return result


def problems_everywhere(result: Document, **_: Any) -> Document:
    """Put the one problem body on every refusal that an operation can give."""
    schemas = result["components"]["schemas"]
    codes = [error.code for error in all_errors()]
    schemas["ProblemCode"] = {"type": "string", "enum": codes}
    schemas["Problem"], schemas["ProblemField"] = _PROBLEM, _FIELD
    titles: dict[int, str] = {}
    for error in all_errors():
        titles[error.status] = (
            f"{titles[error.status]}, {error.code}" if error.status in titles else error.code
        )
    responses = result["components"].setdefault("responses", {})
    for operations in result["paths"].values():
        for found in operations.values():
            for status in found.pop("x-problems", ()):
                name = f"Problem{status}"
                responses.setdefault(
                    name,
                    {
                        "description": titles[status],
                        "content": {
                            "application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}
                        },
                    },
                )
                found["responses"][str(status)] = {"$ref": f"#/components/responses/{name}"}
            found["responses"] = dict(sorted(found["responses"].items()))
    result["components"] = {
        key: dict(sorted(value.items())) for key, value in sorted(result["components"].items())
    }
    return result
