"""Saved searches against an ingest: `python -m bench.percolation [SEARCHES] [POSTINGS] [ROUNDS]`. Needs ../shared.

Ours: what a worker does after the ingest of recorded postings, all searches having an alert: finding, then keeping, telling.
The other side: one query of `listVacancies`' filters for each search and batch, as wide as ours; on a tenth of the
searches, drawn at random, times ten, for it takes as long for each. What both find for these is compared.

Searches are drawn from the recorded postings themselves, one to three filters each: words of a title, skills, a country,
remote, seniority, pay; no employer, for the postings of a recorded board have one. Servers of its own, durable as in production.
"""

from __future__ import annotations

import os
import random
import statistics
import sys
import tempfile
import time
from collections import Counter
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

ROOT = Path(__file__).resolve().parents[1]
VAR_DIR = ROOT / "var" / "bench" / "percolation"
SEED = 20261121
# Of hundred searches, so many have this alert.
ALERTS = {"instant": 20, "daily": 40, "weekly": 40}
Filters = dict[str, str]


def people(count: int) -> list[tuple[UUID, UUID]]:
    """(workspace, user) of so many, each alone in a workspace."""
    from apps.accounts.models import Membership, User, Workspace

    users = User.objects.bulk_create(
        User(email=f"bench{number}@example.com", full_name=f"Bench {number}") for number in range(count)
    )
    places = Workspace.objects.bulk_create(Workspace(name=f"Bench {number}") for number in range(count))
    Membership.objects.bulk_create(
        Membership(user=user, workspace=place, role="owner")
        for user, place in zip(users, places, strict=True)
    )
    return [(place.pk, user.pk) for user, place in zip(users, places, strict=True)]


