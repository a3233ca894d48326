"""What every answer says of the rate limit, into the schema: shared components, named by each response."""

from __future__ import annotations

from typing import Any

from apps.core.api.throttling import HEADERS

Document = dict[str, Any]

_SAY = {
    "RateLimit-Limit": "Requests a minute that this bucket takes from you. `X-RateLimit-Limit` says the same.",
    "RateLimit-Remaining": "How many of them are left. `X-RateLimit-Remaining` says the same.",
    "RateLimit-Reset": "Seconds until there is more room than now. `X-RateLimit-Reset` says the same.",
    "Retry-After": "Seconds after which the request may be sent again.",
}


def limits_everywhere(result: Document, **_: Any) -> Document:
    """Name the headers of the limits on every response, and `Retry-After` on the 429."""
    components = result["components"]
    components["headers"] = {
        name: {"description": text, "schema": {"type": "integer"}} for name, text in _SAY.items()
    }
    for operations in result["paths"].values():
        for found in operations.values():
            for response in found["responses"].values():
                _name(response, *HEADERS)
    for name, response in components.get("responses", {}).items():
        _name(response, *HEADERS, *(["Retry-After"] if name == "Problem429" else []))
    result["components"] = dict(sorted(components.items()))
    return result


def _name(response: Document, *headers: str) -> None:
    if "$ref" not in response:
        response["headers"] = {name: {"$ref": f"#/components/headers/{name}"} for name in headers}
