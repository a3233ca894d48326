"""Row 5: `python -m bench.search_words [ROWS] [ROUNDS]`, 300,000 and five by default (`bench.load` makes the rows).

First the words that so many others are commoner than (rank 3 to 5000 by vacancies that hold them): our choice of a way to
the newest that hold the word, ranked, against both ways written by hand for it, the better of them counting. Either gives
at most as many as ours: 600 by the text index, 200 by date. Ours must have found what the hand that goes its way does.
A B A B, what counts is the middle of the rounds' ratios. Ours is all of it: the planner asked, SQL made, rows read.

Then `searchJobs` with every facet over the questions of `bench.questions`, nothing kept: on the clock, and which CPU it took.
The same without facets says what these cost.
"""

from __future__ import annotations

import statistics
import sys
from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from bench import load, questions, rows_database
from bench.seeker import Seeker, Stopwatch, Took, forget
from bench.table import Row, spread

RANKS = (3, 10, 100, 300, 1000, 5000)
TIMES = 5
_ENDLESS = 1000.0
_WORDS = """
    SELECT word FROM ts_stat('SELECT search FROM vacancies_vacancy WHERE (uuid_hash(id) & 1023) < 64')
    WHERE word ~ '^[a-z]+$' AND websearch_to_tsquery('english', word)::text = quote_literal(word)
    ORDER BY ndoc DESC, word LIMIT %s
"""
_NEWEST = """
    WITH newest AS MATERIALIZED (
        SELECT id, listed_at, updated_at, title, search FROM vacancies_vacancy
        WHERE status = 'open' AND merged_into_id IS NULL AND search @@ websearch_to_tsquery('english', %(word)s)
          AND NOT EXISTS (SELECT FROM vacancies_vacancymark m
                          WHERE m.vacancy_id = vacancies_vacancy.id AND m.hidden_at IS NOT NULL)
        ORDER BY {} DESC, id DESC LIMIT {})
    SELECT id, listed_at, updated_at, title,
           ts_rank('{{0.05, 0.1, 0.25, 1.0}}', search, websearch_to_tsquery('english', %(word)s), 1)
    FROM newest
"""
Rows = list[tuple[Any, ...]]
Way = Callable[[str], Rows]


def by_hand(order: str, most: int) -> Way:
    """On a connection of the application's role, rows in binary."""
    import psycopg
    from django.db import connections

    from apps.core.db import current_alias

    statement = _NEWEST.format(order, most + 1)

    def ask(word: str) -> Rows:
        connection = connections[current_alias()].connection
        with psycopg.Cursor(connection) as cursor:
            found: Rows = cursor.execute(statement.encode(), {"word": word}, binary=True).fetchall()
        if len(found) > most:
            found.sort(key=lambda row: (row[1], row[0]), reverse=True)
        return found[:most]

    return ask


def only_by_date(*, on: bool) -> None:
    """The planner would take the text index for a question by date as well, wherever it thinks that nearer."""
    from django.db import connections

    from apps.core.db import current_alias

    for way in ("bitmapscan", "sort"):
        with connections[current_alias()].cursor() as cursor:
            cursor.execute(f"SET LOCAL enable_{way} = {'off' if on else 'on'}")


def ours(caller: Any) -> Way:
    from apps.matching.search import by_text
    from apps.matching.search.asking import sides
    from apps.matching.search.held import held
    from apps.matching.search.scope import Scope

    scope = Scope(caller, {})
    catalogue, _ = sides(scope)

    def ask(word: str) -> Rows:
        hits = by_text.of_catalogue(catalogue, word, held(scope, word)).hits
        return [(*hit[:4], hit.rank) for hit in hits]

    return ask


def middle(ask: Callable[[], object], *, by_date: bool = False) -> float:
    watch = Stopwatch()
    only_by_date(on=by_date)
    taken = [watch.timed(ask).wall]
    # The order of dates reads all there is for a rare word: once is enough of that.
    while len(taken) < TIMES and taken[0] < _ENDLESS:
        taken.append(watch.timed(ask).wall)
    only_by_date(on=False)
    return statistics.median(taken)


