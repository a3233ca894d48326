"""The limit: the same SQL as ours, for questions known beforehand; asyncpg, orjson, nothing else. No token, no limit, no
validation: `uvicorn bench.peers.bare_asgi:app`.

`BENCH_STATEMENTS` names a file of {query string: {page, count, estimates: [sql, values], columns}} that the bench has
written out of our own compiled lists. Count and estimate are asked as ours are, the count where a page is full, and kept as
ours are, here without asking whether they still hold.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from datetime import datetime
from decimal import Decimal
from pathlib import Path
from typing import Any
from uuid import UUID

import asyncpg
import orjson

from bench.peers.rows import shown

APP_URL = os.environ["BENCH_APP_URL"]
ASKED: dict[str, Any] = orjson.loads(Path(os.environ["BENCH_STATEMENTS"]).read_bytes())
WORKSPACE, USER = os.environ["BENCH_WORKSPACE"], os.environ["BENCH_USER"]
SIZE, CAP, FIGURE_SECONDS = 20, 1001, 60.0
_pool: Any = None
_estimates: dict[str, tuple[int, float]] = {}
_counts: dict[str, tuple[int, float]] = {}


def _bound(values: list[Any]) -> list[Any]:
    kinds: dict[str, Callable[[str], Any]] = {
        "uuid": UUID,
        "datetime": datetime.fromisoformat,
        "decimal": Decimal,
    }
    return [
        kinds[value[0]](value[1]) if isinstance(value, list) and value[0] in kinds else value
        for value in values
    ]


async def _answer(query: str) -> bytes:
    asked = ASKED[query]
    async with _pool.acquire() as connection, connection.transaction():
        await connection.execute(
            "SELECT set_config('app.workspace', $1, true), set_config('app.user', $2, true)", WORKSPACE, USER
        )
        found: int | None = None
        if asked["looked_up"]:
            found = await _count(connection, query, asked)
        way = "few" if found is not None and found < CAP else "page"
        rows = await connection.fetch(asked[way][0], *_bound(asked[way][1]))
        count, exact = len(rows), True
        if count > SIZE:
            if found is None:
                found = await _count(connection, query, asked)
            count = found
            exact = count < CAP
            if not exact:
                count = max(CAP, await _estimate(connection, query, asked))
    names = asked["columns"]
    results = [shown(_named(names, row)) for row in rows[:SIZE]]
    body = {"count": count, "count_exact": exact, "results": results}
    return orjson.dumps(body, default=str, option=orjson.OPT_UTC_Z)


def _named(names: list[str], row: Any) -> dict[str, Any]:
    found = dict(zip(names, row.values(), strict=True))
    return found | {
        "known_name": found["company__name"],
        "known_logo": found["company__logo_url"],
        "origin": "own" if found["workspace_id"] else "catalogue",
        "saved_at": found["marked__saved_at"],
        "applied_at": found["marked__applied_at"],
        "client_id": found["client__pk"],
        "client_name": found["client__name"],
        "client_location": found["client__location"],
        "total_spent": found["client__total_spent"],
        "hire_rate": found["client__hire_rate"],
        "score": found["client__score"],
    }


async def _count(connection: Any, query: str, asked: dict[str, Any]) -> int:
    known, now = _counts.get(query), time.monotonic()
    if known is None or known[1] < now:
        counted = await connection.fetchval(asked["count"][0], *_bound(asked["count"][1]))
        known = _counts[query] = (counted, now + FIGURE_SECONDS)
    return known[0]


async def _estimate(connection: Any, query: str, asked: dict[str, Any]) -> int:
    known, now = _estimates.get(query), time.monotonic()
    if known is None or known[1] < now:
        total = 0
        for sql, values in asked["estimates"]:
            plan = await connection.fetchval(sql, *_bound(values))
            total += orjson.loads(plan)[0]["Plan"]["Plan Rows"]
        known = _estimates[query] = (total, now + FIGURE_SECONDS)
    return known[0]


async def app(scope: Any, receive: Any, send: Any) -> None:
    global _pool
    if scope["type"] == "lifespan":
        while True:
            kind = (await receive())["type"]
            if kind == "lifespan.startup":
                _pool = await asyncpg.create_pool(APP_URL, min_size=4, max_size=16)
            await send({"type": f"{kind}.complete"})
            if kind == "lifespan.shutdown":
                return
    body = await _answer(scope["query_string"].decode())
    headers = [(b"content-type", b"application/json"), (b"content-length", str(len(body)).encode())]
    await send({"type": "http.response.start", "status": 200, "headers": headers})
    await send({"type": "http.response.body", "body": body})
