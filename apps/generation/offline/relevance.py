"""How much a piece of a resume matters for a vacancy, as a whole number: the same text always weighs the same."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from apps.generation.grounding.facts import VacancyBrief
from apps.matching.scoring.skills import skills_of_names
from apps.matching.scoring.vacancy import VacancyFacts, vacancy_facts
from apps.matching.words import singular, words
from apps.vacancies import lexicon

_MUST, _NICE, _EMPHASIS, _TITLE_WORD, _WORD, _FIGURE = 100, 50, 120, 20, 8, 5
_MOST_WORDS = 8
_SHORTEST_WORD = 4


def facts_of_vacancy(brief: VacancyBrief) -> VacancyFacts:
    """The brief as matching reads it."""
    return vacancy_facts(
        title=brief.title,
        description_text=brief.description_text,
        requirements=brief.requirements,
        skills=brief.skills,
    )


@dataclass(frozen=True, slots=True)
class Relevance:
    """What a vacancy and the person's own emphasis ask for."""

    must: tuple[str, ...]
    nice: tuple[str, ...]
    stressed: tuple[str, ...]
    title_terms: frozenset[str]
    terms: frozenset[str]
    stressed_terms: frozenset[str]
    _known: dict[str, int] = field(default_factory=dict, repr=False, compare=False)

    @classmethod
    def towards(cls, brief: VacancyBrief, emphasis: Sequence[str] = ()) -> Relevance:
        """The relevance for one vacancy; `emphasis` are words or skills to bring forward."""
        asked = facts_of_vacancy(brief)
        return cls(
            must=asked.skills_must,
            nice=asked.skills_nice,
            stressed=tuple(sorted(skills_of_names(emphasis))),
            title_terms=_terms([brief.title]),
            terms=_terms([*brief.requirements, brief.description_text]),
            stressed_terms=_terms(emphasis),
        )

    def of(self, text: str) -> int:
        """The weight of a sentence."""
        known = self._known.get(text)
        if known is None:
            known = self._known[text] = self._weigh(text, lexicon.skills_in(text))
        return known

    def of_skill(self, name: str) -> int:
        """The weight of a keyword: a bare name counts as the skill where a sentence would leave it open."""
        return self._weigh(name, tuple(skills_of_names([name])))

    def _weigh(self, text: str, held: Sequence[str]) -> int:
        terms = _terms([text])
        weight = _TITLE_WORD * len(terms & self.title_terms)
        weight += _WORD * min(_MOST_WORDS, len(terms & self.terms))
        weight += _EMPHASIS * len(terms & self.stressed_terms)
        weight += _FIGURE * any(char.isdigit() for char in text)
        for wanted, worth in ((self.must, _MUST), (self.nice, _NICE), (self.stressed, _EMPHASIS)):
            weight += sum(round(worth * lexicon.best_credit(slug, held)[0]) for slug in wanted) if held else 0
        return weight


def _terms(texts: Iterable[str]) -> frozenset[str]:
    """The words that tell something, singular."""
    return frozenset(singular(word) for text in texts for word in words(text) if len(word) >= _SHORTEST_WORD)


def best(weights: Sequence[int], limit: int) -> tuple[int, ...]:
    """The numbers of the `limit` heaviest, heaviest first; of equals the earlier."""
    return tuple(sorted(range(len(weights)), key=lambda index: (-weights[index], index))[:limit])