def words(caller: Any, count: int, rounds: int) -> None:
    from django.db import connections

    from apps.core.db import acting
    from apps.matching.search import by_text

    with connections["owner"].cursor() as cursor:
        cursor.execute(_WORDS, [RANKS[-1]])
        ranked = [word for (word,) in cursor.fetchall()]
    with acting(caller):
        sides = (
            ours(caller),
            by_hand("listed_at + interval '0'", by_text.MOST),
            by_hand("listed_at", by_text.MOST_BY_DATE),
        )
        for rank in RANKS:
            word = ranked[rank - 1]
            found = [{row[0]: row[4] for row in side(word)} for side in sides]
            if found[0] not in found[1:]:
                raise SystemExit(f"{word}: ours found {len(found[0])} and other ones than by hand")
            asks = [partial(side, word) for side in sides]
            taken = [[middle(asks[0]), middle(asks[1]), middle(asks[2], by_date=True)] for _ in range(rounds)]
            ratios = [own / min(theirs) for own, *theirs in taken]
            way = "text index" if found[0] == found[1] else "date"
            own, index, date = (statistics.median(column) for column in zip(*taken, strict=True))
            print(
                f"{word!r} by {way}: {own:.1f} ms; by hand: text index {index:.1f}, date {date:.1f}",
                flush=True,
            )
            print(
                Row(
                    "5",
                    f"the word of rank {rank} over the best by hand, {count:,} rows",
                    spread(ratios),
                    "<= 1.3",
                ).said(),
                flush=True,
            )


def asked(seeker: Seeker, bodies: Sequence[questions.Question], rounds: int) -> list[Took]:
    """Each question's middle."""
    taken = []
    for body in bodies:
        seeker.search(body)
        watch, times = Stopwatch(), []
        for _ in range(rounds):
            forget()
            times.append(watch.timed(partial(seeker.search, body)))
        taken.append(Took(*(statistics.median(part) for part in zip(*times, strict=True))))
    return taken


def searches(seeker: Seeker, count: int, rounds: int) -> None:
    with_facets, bodies = asked(seeker, questions.searches(), rounds), questions.searches()
    without = asked(seeker, questions.searches(facets=False), rounds)
    for name, goal, taken in (
        ("with every facet", "p95 <= 60 ms", with_facets),
        ("without facets", "shown", without),
    ):
        for part, numbers in zip(
            ("on the clock", "own CPU", "CPU of PostgreSQL"), zip(*taken, strict=True), strict=True
        ):
            p95 = statistics.quantiles(numbers, n=20)[-1]
            said = f"p50 {statistics.median(numbers):.0f}, p95 {p95:.0f} ms"
            print(
                Row(
                    "5",
                    f"`searchJobs` {name}, {count:,} rows, {part}",
                    said,
                    goal if part == "on the clock" else "shown",
                ).said()
            )
    print("The slowest, and what they took without facets:")
    slowest = sorted(zip(with_facets, without, bodies, strict=True), key=lambda each: each[0], reverse=True)
    for full, bare, body in slowest[:10]:
        print(
            f"  {full.wall:6.1f} (own {full.own:.1f}, PostgreSQL {full.server:.1f}), "
            f"{bare.wall:6.1f} without: {body['query']!r} {body['filters']}"
        )


def main(count: int, rounds: int) -> int:
    limits = {"RATE_LIMIT_SEARCH": "1000000", "RATE_LIMIT_DEFAULT": "1000000"}
    with rows_database.opened(count, settings=limits):
        load.load(count)
        seeker = Seeker()
        words(seeker.caller, count, rounds)
        searches(seeker, count, rounds)
    return 0


if __name__ == "__main__":
    given = [int(word) for word in sys.argv[1:]]
    sys.exit(main(*(given + [300_000, 5][len(given) :])))