def drawn(chance: random.Random, rows: list[dict[str, Any]]) -> Filters:
    """What somebody who would like a posting such as this might ask."""
    row = chance.choice(rows)
    words = [word for word in row["title"].split() if word.isalpha() and len(word) > 2]
    possible: Filters = {}
    if words:
        possible["q"] = " ".join(chance.sample(words, min(len(words), chance.choice([2, 3, 3]))))
    if row["skills"]:
        possible["skills"] = ",".join(chance.sample(row["skills"], min(2, len(row["skills"]))))
        possible["skills_any"] = ",".join(chance.sample(row["skills"], min(3, len(row["skills"]))))
    for name, value in (("country", (row["countries"] or [""])[0]), ("remote", row["remote"]), ("seniority", row["seniority"])):  # fmt: skip
        if value:
            possible[name] = value
    if row["salary_year_max"]:
        possible["salary_min"] = str(int(row["salary_year_max"] * 3 // 4))
    # Hardly anybody asks for no more than a country, or for no more than remote.
    strong: list[str] = [name for name in ("q", "skills", "skills_any") if name in possible]
    names = {chance.choices(strong, [6, 3, 1][: len(strong)])[0]} if strong else set()
    weak = [name for name in possible if name not in ("q", "skills", "skills_any")]
    names |= set(chance.sample(weak, min(len(weak), chance.choice([1, 1, 2]))))
    return {name: possible[name] for name in names} or {"q": row["title"][:100]}


def save_searches(count: int, rows: list[dict[str, Any]]) -> float:
    """Made at once; needs and anchors are read as after a release. Seconds of that."""
    from django.utils import timezone

    from apps.vacancies.models import SavedSearch
    from apps.vacancies.saved_searches.services import read_filters_anew

    chance, owners = random.Random(SEED), people(max(1, count // 4))
    alerts = chance.choices(list(ALERTS), list(ALERTS.values()), k=count)
    later = timezone.now() + timedelta(days=1)
    searches = []
    for number, alert in enumerate(alerts):
        workspace, user = owners[number % len(owners)]
        searches.append(
            SavedSearch(
                workspace_id=workspace, user_id=user, name=f"Search {number}", filters=drawn(chance, rows), alert=alert,
                due_at=None if alert == "instant" else later,
            )
        )  # fmt: skip
    SavedSearch.objects.bulk_create(searches, batch_size=1000)
    began = time.perf_counter()
    read_filters_anew()
    return time.perf_counter() - began


def naive(
    searches: list[tuple[UUID, Filters]], batches: list[list[UUID]]
) -> tuple[float, set[tuple[UUID, UUID]]]:
    """One query for each search and batch; seconds and what was found."""
    from apps.core.caller import NO_WORKSPACE, Caller
    from apps.core.db import acting
    from apps.vacancies.api.filters import VacancyFilterSet
    from apps.vacancies.models import Vacancy

    nobody = Caller(user_id=NO_WORKSPACE, workspace_id=NO_WORKSPACE, role="viewer")
    found: set[tuple[UUID, UUID]] = set()
    began = time.perf_counter()
    for batch in batches:
        with acting(nobody):
            for pk, filters in searches:
                rows = VacancyFilterSet(data=filters, queryset=Vacancy.objects.all()).qs
                found |= {(pk, one) for one in rows.filter(pk__in=batch).values_list("pk", flat=True)}
    return time.perf_counter() - began, found


def arrive_again(batches: list[list[UUID]]) -> None:
    from apps.vacancies.models import Arrival, SavedSearchMatch

    SavedSearchMatch.objects.all().delete()
    Arrival.objects.all().delete()
    Arrival.objects.bulk_create(Arrival(vacancy_ids=batch) for batch in batches)


def one_round(
    batches: list[list[UUID]], sample: list[tuple[UUID, Filters]], count: int
) -> tuple[float, float, float]:
    """Seconds: ours to find, ours to find and keep, and the other side's to find, for all searches."""
    from apps.core.db import as_system, atomic
    from apps.vacancies.models import SavedSearchMatch
    from apps.vacancies.saved_searches import finding
    from apps.vacancies.saved_searches.percolation import percolate

    with as_system():
        arrive_again(batches)
        began = time.perf_counter()
        for batch in batches:
            with atomic():
                finding.in_catalogue(batch)
        found_in = time.perf_counter() - began
    began = time.perf_counter()
    percolate()
    kept_in = time.perf_counter() - began
    theirs, expected = naive(sample, batches)
    with as_system():
        of_sample = SavedSearchMatch.objects.filter(search_id__in=[pk for pk, _ in sample])
        kept = set(of_sample.values_list("search_id", "vacancy_id"))
        matches = SavedSearchMatch.objects.count()
    if kept != expected:
        raise SystemExit(f"they differ: {len(kept - expected)} more, {len(expected - kept)} fewer")
    scaled = theirs * count / len(sample)
    print(
        f"found in {found_in:.1f} s, found and kept in {kept_in:.1f} s; one query each {scaled:.0f} s "
        f"({scaled / found_in:.0f} times); {matches} matches",
        flush=True,
    )
    return found_in, kept_in, scaled


def run(count: int, postings: int, rounds: int) -> None:
    from apps.core.db import as_system
    from apps.vacancies.models import Arrival, SavedSearch, Vacancy
    from apps.vacancies.saved_searches.percolation import MOST
    from apps.vacancies.saved_searches.telling import tell_due
    from bench.ingest import ingest, write_boards

    with tempfile.TemporaryDirectory() as folder:
        seconds, totals = ingest(write_boards(Path(folder), postings))
    with as_system():
        ids = [pk for arrival in Arrival.objects.order_by("pk") for pk in arrival.vacancy_ids]
        columns = ("title", "skills", "countries", "remote", "seniority", "salary_year_max")
        rows = list(Vacancy.objects.values(*columns))
        read = save_searches(count, rows)
        searches = list(SavedSearch.objects.values_list("pk", "filters"))
    shapes = Counter(tuple(sorted(filters)) for _, filters in searches)
    print(f"{postings} postings in {seconds:.1f} s ({1000 * seconds / postings:.2f} ms each): {totals}")
    print(f"{count} searches of {len(shapes)} shapes; filters read in {read:.1f} s", flush=True)
    sample = random.Random(SEED).sample(searches, max(1, count // 10))
    batches = [ids[start : start + MOST] for start in range(0, len(ids), MOST)]
    figures = [one_round(batches, sample, count) for _ in range(rounds)]
    began = time.perf_counter()
    told = tell_due()
    telling = time.perf_counter() - began
    each = [[1000 * seconds / postings for seconds in figure] for figure in figures]
    print(
        f"a posting against {count} searches: found {statistics.median(one[0] for one in each):.2f} ms ({each[0][0]:.2f} in a new "
        f"process), found and kept {statistics.median(one[1] for one in each):.2f} ms, "
        f"one query each {statistics.median(one[2] for one in each):.1f} ms: "
        f"{statistics.median(one[2] / one[0] for one in each):.0f} times; its ingest {1000 * seconds / postings:.2f} ms"
    )
    print(f"told: {told} events, {1000 * telling / max(1, told):.2f} ms each")


def main(count: int, postings: int, rounds: int) -> int:
    os.environ |= {"VAR_DIR": str(VAR_DIR), "DJANGO_SETTINGS_MODULE": "project.settings.dev"}
    from project import embedded

    VAR_DIR.mkdir(parents=True, exist_ok=True)
    embedded.start(VAR_DIR)
    try:
        import django
        from django.core.management import call_command
        from django.db import connections

        django.setup()
        call_command("migrate", verbosity=0)
        with connections["owner"].cursor() as cursor:
            cursor.execute(
                "TRUNCATE vacancies_vacancy, vacancies_company, vacancies_source, vacancies_arrival, vacancies_savedsearch, "
                "accounts_user, accounts_workspace CASCADE"
            )
        run(count, postings, rounds)
    finally:
        embedded.stop(VAR_DIR)
    return 0


if __name__ == "__main__":
    given = [int(word) for word in sys.argv[1:]]
    sys.exit(main(*(given + [10_000, 5_000, 3][len(given) :])))
