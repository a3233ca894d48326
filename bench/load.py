"""Many vacancies, with all that lists, search and match read of one: `python -m bench.load [ROWS]`, 3,000,000 by default.

Each number of rows is a database of its own under `var/bench/rows`, kept until it is taken away. Goes on where it was cut
short; what is there already costs nothing; facts and vectors are written anew when the code they are made by is another.
Rows come by COPY, 100,000 a transaction, without indexes, which are made afterwards. Needs ../shared. Prints what it cost.

Texts are cut at 1,500 characters and hold no HTML (`rows_base`): rows of a real catalogue are larger. Raw postings have
what identity reads of them, and no payload (`rows_identity`).
"""

from __future__ import annotations

import json
import resource
import struct
import sys
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from itertools import islice
from typing import Any

from rich.console import Console
from rich.progress import Progress

from bench import rows, rows_base, rows_database, rows_identity, rows_indexes, rows_sizes
from bench.rows import Place
from bench.rows_base import Columns, Meanings

BATCH = 100_000
VACANCIES, PROFILES, VECTORS = "vacancies_vacancy", "matching_vacancyprofile", "matching_vacancyvector"
_JSON = ("locations", "field_sources")
# How far from the recorded posting's vectors those of a lap are: a cosine of about .95.
_NOISE = 0.02
_ERA = datetime(2000, 1, 1, tzinfo=UTC)
Copy = Callable[[Any, list[Place]], None]
"""Writes these rows through a cursor."""


def load(count: int) -> float:
    """Make the database that Django is set up on hold these rows; the seconds it took, 0 where it held them."""
    from django.db import connections

    connections["owner"].ensure_connection()
    connection = connections["owner"].connection
    connection.autocommit = True
    base = rows_base.recorded_rows()
    began = time.perf_counter()
    with connection.cursor() as cursor, Progress(console=Console(stderr=True)) as progress:
        cursor.execute("SET maintenance_work_mem = '1GB'")
        copied = 0
        for table, copy in _stages(cursor, base):
            copied += _fill(cursor, table, copy, len(base), count, progress)
        remade = rows_indexes.make_again(cursor)
        for name, seconds in remade:
            progress.console.print(f"  {name} in {seconds:.0f} s")
        if copied or remade:
            for table in (VACANCIES, rows_identity.TABLE, PROFILES, VECTORS, "vacancies_company"):
                cursor.execute(f"VACUUM (ANALYZE) {table}")
    if copied or remade:
        _index()
    _snapshot()
    return time.perf_counter() - began if copied or remade else 0.0


def _stages(cursor: Any, base: list[Columns]) -> Iterator[tuple[str, Copy]]:
    _companies(cursor)
    yield VACANCIES, _vacancies(base)
    rows_identity.boards(cursor)
    yield rows_identity.TABLE, rows_identity.copying(base)
    yield PROFILES, _profiles(cursor, rows_base.facts_of(base))
    yield VECTORS, _vectors(cursor, rows_base.meanings_of(base))


def _fill(cursor: Any, table: str, copy: Copy, postings: int, count: int, progress: Progress) -> int:
    """How many rows were copied."""
    cursor.execute(f"SELECT count(*) FROM {table}")
    (start,) = cursor.fetchone()
    if start > count:
        raise SystemExit(f"{table} holds {start} rows, which are not these: drop the database")
    bar = progress.add_task(table, total=count, completed=start)
    for batch in _batches(rows.places(postings, count, start), BATCH):
        began = time.perf_counter()
        with cursor.connection.transaction():
            rows_indexes.take(cursor, table)
            copy(cursor, batch)
        progress.update(bar, completed=batch[-1].number + 1)
        if not progress.console.is_terminal:
            rate = len(batch) / (time.perf_counter() - began)
            print(f"{table} {batch[-1].number + 1} ({rate:.0f}/s)", file=sys.stderr, flush=True)
    return int(count - start)


def _batches(places: Iterator[Place], size: int) -> Iterator[list[Place]]:
    while batch := list(islice(places, size)):
        yield batch


def _companies(cursor: Any) -> None:
    names = "id, created_at, updated_at, name, key, kind, logo_url, website"
    cursor.execute(
        f"INSERT INTO vacancies_company ({names}) SELECT id, %(at)s, %(at)s, name, lower(name), 'employer', '', '' "
        "FROM unnest(%(ids)s::uuid[], %(names)s::text[]) made (id, name) ON CONFLICT DO NOTHING",
        {
            "at": rows.NEWEST,
            "ids": [rows.company_id(number) for number in range(rows.EMPLOYERS)],
            "names": [f"Works {number}" for number in range(rows.EMPLOYERS)],
        },
    )


def _vacancies(base: list[Columns]) -> Copy:
    def copy(cursor: Any, batch: list[Place]) -> None:
        names = list(rows.row_of(base[batch[0].of], batch[0]))
        with cursor.copy(f"COPY {VACANCIES} ({', '.join(names)}) FROM STDIN") as out:
            for place in batch:
                row = rows.row_of(base[place.of], place)
                out.write_row([json.dumps(value) if name in _JSON else value for name, value in row.items()])

    return copy


