"""Skills as held and as asked for: slugs of the lexicon, and folded names for what it doesn't know."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from apps.matching.scoring.match import FULL
from apps.matching.words import words
from apps.vacancies import lexicon

LISTED = 800
"""What a skill counts that is only listed; one that a job shows counts in full."""
_MANY_LISTED = 45
"""Beyond so many skills that no job shows, a list says less with each further entry."""
_MANY_IN_ONE_LINE = 9
"""A line of prose that names more skills than this is a list, not an account of work."""
_LONGEST_NAME = 5
HARD, SOFT = 3, 1
_CAPITALISED = re.compile(r"\b[A-Z][\w+#.]*[\w+#]|\b[A-Z]\b")


def skills_of_name(name: str) -> tuple[str, ...]:
    """The slugs a keyword stands for; a short one outside the lexicon stands for itself, folded."""
    known = lexicon.resolve(name)
    if known is not None:
        return (known.slug,)
    found = lexicon.skills_in(name)
    if found:
        return found
    plain = words(name)
    return (" ".join(plain),) if 0 < len(plain) <= _LONGEST_NAME else ()


def skills_of_names(names: Iterable[str]) -> frozenset[str]:
    return frozenset(slug for name in names for slug in skills_of_name(name))


class Evidence(NamedTuple):
    """What prose says of skills: those it shows in work, those it only lists, and those it may mean.

    `hinted` are names such as "React" or "Go" that the lexicon takes for a skill only in company; they count where
    the resume names the skill elsewhere, too.
    """

    shown: frozenset[str]
    listed: frozenset[str]
    hinted: frozenset[str]


def skills_of_prose(lines: Iterable[str]) -> Evidence:
    """Each line by itself, so that neither the order of lines nor their number changes what is found."""
    shown: set[str] = set()
    listed: set[str] = set()
    hinted: set[str] = set()
    for line in lines:
        found = lexicon.skills_in(line)
        if len(found) > _MANY_IN_ONE_LINE:
            listed.update(found)
        else:
            shown.update(found)
            hinted.update(_named_as_written(line))
    return Evidence(frozenset(shown), frozenset(listed - shown), frozenset(hinted - shown))


def _named_as_written(line: str) -> Iterable[str]:
    """Skills whose very name, capitals and all, stands in the line."""
    for word in _CAPITALISED.findall(line):
        known = lexicon.resolve(word)
        if known is not None and word in (known.name, *known.aliases):
            yield known.slug


@lru_cache(maxsize=200_000)
def _credit(wanted: str, held: str) -> int:
    """The lexicon's credit in thousandths."""
    return round(lexicon.credit(wanted, held) * FULL)


@lru_cache(maxsize=20_000)
def weight_of(slug: str) -> int:
    """A trade's skill weighs three times what "teamwork" does: every posting asks for that."""
    return SOFT if is_soft(slug) else HARD


name_of = lru_cache(maxsize=20_000)(lexicon.name_of)


@lru_cache(maxsize=20_000)
def is_soft(slug: str) -> bool:
    """Whether the lexicon counts it among the ways to work with others."""
    skill = lexicon.get(slug)
    return skill is not None and skill.category == "soft-skill"


@dataclass(frozen=True, slots=True)
class HeldSkills:
    """The skills of a resume. `years` is None for a skill that no dated job shows; `shown` have a job
    behind them; `hinted` would have one if they were held."""

    years: Mapping[str, float | None]
    shown: frozenset[str]
    hinted: frozenset[str] = frozenset()
    _earned: dict[str, int] = field(default_factory=dict, repr=False, compare=False)

    def earned(self, wanted: str) -> int:
        """The best that any held skill earns for `wanted`, in thousandths. Remembered: many vacancies ask for the same."""
        known = self._earned.get(wanted)
        if known is None:
            strengths = ((_credit(wanted, slug), self._strength(slug)) for slug in self.years)
            known = self._earned[wanted] = max(
                (credit * strength // FULL for credit, strength in strengths), default=0
            )
        return known

    def _strength(self, slug: str) -> int:
        return FULL if slug in self.shown else self._listed_strength()

    def _listed_strength(self) -> int:
        unbacked = len(self.years) - len(self.shown)
        return LISTED if unbacked <= _MANY_LISTED else LISTED * _MANY_LISTED // unbacked

    def having(self, slug: str, *, shown: bool) -> HeldSkills:
        """The same with one skill more, or with a job behind a skill that was only listed."""
        years = {**self.years, slug: self.years.get(slug)}
        backed = shown or slug in self.hinted
        return HeldSkills(years, self.shown | {slug} if backed else self.shown, self.hinted)

    def earned_with(self, slug: str, *, shown: bool) -> Callable[[str], int]:
        """`having(…).earned`, without counting anew what one more skill leaves as it is."""
        richer = self.having(slug, shown=shown)
        if richer._listed_strength() != self._listed_strength():
            return richer.earned
        strength = richer._strength(slug)
        return lambda wanted: max(self.earned(wanted), _credit(wanted, slug) * strength // FULL)
