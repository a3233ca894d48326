"""`listVacancies` against FastAPI, and against the bare limit: `python -m bench.listing [ROWS] [ROUNDS] [SECONDS]`.

300,000 rows by default, 41 questions in turn, wrk with 16 connections, one process each, all on this machine with
PostgreSQL and Valkey beside them. Ours has everything on: token, session, limit, validation, row security, count. Every
answer is compared with the peers' after parsing before anything is timed, and every side is warmed up, untimed: what is
compiled or prepared once is so by then. A round is every side once; each round begins with another side; a ratio is taken
within a round. Where bare comes out slower than with everything on, the run is said not to be relied on, and fails.
What each feature costs is measured after that (`bench.listing_features`). Needs wrk (`apt-get install wrk`) and, for the
rows, ../shared. Rows are kept under var/bench.
"""

from __future__ import annotations

import json
import os
import statistics
import sys
import tempfile
from collections.abc import Sequence
from contextlib import ExitStack
from datetime import datetime
from decimal import Decimal
from typing import Any, TypeVar
from uuid import UUID

from bench import listing_features, listing_servers, load, processor, rows_base, rows_database
from bench.listing_questions import questions
from bench.listing_servers import Run, Server
from bench.table import Row, spread

KEY = "bench-only-" + "x" * 40
T = TypeVar("T")
PATHS = [f"/api/v1/vacancies/?{query}" for query in questions()]
SIZE = 20
WARM_SECONDS = 5
# numerator, denominator, what of a run, goal
RATIOS = (
    ("1", "ours", "fastapi_sqlalchemy", "rate", ">= 4"),
    ("1b", "ours", "fastapi_asyncpg", "rate", "shown"),
    ("2a", "ours_bare", "bare_asgi", "rate", ">= 0.8"),
    ("2b", "ours", "bare_asgi", "rate", ">= 0.65"),
    ("3", "ours", "fastapi_sqlalchemy", "cpu", "<= 0.2"),
)


def somebody() -> Any:
    """A person with vacancies of their own and marks, so that every part of the query has something to do."""
    from django.utils import timezone

    from apps.accounts.auth import identity, sessions
    from apps.accounts.auth.requests import RequestContext
    from apps.core.caller import Caller
    from apps.core.db import acting, as_system, atomic
    from apps.core.models import uuid7
    from apps.vacancies.models import OwnVacancy, Vacancy, VacancyMark

    user = identity.register(
        email=f"bench-{uuid7()}@example.com", password="a-long-enough-one", full_name="Bench"
    )
    with as_system(), atomic():
        issued = sessions.begin(user, RequestContext())
        session = user.sessions.get()
    caller = Caller(user.pk, session.workspace_id, "owner")
    with acting(caller):
        newest = Vacancy.objects.order_by("-listed_at").values_list("pk", flat=True)[:60:2]
        VacancyMark.objects.bulk_create(
            VacancyMark(workspace_id=caller.workspace_id, vacancy_id=pk, saved_at=timezone.now())
            for pk in newest
        )
        OwnVacancy.objects.bulk_create(
            OwnVacancy(workspace_id=caller.workspace_id, title=f"Engineer {number}", company_name="Quayside")
            for number in range(30)
        )
    return caller, issued.access_token


def statements(caller: Any) -> dict[str, Any]:
    """What our compiled lists send for each question, for the bare server."""
    from django.http import QueryDict

    from apps.core.db import acting
    from apps.core.reading.compiled import compiled_list
    from apps.core.reading.questions import question_of
    from apps.vacancies.api.views import VacancyViewSet

    made = {}
    for query in questions():
        asked = QueryDict(query, mutable=True)
        offset = (int(asked.pop("page", ["1"])[0]) - 1) * SIZE
        with acting(caller):
            question = question_of(VacancyViewSet.filterset_class, asked)
            assert question is not None
            compiled = compiled_list(VacancyViewSet, "list", question.shape, None)
            assert compiled is not None, query
            values = {
                **question.values, "workspace_id": caller.workspace_id, "user_id": caller.user_id, "most": 1001,
                "offset": offset, "limit": SIZE + 1, "reach": offset + SIZE + 1,
            }  # fmt: skip
            bound = {
                name: [each.sql, [_plain(values[one]) for one in each.names]]
                for name, each in (
                    ("page", compiled.reading("page")),
                    ("few", compiled.reading("page", few=True)),
                    ("count", compiled.count),
                )
            }
            estimates = [
                [each.sql, [_plain(values[one]) for one in each.names]] for each in compiled.estimates
            ]
        made[query] = {
            **bound,
            "looked_up": compiled.looked_up,
            "estimates": estimates,
            "columns": compiled.plan.columns,
        }
    return made


