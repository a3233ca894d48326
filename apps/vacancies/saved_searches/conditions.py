"""What `listVacancies` asks of a row for given filters, read off the query that it makes: the FilterSet stays the one truth.

Only conditions that are known for what they are become needs; any other leaves them as they are, and is decided by the
exact evaluation alone. So a new filter is at worst held against too many vacancies, never against too few.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from django.contrib.postgres.search import SearchVectorExact
from django.core.exceptions import EmptyResultSet
from django.db import connections
from django.db.models import Func, QuerySet, Value
from django.db.models.expressions import Col
from django.db.models.lookups import Exact
from django.db.models.sql.where import AND, WhereNode

from apps.core.db import current_alias
from apps.vacancies.api.filters import VacancyFilterSet
from apps.vacancies.models import Vacancy
from apps.vacancies.saved_searches.needs import Needs, needs_of_part, needs_of_words

Filters = Mapping[str, str]
SCALARS = ("remote", "employment_type", "seniority", "job_function", "source")
ARRAYS = ("skills", "countries", "remote_scopes")
# Of which a part is asked for, in any case.
TEXTS = ("company_name", "location_text")
# Filters that ask what the workspace thinks of a vacancy: nobody else can answer them.
OF_MARKS = ("saved", "applied")
# Every filter that needs are read off, to notice a release that reads one of them otherwise.
_PROBE = {
    "q": "bread -rye or \"night baker\"", "skills": "baking,python", "skills_any": "baking,python", "country": "de",
    "remote_from": "de", "remote": "remote", "employment_type": "full_time", "seniority": "senior", "source": "lever",
    "company": "Rye", "location": "Hamburg", "currency": "eur", "salary_min": "1",
}  # fmt: skip


def rows_for(filters: Filters, queryset: QuerySet[Any]) -> QuerySet[Any]:
    """The rows that `listVacancies` lists for these filters. Raises what the FilterSet raises."""
    found: QuerySet[Any] = VacancyFilterSet(data=dict(filters), queryset=queryset).qs
    return found


def needs_of(filters: Filters) -> Needs:
    """What a vacancy must have. Asks PostgreSQL how it reads the words."""
    needs: list[tuple[str, ...]] = []
    try:
        for lookup in _conjoined(rows_for(filters, Vacancy.objects.all()).query.where):
            needs += _needs_of(lookup)
    except EmptyResultSet:
        return ((),)
    return tuple(dict.fromkeys(needs))


@cache
def needs_version() -> str:
    """Changes when filters come to mean something else: needs that were stored under another one are not trusted."""
    from apps.vacancies import lexicon

    digest = hashlib.blake2b(lexicon.version().encode(), digest_size=8)
    for name, value in _PROBE.items():
        rows = rows_for({name: value}, Vacancy.objects.all()).order_by().values("pk")
        digest.update(json.dumps(rows.query.sql_with_params(), default=str).encode())
    return digest.hexdigest()


def _conjoined(node: WhereNode) -> Iterator[Any]:
    """The conditions all of which hold."""
    if node.negated or node.connector != AND:
        return
    for child in node.children:
        if isinstance(child, WhereNode):
            yield from _conjoined(child)
        else:
            yield child


def _needs_of(lookup: Any) -> Needs:
    """The needs of one condition; none where it is not one that is known."""
    column = lookup.lhs.target.column if isinstance(getattr(lookup, "lhs", None), Col) else ""
    value = _plain(getattr(lookup, "rhs", None))
    if type(lookup) is SearchVectorExact and column == "search":
        return needs_of_words(_as_postgres_reads(value))
    if type(lookup) is Exact and column in SCALARS and isinstance(value, str):
        return ((f"{column}={value}",),)
    if column in ARRAYS and isinstance(value, list) and all(isinstance(one, str) for one in value):
        terms = [f"{column}={one}" for one in value]
        if lookup.lookup_name == "contains":
            return tuple((term,) for term in terms)
        if lookup.lookup_name == "overlap":
            return (tuple(terms),)
    if column in TEXTS and getattr(lookup, "lookup_name", "") == "ilike" and isinstance(value, str):
        return needs_of_part(column, value)
    return ()


def _plain(value: Any) -> Any:
    """What the ORM wraps: a value, or an array of them."""
    if isinstance(value, Value):
        return value.value
    if isinstance(value, Func) and value.extra.get("function") == "ARRAY":
        return [_plain(one) for one in value.get_source_expressions()]
    return value


def _as_postgres_reads(query: Any) -> str:
    """A tsquery of the ORM as PostgreSQL writes it out."""
    connection = connections[current_alias()]
    compiler = Vacancy.objects.all().query.get_compiler(connection=connection)
    sql, params = compiler.compile(query)
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT ({sql})::text", params)
        return str(cursor.fetchone()[0])
