"""Facets, highlights and better spellings over many vacancies: `python -m bench.facets [ROWS] [ROUNDS]`, 300,000 by default.

`bench.load` puts the rows there. Printed for each question, counted by the database and in the snapshot: matches, whether its numbers
are exact, and milliseconds, the middle and the 95th of a hundred; then what PostgreSQL's `ts_headline` takes for the pages
that our highlights were made of. Every answer is computed: nothing is kept.
"""

from __future__ import annotations

import statistics
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from bench import load, rows_database

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from apps.core.caller import Caller
    from apps.matching.search import facets
    from apps.vacancies.models import Vacancy

QUESTIONS: tuple[tuple[str, dict[str, str]], ...] = (
    ("", {}),
    ("", {"country": "US", "remote": "remote"}),
    ("", {"salary_min": "100000", "currency": "USD"}),
    ("", {"skills": "python,sql"}),
    ("engineer", {}),
    ("software engineer", {}),
    ("nurse", {}),
    ("sales", {"country": "US"}),
    ("manager", {"seniority": "senior", "remote": "remote"}),
    ("data -intern", {"employment_type": "full_time"}),
    ("warehouse", {}),
    ("python or java", {}),
)
TYPOS = ("enginer", "nrus", "wharehouse asociate", '"sofware engineer" -manger', "zzyzx", "kubernets")
HEADLINES = """
    SELECT ts_headline('english', title, query), ts_headline('english', company_name, query),
           ts_headline('english', left(description_text, 20000), query, 'MaxFragments=3, MaxWords=30, MinWords=10')
    FROM vacancies_vacancy, websearch_to_tsquery('english', %s) query WHERE id = ANY(%s)
"""


def times(work: Callable[[], Any], rounds: int) -> tuple[Any, str]:
    """What it answers, and how long it takes."""
    answer, taken = work(), []
    for _ in range(rounds):
        began = time.perf_counter()
        work()
        taken.append(1000 * (time.perf_counter() - began))
    return answer, f"{statistics.median(taken):6.1f} {statistics.quantiles(taken, n=20)[-1]:6.1f} ms"


def ways(
    caller: Caller, text: str, filters: Mapping[str, Any]
) -> Iterator[tuple[str, Callable[[], facets.Facets]]]:
    """By the database, and in the snapshot where that can tell."""
    from apps.matching.search import facets
    from apps.matching.search.held import held
    from apps.matching.search.in_memory import InMemory
    from apps.matching.search.results import Condition, Results
    from apps.matching.search.scope import Scope

    scope = Scope(caller, filters)
    results = Results(scope, Condition(text, (), is_everything=not text))

    def in_database() -> facets.Facets:
        return facets.count(facets.in_database(results.sides, filters), filters=filters)

    def in_snapshot() -> facets.Facets:
        standing = held(scope, text)
        if standing is None:
            return in_database()
        return facets.count(InMemory.of(standing, results).tally_of, filters=filters)

    yield "database", in_database
    if held(scope, text) is not None:
        yield "snapshot", in_snapshot


def measure(rounds: int) -> None:
    from django.db import connections

    from apps.core.caller import Caller
    from apps.core.db import acting
    from apps.matching.search import highlights, suggestion
    from apps.vacancies.api.filters import VacancyFilterSet
    from apps.vacancies.models import Vacancy

    caller = Caller(user_id=uuid4(), workspace_id=uuid4(), role="member")

    def rows(text: str) -> QuerySet[Vacancy]:
        return VacancyFilterSet(data={"q": text}, queryset=Vacancy.objects.all()).qs

    with acting(caller):
        print(f"{Vacancy.objects.count()} rows; facets: middle, 95th")
        for text, filters in QUESTIONS:
            for way, counted in ways(caller, text, filters):
                found, said = times(counted, rounds)
                exact = "exact" if found.count_exact else "about"
                print(
                    f"  {said}  {exact} {found.count:7d}  {len(found.estimated)} estimated  {way}  {text!r} {filters}"
                )
        print("highlights of 20 rows, and ts_headline for the same")
        for text in ("data engineer", "sales managers", "nursing", "warehouse"):
            ids = list(rows(text).order_by("-listed_at").values_list("pk", flat=True)[:20])
            _, ours = times(partial(highlights.of, ids, text.split()), rounds)

            def theirs(ids: list[Any] = ids, text: str = text) -> list[Any]:
                with connections["default"].cursor() as cursor:
                    cursor.execute(HEADLINES, [text, ids])
                    return list(cursor.fetchall())

            print(f"  {ours}  ts_headline {times(theirs, rounds)[1]}  {text} ({len(ids)} rows)")
        print("better spellings")
        for typed in TYPOS:
            meant, said = times(partial(suggestion.for_query, typed), rounds)
            print(f"  {said}  {typed} -> {meant}")


def main(count: int, rounds: int) -> int:
    with rows_database.opened(count):
        load.load(count)
        from apps.core.db import as_system
        from apps.matching.search import vocabulary

        with as_system():
            began = time.perf_counter()
            print(f"vocabulary: {vocabulary.refresh()} words written, {time.perf_counter() - began:.1f} s")
        measure(rounds)
    return 0


if __name__ == "__main__":
    given = [int(word) for word in sys.argv[1:]]
    sys.exit(main(*(given + [300_000, 100][len(given) :])))
