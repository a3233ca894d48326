"""API keys for tests: made through the API, and used as a program would use them."""

from __future__ import annotations

import hashlib
from base64 import b64encode
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any, Final, Protocol
from uuid import UUID, uuid4

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from django.test import Client
from http_message_signatures import HTTPMessageSigner, MappingKeyResolver
from http_message_signatures.algorithms import ED25519

from apps.accounts.models import Workspace
from apps.core.db import as_system
from tests.factories.accounts import Person

JSON: Final = "application/json"
PATH: Final = "/api/v1/api-keys/"
HOST: Final = "http://testserver"


def set_plan(person: Person, plan: str) -> None:
    with as_system():
        Workspace.objects.filter(pk=person.caller.workspace_id).update(plan_id=plan)


def made(person: Person, **fields: Any) -> dict[str, Any]:
    """A key, as `createApiKey` answers it."""
    body = {"name": "Importer", "scopes": ["*:read", "*:write"], **fields}
    response = person.client.post(PATH, body, content_type=JSON)
    assert response.status_code == 201, response.content
    answer: dict[str, Any] = response.json()
    return answer


def program(key: str) -> Client:
    """A client that sends a key."""
    return Client(headers={"authorization": f"Api-Key {key}"}, raise_request_exception=False)


def pem(key: Ed25519PrivateKey) -> str:
    return key.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo).decode()


def digest(body: bytes) -> str:
    return f"sha-256=:{b64encode(hashlib.sha256(body).digest()).decode()}:"


class Answered(Protocol):
    """What a test client gives back."""

    @property
    def status_code(self) -> int: ...
    @property
    def content(self) -> bytes: ...


@dataclass
class _Message:
    method: str
    url: str
    headers: dict[str, str]


@dataclass
class Signer:
    """Signs as a client does, with the library's other half; each argument of `sent` can be made wrong."""

    key_id: str
    private: Ed25519PrivateKey
    client: Client = field(default_factory=lambda: Client(raise_request_exception=False))

    def headers(
        self,
        method: str,
        path: str,
        body: bytes = b"",
        *,
        cover: tuple[str, ...] = ("@method", "@target-uri"),
        created: datetime | None = None,
        nonce: str | None = "",
        with_digest: bool = True,
        host: str = HOST,
        **more: Any,
    ) -> dict[str, str]:
        message = _Message(method, host + path, {})
        signer = HTTPMessageSigner(
            signature_algorithm=ED25519,
            key_resolver=MappingKeyResolver(
                public_keys={}, private_keys={more.get("key_id", self.key_id): self.private}
            ),
        )
        signer.sign(
            message,
            covered_component_ids=cover,
            created=created or datetime.now(UTC),
            nonce=str(uuid4()) if nonce == "" else nonce,
            body=body if body and with_digest else None,
            **{"key_id": self.key_id, **more},
        )
        return {"Authorization": f"Api-Key {self.key_id}", **message.headers}

    def send(self, method: str, path: str, body: bytes, headers: Mapping[str, str]) -> Answered:
        return self.client.generic(method, path, body, content_type=JSON, headers=dict(headers))

    def sent(self, method: str, path: str, body: bytes = b"", **how: Any) -> Answered:
        return self.send(method, path, body, self.headers(method, path, body, **how))


def signer(person: Person, **fields: Any) -> Signer:
    """A key that signs, of somebody on a plan that has it."""
    private = Ed25519PrivateKey.generate()
    set_plan(person, "pro")
    answer = made(person, public_key=pem(private), **fields)
    return Signer(answer["prefix"], private)


def id_of(answer: dict[str, Any]) -> UUID:
    return UUID(answer["id"])
