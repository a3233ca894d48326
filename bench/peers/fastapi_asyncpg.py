"""The list by FastAPI, asyncpg and SQL by hand: `uvicorn bench.peers.fastapi_asyncpg:app`. No count."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Annotated, Any

import asyncpg
import orjson
from fastapi import Depends, FastAPI, Query, Response

from bench.peers.front import APP_URL, Caller, Front, caller_of
from bench.peers.questions import Filters, pattern
from bench.peers.rows import COLUMNS, shown

COMMON = ", ".join(f"v.{name}" for name in COLUMNS)
CATALOGUE = f"""SELECT {COMMON}, v.company_id, c.name AS known_name, c.logo_url AS known_logo, NULL::uuid AS client_id,
NULL AS client_name, NULL AS client_location, NULL::numeric AS total_spent, NULL::float8 AS hire_rate,
NULL::int2 AS score, 'catalogue' AS origin, m.saved_at, m.applied_at
FROM vacancies_vacancy v JOIN vacancies_company c ON c.id = v.company_id
LEFT JOIN vacancies_vacancymark m ON m.vacancy_id = v.id AND m.workspace_id = $1
WHERE v.merged_into_id IS NULL AND v.status = 'open' AND m.hidden_at IS NULL"""
OWN = f"""SELECT {COMMON}, v.company_id, c.name, c.logo_url, o.id AS client_id, o.name, o.location, o.total_spent, o.hire_rate,
o.score, 'own', m.saved_at, m.applied_at
FROM vacancies_ownvacancy v LEFT JOIN vacancies_company c ON c.id = v.company_id
LEFT JOIN vacancies_marketplaceclient o ON o.id = v.client_id
LEFT JOIN vacancies_vacancymark m ON m.own_vacancy_id = v.id AND m.workspace_id = $1
WHERE v.workspace_id = $1 AND v.status = 'open' AND m.hidden_at IS NULL"""
CONDITIONS = {
    "q": "v.search @@ websearch_to_tsquery('english', {})",
    "skills": "v.skills @> {}",
    "skills_any": "v.skills && {}",
    "company": "v.company_name ILIKE {}",
    "location": "v.location_text ILIKE {}",
    "country": "v.countries @> {}",
    "remote": "v.remote = {}",
    "employment_type": "v.employment_type = {}",
    "seniority": "v.seniority = {}",
    "salary_min": "v.salary_year_max >= {}",
    "posted_after": "v.listed_at >= {}",
    "source": "v.source = {}",
}
ORDER = "ORDER BY listed_at DESC, id DESC"


def _value(name: str, given: Any) -> Any:
    if name in ("skills", "skills_any"):
        return given.split(",")
    if name == "country":
        return [given.upper()]
    return pattern(given) if name in ("company", "location") else given


def statement(filters: Filters, workspace_id: Any) -> tuple[str, list[Any]]:
    values: list[Any] = [workspace_id]
    conditions = ""
    for name, condition in CONDITIONS.items():
        given = getattr(filters, name)
        if given is not None:
            values.append(_value(name, given))
            conditions += " AND " + condition.format(f"${len(values)}")
    offset = (filters.page - 1) * filters.page_size
    reach = offset + filters.page_size + 1
    arms = " UNION ALL ".join(
        f"({arm}{conditions} ORDER BY v.listed_at DESC, v.id DESC LIMIT {reach})" for arm in (CATALOGUE, OWN)
    )
    return f"{arms} {ORDER} LIMIT {filters.page_size + 1} OFFSET {offset}", values


@asynccontextmanager
async def opened(app: FastAPI) -> AsyncIterator[None]:
    app.state.front = await Front.open()
    app.state.pool = await asyncpg.create_pool(APP_URL, min_size=4, max_size=16)
    yield


app = FastAPI(lifespan=opened)


@app.get("/api/v1/vacancies/")  # type: ignore[untyped-decorator]  # its library lies in the peers' environment
async def list_vacancies(
    filters: Annotated[Filters, Query()], caller: Annotated[Caller, Depends(caller_of)]
) -> Response:
    sql, values = statement(filters, caller.workspace_id)
    async with app.state.pool.acquire() as connection, connection.transaction():
        await connection.execute(
            "SELECT set_config('app.workspace', $1, true), set_config('app.user', $2, true)",
            str(caller.workspace_id),
            str(caller.user_id),
        )
        rows = await connection.fetch(sql, *values)
    body = {
        "count": None,
        "more": len(rows) > filters.page_size,
        "results": [shown(row) for row in rows[: filters.page_size]],
    }
    return Response(orjson.dumps(body, default=str, option=orjson.OPT_UTC_Z), media_type="application/json")
