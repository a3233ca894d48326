"""Who a marketplace says a client is, asked with a member's own account."""

from __future__ import annotations

from collections.abc import Mapping

from apps.core.errors import NotFound, UpstreamError
from apps.vacancies.marketplace import upwork
from apps.vacancies.sources.base import PostingInvalid
from apps.vacancies.sources.offers import ClientClaim
from apps.vacancies.sources.upwork_client import client_of
from apps.vacancies.sources.upwork_queries import CLIENT


def fetch(platform_id: str, *, token: str) -> ClientClaim:
    """A client's profile at Upwork. Raises NotFound where there is none, and as `upwork.ask`."""
    said = upwork.ask(CLIENT, {"id": platform_id}, token=token).get("clientProfile")
    if said is None:
        raise NotFound("The marketplace knows no such client any more.")
    try:
        claim = client_of(said, platform_id) if isinstance(said, Mapping) else None
    except PostingInvalid as fault:
        raise UpstreamError(f"The client's profile can't be read: {fault.reason}.") from fault
    if claim is None:
        raise UpstreamError("The client's profile can't be read.")
    return claim
