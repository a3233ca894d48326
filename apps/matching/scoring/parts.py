"""The parts of a score: each looks at one thing a vacancy asks and answers in thousandths what of it is held."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from apps.matching.scoring.education import LEVEL_NAMES
from apps.matching.scoring.languages import NAMES as LANGUAGE_NAMES
from apps.matching.scoring.match import FULL, NEUTRAL, Wishes
from apps.matching.scoring.places import Location
from apps.matching.scoring.resume import ResumeFacts
from apps.matching.scoring.seniority import NAMES as RUNGS
from apps.matching.scoring.skills import HARD, name_of, weight_of
from apps.matching.scoring.titles import TitleGraph
from apps.matching.scoring.vacancy import VacancyFacts

FEWEST_MUST, FEWEST_NICE = 4, 1
"""A posting that names fewer leaves the rest unsaid, and what is unsaid counts half."""
_FOUND_FROM = 500
_RUNG_STEPS = (FULL, 700, 350, 100)


class Reading(NamedTuple):
    """What one part found: `ratio` in thousandths, `unknown` where the resume doesn't say."""

    ratio: int
    found: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    unknown: bool = False


UNKNOWN = Reading(NEUTRAL, unknown=True)
Reader = Callable[[ResumeFacts, VacancyFacts, Wishes, TitleGraph], Reading]


def language_name(code: str) -> str:
    return LANGUAGE_NAMES[code][0].capitalize()


