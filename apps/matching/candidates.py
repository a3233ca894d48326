"""Which vacancies are worth scoring for a resume: a bounded number, found through indexes.

Three ways in, since none finds all: the same occupation and those next to it (newest first), the rarest of the resume's skills (most shared
first), and, for a title that no occupation is known for, its words.
"""

from __future__ import annotations

from datetime import datetime
from functools import reduce
from typing import Any, NamedTuple
from uuid import UUID

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.search import SearchQuery
from django.db import connections
from django.db.models import CharField, Func, IntegerField, QuerySet, Value

from apps.core.db import current_alias
from apps.matching.occupations import relatives
from apps.matching.scoring import ResumeFacts
from apps.vacancies.models import OwnVacancy, Vacancy

MOST_TITLES, PER_TITLE, BY_SKILL, MOST_OWN = 3, 200, 400, 400
# Occupations that one moves to without starting over: so many of each title held, and so many vacancies of each.
MOST_NEAR, PER_NEAR = 3, 40
# How many rows may be compared by the skills they share.
POOL = 5000
_NAMES = ArrayField(CharField(max_length=80))


class Candidate(NamedTuple):
    """A vacancy as it stands. `listed_at` and the id order equal scores."""

    pk: UUID
    listed_at: datetime
    updated_at: datetime


class _Shared(Func):
    """How many elements of two text arrays are the same."""

    template = "(SELECT count(*) FROM unnest(%(expressions)s))"
    arg_joiner = ") AS one(name) WHERE one.name = ANY("
    output_field = IntegerField()


def of_catalogue(rows: QuerySet[Vacancy], resume: ResumeFacts) -> list[Candidate]:
    """Candidates among `rows`, the catalogue's under the caller's filters: at most about a thousand."""
    rows = rows.select_related(None).defer(None).filter(status="open").order_by()
    occupations = _occupations(resume)
    arms = [_of_occupation(rows, occupation, PER_TITLE) for occupation in occupations]
    arms += [_of_occupation(rows, near, PER_NEAR) for near in _near(occupations)]
    arms += [_of_words(rows, words) for words in _unknown_titles(resume)]
    held = sorted(resume.skills.years)
    if held:
        arms.append(_sharing(rows, _rarest(held), held))
    if not arms:
        return []
    found = reduce(lambda one, other: one.union(other), map(_as_candidates, arms))
    return [Candidate(*row) for row in found]


def of_workspace(rows: QuerySet[OwnVacancy]) -> list[Candidate]:
    """The workspace's own, newest first: a person types in no more than can be looked at one by one."""
    rows = rows.select_related(None).defer(None).filter(status="open").order_by("-listed_at", "-pk")
    return [Candidate(*row) for row in _as_candidates(rows[:MOST_OWN])]


def _as_candidates(rows: QuerySet[Any]) -> QuerySet[Any, Any]:
    return rows.values_list("pk", "listed_at", "updated_at")


def _occupations(resume: ResumeFacts) -> list[str]:
    known = dict.fromkeys(title.occupation for title, _ in resume.titles if title.occupation)
    return list(known)[:MOST_TITLES]


def _unknown_titles(resume: ResumeFacts) -> list[str]:
    unknown = dict.fromkeys(
        " ".join(title.terms) for title, _ in resume.titles if not title.occupation and title.terms
    )
    return list(unknown)[:MOST_TITLES]


def _near(occupations: list[str]) -> list[str]:
    near = (each.slug for slug in occupations for each in relatives(slug)[:MOST_NEAR])
    return [slug for slug in dict.fromkeys(near) if slug not in occupations]


def _of_occupation(rows: QuerySet[Vacancy], occupation: str, most: int) -> QuerySet[Vacancy]:
    newest = rows.filter(profile__occupation=occupation)
    return newest.order_by("-profile__listed_at", "-profile__vacancy_id")[:most]


def _of_words(rows: QuerySet[Vacancy], words: str) -> QuerySet[Vacancy]:
    named = rows.filter(search=SearchQuery(words, search_type="plain", config="english"))
    return named.order_by("-listed_at", "-pk")[:PER_TITLE]


def _sharing(rows: QuerySet[Vacancy], rarest: list[str], held: list[str]) -> QuerySet[Vacancy]:
    shared = _Shared("skills", Value(held, output_field=_NAMES))
    near = rows.filter(skills__overlap=rarest).annotate(shared=shared)
    return near.order_by("-shared", "-listed_at", "-pk")[:BY_SKILL]


def _rarest(held: list[str]) -> list[str]:
    """As many of the skills, the rarest first, as together stand in no more than `POOL` rows; one at least.

    How often each stands there is what the planner knows: exact enough to choose by, and free.
    """
    with connections[current_alias()].cursor() as cursor:
        cursor.execute(
            "SELECT most_common_elems::text::text[], most_common_elem_freqs, "
            "(SELECT reltuples FROM pg_class WHERE oid = %(table)s::regclass) "
            "FROM pg_stats WHERE schemaname = 'public' AND tablename = %(table)s AND attname = 'skills'",
            {"table": Vacancy._meta.db_table},
        )
        row = cursor.fetchone()
    if row is None or row[0] is None:
        return held
    names, shares, rows = row
    # The shares of elements come first; least, most and null share follow.
    rows_with = {name: share * max(rows, 0) for name, share in zip(names, shares, strict=False)}
    chosen: list[str] = []
    reached = 0.0
    for slug in sorted(held, key=lambda slug: (rows_with.get(slug, 0.0), slug)):
        reached += rows_with.get(slug, 0.0)
        if chosen and reached > POOL:
            break
        chosen.append(slug)
    return chosen
