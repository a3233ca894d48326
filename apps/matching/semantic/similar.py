"""Vacancies like one: what lies near its title, near its text, or is the same occupation or a near one; each opening once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple, get_args
from uuid import UUID

from django.db.models import QuerySet

from apps.matching import facts, occupations, semantic
from apps.matching.models import VacancyProfile
from apps.matching.occupations.nearness import FULL
from apps.matching.semantic.embedding import EmbeddingFailed
from apps.vacancies import querysets
from apps.vacancies.models import Vacancy
from apps.vacancies.selectors import AnyVacancy

if TYPE_CHECKING:
    from apps.matching.semantic import Hit, Space, Vector

Reason = Literal["title", "text", "occupation"]
REASONS = get_args(Reason)

MOST = 50
# How many of the nearest, and of the newest of the same occupation and of all near ones, are looked at.
NEAREST, OF_OCCUPATION, OF_NEAR = 150, 150, 150
# Of 100 points. Without vectors the occupation is all there is to go by.
TITLE, TEXT, OCCUPATION = 40, 30, 30
# From which cosine on a title or text (and from which nearness on an occupation) is said to be why.
TELLING = 0.5
# Two texts this near (under like titles) are one text in two places.
SAME_TITLE, SAME_TEXT = 0.95, 0.985


@dataclass(frozen=True, slots=True)
class Similar:
    """`score` is 0 to 100; `why` names what makes them alike, the weightiest first."""

    vacancy: Vacancy
    score: int
    why: tuple[Reason, ...]


class _Likeness(NamedTuple):
    pk: UUID
    score: int
    why: tuple[Reason, ...]


def similar(vacancy: AnyVacancy, rows: QuerySet[Vacancy], k: int = MOST) -> list[Similar]:
    """At most `k` of `rows` (the catalogue's as the caller may see them), most alike first.

    Only open ones that were not merged, and never `vacancy` itself. A text that stands in several places is shown once,
    a copy of `vacancy` not at all. Without vectors (or a service for them) it goes by occupation alone.
    """
    rows = querysets.listed(rows.filter(status="open")).exclude(pk=vacancy.pk)
    kin = _kin(vacancy)
    alike = _newest(rows, [slug for slug, nearness in kin.items() if nearness == 1], OF_OCCUPATION)
    space = semantic.current()
    place = None if space is None else _place_of(vacancy, space)
    if space is None or place is None:
        ranked = [_Likeness(pk, OCCUPATION, ("occupation",)) for pk in alike]
        return _shown(ranked[:k], rows)
    named = [*alike, *_newest(rows, [slug for slug, nearness in kin.items() if nearness < 1], OF_NEAR)]
    hits = {hit.pk: hit for hit in space.index.nearest_to(*place, NEAREST)}
    hits |= {hit.pk: hit for hit in space.index.nearest_to(*place, len(named) or 1, allowed=named)}
    nearness = _nearness(kin, list(hits))
    ranked = sorted(
        (_likeness(hit, nearness.get(hit.pk, 0.0)) for hit in hits.values()),
        key=lambda each: (-each.score, each.pk),
    )
    listed = set(rows.filter(pk__in=list(hits)).values_list("pk", flat=True))
    return _shown(_once(ranked, listed, place, space, k), rows)


def _likeness(hit: Hit, nearness: float) -> _Likeness:
    points: dict[Reason, float] = {
        "title": TITLE * max(0.0, hit.title),
        "text": TEXT * max(0.0, hit.body),
        "occupation": OCCUPATION * nearness,
    }
    tells = {
        "title": hit.title >= TELLING,
        "text": hit.body >= TELLING,
        "occupation": nearness >= TELLING,
    }
    why = sorted((reason for reason in points if tells[reason]), key=lambda reason: -points[reason])
    return _Likeness(hit.pk, round(sum(points.values())), tuple(why))


def _kin(vacancy: AnyVacancy) -> dict[str, float]:
    """How near each occupation is to that of `vacancy`: 1 the same, less those that people move to or come from."""
    occupation = facts.of_vacancy(vacancy).title.occupation
    if not occupation:
        return {}
    near = {relative.slug: relative.weight / FULL for relative in occupations.relatives(occupation)}
    return near | {occupation: 1.0}


def _newest(rows: QuerySet[Vacancy], slugs: Sequence[str], most: int) -> list[UUID]:
    """The newest of these occupations."""
    if not slugs:
        return []
    named = VacancyProfile.objects.filter(occupation__in=slugs, vacancy__in=rows)
    return list(named.order_by("-listed_at", "-vacancy_id").values_list("vacancy_id", flat=True)[:most])


def _nearness(kin: Mapping[str, float], pks: Sequence[UUID]) -> dict[UUID, float]:
    """Of those whose occupation is near."""
    named = VacancyProfile.objects.filter(vacancy__in=pks, occupation__in=list(kin))
    return {pk: kin[occupation] for pk, occupation in named.values_list("vacancy_id", "occupation")}


def _place_of(vacancy: AnyVacancy, space: Space) -> tuple[Vector, Vector] | None:
    """Its vectors: as indexed, else (a workspace's own, a new or closed one) made now; None where neither can be."""
    known = space.index.vectors_of(vacancy.pk)
    if known is not None:
        return known
    try:
        titles, bodies = space.embedder.embed_postings([(vacancy.title, vacancy.description_text)])
    except EmbeddingFailed:
        return None
    return titles[0], bodies[0]


def _once(
    ranked: Iterable[_Likeness], listed: set[UUID], place: tuple[Vector, Vector], space: Space, k: int
) -> list[_Likeness]:
    taken: list[_Likeness] = []
    seen = [place]
    for each in ranked:
        if len(taken) == k:
            break
        vectors = space.index.vectors_of(each.pk)
        if not each.why or each.pk not in listed or vectors is None:
            continue
        if any(_is_copy(vectors, other) for other in seen):
            continue
        taken.append(each)
        seen.append(vectors)
    return taken


def _is_copy(one: tuple[Vector, Vector], other: tuple[Vector, Vector]) -> bool:
    return bool(one[0] @ other[0] >= SAME_TITLE and one[1] @ other[1] >= SAME_TEXT)


def _shown(ranked: Sequence[_Likeness], rows: QuerySet[Vacancy]) -> list[Similar]:
    found = {row.pk: row for row in rows.filter(pk__in=[each.pk for each in ranked])}
    return [Similar(found[each.pk], each.score, each.why) for each in ranked if each.pk in found]