def read_title(resume: ResumeFacts, vacancy: VacancyFacts, wishes: Wishes, graph: TitleGraph) -> Reading:
    if not resume.titles:
        return UNKNOWN
    best, text = max(
        (graph.likeness(vacancy.title, held) * weight // FULL, held.text) for held, weight in resume.titles
    )
    if best < 300:
        return Reading(best, missing=(vacancy.title.text,))
    return Reading(best, found=(text,))


def skills_ratio(wanted: Sequence[str], fewest: int, earned: Callable[[str], int]) -> int:
    """What `earned` says of each wanted skill, weighed and averaged; what is missing to `fewest` counts half."""
    unsaid = max(0, fewest - len(wanted)) * HARD
    total = sum(weight_of(slug) for slug in wanted) + unsaid
    return (sum(weight_of(slug) * earned(slug) for slug in wanted) + unsaid * NEUTRAL) // total


def _read_skills(resume: ResumeFacts, wanted: tuple[str, ...], fewest: int) -> Reading:
    if not resume.skills.years:
        return UNKNOWN._replace(missing=tuple(name_of(slug) for slug in wanted))
    earned = {slug: resume.skills.earned(slug) for slug in wanted}
    found = tuple(name_of(slug) for slug in wanted if earned[slug] >= _FOUND_FROM)
    missing = tuple(name_of(slug) for slug in wanted if earned[slug] < _FOUND_FROM)
    return Reading(skills_ratio(wanted, fewest, earned.__getitem__), found, missing, unknown=not wanted)


def read_skills(resume: ResumeFacts, vacancy: VacancyFacts, wishes: Wishes, graph: TitleGraph) -> Reading:
    return _read_skills(resume, vacancy.skills_must, FEWEST_MUST)


def read_nice_to_have(
    resume: ResumeFacts, vacancy: VacancyFacts, wishes: Wishes, graph: TitleGraph
) -> Reading:
    return _read_skills(resume, vacancy.skills_nice, FEWEST_NICE)


def read_experience(resume: ResumeFacts, vacancy: VacancyFacts, wishes: Wishes, graph: TitleGraph) -> Reading:
    wanted = vacancy.years_required or 0
    if resume.years is None:
        return UNKNOWN
    tenths = round(resume.years * 10)
    ratio = min(FULL, tenths * 100 // wanted)
    phrase = f"{wanted} years"
    return Reading(ratio, found=(phrase,)) if ratio == FULL else Reading(ratio, missing=(phrase,))


def read_seniority(resume: ResumeFacts, vacancy: VacancyFacts, wishes: Wishes, graph: TitleGraph) -> Reading:
    wanted = vacancy.seniority
    if resume.seniority is None or wanted is None:
        return UNKNOWN
    ratio = _RUNG_STEPS[min(abs(wanted - resume.seniority), len(_RUNG_STEPS) - 1)]
    name = (RUNGS[wanted],)
    return Reading(ratio, found=name) if ratio == FULL else Reading(ratio, missing=name)


def read_place(resume: ResumeFacts, vacancy: VacancyFacts, wishes: Wishes, graph: TitleGraph) -> Reading:
    wanted = tuple(location.city.title() or location.country for location in vacancy.locations) or ("remote",)
    targets = places_wanted(resume, wishes)
    if vacancy.remote == "remote":
        countries = {location.country for location in vacancy.locations if location.country}
        if not countries:
            return Reading(FULL, found=("remote",))
        if not targets:
            return UNKNOWN
        near = any(target.country in countries for target in targets)
        return Reading(FULL, found=("remote", *wanted)) if near else Reading(250, missing=wanted)
    if not targets or not vacancy.locations:
        return UNKNOWN
    ratio = max(_nearness(target, place) for target in targets for place in vacancy.locations)
    return Reading(ratio, found=wanted) if ratio >= _FOUND_FROM else Reading(ratio, missing=wanted)


def places_wanted(resume: ResumeFacts, wishes: Wishes) -> tuple[Location, ...]:
    """Where the person would work: where they want to, or else where they live; () where neither is known."""
    narrowed = {place.country for place in wishes.places}
    wished = [Location("", country) for country in wishes.countries if country not in narrowed]
    if wished or wishes.places:
        return (*wishes.places, *wished)
    return (resume.place,) if resume.place.country else ()


def _nearness(target: Location, place: Location) -> int:
    if target.city and target.city == place.city and target.country in ("", place.country):
        return FULL
    if not target.country or not place.country:
        return NEUTRAL if not target.city else 100
    if target.country != place.country:
        return 100
    return 600 if target.city and place.city else FULL


def read_pay(resume: ResumeFacts, vacancy: VacancyFacts, wishes: Wishes, graph: TitleGraph) -> Reading:
    best = vacancy.salary_max or vacancy.salary_min
    floor = wishes.salary_floor or 0
    if best is None or vacancy.salary_currency != wishes.currency:
        return UNKNOWN
    phrase = f"{floor} {wishes.currency}".strip()
    if best >= floor:
        return Reading(FULL, found=(phrase,))
    return Reading(max(0, FULL - (floor - best) * 4 * FULL // floor), missing=(phrase,))


def read_permit(resume: ResumeFacts, vacancy: VacancyFacts, wishes: Wishes, graph: TitleGraph) -> Reading:
    countries = countries_of(vacancy)
    phrase = (f"work permit for {' or '.join(countries)}",)
    if wishes.permits is None:
        return UNKNOWN._replace(missing=phrase)
    held = not set(countries).isdisjoint(wishes.permits)
    return Reading(FULL, found=phrase) if held else Reading(0, missing=phrase)


def countries_of(vacancy: VacancyFacts) -> list[str]:
    """The countries of the vacancy, [] unless every place's country is known."""
    countries = sorted({location.country for location in vacancy.locations})
    return countries if "" not in countries else []


def read_languages(resume: ResumeFacts, vacancy: VacancyFacts, wishes: Wishes, graph: TitleGraph) -> Reading:
    if not resume.languages:
        return UNKNOWN._replace(missing=tuple(language_name(code) for code, _ in vacancy.languages))
    held, earned = dict(resume.languages), 0
    found: list[str] = []
    missing: list[str] = []
    for code, level in vacancy.languages:
        share = min(FULL, held.get(code, 0) * FULL // level)
        earned += share
        (found if share == FULL else missing).append(language_name(code))
    return Reading(earned // len(vacancy.languages), tuple(found), tuple(missing))


def read_education(resume: ResumeFacts, vacancy: VacancyFacts, wishes: Wishes, graph: TitleGraph) -> Reading:
    wanted = vacancy.education or 0
    if resume.education is None:
        return UNKNOWN._replace(missing=(LEVEL_NAMES[wanted],))
    short = max(0, wanted - resume.education)
    level = FULL - short * (150 if vacancy.education_or_experience else 350)
    near = FULL if not vacancy.fields or set(vacancy.fields) & set(resume.fields) else 700
    name = (LEVEL_NAMES[wanted],)
    ratio = max(0, level) * near // FULL
    return Reading(ratio, missing=name) if short else Reading(ratio, found=name)