def _profiles(cursor: Any, facts: list[tuple[str, str]]) -> Copy:
    from apps.matching.stored_facts import reader

    cursor.execute(f"SELECT reader FROM {PROFILES} LIMIT 1")
    held = cursor.fetchone()
    if held and held[0] != reader():
        cursor.execute(f"TRUNCATE {PROFILES}")
    names = "id, created_at, updated_at, vacancy_id, vacancy_updated_at, reader, occupation, listed_at, facts"

    def copy(cursor: Any, batch: list[Place]) -> None:
        with cursor.copy(f"COPY {PROFILES} ({names}) FROM STDIN") as out:
            for place in batch:
                pk, at = place.id, place.listed_at
                out.write_row((pk, at, at, pk, at, reader(), facts[place.of][0], at, facts[place.of][1]))

    return copy


def _vectors(cursor: Any, learnt: Meanings) -> Copy:
    from apps.core.db import as_system
    from apps.core.models import uuid7
    from apps.matching.models import SemanticFit

    with as_system():
        fit = SemanticFit.objects.filter(version=learnt.version).first()
        if fit is None:
            cursor.execute(f"TRUNCATE matching_semanticfit, {VECTORS}")
            fit = SemanticFit.objects.create(
                kind="learnt", version=learnt.version, state="current", task_id=uuid7(), threshold=learnt.threshold,
                dimensions=learnt.titles.shape[1], vocabulary=learnt.vocabulary, postings=len(learnt.titles),
                model=learnt.model, fitted_at=rows.NEWEST,
            )  # fmt: skip
    pk = fit.pk.bytes

    def copy(cursor: Any, batch: list[Place]) -> None:
        names = "id, created_at, updated_at, fit_id, vacancy_id, vacancy_updated_at, title, body"
        with cursor.copy(f"COPY {VECTORS} ({names}) FROM STDIN (FORMAT binary)") as out:
            out.write(b"PGCOPY\n\xff\r\n\0" + bytes(8))
            for part in _batches(iter(batch), 5000):
                out.write(_as_binary(part, learnt, pk))
            out.write(struct.pack(">h", -1))

    return copy


def _as_binary(batch: list[Place], learnt: Meanings, fit: bytes) -> bytes:
    """Rows of `matching_vacancyvector` as COPY's binary form has them: each field behind its length."""
    import numpy as np

    width = learnt.titles.shape[1]
    fields = [("id", "V16"), ("made", ">i8"), ("changed", ">i8"), ("fit", "V16"), ("vacancy", "V16"), ("seen", ">i8"),
              ("title", [("dim", ">i4"), ("of", ">f2", (width,))]), ("body", [("dim", ">i4"), ("of", ">f2", (width,))])]  # fmt: skip
    parts: list[Any] = [("fields", ">i2")]
    for name, kind in fields:
        parts += [(f"{name}_length", ">i4"), (name, kind)]
    kinds = np.dtype(parts)
    made = np.zeros(len(batch), dtype=kinds)
    made["fields"] = len(fields)
    for name, _ in fields:
        made[f"{name}_length"] = kinds[name].itemsize
    made["id"] = made["vacancy"] = np.frombuffer(b"".join(place.id.bytes for place in batch), dtype="V16")
    made["fit"] = np.frombuffer(fit, dtype="V16")[0]
    at = [int((place.listed_at - _ERA).total_seconds()) * 1_000_000 for place in batch]
    made["made"] = made["changed"] = made["seen"] = at
    chance = np.random.default_rng(batch[0].number)
    of = [place.of for place in batch]
    for side, held in (("title", learnt.titles), ("body", learnt.bodies)):
        moved = held[of] + chance.standard_normal((len(batch), width), dtype=np.float32) * _NOISE
        moved /= np.linalg.norm(moved, axis=1, keepdims=True)
        # A halfvec's head: its dimensions, then 16 bits that say nothing.
        made[side]["dim"] = width << 16
        made[side]["of"] = moved
    return made.tobytes()


def _index() -> None:
    """What workers make of the rows: words to spell by, and this host's files of vectors."""
    from apps.core.db import as_system
    from apps.matching.search import vocabulary
    from apps.matching.semantic import services

    with as_system():
        vocabulary.refresh()
        services.follow()


def _snapshot() -> None:
    """What searches count in; nothing where it is current."""
    from apps.core.db import as_system
    from apps.matching.snapshot import services

    with as_system():
        services.bring_up_to_date()


def main(count: int) -> int:
    with rows_database.opened(count, durable=False) as ends:
        took = load(count)
        print(f"{count} rows" + (f" in {took:.0f} s" if took else ", kept from before"))
        rows_sizes.report(count, ends.var_dir)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    print(f"this process: {peak / 2**20:.1f} GB at its peak")
    return 0


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 3_000_000))
