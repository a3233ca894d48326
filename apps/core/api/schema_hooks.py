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


def requests_are_closed(result: Document, **_: Any) -> Document:
    """Unknown fields are refused, and the schema says so."""
    for name, schema in result["components"]["schemas"].items():
        if name.endswith("Request") and "properties" in schema:
            schema.setdefault("additionalProperties", False)
    return result


def creations_are_linked(result: Document, **_: Any) -> Document:
    """Where the id in an answer of POST leads: OpenAPI links to every operation that takes it."""
    paths, schemas = result["paths"], result["components"]["schemas"]
    for path, operations in paths.items():
        for status, response in operations.get("post", {}).get("responses", {}).items():
            if status not in ("201", "202") or "content" not in response:
                continue
            links = {
                name: {"operationId": name, "parameters": {parameter: f"$response.body#{pointer}"}}
                for collection, pointer in _ids_in(_component_of(response), path, schemas)
                for name, parameter in _takers(paths, collection)
            }
            if links:
                response["links"] = dict(sorted(links.items()))
    return result


def _component_of(response: Document) -> str:
    content: Document = next(iter(response["content"].values()))
    reference: str = content.get("schema", {}).get("$ref", "")
    return reference.rpartition("/")[2]


def _ids_in(component: str, path: str, schemas: Document) -> list[tuple[str, str]]:
    """The collections that ids of a component belong to, each with the pointer to the id."""
    base = path.split("/")[:3]
    found: list[tuple[str, str]] = []
    for name, schema in schemas.get(component, {}).get("properties", {}).items():
        inner = str(schema.get("$ref") or next(iter(schema.get("allOf", [{}]))).get("$ref", ""))
        if name == "id":
            found.append((path, "/id"))
            found += [("/".join([*base, "tasks", ""]), "/id")] if component == "Task" else []
        elif name.endswith("_id") and not schema.get("nullable"):
            found.append(("/".join([*base, f"{name.removesuffix('_id')}s", ""]), f"/{name}"))
        elif inner and "id" in schemas.get(inner.rpartition("/")[2], {}).get("properties", {}):
            found.append(("/".join([*base, f"{name}s", ""]), f"/{name}/id"))
    return found


def _takers(paths: Document, collection: str) -> list[tuple[str, str]]:
    """Operations below `collection` whose only parameter in the path is the id of one of its rows."""
    return [
        (operation["operationId"], path[len(collection) :].partition("}")[0].removeprefix("{"))
        for path, operations in paths.items()
        if path.startswith(collection + "{") and path.count("{") == collection.count("{") + 1
        for operation in operations.values()
        if "operationId" in operation
    ]


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
