"""What a batch leaves behind it besides rows: why postings were merged, what changed, and who is told of it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Q

from apps.events.services import NewEvent, publish_all
from apps.vacancies import history
from apps.vacancies.ingest.identify import Placed
from apps.vacancies.models import MergeDecision, Vacancy, VacancyChange, VacancyMark
from apps.vacancies.saved_searches import arrivals

REPOSTS = (MergeDecision.Kind.REPOST, MergeDecision.Kind.EVERGREEN)
State = MergeDecision.State


def keep_decisions(placed: Sequence[Placed], now: datetime) -> None:
    """Why each posting joined its vacancy, or which it may be one with. A word that was said before stands."""
    found = []
    for each in placed:
        decision = each.decision
        if decision and decision.is_merge:
            found.append(_decision(each.posting_id, each.vacancy_id, decision, State.APPLIED, now))
        elif decision and decision.proposal and each.proposed:
            found.append(_decision(each.posting_id, each.proposed, decision.proposal, State.PROPOSED, now))
    MergeDecision.objects.bulk_create(found, ignore_conflicts=True)


def _decision(posting_id: UUID, vacancy_id: UUID, made: Any, state: str, now: datetime) -> MergeDecision:
    return MergeDecision(
        posting_id=posting_id,
        vacancy_id=vacancy_id,
        kind=made.kind,
        state=state,
        confidence=made.confidence,
        reason=made.reason[:200],
        evidence=dict(made.evidence),
        decided_at=now,
    )


def keep(
    before: Mapping[UUID, Vacancy],
    rows: Mapping[UUID, Mapping[str, Any]],
    placed: Mapping[UUID, Sequence[Placed]],
    now: datetime,
) -> None:
    """One entry in the history of each vacancy that a reader would find changed, and word to who keeps it."""
    found = [
        change
        for pk, row in rows.items()
        if pk in before and (change := _change(before[pk], row, placed[pk], now)) is not None
    ]
    VacancyChange.objects.bulk_create(found)
    arrivals.note(
        [pk for pk, group in placed.items() if any(each.is_new for each in group)]
        + [change.vacancy_id for change in found]
    )
    tell("vacancy.changed", [change.vacancy_id for change in found if change.fields or _opened(change)])


def _opened(change: VacancyChange) -> bool:
    return change.kind in (VacancyChange.Kind.REOPENED, VacancyChange.Kind.REPOSTED)


def _change(
    before: Vacancy, row: Mapping[str, Any], placed: Sequence[Placed], now: datetime
) -> VacancyChange | None:
    if all(each.is_reread for each in placed):
        return None  # Not the vacancy changed, but how we read it.
    joined = [each.decision for each in placed if each.decision and each.decision.is_merge]
    reposted = [one for one in joined if one.kind in REPOSTS]
    fields = history.diff(vars(before), row)
    kinds = VacancyChange.Kind
    if reposted:
        kind, reason = kinds.REPOSTED, reposted[0].reason
    elif before.status == "closed" and row["status"] == "open":
        kind, reason = kinds.REOPENED, "listed again"
    elif joined:
        kind, reason = kinds.MERGED, joined[0].reason
    elif fields:
        kind, reason = kinds.CHANGED, ""
    else:
        return None
    return VacancyChange(vacancy=before, kind=kind, at=now, fields=fields, reason=reason[:200])


def keep_kind(vacancy_ids: Iterable[UUID], kind: str, now: datetime, reason: str = "") -> None:
    """The same entry in the history of each of these."""
    VacancyChange.objects.bulk_create(
        VacancyChange(vacancy_id=pk, kind=kind, at=now, reason=reason[:200]) for pk in vacancy_ids
    )


def tell(event: str, vacancy_ids: Collection[UUID]) -> None:
    """An event for every workspace that saved or applied to one of these, or to what was merged into it."""
    if not vacancy_ids:
        return
    kept = Q(saved_at__isnull=False) | Q(applied_at__isnull=False)
    marks = VacancyMark.objects.filter(
        Q(vacancy_id__in=vacancy_ids) | Q(vacancy__merged_into__in=vacancy_ids), kept
    )
    publish_all(
        NewEvent(
            type=event,
            workspace_id=workspace_id,
            subject_type="vacancy",
            subject_id=vacancy_id,
            payload={"vacancy_id": str(vacancy_id)},
        )
        for workspace_id, vacancy_id in marks.values_list("workspace_id", "vacancy_id").order_by("pk")
    )
