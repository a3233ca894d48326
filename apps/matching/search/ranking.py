"""The best for a question, in one order: at most about a thousand. What else holds the words follows by date."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property
from uuid import UUID

from apps.matching import candidates, facts, occupations
from apps.matching.occupations import Expansion
from apps.matching.scoring import ResumeFacts, Wishes, score
from apps.matching.search import by_occupation, by_snapshot, by_text, own
from apps.matching.search.asking import Side, sides
from apps.matching.search.by_meaning import Meaning
from apps.matching.search.by_occupation import occupation_of
from apps.matching.search.by_text import TextHits
from apps.matching.search.held import Held, held
from apps.matching.search.known import Known
from apps.matching.search.ordering import BY_NONE, Found, Placed, Way, Weights, fuse
from apps.matching.search.pool import Pool
from apps.matching.search.question import Mode, Question
from apps.matching.search.relevance import Asked
from apps.matching.search.scope import Scope
from apps.matching.search.showing import rarity_of, read_occupations, shown_by

MOST = 1000
# The share of a question's words that name an occupation, in thousandths, with which it is a search for work, whatever
# its line says: all of them.
ABOUT_WORK = 1000
WEIGHTS = Weights()
_NOTHING = TextHits([], is_all=True)


@dataclass(frozen=True, slots=True)
class Ranking:
    """`placed` is what was ranked, best first. `mode` and `version` say by what: "" where no meaning was asked.

    `has_tail`: others hold the words; they lie behind `tail_from` in the order of dates (None: from the newest).
    """

    placed: tuple[Placed, ...]
    mode: Mode
    version: str
    is_about_work: bool = True
    has_tail: bool = False
    tail_from: tuple[datetime, UUID] | None = None


@dataclass(frozen=True)
class Search:
    """A question under filters, with the meaning of its words where there are vectors."""

    question: Question
    scope: Scope
    mode: Mode
    meaning: Meaning | None
    resume: ResumeFacts | None
    wishes: Wishes

    @cached_property
    def _sides(self) -> tuple[Side, Side]:
        return sides(self.scope)

    @cached_property
    def held(self) -> Held | None:
        """What this host's snapshot says of the question; None where the database must be asked."""
        return held(self.scope, self.question.text)

    @property
    def _has_own(self) -> bool:
        """Whether the workspace may have vacancies of its own."""
        return self.held is None or self.held.has_own

    @cached_property
    def expansion(self) -> Expansion:
        """Words alone are what `keyword` asks for."""
        if self.mode == "keyword" or not self.question.meaning:
            return Expansion()
        return occupations.expand(self.question.meaning)

    @property
    def mode_used(self) -> Mode:
        """Without vectors the words must do, and so it is said."""
        return self.mode if self.meaning else "keyword"

    @property
    def _has_words(self) -> bool:
        """`semantic` asks for what is meant: who says it by other words stands no further behind."""
        return self.mode_used != "semantic"

    @cached_property
    def is_about_work(self) -> bool:
        """A question about something else gets what names all its words, rather than whatever comes nearest."""
        if self.meaning is None or self.expansion.covered >= ABOUT_WORK:
            return True
        return self.meaning.is_about_work

    def rank(self) -> Ranking:
        pool = Pool()
        version = self.meaning.space.version if self.meaning else ""
        if not self.question.text:
            self._add_candidates(pool)
            return Ranking(self._order(pool), self.mode_used, version, has_tail=True)
        by_words = self._add_words(pool)
        if self.is_about_work:
            self._add_own(pool)
            self._add_what_is_near(pool)
        has_tail = self.is_about_work and not all(side.is_all for side in by_words)
        return Ranking(
            self._order(pool), self.mode_used, version, self.is_about_work, has_tail, _oldest(by_words)
        )

    def _add_candidates(self, pool: Pool) -> None:
        """Without words, a resume names what is worth a look; without one, all go by date."""
        if self.resume is not None:
            for each in (
                *candidates.of_catalogue(self.scope.catalogue, self.resume),
                *candidates.of_workspace(self.scope.own),
            ):
                pool.put(Found(each.pk, each.listed_at, each.updated_at), BY_NONE)

    def _add_words(self, pool: Pool) -> tuple[TextHits, TextHits]:
        """What holds the words, of the catalogue and of the workspace."""
        if not self._has_words:
            return _NOTHING, _NOTHING
        text = self.question.text
        catalogue, own = self._sides
        held = by_text.of_workspace(own, text) if self._has_own else _NOTHING
        found = by_text.of_catalogue(catalogue, text, self.held), held
        for side, of_side in zip((catalogue, own), found, strict=True):
            hits = of_side.hits
            if not self.is_about_work:
                hits = by_text.naming(side.rows, hits, self.question.meaning)
            for hit in hits:
                entry = pool.add(hit, Way.TEXT)
                entry.text = hit.rank
                if side.is_own:
                    entry.occupation = occupation_of(hit.named)
        return found

    def _add_own(self, pool: Pool) -> None:
        if self._has_own and (self.expansion.occupations or self.meaning):
            own.add(pool, self._sides[1].obeying(self.question.guard), self.expansion, self.meaning)

    def _add_what_is_near(self, pool: Pool) -> None:
        """Of the catalogue: by occupation and by meaning."""
        side, meaning = self._sides[0].obeying(self.question.guard), self.meaning
        asked = self.expansion if self._has_words else replace(self.expansion, leftover=())
        if self.held is not None:
            by_snapshot.add(pool, Known.of(self.held, side.guard), side, asked, meaning)
        else:
            for hit in by_occupation.of_catalogue(side, asked):
                pool.add(hit, Way.OCCUPATION).occupation = hit.occupation
            for row in meaning.find(side) if meaning else ():
                pool.add(row, Way.MEANING)
        self._measure(pool)

    def _measure(self, pool: Pool) -> None:
        """How near each lies to the question."""
        if self.meaning is None:
            return
        cosines = self.meaning.cosines([each.pk for each in pool.found])
        for each, known in zip(pool.found, cosines, strict=True):
            if known is not None:
                each.title, each.body = known

    def _add_what_is_said(self, pool: Pool) -> None:
        rarity = rarity_of(self.question.meaning)
        asked = Asked(self.question.meaning, self.expansion, rarity, by_words=self._has_words)
        read_occupations(pool.found)
        for each in pool.found:
            each.said = asked.of(shown_by(each))

    def _order(self, pool: Pool) -> tuple[Placed, ...]:
        if self.question.text:
            self._add_what_is_said(pool)
        if self.resume is not None:
            known = facts.of_vacancies([(each.pk, each.updated_at) for each in pool.found])
            for each in pool.found:
                if asked := known.get(each.pk):
                    each.fit = score(self.resume, asked, self.wishes, suggest=False).score
        placed = fuse(pool.found, WEIGHTS)
        # Who holds the words and is ranked does not come again behind the ranked ones: none of these may be cut off.
        return (*placed[:MOST], *(each for each in placed[MOST:] if Way.TEXT in each.ways))


def _oldest(sides: tuple[TextHits, TextHits]) -> tuple[datetime, UUID] | None:
    """Where the order of dates goes on: behind the newest place that either side was ranked to."""
    ends = [min((hit.listed_at, hit.pk) for hit in side.hits) for side in sides if not side.is_all]
    return max(ends, default=None)
