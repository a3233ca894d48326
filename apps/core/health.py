"""Is it up, and are its parts: `/health/`, `/health/live/`, `/health/ready/`, at the root."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Literal, TypedDict

from django.conf import settings
from django.core.cache import cache
from django.db import connections
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from apps.core.api.renderers import to_json
from apps.core.db import as_system, current_alias
from apps.core.db.context import APP
from apps.core.queue import workers

Status = Literal["ok", "degraded", "down"]


class Check(TypedDict):
    status: Status
    latency_ms: float


def _database() -> None:
    with connections[APP].cursor() as cursor:
        cursor.execute("SELECT 1")


def _cache() -> None:
    cache.get("health")


def _broker() -> None:
    with workers().connection_for_read() as connection:
        connection.ensure_connection(max_retries=0, timeout=2)


def _storage() -> None:
    settings.BLOB_ROOT.mkdir(parents=True, exist_ok=True)
    probe = settings.BLOB_ROOT / ".probe"
    probe.write_bytes(b"ok")
    probe.unlink(missing_ok=True)


def _workers() -> None:
    if cache.get("workers:seen") is None:
        raise RuntimeError("no worker has beaten lately")


# What ends service when it fails; the rest only degrades it.
_VITAL: dict[str, Callable[[], None]] = {"database": _database}
_USEFUL: dict[str, Callable[[], None]] = {
    "cache": _cache,
    "broker": _broker,
    "workers": _workers,
    "storage": _storage,
}


def _time(check: Callable[[], None], failed: Status) -> Check:
    start = time.perf_counter()
    try:
        check()
        status: Status = "ok"
    except Exception:  # noqa: BLE001 - whatever it is, the part does not work
        status = failed
    return {"status": status, "latency_ms": round((time.perf_counter() - start) * 1000, 1)}


def report() -> tuple[Status, dict[str, Check]]:
    """The state of every part, and the worst of them."""
    checks = {name: _time(check, "down") for name, check in _VITAL.items()}
    checks |= {name: _time(check, "degraded") for name, check in _USEFUL.items()}
    statuses = {check["status"] for check in checks.values()}
    worst: Status = "down" if "down" in statuses else "degraded" if "degraded" in statuses else "ok"
    return worst, checks


def migrations_applied() -> bool:
    with as_system():
        executor = MigrationExecutor(connections[current_alias()])
        return not executor.migration_plan(executor.loader.graph.leaf_nodes())


def _json(body: object, status: int = 200) -> HttpResponse:
    return HttpResponse(
        to_json(body), status=status, content_type="application/json", headers={"Cache-Control": "no-store"}
    )


@require_safe
def health(request: HttpRequest) -> HttpResponse:
    """Every part with its latency. 200 unless the service is down."""
    status, checks = report()
    return _json(
        {"status": status, "version": settings.VERSION, "checks": checks}, 503 if status == "down" else 200
    )


@require_safe
def live(request: HttpRequest) -> HttpResponse:
    """The process answers."""
    return _json({"status": "ok"})


@require_safe
def ready(request: HttpRequest) -> HttpResponse:
    """Requests can be served: the database answers and is migrated."""
    try:
        _database()
        applied = migrations_applied()
    except Exception:  # noqa: BLE001 - not ready, for whatever reason
        applied = False
    return _json({"status": "ok" if applied else "down"}, 200 if applied else 503)
