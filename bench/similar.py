"""How alike similar vacancies are: `python -m bench.similar [--show]`. Needs ../shared.

For 60 recorded postings of all trades, chosen by a seed, what the product names as the ten most alike: how many are of the same
occupation and of the same family of occupations, as the graph reads their titles; and of 20 postings that a reader judged, how many
were graded 2 or 3 (`bench/judgements/similar.tsv`; what nobody read counts as not alike). It reads the database of `bench.search_quality`.
`--show` prints the titles.
"""

from __future__ import annotations

import csv
import random
import statistics
import sys
import time
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from bench.search_metrics import estimate

GRADES = Path(__file__).parent / "judgements" / "similar.tsv"
SEED, ASKED, SHOWN, GOOD = 20261121, 60, 10, 2


@dataclass(frozen=True, slots=True)
class Row:
    """A vacancy as it is judged here: what its title says it is. "" where the graph can't tell."""

    pk: UUID
    title: str
    occupation: str
    family: str


@dataclass(frozen=True, slots=True)
class Answered:
    asked: Row
    found: list[Row]
    seconds: float


def chosen(rows: Sequence[Row]) -> list[Row]:
    """One occupation after another, each family in its turn, one posting of each."""
    families: dict[str, dict[str, list[Row]]] = defaultdict(lambda: defaultdict(list))
    for row in rows:
        if row.occupation:
            families[row.family][row.occupation].append(row)
    dice = random.Random(SEED)
    queues = []
    for family in sorted(families):
        occupations = sorted(families[family])
        dice.shuffle(occupations)
        queues.append([dice.choice(families[family][occupation]) for occupation in occupations])
    turns = max(map(len, queues))
    return [queue[turn] for turn in range(turns) for queue in queues if turn < len(queue)][:ASKED]


def answers(keys: Mapping[str, UUID], judged: Iterable[UUID]) -> list[Answered]:
    """Of those chosen, and behind them of those judged that were not."""
    from apps.core.db import acting
    from apps.matching.semantic.similar import similar
    from apps.vacancies.models import Vacancy
    from bench.search_database import somebody

    caller = somebody()
    with acting(caller):
        open_ones = Vacancy.objects.filter(status="open", merged_into=None)
        titles = dict(open_ones.values_list("pk", "title"))
        # In the order of the recorded files: ids are drawn anew whenever the database is.
        rows = {pk: _read(pk, titles[pk]) for pk in dict.fromkeys(keys.values()) if pk in titles}
        found = []
        first = chosen(list(rows.values()))
        for row in dict.fromkeys([*first, *(rows[pk] for pk in judged if pk in rows)]):
            vacancy = open_ones.get(pk=row.pk)
            began = time.perf_counter()
            alike = similar(vacancy, Vacancy.objects.all(), SHOWN)
            took = time.perf_counter() - began
            found.append(Answered(row, [_read(each.vacancy.pk, each.vacancy.title) for each in alike], took))
    return found


def _read(pk: UUID, title: str) -> Row:
    from apps.matching import occupations

    slug = occupations.graph().read(title).occupation or ""
    occupation = occupations.get(slug) if slug else None
    return Row(pk, title, slug, occupation.family if occupation else "")


def grades(keys: Mapping[str, UUID]) -> dict[tuple[UUID, UUID], int]:
    with GRADES.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
    return {
        (keys[row["asked"]], keys[row["found"]]): int(row["grade"])
        for row in rows
        if row["asked"] in keys and row["found"] in keys
    }


def report(found: Sequence[Answered], judged: Mapping[tuple[UUID, UUID], int]) -> None:
    first = found[:ASKED]
    shown = sum(len(each.found) for each in first)
    print(f"{len(first)} postings of {len({each.asked.family for each in first})} families, {shown} shown")
    for name in ("occupation", "family"):
        shares = [
            sum(getattr(row, name) == getattr(each.asked, name) for row in each.found) / SHOWN
            for each in first
        ]
        print(f"precision@{SHOWN}, the same {name}: {estimate(shares)}")
    graded = {asked for asked, _ in judged}
    of_graded = [each for each in found if each.asked.pk in graded]
    if of_graded:
        read = [
            [judged[each.asked.pk, row.pk] for row in each.found if (each.asked.pk, row.pk) in judged]
            for each in of_graded
        ]
        shares = [sum(grade >= GOOD for grade in some) / SHOWN for some in read]
        known = sum(map(len, read)) / (SHOWN * len(read))
        print(
            f"precision@{SHOWN}, as read: {estimate(shares)}, {len(read)} postings, {known:.0%} of them read"
        )
    print(f"median {statistics.median(each.seconds for each in found) * 1000:.0f} ms")


def show(found: Sequence[Answered], keys: Mapping[str, UUID]) -> None:
    names = {pk: key for key, pk in keys.items()}
    for each in found:
        print(f"\n{names[each.asked.pk]}\t{each.asked.title}\t[{each.asked.occupation}]")
        for row in each.found:
            print(f"  {names.get(row.pk, '-')}\t{row.title}\t[{row.occupation}]")


def main(arguments: Sequence[str]) -> int:
    from bench.search_corpus import corpus
    from bench.search_database import loaded

    with loaded("bench-search", corpus) as keys:
        judged = grades(keys)
        found = answers(keys, dict.fromkeys(asked for asked, _ in judged))
        report(found, judged)
        if "--show" in arguments:
            show(found, keys)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
