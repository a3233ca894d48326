"""Requests for every operation, made from the schema: the least body it takes, and the rows its path names."""

from __future__ import annotations

import functools
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver
from drf_spectacular.generators import SchemaGenerator

from tests.factories.accounts import PASSWORD

JSON = "application/json"
RESUME = (
    "Ottilie Beispiel\nottilie@example.com\n\nExperience\n\nBaker, Rye & Sons\n2019 - 2024\n- Baked bread every day\n"
    "\nEducation\n\nDiploma in Baking, Sample College\n2016 - 2019\n\nSkills\n\nBaking, Excel\n"
)
NOBODY = "00000000-0000-7000-8000-000000000000"
METHODS = ("get", "post", "put", "patch", "delete")

# What the schema can't say: either this or that, a word that must be true. By operation id.
BODIES: dict[str, dict[str, Any]] = {
    "changePassword": {"current_password": PASSWORD, "new_password": "another-battery-staple"},
    "createApiKey": {"name": "Importer", "scopes": ["*:read"]},
    "createApplication": {"title": "Baker", "company_name": "Rye & Sons"},
    "createConnection": {
        "kind": "mailbox", "name": "Another", "account": "ada@example.com",
        "options": {"host": "smtp.example.com", "port": 587, "username": "ada"}, "secret": {"password": "a-password"},
    },
    "replaceConnection": {
         "name": "Work", "account": "ada@example.com",
        "options": {"host": "smtp.example.com", "port": 587, "username": "ada"}, "secret": {"password": "a-password"},
    },
    "createSource": {"kind": "lever", "board": "another"},
    "createInvitation": {"email": "another@example.com", "role": "member"},
    "beginPasskey": {"password": PASSWORD},
    "beginTotp": {"password": PASSWORD},
    "deletePasskey": {"password": PASSWORD},
    "disableTotp": {"password": PASSWORD},
    "eraseMe": {"password": PASSWORD, "at_once": True},
    "importVacancyFromUrl": {"url": "https://careers.example.com/jobs/1"},
    "generate": {"resume_id": "$resumes/{id}", "vacancy_text": "We bake bread."},
    "previewSource": {
        "kind": "generic", "spec": {"url": "http://127.0.0.1/jobs", "fields": {"title": "title", "url": "url"}},
    },
    "mergeVacancy": {"vacancy_id": NOBODY, "reason": "One job under two names."},
    "rateGeneration": {"rating": "up"},
    "regenerateRecoveryCodes": {"password": PASSWORD},
    "replaceSource": {"company_name": "Kestrel Pilots"},
    "updateSource": {"company_name": "Kestrel Pilots"},
    "replaceResume": {"title": "Mine", "content": {}},
    "createSavedSearch": {"name": "Bread", "filters": {"q": "bread"}},
    "replaceSavedSearch": {"name": "Rolls", "filters": {"q": "rolls"}},
    "updateSavedSearch": {"name": "Rolls"},
    "scoreResume": {"text": "We bake bread."},
    "transitionApplication": {"to": "applied"},
    "updatePasskey": {"name": "Phone"},
}  # fmt: skip
QUERIES: dict[str, dict[str, str]] = {"diffResumeVersions": {"from": "1", "to": "1"}}
# Operations that take a form with a file.
FILES: dict[str, tuple[str, bytes, str]] = {
    "createDocument": ("notes.txt", b"Notes of a baker.", "text/plain"),
    "parseResume": ("resume.txt", RESUME.encode(), "text/plain"),
}


def views() -> list[tuple[str, Any]]:
    """Every path under the API with its view."""

    def walk(patterns: list[Any], prefix: str = "") -> list[tuple[str, Any]]:
        found: list[tuple[str, Any]] = []
        for pattern in patterns:
            path = prefix + str(pattern.pattern)
            if isinstance(pattern, URLResolver):
                found += walk(pattern.url_patterns, path)
            elif isinstance(pattern, URLPattern):
                found.append((path, pattern.callback))
        return found

    return [(path, view) for path, view in walk(get_resolver().url_patterns) if path.startswith("api/v1/")]


@functools.cache
def schema() -> dict[str, Any]:
    found: dict[str, Any] = SchemaGenerator().get_schema(request=None, public=True)  # type: ignore[no-untyped-call]
    return found


