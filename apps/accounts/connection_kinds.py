"""What accounts elsewhere can be connected, and what each needs. An open set: apps register theirs when they are ready.

Pure: no Django.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Final, Literal

from apps.core.errors import FieldError

InputType = Literal["string", "integer", "boolean", "datetime"]
Value = str | int | bool
INPUT_TYPES: Final[tuple[InputType, ...]] = ("string", "integer", "boolean", "datetime")
LONGEST_OPTION: Final = 300
# A key file, or a token with everything in it.
LONGEST_SECRET: Final = 8000


@dataclass(frozen=True, slots=True, kw_only=True)
class ConnectionInput:
    """One thing that a kind asks for. What is secret is a string, is encrypted, and never comes out again."""

    name: str
    title: str
    type: InputType = "string"
    is_secret: bool = False
    is_required: bool = True
    minimum: int | None = None
    maximum: int | None = None
    help: str = ""

    def __post_init__(self) -> None:
        if self.is_secret and self.type != "string":
            raise ValueError(f"{self.name}: a secret is a string")


@dataclass(frozen=True, slots=True, kw_only=True)
class ConnectionKind:
    """A kind of account: enough for a client to draw the form."""

    code: str
    title: str
    inputs: tuple[ConnectionInput, ...]
    help: str = ""


Provider = Callable[[], Iterable[ConnectionKind]]
_providers: list[Provider] = []


def register(provider: Provider) -> None:
    """Called when an app is ready; what it provides is asked for at the first use, and may load what is heavy."""
    if provider not in _providers:
        _providers.append(provider)
        _kinds.cache_clear()


@cache
def _kinds() -> dict[str, ConnectionKind]:
    found: dict[str, ConnectionKind] = {}
    for kind in (kind for provider in _providers for kind in provider()):
        if kind.code in found:
            raise ValueError(f"two kinds of connection called {kind.code}")
        found[kind.code] = kind
    return found


def kind_called(code: str) -> ConnectionKind | None:
    return _kinds().get(code)


def all_kinds() -> tuple[ConnectionKind, ...]:
    """Every kind, by title."""
    return tuple(sorted(_kinds().values(), key=lambda kind: kind.title.casefold()))


def faults(
    kind: ConnectionKind, options: Mapping[str, object], secret: Mapping[str, object]
) -> list[FieldError]:
    """What of a whole connection the kind does not take; `attr` is `options.port` or `secret.password`."""
    return [
        *_faults_in("options", options, {field.name: field for field in kind.inputs if not field.is_secret}),
        *_faults_in("secret", secret, {field.name: field for field in kind.inputs if field.is_secret}),
    ]


def _faults_in(
    place: str, given: Mapping[str, object], fields: Mapping[str, ConnectionInput]
) -> Iterator[FieldError]:
    for name in given:
        if name not in fields:
            yield FieldError(f"{place}.{name}", "unknown", "This kind of connection has no such field.")
    for name, field in fields.items():
        if name not in given:
            if field.is_required:
                yield FieldError(f"{place}.{name}", "required", "This kind of connection needs it.")
        elif detail := _wrong(field, given[name]):
            yield FieldError(f"{place}.{name}", "invalid", detail)


def _wrong(field: ConnectionInput, value: object) -> str:
    """Why a value is not one of the field's; empty for a good one."""
    if field.type == "boolean":
        return "" if isinstance(value, bool) else "Must be true or false."
    if field.type == "integer":
        return _wrong_integer(field, value)
    longest = LONGEST_SECRET if field.is_secret else LONGEST_OPTION
    if not isinstance(value, str) or not 0 < len(value) <= longest or "\x00" in value:
        return f"Must be a text of 1 to {longest} characters."
    if field.type == "datetime" and not _is_moment(value):
        return "Must be a time with its offset: 2030-01-31T12:00:00Z."
    return ""


def _wrong_integer(field: ConnectionInput, value: object) -> str:
    if isinstance(value, bool) or not isinstance(value, int):
        return "Must be a whole number."
    if field.minimum is not None and value < field.minimum:
        return f"Must be {field.minimum} or more."
    if field.maximum is not None and value > field.maximum:
        return f"Must be {field.maximum} or less."
    return ""


def _is_moment(text: str) -> bool:
    try:
        return datetime.fromisoformat(text).tzinfo is not None
    except ValueError:
        return False


UPWORK = ConnectionKind(
    code="upwork",
    title="Upwork",
    help="Lets your searches there fill a board of yours, and proposals be sent, each after you have confirmed it.",
    inputs=(
        ConnectionInput(name="access_token", title="Access token", is_secret=True),
        ConnectionInput(name="refresh_token", title="Refresh token", is_secret=True, is_required=False),
        ConnectionInput(
            name="expires_at",
            title="Expires",
            type="datetime",
            is_required=False,
            help="Of the access token.",
        ),
    ),
)
MAILBOX = ConnectionKind(
    code="mailbox",
    title="Mailbox (SMTP)",
    help="Lets follow-ups go out from your own address.",
    inputs=(
        ConnectionInput(name="host", title="Server"),
        ConnectionInput(name="port", title="Port", type="integer", minimum=1, maximum=65_535, help="Mostly 587 or 465."),
        ConnectionInput(name="username", title="User name"),
        ConnectionInput(
            name="use_tls", title="Encrypted from the start", type="boolean", is_required=False,
            help="Port 465; otherwise encryption starts with STARTTLS.",
        ),
        ConnectionInput(name="password", title="Password", is_secret=True, help="An app password, where there is one."),
    ),
)  # fmt: skip
register(lambda: (UPWORK, MAILBOX))
