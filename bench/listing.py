"""`listVacancies` against FastAPI, and against the bare limit: `python -m bench.listing [ROWS] [ROUNDS] [SECONDS]`.

300,000 rows by default, 41 questions in turn, wrk with 16 connections, one process each, all on this machine with
PostgreSQL and Valkey beside them. Ours has everything on: token, session, limit, validation, row security, count. Every
answer is compared with the peers' after parsing before anything is timed; a round is every side once, in turn, and a
ratio is taken within a round. Needs wrk (`apt-get install wrk`) and, for the rows, ../shared. Rows are kept under var/bench.
"""

from __future__ import annotations

import json
import os
import statistics
import sys
import tempfile
from contextlib import ExitStack
from datetime import datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from bench import listing_rows, listing_servers
from bench.listing_questions import questions
from bench.listing_servers import Run, Server

KEY = "bench-only-" + "x" * 40
PATHS = [f"/api/v1/vacancies/?{query}" for query in questions()]
SIZE = 20
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


def report(rounds: list[dict[str, Run]]) -> None:
    for name in rounds[0]:
        runs = [each[name] for each in rounds]
        rate, cpu, p95 = (
            statistics.median(getattr(run, of) for run in runs) for of in ("rate", "cpu", "p95")
        )
        print(f"{name:20} {rate:8.1f} requests/s  {cpu:6.2f} ms CPU a request  p95 {p95:7.1f} ms")
    for row, mine, other, of, goal in RATIOS:
        ratios = [getattr(each[mine], of) / getattr(each[other], of) for each in rounds]
        print(
            f"row {row:3} {mine} / {other}, {of}: {statistics.median(ratios):.2f} "
            f"({min(ratios):.2f} to {max(ratios):.2f}), goal {goal}"
        )


def main(count: int = 300_000, number: int = 5, seconds: int = 8) -> int:
    listing_servers.require_wrk()
    listing_servers.make_peers()
    os.environ |= {
        "VAR_DIR": str(listing_rows.VAR), "DJANGO_SETTINGS_MODULE": "project.settings.dev", "JWT_KEYS": f"bench:{KEY}",
        "ACCESS_TOKEN_MINUTES": "600", "RATE_LIMIT_SEARCH": "1000000", "LOG_LEVEL": "WARNING",
    }  # fmt: skip
    from project import embedded

    ends = embedded.start(listing_rows.VAR)
    try:
        import django
        from django.core.management import call_command

        django.setup()
        call_command("migrate", verbosity=0)
        took = listing_rows.load(count)
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
            rounds = []
            for _ in range(number):
                rounds.append(
                    {
                        side.name: listing_servers.loaded(side, process, PATHS, token, seconds)
                        for side, process in zip(sides, up, strict=True)
                    }
                )
                print({name: round(run.rate, 1) for name, run in rounds[-1].items()}, flush=True)
            report(rounds)
    finally:
        embedded.stop(listing_rows.VAR)
    return 0


if __name__ == "__main__":
    sys.exit(main(*(int(word) for word in sys.argv[1:])))
