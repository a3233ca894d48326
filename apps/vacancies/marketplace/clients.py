"""The clients a workspace has met at marketplaces: kept by what was said of them last, and scored."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Final
from uuid import UUID

from django.utils import timezone

from apps.core.caller import Caller
from apps.core.db import atomic
from apps.core.errors import NotFound
from apps.events.services import publish
from apps.jobs.models import Task
from apps.jobs.running import Running
from apps.jobs.services import enqueue
from apps.vacancies.jobs import REFRESH_CLIENT
from apps.vacancies.marketplace import scoring
from apps.vacancies.models import MarketplaceClient, OwnVacancy
from apps.vacancies.sources.offers import ClientClaim, Review

# What a claim says as it is; what it does not say stays as it was.
_SAID: Final = (
    "name", "company_name", "location", "total_spent", "currency", "hire_rate", "rating", "jobs_posted", "active_jobs",
)  # fmt: skip


def remember(workspace_id: UUID, claims: Iterable[ClientClaim | None]) -> dict[str, MarketplaceClient]:
    """The workspace's rows of these clients by `platform_id`, made or brought up to date. Those who are not named have
    none. For the transaction that writes their postings, of one platform at a time; three queries at most."""
    said = {claim.platform_id: claim for claim in claims if claim and claim.platform_id}
    if not said:
        return {}
    with atomic():
        platform = next(iter(said.values())).platform
        rows = MarketplaceClient.objects.filter(
            workspace_id=workspace_id, platform=platform, platform_id__in=sorted(said)
        )
        found = _locked(rows)
        missing = [_new(workspace_id, claim) for name, claim in sorted(said.items()) if name not in found]
        if missing:
            MarketplaceClient.objects.bulk_create(missing, ignore_conflicts=True)
            found = _locked(rows)
        changed = [row for name, row in found.items() if _tell(row, said[name])]
        if changed:
            for row in changed:
                row.updated_at = timezone.now()
            fields = [*_SAID, "reviews", "reviews_count", "score", "updated_at"]
            MarketplaceClient.objects.bulk_update(changed, fields)
    return found


def columns_of(claim: ClientClaim | None, known: Mapping[str, MarketplaceClient]) -> dict[str, Any]:
    """`client_id` and `client_score` of a vacancy whose posting made this claim, after `remember`."""
    if claim is None:
        return {"client_id": None, "client_score": None}
    row = known.get(claim.platform_id)
    return {
        "client_id": row.pk if row else None,
        "client_score": row.score if row else scoring.score_of(claim),
    }


def claim_of(row: MarketplaceClient) -> ClientClaim:
    """A row as it was claimed, to be scored or shown with its reasons."""
    return ClientClaim(
        platform=row.platform,
        platform_id=row.platform_id,
        reviews=None
        if row.reviews_count is None
        else tuple(
            Review(rating=each.get("rating"), comment=each.get("comment", "")) for each in row.reviews
        ),
        **{name: getattr(row, name) for name in _SAID},
    )


def ask_refresh(*, client_id: UUID, caller: Caller) -> Task:
    """A task that reads a client's profile anew, with the caller's own account. Raises NotFound, Conflict (no account)."""
    row = MarketplaceClient.objects.filter(workspace_id=caller.workspace_id, pk=client_id).first()
    if row is None:
        raise NotFound()
    from apps.vacancies.marketplace.accounts import connection_of

    connection_id = connection_of(caller, row.platform)
    with atomic():
        return enqueue(
            kind=REFRESH_CLIENT,
            caller=caller,
            arguments={"client_id": str(row.pk), "connection_id": str(connection_id)},
        )


def refresh(running: Running) -> None:
    """The work of `ask_refresh`. Nothing is held while the marketplace is waited for."""
    # Asking a marketplace takes its reader and the way to the outside: for the worker that does.
    from apps.vacancies.marketplace import profiles
    from apps.vacancies.marketplace.accounts import account

    client_id, connection_id = (UUID(running.arguments[name]) for name in ("client_id", "connection_id"))
    with running.acting() as caller:
        platform_id = _row(client_id, caller).platform_id
    with account(connection_id, running.caller) as secret:
        claim = profiles.fetch(platform_id, token=secret["access_token"])
    with running.acting() as caller:
        row = _row(client_id, caller, lock=True)
        _tell(row, claim)
        row.fetched_at = timezone.now()
        row.save()
        OwnVacancy.objects.filter(workspace_id=caller.workspace_id, client=row).update(client_score=row.score)
        publish(
            "company.refreshed",
            workspace_id=caller.workspace_id,
            actor_id=caller.user_id,
            subject_type="company",
            subject_id=row.pk,
            payload={"company_id": str(row.pk)},
        )
        running.finish({"company_id": str(row.pk), "score": row.score})


def _row(client_id: UUID, caller: Caller, *, lock: bool = False) -> MarketplaceClient:
    rows = MarketplaceClient.objects.filter(workspace_id=caller.workspace_id, pk=client_id)
    row = (rows.select_for_update(of=("self",)) if lock else rows).first()
    if row is None:
        raise NotFound()
    return row


def _locked(rows: Any) -> dict[str, MarketplaceClient]:
    """In one order, whoever asks: two crawls that meet the same clients wait, and neither for ever."""
    return {row.platform_id: row for row in rows.select_for_update(of=("self",)).order_by("platform_id")}


def _new(workspace_id: UUID, claim: ClientClaim) -> MarketplaceClient:
    row = MarketplaceClient(
        workspace_id=workspace_id, platform=claim.platform, platform_id=claim.platform_id[:200]
    )
    _tell(row, claim)
    return row


def _tell(row: MarketplaceClient, claim: ClientClaim) -> bool:
    """Put what was said into a row, and score it; whether anything changed."""
    before = {name: getattr(row, name) for name in (*_SAID, "reviews_count", "reviews", "score")}
    for name in _SAID:
        if (value := getattr(claim, name)) not in (None, ""):
            setattr(row, name, value)
    if claim.reviews is not None:
        row.reviews_count = len(claim.reviews)
        row.reviews = [_review(each) for each in claim.reviews]
    row.score = scoring.score_of(claim_of(row))
    return any(getattr(row, name) != value for name, value in before.items())


def _review(review: Review) -> dict[str, Any]:
    on = review.date.isoformat() if review.date else None
    return {"rating": review.rating, "comment": review.comment, "date": on}
