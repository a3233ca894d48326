"""Merging and unmerging. A merge moves postings and says why; rows follow from what they hold (`ingest.derive`).

As the system role, which alone may write the catalogue: callers are staff, and have been asked for it.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from django.utils import timezone

from apps.core.caller import NO_WORKSPACE
from apps.core.db import as_system, atomic
from apps.core.errors import Conflict, NotFound
from apps.events.services import publish
from apps.vacancies.history import diff
from apps.vacancies.ingest import changes, members
from apps.vacancies.models import MergeDecision, RawPosting, Vacancy, VacancyChange
from apps.vacancies.saved_searches import arrivals

Kind = MergeDecision.Kind
State = MergeDecision.State


def merge(
    *, into: UUID, absorbed: UUID, actor_id: UUID | None, reason: str, kind: str = Kind.CROSS_POST
) -> None:
    """Every posting of `absorbed` becomes one of `into`. Merged already, it stays so.

    Raises NotFound, and Conflict for one that was merged into another vacancy, or has no postings.
    """
    with as_system(), atomic():
        now = timezone.now()
        rows = _locked(into, absorbed)
        if rows[absorbed].merged_into_id == into:
            return
        _require_living(rows, into, absorbed)
        held = members.held_by(rows, rows)
        if not (held[into] and held[absorbed]):
            raise Conflict("A vacancy without postings cannot be merged.")
        members.store_contents(held, alone=False)
        for posting_id in held[absorbed]:
            _apply(posting_id, into, absorbed, kind, reason, actor_id, now)
        RawPosting.objects.filter(pk__in=held[absorbed]).update(vacancy_id=into)
        Vacancy.objects.filter(pk=absorbed).update(merged_into_id=into)
        after = members.rederive(members.held_by([into], rows))
        _keep_change(rows[into], after[into], VacancyChange.Kind.MERGED, now, reason)
        changes.keep_kind([absorbed], VacancyChange.Kind.MERGED, now, reason)
        arrivals.note([into])
        _publish("vacancy.merged", into, actor_id, absorbed_id=absorbed)


def unmerge(*, vacancy_id: UUID, posting_id: UUID, actor_id: UUID | None) -> None:
    """Undo the merge that brought this posting: it, and what came from the same vacancy with it, goes back there.

    One that joined when it was first met gets a vacancy of its own, under its own id. The rules never merge the pair
    again. Undone already, it stays so. Raises NotFound, and Conflict where there is nothing to undo.
    """
    with as_system(), atomic():
        now = timezone.now()
        decision = _decision_on(vacancy_id, posting_id)
        if decision is None:
            return
        back = decision.from_vacancy_id or posting_id
        rows = _locked(vacancy_id, back, may_lack=back)
        moving = _came_together(decision)
        if posting_id not in moving:
            raise Conflict("Somebody else moved this posting just now.")
        RawPosting.objects.filter(pk__in=moving).update(vacancy_id=back)
        Vacancy.objects.filter(pk=back).update(merged_into=None)
        MergeDecision.objects.filter(posting_id__in=moving, vacancy_id=vacancy_id).update(
            state=State.UNDONE, decided_at=now, decided_by_id=actor_id, updated_at=now
        )
        held = members.held_by([vacancy_id, back], rows)
        after = members.rederive(held)
        members.store_contents(held)
        _keep_change(rows[vacancy_id], after[vacancy_id], VacancyChange.Kind.UNMERGED, now)
        changes.keep_kind([back], VacancyChange.Kind.UNMERGED, now)
        arrivals.note([vacancy_id, back])
        _publish("vacancy.unmerged", vacancy_id, actor_id, restored_id=back)


def accept(*, decision_id: UUID, actor_id: UUID | None) -> None:
    """Make the merge that the rules were too unsure to make. Made already, it stays so. Raises as `merge`."""
    with as_system(), atomic():
        decision = _locked_decision(decision_id)
        if decision.state == State.APPLIED:
            return
        absorbed = decision.posting.vacancy_id
        into = _living(decision.vacancy)
        if absorbed is None or into == absorbed:
            raise Conflict("Both are one vacancy already.")
        merge(into=into, absorbed=absorbed, actor_id=actor_id, reason=decision.reason, kind=decision.kind)
        if into != decision.vacancy_id:
            decision.delete()  # The merge is kept with the vacancy it was made into.


def refuse(*, decision_id: UUID, actor_id: UUID | None) -> None:
    """Keep the two apart for good. Refused already, it stays so. Raises Conflict for a merge that was made."""
    with as_system(), atomic():
        decision = _locked_decision(decision_id)
        if decision.state == State.REFUSED:
            return
        if decision.state == State.APPLIED:
            raise Conflict("This merge was made: undo it instead.")
        decision.state, decision.decided_by_id, decision.decided_at = State.REFUSED, actor_id, timezone.now()
        decision.save()
        _publish("vacancy.merge_refused", decision.vacancy_id, actor_id, posting_id=decision.posting_id)


def _locked(*vacancy_ids: UUID, may_lack: UUID | None = None) -> dict[UUID, Vacancy]:
    locked = members.lock(vacancy_ids)
    if set(vacancy_ids) - locked.keys() - {may_lack}:
        raise NotFound()
    return members.rows_of(vacancy_ids)


def _require_living(rows: Mapping[UUID, Vacancy], into: UUID, absorbed: UUID) -> None:
    if into == absorbed:
        raise Conflict("A vacancy cannot be merged into itself.")
    for pk in (into, absorbed):
        if rows[pk].merged_into_id:
            raise Conflict(f"Vacancy {pk} was merged into {rows[pk].merged_into_id}.")


def _living(vacancy: Vacancy) -> UUID:
    while vacancy.merged_into is not None:
        vacancy = vacancy.merged_into
    return vacancy.pk


def _apply(
    posting_id: UUID, into: UUID, absorbed: UUID, kind: str, reason: str, actor_id: UUID | None, now: datetime
) -> None:
    """The decision that brings a posting, in place of what was said of the pair before."""
    said = {
        "from_vacancy_id": absorbed,
        "state": State.APPLIED,
        "decided_at": now,
        "decided_by_id": actor_id,
    }
    judged = {"kind": kind, "reason": reason[:200], "confidence": 1.0, "evidence": {"stage": "staff"}}
    before = MergeDecision.objects.filter(posting_id=posting_id, vacancy_id=into).first()
    if before is None:
        MergeDecision.objects.create(posting_id=posting_id, vacancy_id=into, **said, **judged)
    else:
        # What the rules found of the pair stays beside the word of who decided.
        MergeDecision.objects.filter(pk=before.pk).update(**said, updated_at=now)


def _decision_on(vacancy_id: UUID, posting_id: UUID) -> MergeDecision | None:
    """The merge to undo; None where it is undone. Raises NotFound and Conflict."""
    decision = MergeDecision.objects.filter(vacancy_id=vacancy_id, posting_id=posting_id).first()
    if decision is not None and decision.state == State.UNDONE:
        return None
    posting = RawPosting.objects.filter(pk=posting_id).only("vacancy_id").first()
    if posting is None or not Vacancy.objects.filter(pk=vacancy_id).exists():
        raise NotFound()
    if posting.vacancy_id != vacancy_id:
        raise Conflict("This posting is not one of this vacancy's.")
    if decision is None or decision.state != State.APPLIED:
        raise Conflict("This posting was not merged: it has been this vacancy's from the first.")
    return decision


def _came_together(decision: MergeDecision) -> set[UUID]:
    """The postings that one merge brought and that are still here."""
    applied = MergeDecision.objects.filter(
        vacancy_id=decision.vacancy_id, state=State.APPLIED, posting__vacancy_id=decision.vacancy_id
    )
    if decision.from_vacancy_id is None:
        applied = applied.filter(pk=decision.pk)
    else:
        applied = applied.filter(from_vacancy_id=decision.from_vacancy_id)
    return set(applied.values_list("posting_id", flat=True))


def _locked_decision(decision_id: UUID) -> MergeDecision:
    decision = (
        MergeDecision.objects.select_for_update(of=("self",))
        .select_related("posting", "vacancy")
        .filter(pk=decision_id)
        .first()
    )
    if decision is None:
        raise NotFound()
    return decision


def _keep_change(
    before: Vacancy, after: Mapping[str, Any], kind: str, now: datetime, reason: str = ""
) -> None:
    fields = diff(vars(before), after)
    VacancyChange.objects.create(vacancy=before, kind=kind, at=now, fields=fields, reason=reason[:200])
    if fields:
        changes.tell("vacancy.changed", [before.pk])


def _publish(event: str, vacancy_id: UUID, actor_id: UUID | None, **payload: UUID) -> None:
    publish(
        event,
        workspace_id=NO_WORKSPACE,
        actor_id=actor_id,
        subject_type="vacancy",
        subject_id=vacancy_id,
        payload={name: str(value) for name, value in payload.items()} | {"vacancy_id": str(vacancy_id)},
    )
