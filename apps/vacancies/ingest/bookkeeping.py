"""The figures of a run, its checkpoint and its end, and the health of its board: on either target's tables."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import F
from django.utils import timezone

from apps.events.services import publish
from apps.vacancies.ingest import health
from apps.vacancies.ingest.reading import Position
from apps.vacancies.ingest.target import Counts, Run, Target
from apps.vacancies.models.sources import RunOutcome

MOST_FAULTS = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class Ending:
    """How a run ended. `retry_after` is in seconds, `is_busy` as of `health.after`; `is_recorded`: it read a recorded
    answer, not the board."""

    outcome: RunOutcome
    fault: str = ""
    retry_after: float | None = None
    is_busy: bool = False
    is_recorded: bool = False


def record(target: Target, counts: Counts, *, requests: int, position: Position | None) -> None:
    """Add a batch to its run; with `position` the page is done, and the run goes on behind it after a crash."""
    run = target.run
    changes: dict[str, Any] = {name: F(name) + value for name, value in counts.numbers().items() if value}
    if counts.faults:
        run.faults = (run.faults + counts.faults)[:MOST_FAULTS]
        changes["faults"] = run.faults
    if requests:
        changes["requests"] = F("requests") + requests
    if position is not None:
        changes |= {"checkpoint": position.stored(), "pages": position.number}
    if changes:
        type(run)._default_manager.filter(pk=run.pk).update(**changes)


def tell(target: Target, message: str) -> None:
    """Publish how far the run is."""
    figures = type(target.run)._default_manager.values(*Counts.NUMBERS, "pages").get(pk=target.run.pk)
    _publish(target, "_run.progressed", {**figures, "message": message})


def end(target: Target, ending: Ending, *, requests: int, position: Position) -> dict[str, Any]:
    """Close the run and what its board no longer lists; answers the summary. Within the target's transaction."""
    run, now = _locked(target), timezone.now()
    target.run = run
    run.requests += requests
    run.outcome, run.fault, run.finished_at = ending.outcome, ending.fault, now
    if not ending.is_recorded:
        _look_after(target, run, ending, position, now)
    run.fault = run.fault[:2000]
    run.save()
    summary = summary_of(run)
    _publish(target, "_run.finished", summary)
    return summary


def _locked(target: Target) -> Run:
    runs = type(target.run)._default_manager
    return runs.select_for_update(of=("self",)).select_related("source").get(pk=target.run.pk)


def _look_after(target: Target, run: Run, ending: Ending, position: Position, now: datetime) -> None:
    """What the run says of its board: health, alarm, closings, what to ask next time."""
    board = run.source
    before = health.Health(failures=board.failures, cooldown_until=board.cooldown_until)
    after = health.after(ending.outcome, before, now, retry_after=ending.retry_after, is_busy=ending.is_busy)
    changes: dict[str, Any] = {
        "failures": after.failures,
        "cooldown_until": after.cooldown_until,
        "last_run_at": now,
    }
    if ending.outcome == RunOutcome.COMPLETE:
        changes |= _completed(target, run, position, now)
    elif ending.outcome == RunOutcome.UNCHANGED:
        changes["last_complete_at"] = now
    type(board)._default_manager.filter(pk=board.pk).update(**changes)


def _completed(target: Target, run: Run, position: Position, now: datetime) -> dict[str, Any]:
    """Of a complete crawl: the alarm it raises, or else what it closes."""
    board, (standing, listed) = run.source, target.standing()
    # A board of before there was a count: what stands was listed once.
    before = board.open_postings if board.last_complete_at else standing
    everything = target.adapter.lists_everything
    alarm = health.alarm(
        before=before if everything else 0, listed=listed, seen=run.seen, refused=run.refused
    )
    changes: dict[str, Any] = {"last_complete_at": now, "etag": "", "last_modified": ""}
    if not alarm and everything:
        run.closed = target.close_unlisted(now)
    changes |= _alarm(target, run, alarm, now)
    if alarm:
        run.fault = run.fault or alarm
        return changes | {"open_postings": before}
    changes["open_postings"] = listed
    if position.number == 1 and target.is_settled():
        changes |= {"etag": position.etag[:300], "last_modified": position.last_modified[:100]}
    return changes


def _alarm(target: Target, run: Run, alarm: str, now: datetime) -> dict[str, Any]:
    """Raise it, or take back the one that stands; the same one twice is told once."""
    board = run.source
    if alarm == "" and board.alarm:
        _publish(target, ".alarm_ended", {"alarm": board.alarm}, of_board=True)
        return {"alarm": "", "alarmed_at": None}
    if alarm == "" or board.alarm:
        return {}
    _publish(target, ".alarmed", {"alarm": alarm[:300]}, of_board=True)
    return {"alarm": alarm[:300], "alarmed_at": now}


def _publish(target: Target, verb: str, said: dict[str, Any], *, of_board: bool = False) -> None:
    run, noun = target.run, target.noun
    board = {"kind": run.source.kind, "board": run.source.board}
    publish(
        f"{noun}{verb}",
        workspace_id=target.workspace_id,
        subject_type=noun if of_board else f"{noun}_run",
        subject_id=run.source_id if of_board else run.pk,
        payload={f"{noun}_run_id": str(run.pk), **board, **said},
    )


def summary_of(run: Run) -> dict[str, Any]:
    """The figures of a run, as the command line and the event show them."""
    numbers = {name: getattr(run, name) for name in (*Counts.NUMBERS, "closed", "pages", "requests")}
    return {
        "kind": run.source.kind,
        "board": run.source.board,
        "outcome": run.outcome,
        **numbers,
        "faults": run.faults,
        "fault": run.fault,
    }
