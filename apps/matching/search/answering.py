"""One question, answered a page at a time."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import islice
from typing import Any
from uuid import UUID

from django.utils import timezone

from apps.core.caller import Caller
from apps.matching import facts
from apps.matching.occupations import Expansion
from apps.matching.scoring import Match, ResumeFacts, Wishes, score
from apps.matching.scoring.match import NO_WISHES
from apps.matching.search import counting, highlights, kept, paging, suggestion
from apps.matching.search import facets as faceting
from apps.matching.search.by_meaning import meaning_of
from apps.matching.search.counting import Count
from apps.matching.search.cursor import Cursor, digest
from apps.matching.search.facets import Facets, FacetValue, TallyOf
from apps.matching.search.highlights import Highlights
from apps.matching.search.in_memory import InMemory
from apps.matching.search.ordering import Way
from apps.matching.search.paging import Shown
from apps.matching.search.question import Mode, read
from apps.matching.search.ranking import Ranking, Search
from apps.matching.search.results import results_of
from apps.matching.search.scope import Scope
from apps.matching.wishes import wishes_of
from apps.resumes.selectors import get_resume


@dataclass(frozen=True, slots=True)
class Hit:
    """A vacancy of the answer. `score` is 0 to 1, `found_by` names the ways it was found by, `fit` is the resume's.

    `vacancy` is as `listVacancies` shows it (`VacancySummarySerializer`), ready to be written as JSON.
    """

    pk: UUID
    vacancy: Mapping[str, Any]
    score: float
    found_by: list[str]
    highlights: Highlights
    fit: Match | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """`count` is None on pages behind the first. `next` is the cursor of the next page, None on the last.

    `mode` is what was really used: without vectors, `keyword`. `expanded_to` is what the question's words stand for.
    """

    results: list[Hit]
    count: int | None
    count_exact: bool
    next: str | None
    mode: Mode
    expanded_to: Expansion
    facets: dict[str, list[FacetValue]] = field(default_factory=dict)
    suggestion: str | None = None


def answer(
    *,
    caller: Caller,
    query: str = "",
    filters: Mapping[str, Any] | None = None,
    resume_id: UUID | None = None,
    mode: Mode = "hybrid",
    facets: Sequence[str] = (),
    page_size: int = 20,
    cursor: str = "",
) -> Answer:
    """The vacancies that answer `query` (web-search syntax) under `filters` (those of `listVacancies`), best first.

    At most about a thousand are ranked; what else holds the words follows by date. Raises ValidationFailed for a filter
    or a cursor that is none, NotFound for a resume of somebody else.
    """
    asked = digest(caller.workspace_id, query, filters or {}, resume_id, mode)
    came_from = Cursor.decode(cursor, asked) if cursor else None
    search = _search(caller, query, filters or {}, resume_id, mode, came_from)
    moment = came_from.moment if came_from else timezone.now()
    ranking = (kept.recall(asked, moment) if came_from else None) or search.rank()
    page = paging.page(search.scope, search.question.text, ranking, came_from, page_size)
    following = None
    if page.end is not None:
        following = Cursor(asked=asked, moment=moment, version=ranking.version, **page.end._asdict()).encode()
        if came_from is None:
            kept.keep(asked, moment, ranking)
    counted = _facets(search, ranking, facets, asked) if facets else None
    number: Facets | Count | None = counted
    if number is None and came_from is None:
        number = counting.count(search, ranking)
    return Answer(
        results=_hits(search, page.rows),
        count=number.count if number else None,
        count_exact=number is not None and number.count_exact and not (counted and counted.estimated),
        next=following,
        mode=ranking.mode,
        expanded_to=search.expansion,
        facets=counted.values if counted else {},
        suggestion=_suggestion(search, ranking) if came_from is None else None,
    )


def _search(
    caller: Caller,
    query: str,
    filters: Mapping[str, Any],
    resume_id: UUID | None,
    mode: Mode,
    came_from: Cursor | None,
) -> Search:
    question = read(query)
    version = came_from.version if came_from else None
    is_meant = mode != "keyword" and bool(question.terms)
    return Search(
        question=question,
        scope=Scope(caller, filters, came_from.moment if came_from else None),
        mode=mode,
        meaning=meaning_of(question.meaning, version) if is_meant else None,
        resume=_resume(resume_id, caller) if resume_id else None,
        wishes=_wishes(caller, filters) if resume_id else NO_WISHES,
    )


def _wishes(caller: Caller, filters: Mapping[str, Any]) -> Wishes:
    """A fit is weighed by them: what is asked for now goes before the preferences."""
    return wishes_of(
        caller,
        countries=[str(filters["country"]).upper()] if filters.get("country") else [],
        remote=str(filters.get("remote") or ""),
    )


def _resume(resume_id: UUID, caller: Caller) -> ResumeFacts:
    return facts.of_resume(get_resume(resume_id=resume_id, caller=caller), timezone.now().date())


def _hits(search: Search, page: Sequence[Shown]) -> list[Hit]:
    fits = _fits(search, page)
    terms = [*search.question.terms, *search.expansion.forms]
    marked = highlights.of([each.row.pk for each in page], terms) if terms else {}
    return [
        Hit(row.pk, row.shown, score, _names(ways), marked.get(row.pk, {}), fits.get(row.pk))
        for row, score, ways, _ in page
    ]


@cache
def _names(ways: Way) -> list[str]:
    return ways.names


def _fits(search: Search, page: Sequence[Shown]) -> dict[UUID, Match]:
    if search.resume is None:
        return {}
    asked = facts.of_vacancies([(each.row.pk, each.row.updated_at) for each in page])
    return {pk: score(search.resume, one, search.wishes, suggest=False) for pk, one in asked.items()}


def _suggestion(search: Search, ranking: Ranking) -> str | None:
    if not search.question.text:
        return None
    holding = (each for each in ranking.placed if each.ways.value & Way.TEXT.value)
    held = sum(1 for _ in islice(holding, suggestion.FEW))
    return suggestion.for_query(search.question.text, found=held)


def _facets(search: Search, ranking: Ranking, names: Sequence[str], asked: str) -> Facets:
    scope = search.scope

    def tallies() -> TallyOf:
        results = results_of(scope, search.question.text, ranking)
        if search.held is not None:
            return InMemory.of(search.held, results).tally_of
        known = None if ranking.has_tail else len(ranking.placed)
        return faceting.in_database(results.sides, scope.filters, known)

    said = [asked, scope.moment, ranking.mode, ranking.version, list(names)]
    return faceting.kept(
        said,
        lambda: faceting.count(tallies(), filters=scope.filters, names=names),
        workspace_id=scope.caller.workspace_id,
    )
