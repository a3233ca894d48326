"""Which boards are read now. Asked by beat each minute: what is due gets one task, and its next time with it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import timedelta
from typing import Final, TypeVar
from uuid import UUID

from django.db.models import F, Q, QuerySet
from django.utils import timezone

from apps.accounts.models import Membership, Role
from apps.core.caller import Caller
from apps.core.db import as_system, atomic
from apps.jobs.models import OVER, GlobalTask, Task
from apps.jobs.services import enqueue_global
from apps.vacancies.boards import catalogue, services
from apps.vacancies.jobs import FIND_BOARDS, INGEST, READ_OWN_BOARD
from apps.vacancies.models import OwnSource, Source
from apps.vacancies.models.sources import AbstractSource
from apps.vacancies.sources.capabilities import FindingSource
from apps.vacancies.sources.registry import all_sources

# Boards of one vendor that are read at the same time: they share a host, which has room for few.
MOST_OF_A_KIND: Final = 3
MOST_OF_A_WORKSPACE: Final = 3
MOST_OWN: Final = 50
B = TypeVar("B", bound=AbstractSource)


def start_due() -> int:
    """A task for every board that is due and has room; answers how many. Two beats at once make no twins: a board is
    locked while it is started, and is due no more."""
    with as_system():
        return _start_catalogue() + _start_own()


def start_finding() -> int:
    """A task for every source whose boards come and go and that is on by default; answers how many."""
    kinds = [
        source.kind
        for source in all_sources()
        if isinstance(source, FindingSource) and source.terms.default_on
    ]
    with as_system(), atomic():
        busy = GlobalTask.objects.filter(kind=FIND_BOARDS).exclude(status__in=OVER)
        free = sorted(set(kinds) - set(busy.values_list("arguments__kind", flat=True)))
        for kind in free:
            enqueue_global(kind=FIND_BOARDS, arguments={"kind": kind})
    return len(free)


def _start_catalogue() -> int:
    started = 0
    with atomic():
        tasks = GlobalTask.objects.filter(kind=INGEST).exclude(status__in=OVER)
        busy = Counter(tasks.values_list("arguments__kind", flat=True))
        kinds = _due(Source.objects.order_by()).values_list("kind", flat=True).distinct()
        for kind in sorted(kinds):
            room = MOST_OF_A_KIND - busy[kind]
            # Of a board that is still being read the next time comes with the next interval.
            for board in _locked(_due(Source.objects.filter(kind=kind)), max(0, room)):
                if catalogue.is_under_way(board):
                    _put_off(board)
                else:
                    catalogue.start(board)
                    started += 1
    return started


def _start_own() -> int:
    started = 0
    with atomic():
        boards = _locked(_due(OwnSource.objects.all()), MOST_OWN)
        callers = _callers(boards)
        tasks = Task.objects.filter(kind=READ_OWN_BOARD).exclude(status__in=OVER)
        here = tasks.filter(workspace_id__in={board.workspace_id for board in boards})
        busy = Counter(here.values_list("workspace_id", flat=True))
        for board in boards:
            caller = callers.get(board.pk)
            if (
                caller is None
                or busy[board.workspace_id] >= MOST_OF_A_WORKSPACE
                or services.is_under_way(board)
            ):
                _put_off(board, seconds=None if caller is None else 60)
                continue
            services.start(board, caller)
            busy[board.workspace_id] += 1
            started += 1
    return started


def _due(boards: QuerySet[B]) -> QuerySet[B]:
    now = timezone.now()
    resting = Q(cooldown_until=None) | Q(cooldown_until__lte=now)
    return boards.filter(resting, is_enabled=True, next_run_at__lte=now)


def _locked(boards: QuerySet[B], most: int) -> list[B]:
    """The longest due first; what somebody else is starting is left to them."""
    if not most:
        return []
    rows = boards.select_for_update(skip_locked=True, of=("self",)).order_by(F("next_run_at"), "pk")
    return list(rows[:most])


def _put_off(board: AbstractSource, seconds: int | None = None) -> None:
    """Not now: in so many seconds, or when it would have been due next."""
    later = timezone.now() + timedelta(seconds=seconds) if seconds else services.next_run_at(board)
    type(board)._default_manager.filter(pk=board.pk).update(next_run_at=later)


def _callers(boards: Iterable[OwnSource]) -> dict[UUID, Caller]:
    """For whom each board is read, by board: who added it, or once they have left the workspace's first owner."""
    boards = list(boards)
    who = Q(role=Role.OWNER) | Q(user_id__in={board.created_by_id for board in boards})
    members = (
        Membership.objects.filter(who, workspace_id__in={board.workspace_id for board in boards})
        .select_related("workspace")
        .order_by("created_at")
    )
    known = list(members)
    found: dict[UUID, Caller] = {}
    for board in boards:
        here = [each for each in known if each.workspace_id == board.workspace_id]
        theirs = [each for each in here if each.user_id == board.created_by_id]
        owners = [each for each in here if each.role == Role.OWNER]
        for member in (*theirs, *owners)[:1]:
            found[board.pk] = Caller(
                user_id=member.user_id,
                workspace_id=member.workspace_id,
                role=member.role,
                plan=str(member.workspace.plan_id),
            )
    return found