@dataclass(frozen=True)
class Asked:
    """One operation of the schema."""

    id: str
    method: str
    path: str
    document: dict[str, Any] = field(hash=False, compare=False)

    @property
    def is_public(self) -> bool:
        return self.document.get("security") == []

    @property
    def names_a_row(self) -> bool:
        return "{" in self.path

    @property
    def statuses(self) -> set[int]:
        return {int(status) for status in self.document["responses"]}


@functools.cache
def operations() -> tuple[Asked, ...]:
    """Every operation, in the order of the schema."""
    return tuple(
        Asked(found["operationId"], method, path, found)
        for path, methods in schema()["paths"].items()
        for method, found in methods.items()
        if method in METHODS
    )


def _resolved(node: dict[str, Any]) -> dict[str, Any]:
    while "$ref" in node or "allOf" in node:
        node = node["allOf"][0] if "allOf" in node else _component(node["$ref"])
    return node


def _component(reference: str) -> dict[str, Any]:
    found: dict[str, Any] = schema()["components"]["schemas"][reference.rpartition("/")[2]]
    return found


_FORMATS = {
    "email": "somebody@example.com", "date": "2026-01-01", "date-time": "2026-01-01T00:00:00Z", "uuid": NOBODY,
    "uri": "https://example.com/", "time": "08:00:00",
}  # fmt: skip
_PLAIN = {"integer": 1, "number": 1, "boolean": True}


def least(node: dict[str, Any]) -> Any:
    """The least value a schema takes: required properties only, the first of an enum."""
    node = _resolved(node)
    for choice in ("oneOf", "anyOf"):
        if choice in node:
            return least(node[choice][0])
    if "enum" in node:
        return node["enum"][0]
    kind = node.get("type")
    if kind == "object":
        return {name: least(node["properties"][name]) for name in node.get("required", ())}
    if kind == "array":
        return [least(node["items"])] * int(node.get("minItems", 0))
    if kind == "string":
        text = _FORMATS.get(str(node.get("format")), "text")
        return text.ljust(int(node.get("minLength", 0)), "x")
    return max(_PLAIN.get(str(kind), 1), node.get("minimum", 1))


def body_of(asked: Asked) -> dict[str, Any] | None:
    """The least JSON body of an operation; None where it takes none, or a form."""
    content = asked.document.get("requestBody", {}).get("content", {})
    if JSON not in content:
        return None
    found: dict[str, Any] = {**least(content[JSON]["schema"]), **BODIES.get(asked.id, {})}
    return found


def parameters_of(asked: Asked, where: str) -> Iterator[dict[str, Any]]:
    for parameter in asked.document.get("parameters", ()):
        if parameter["in"] == where:
            yield parameter


def query_of(asked: Asked) -> dict[str, str]:
    needed = {p["name"]: str(least(p["schema"])) for p in parameters_of(asked, "query") if p.get("required")}
    return {**needed, **QUERIES.get(asked.id, {})}


def url_of(asked: Asked, rows: dict[str, str]) -> str:
    """The path with the rows that are there. `rows` maps `resumes/{id}` to an id. Raises KeyError for a new kind."""
    parts = asked.path.strip("/").split("/")[2:]
    filled, collection = ["api", "v1"], ""
    for part in parts:
        if part.startswith("{"):
            filled.append(rows[f"{collection}/{part}"])
        else:
            collection = part
            filled.append(part)
    return "/" + "/".join(filled) + "/"


def send(client: Client, asked: Asked, rows: dict[str, str], **headers: str) -> Any:
    """Send the least request of an operation, for the rows that are there."""
    url = url_of(asked, rows)
    extra: dict[str, Any] = {"headers": {"idempotency-key": f"matrix-{asked.id}", **headers}} if (
        asked.method == "post"
    ) else {"headers": headers}  # fmt: skip
    query = query_of(asked)
    if query:
        url += "?" + "&".join(f"{name}={value}" for name, value in query.items())
    if asked.id in FILES:
        return client.post(url, {"file": SimpleUploadedFile(*FILES[asked.id])}, **extra)
    body = body_of(asked)
    if body is not None:
        # `$resumes/{id}` stands for the row.
        body = {
            name: rows[value[1:]] if str(value).startswith("$") else value for name, value in body.items()
        }
    if body is None:
        return getattr(client, asked.method)(
            url, **extra, **({} if asked.method == "get" else {"content_type": JSON})
        )
    return getattr(client, asked.method)(url, body, content_type=JSON, **extra)
