"""One request to Upwork in the name of a member, under the limits of their key."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Final

from apps.core import http
from apps.core.errors import AppError, UpstreamError
from apps.vacancies.marketplace.limits import turn_for
from apps.vacancies.sources import graphql
from apps.vacancies.sources.upwork import Upwork

_JSON: Final = {"Accept": "application/json", "Content-Type": "application/json"}
_SECONDS: Final = 60.0
_MOST_BYTES: Final = 4 << 20


def ask(
    query: str, variables: Mapping[str, object], *, token: str, repeatable: bool = True
) -> Mapping[str, object]:
    """The `data` of the answer.

    Raises GraphqlRefused (TokenRefused, RateRefused) for errors in the answer, HostBusy when the key may not ask now,
    UpstreamError otherwise. What is not `repeatable` is sent once at most.
    """
    request = http.Outgoing(
        url=f"{Upwork.base_url}/graphql",
        method="POST",
        headers={**_JSON, "Authorization": f"Bearer {token}"},
        content=graphql.body(query, variables),
        repeatable=repeatable,
    )
    with http.fetch(request, policy=policy_for(token)) as answer:
        return _data(answer.body.read())


def policy_for(token: str) -> http.Policy:
    """As the terms have it; every attempt takes a turn of the key's."""
    terms = Upwork.terms
    return http.Policy(
        total_seconds=_SECONDS,
        max_bytes=_MOST_BYTES,
        robots=terms.respects_robots,
        limit=http.HostLimit(
            requests_per_second=terms.requests_per_second,
            turn=turn_for(Upwork(), {"access_token": token}),
        ),
    )


def is_token_refused(fault: AppError) -> bool:
    """Whether it is the account that has to be connected anew, however the service said so."""
    said_by_status = isinstance(fault, http.UpstreamStatus) and fault.upstream_status == 401
    return said_by_status or isinstance(fault, graphql.TokenRefused)


def _data(raw: bytes) -> Mapping[str, object]:
    try:
        answer = json.loads(raw)
    except (ValueError, RecursionError):
        raise UpstreamError("Upwork's answer can't be read.") from None
    if refused := graphql.refusal(answer):
        raise refused
    data = answer.get("data") if isinstance(answer, Mapping) else None
    if not isinstance(data, Mapping):
        raise UpstreamError("Upwork's answer holds no data.")
    return data