def _plain(value: Any) -> Any:
    kinds = {UUID: "uuid", Decimal: "decimal", datetime: "datetime"}
    kind = kinds.get(type(value))
    return value if kind is None else [kind, value.isoformat() if kind == "datetime" else str(value)]


def compare(sides: list[Server], token: str) -> None:
    """Every answer of ours is the peers', but for the count, which FastAPI's do not make."""
    for path in PATHS:
        ours = listing_servers.fetched(sides[0], path, token)
        for side in sides[1:]:
            theirs = listing_servers.fetched(side, path, token)
            if theirs["results"] != ours["results"]:
                raise SystemExit(f"{side.name} answers otherwise: {path}")
            if "count_exact" in theirs and theirs["count_exact"] != ours["count_exact"]:
                raise SystemExit(f"{side.name} counts otherwise: {path}")


def rotated(sides: Sequence[T], by: int) -> list[T]:
    """The same, another one first."""
    by %= len(sides)
    return [*sides[by:], *sides[:by]]


def report(rounds: list[dict[str, Run]]) -> bool:
    """Prints medians and ratios; whether they can be relied on."""
    for name in sorted(rounds[0]):
        runs = [each[name] for each in rounds]
        rate, cpu, postgres, p95 = (
            statistics.median(getattr(run, of) for run in runs) for of in ("rate", "cpu", "postgres", "p95")
        )
        print(
            f"{name:20} {rate:8.1f} requests/s  CPU a request: {cpu:6.2f} ms its own, {postgres:6.2f} ms PostgreSQL's  "
            f"p95 {p95:7.1f} ms"
        )
    for row, mine, other, of, goal in RATIOS:
        ratios = [getattr(each[mine], of) / getattr(each[other], of) for each in rounds]
        print(Row(row, f"`listVacancies`, {of}: {mine} over {other}", spread(ratios), goal).said())
    bare_is_cheaper = all(
        statistics.median(getattr(each["ours_bare"], of) / getattr(each["ours"], of) for each in rounds)
        * sign
        > sign
        for of, sign in (("rate", 1), ("cpu", -1))
    )
    if not bare_is_cheaper:
        print("NOT TO BE RELIED ON: ours bare came out slower than ours with everything on")
    return bare_is_cheaper


def main(count: int = 300_000, number: int = 5, seconds: int = 8) -> int:
    listing_servers.require_wrk()
    listing_servers.make_peers()
    settings = {"JWT_KEYS": f"bench:{KEY}", "ACCESS_TOKEN_MINUTES": "600", "RATE_LIMIT_SEARCH": "1000000"}
    with rows_database.opened(count, settings=settings) as ends:
        took = load.load(count)
        print(f"{count} rows" + (f", loaded in {took:.0f} s" if took else ", kept from before"), flush=True)
        caller, token = somebody()
        with tempfile.NamedTemporaryFile("w", suffix=".json") as file, ExitStack() as stack:
            json.dump(statements(caller), file)
            file.flush()
            environment = {
                "BENCH_APP_URL": ends.app_url, "BENCH_SYSTEM_URL": ends.system_url, "BENCH_REDIS_URL": ends.redis_url,
                "BENCH_JWT_KEY": KEY, "BENCH_STATEMENTS": file.name, "BENCH_USER": str(caller.user_id),
                "BENCH_WORKSPACE": str(caller.workspace_id),
            }  # fmt: skip
            sides = listing_servers.servers()
            up = [stack.enter_context(listing_servers.running(side, environment)) for side in sides]
            compare(sides, token)
            print(f"{len(PATHS)} answers are the same on {len(sides)} servers", flush=True)
            pairs = list(zip(sides, up, strict=True))
            postgres = processor.postgres_of(rows_base.VAR)
            for side, process in pairs:
                listing_servers.loaded(side, process, PATHS, token, WARM_SECONDS, postgres)
            rounds = []
            for turn in range(number):
                rounds.append(
                    {
                        side.name: listing_servers.loaded(side, process, PATHS, token, seconds, postgres)
                        for side, process in rotated(pairs, turn)
                    }
                )
                rates = {name: round(run.rate, 1) for name, run in sorted(rounds[-1].items())}
                print(f"{rates}, load {os.getloadavg()[0]:.1f}", flush=True)
            is_reliable = report(rounds)
        listing_features.measure(caller, token, ends.app_url, ends.system_url, number)
    return 0 if is_reliable else 1


if __name__ == "__main__":
    sys.exit(main(*(int(word) for word in sys.argv[1:])))
