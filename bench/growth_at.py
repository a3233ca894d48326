"""One size of `bench.growth`: `python -m bench.growth_at ROWS` prints its figures as one line of JSON, in milliseconds."""

from __future__ import annotations

import json
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import TypeVar
from urllib.parse import parse_qs, urlsplit

from bench import ingest, load, questions, rows_database
from bench.recorded import SHARED_DATA
from bench.seeker import Seeker, Stopwatch, Took, forget

TIMES, POSTINGS = 3, 500
DEEP = 5000
# A lap of `bench.ingest` that no load has used: its postings are new wherever they come.
_NEW_LAP = 77
Figures = dict[str, float]
T = TypeVar("T")


def figures_of(works: Iterable[Callable[[], object]]) -> Figures:
    """Milliseconds on the clock, and `cpu`, ours and PostgreSQL's: asked once, then the middle of three."""
    each = []
    for work in works:
        work()
        watch, taken = Stopwatch(), []
        for _ in range(TIMES):
            forget()
            taken.append(watch.timed(work))
        each.append([statistics.median(take[part] for take in taken) for part in range(3)])
    walls = [one[0] for one in each]
    return {
        "mean": statistics.fmean(walls), "middle": statistics.median(walls), "worst": max(walls),
        "cpu": statistics.fmean(own + server for _, own, server in each),
    }  # fmt: skip


def asking(ask: Callable[[T], object], everything: Iterable[T]) -> Iterator[Callable[[], object]]:
    return (partial(ask, one) for one in everything)


def pages(seeker: Seeker, count: int) -> dict[str, Figures]:
    """Twenty rows from the first on, and from behind `DEEP` - 1 pages of them."""
    path = "/api/v1/vacancies/?page_size={}&cursor={}"
    found = {"page 1": figures_of([lambda: seeker.get(path.format(20, ""))])}
    if count >= 20 * DEEP:
        cursor = ""
        for _ in range((DEEP - 1) // 5):
            cursor = parse_qs(urlsplit(seeker.get(path.format(100, cursor))["next"]).query)["cursor"][0]
        found["page 5000"] = figures_of([lambda: seeker.get(path.format(20, cursor))])
    return found


def ingested(count: int = POSTINGS) -> Figures:
    """A posting's share of a crawl of so many new ones, which are taken away again; what reads them is loaded before.

    With it what a crawl leaves for later: GIN indexes keep new entries in a list, and are told to take them in.
    """
    _take_away()
    with tempfile.TemporaryDirectory() as folder:
        first, board = _board(Path(folder), _NEW_LAP + 1, 20), _board(Path(folder), _NEW_LAP, count)
        ingest.ingest([first])
        _take_in()
        watch = Stopwatch()
        totals: dict[str, int] = {}
        took = watch.timed(lambda: totals.update(ingest.ingest([board])[1]))
        left = _take_in()
    _take_away()
    if totals["created"] + totals["merged"] != count:
        raise SystemExit(f"not all were new: {totals}")
    return {
        "mean": (took.wall + left.wall) / count, "own cpu": took.own / count, "server cpu": (took.server + left.server) / count,
        "of it for later": left.server / count, "cpu": (took.cpu + left.server) / count,
    }  # fmt: skip


def _board(folder: Path, lap: int, count: int) -> Path:
    path = folder / f"bench{lap}.jsonl"
    path.write_text("".join(json.dumps(one) + "\n" for one in ingest.lap_of(ingest.recorded()[:count], lap)))
    return path


def _take_in() -> Took:
    """What GIN indexes of vacancies hold in lists goes where it belongs."""
    from django.db import connections

    with connections["owner"].cursor() as cursor:
        backend = Path(f"/proc/{cursor.connection.info.backend_pid}/schedstat")
        began, ran = time.perf_counter(), int(backend.read_text().split()[0])
        cursor.execute(
            "SELECT gin_clean_pending_list(c.oid) FROM pg_index JOIN pg_class c ON c.oid = indexrelid "
            "WHERE indrelid = 'vacancies_vacancy'::regclass AND relam = (SELECT oid FROM pg_am WHERE amname = 'gin')"
        )
        took = int(backend.read_text().split()[0]) - ran
        return Took(1000 * (time.perf_counter() - began), 0.0, took / 1e6)


def _take_away() -> None:
    """What an ingest of ours made, so that the database holds its rows and no others."""
    from django.db import connections

    made_by_us = "SELECT id FROM vacancies_source WHERE board LIKE 'bench%%'"
    with connections["owner"].cursor() as cursor:
        cursor.execute(
            f"WITH gone AS (DELETE FROM vacancies_rawposting WHERE source_id IN ({made_by_us}) RETURNING vacancy_id) "
            "SELECT DISTINCT vacancy_id FROM gone WHERE vacancy_id IS NOT NULL"
        )
        ours = [pk for (pk,) in cursor.fetchall()]
        cursor.execute(
            "SELECT conrelid::regclass::text, attname FROM pg_constraint JOIN pg_attribute "
            "ON attrelid = conrelid AND attnum = conkey[1] WHERE contype = 'f' AND confrelid = 'vacancies_vacancy'::regclass"
        )
        for table, column in cursor.fetchall():
            cursor.execute(f"DELETE FROM {table} WHERE {column} = ANY(%s)", [ours])
        cursor.execute("DELETE FROM vacancies_vacancy WHERE id = ANY(%s)", [ours])


def measure(count: int) -> dict[str, Figures]:
    seeker = Seeker()
    resumes = seeker.resumes(SHARED_DATA)
    return {
        "list": figures_of(
            asking(lambda query: seeker.get(f"/api/v1/vacancies/?{query}"), questions.lists())
        ),
        "search": figures_of(asking(seeker.search, questions.searches())),
        "match": figures_of(asking(lambda pk: seeker.get(f"/api/v1/resumes/{pk}/matches/"), resumes)),
        "ingest": ingested(),
        **pages(seeker, count),
    }


def main(count: int) -> int:
    limits = {"RATE_LIMIT_SEARCH": "1000000", "RATE_LIMIT_DEFAULT": "1000000"}
    with rows_database.opened(count, settings=limits):
        load.load(count)
        print(json.dumps(measure(count)))
    return 0


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1])))
