"""GraphQL as a marketplace speaks it: what is sent, and the errors that stand in an answer of status 200. Pure."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping

from apps.core.errors import UpstreamError

_UNAUTHENTICATED = frozenset({"unauthenticated", "unauthorized", "authentication_error", "invalid_token"})
_BUSY = frozenset({"throttled", "rate_limited", "too_many_requests", "resource_exhausted"})


class GraphqlRefused(UpstreamError):
    """The service answered with errors instead of data. `code` is the service's own, in lower case ("" = none)."""

    title = "The service refused the request"

    def __init__(self, reason: str, *, error_code: str = "") -> None:
        self.error_code = error_code
        super().__init__(reason)


class TokenRefused(GraphqlRefused):
    """The token is not, or no longer, good: its owner has to connect the account again."""

    title = "The account's token is refused"


class RateRefused(GraphqlRefused):
    """More requests than the key has, said in the body."""

    title = "The service asks for a pause"


def body(query: str, variables: Mapping[str, object]) -> bytes:
    """The JSON of one request."""
    return json.dumps({"query": query, "variables": variables}, ensure_ascii=False).encode()


def refusal(answer: object) -> GraphqlRefused | None:
    """What the `errors` of a decoded answer come to; None where there are none."""
    found = list(_errors(answer))
    if not found:
        return None
    # The gravest first: whoever has no right gets other errors for it too.
    for kind, codes in ((TokenRefused, _UNAUTHENTICATED), (RateRefused, _BUSY)):
        for code, message in found:
            if code in codes:
                return kind(message, error_code=code)
    code, message = found[0]
    return GraphqlRefused(message, error_code=code)


def refusal_in(raw: bytes) -> GraphqlRefused | None:
    """As `refusal`, of an answer as received; None of what is no JSON."""
    try:
        return refusal(json.loads(raw))
    except (ValueError, RecursionError):
        return None


def _errors(answer: object) -> Iterator[tuple[str, str]]:
    errors = answer.get("errors") if isinstance(answer, Mapping) else None
    if not isinstance(errors, list):
        return
    for error in errors:
        said = error if isinstance(error, Mapping) else {}
        extensions = said.get("extensions")
        named = extensions if isinstance(extensions, Mapping) else {}
        code = str(named.get("code") or named.get("classification") or "").strip().lower()
        yield code, str(said.get("message") or "no reason given")[:200]
