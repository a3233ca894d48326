"""How well a vacancy says what was asked, word by word. Pure.

A question is taken as terms: its telling words, and the places it names. A term counts by how rare it is in the catalogue, so
that of "xray technician" the first word decides. A vacancy has a term where its title says it, where it is the work that the
term names, by whatever title, or where it lies in the place.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from apps.matching.occupations import Expansion
from apps.matching.occupations.spelling import ABOUT_ANY_JOB, LEVEL_WORDS
from apps.matching.words import singular, words
from apps.vacancies.normalise.gazetteer import gazetteer
from apps.vacancies.normalise.place_names import lookup

SILENT = frozenset(
    words(
        "a an the to for in of on at and or from no not with without by as is it its my me who that this get got getting paid want "
        "wants someone somebody people thing things something do does doing be been being job jobs work works working position vacancy near "
        "like love good help helping purpose kind all day our we you your i am can "
        "der die das und in mit für als bei im am ein eine le la les de du des en pour un une el los las y con para"
    )
)
REMOTE = frozenset({"remote", "remotely", "home", "homeoffice", "remoto", "teletravail", "anywhere"})
# What a term is worth that the title has only the beginning of ("tech" in "Technical"), that is named by another title of the
# same work, by a form of it in a title that was read as other work, or by work near to it.
BEGUN, SAME_WORK, OTHER_NAME, NEAR_WORK = 0.9, 0.7, 0.7, 0.4
# What later occupations of a question count of the one before.
LATER = 0.8
# The rarest and the commonest a word can be, and what a place counts of all other terms.
RAREST, COMMONEST, PLACE = 7.0, 0.5, 0.5
_LONGEST_PLACE, _SHORTEST_BEGINNING = 3, 4


@dataclass(frozen=True, slots=True)
class Said:
    """All 0 to 1: the share of the question that the vacancy has (`asked`), the same less for what else its title says
    (`plainly`), whether it is the work that was asked for, with what else was asked (`work`), and from home where that was
    asked (`remote`)."""

    asked: float
    plainly: float
    work: float
    remote: float


@dataclass(frozen=True, slots=True)
class Shown:
    """What a vacancy shows of itself: its title, its occupation's slug ("" for none), its places, and whether it is remote."""

    title: str
    occupation: str
    places: str
    is_remote: bool


@dataclass(frozen=True, slots=True)
class _Place:
    spelled: frozenset[str]
    codes: frozenset[str]


class Asked:
    """A question's terms. `rarity` is of each of its words: the logarithm of how many titles there are to one that has it."""

    def __init__(self, question: str, asked: Expansion, rarity: Mapping[str, float]) -> None:
        spelled = words(question)
        self._wants_remote = not REMOTE.isdisjoint(spelled)
        named = {one.slug: words_of(one.words) for one in asked.occupations}
        by_all = frozenset().union(*named.values())
        self._places = _places([word for word in spelled if singular(word) not in by_all])
        in_places = frozenset().union(*(place.spelled for place in self._places))
        self._rarity = {
            word: min(max(rarity.get(word, RAREST), COMMONEST), RAREST)
            for word in map(singular, spelled)
            if word not in SILENT
            and word not in ABOUT_ANY_JOB
            and word not in REMOTE
            and word not in in_places
        }
        self._total = sum(self._rarity.values()) or 1.0
        self._trust = {slug: LATER**number for number, slug in enumerate(named)}
        self._named = named
        self._by_all = by_all
        self._near = {one.slug: one.weight / 1000 for one in asked.near}
        self._forms = [form for form in map(words_of, asked.forms) if form]

    def of(self, shown: Shown) -> Said:
        said = words_of(shown.title)
        telling = {word for word in said if word not in LEVEL_WORDS and not word.isdigit()} or said
        trust = self._trust.get(shown.occupation, 0.0)
        form = max((form for form in self._forms if form <= said), key=len, default=frozenset())
        had = rest = left = 0.0
        for word, rarity in self._rarity.items():
            credit = _spelled(word, said)
            if word in self._by_all:
                credit = max(credit, self._named_otherwise(word, shown.occupation, bool(form)))
            else:
                rest += rarity
                left += rarity * credit
            had += rarity * credit
        asked = had / self._total
        if self._places:
            there = sum(_lies_in(place, said, shown) for place in self._places) / len(self._places)
            asked = (asked + PLACE * there) / (1 + PLACE)
            rest, left = rest + PLACE * self._total, left + PLACE * self._total * there
        pure = len(telling & (form | self._rarity.keys())) / len(telling) if telling else 0.0
        return Said(
            asked=asked,
            plainly=asked * pure**0.3,
            work=trust * (0.5 + 0.5 * left / rest if rest else 1.0),
            remote=float(self._wants_remote and (shown.is_remote or not REMOTE.isdisjoint(said))),
        )

    def _named_otherwise(self, word: str, occupation: str, has_form: bool) -> float:
        """What a word that names work is worth where the title says that work by other words."""
        trust = self._trust.get(occupation, 0.0)
        if trust and word in self._named[occupation]:
            return SAME_WORK * trust
        return OTHER_NAME if has_form else NEAR_WORK * self._near.get(occupation, 0.0)


@lru_cache(maxsize=16_384)
def words_of(text: str) -> frozenset[str]:
    return frozenset(singular(word) for word in words(text))


def _spelled(word: str, said: frozenset[str]) -> float:
    return 1.0 if word in said else BEGUN if _begins(word, said) else 0.0


def _begins(word: str, said: Iterable[str]) -> bool:
    """Whether one of `said` is `word` with another ending, or its beginning."""
    return len(word) >= _SHORTEST_BEGINNING and any(
        len(other) >= _SHORTEST_BEGINNING and (other.startswith(word) or word.startswith(other))
        for other in said
    )


def _places(spelled: Sequence[str]) -> list[_Place]:
    found, start = [], 0
    while start < len(spelled):
        for size in range(min(_LONGEST_PLACE, len(spelled) - start), 0, -1):
            name = " ".join(spelled[start : start + size])
            if name not in SILENT and name not in REMOTE and (place := _place(name)):
                found.append(place)
                start += size
                break
        else:
            start += 1
    return found


@lru_cache(maxsize=4096)
def _place(name: str) -> _Place | None:
    meant = lookup(name)
    if meant is None or meant.world is not None or len(name) <= 3:
        return None
    codes = {
        code for code, regions in gazetteer().region_codes.items() if meant.region and meant.region in regions
    }
    return _Place(words_of(name), frozenset(codes | ({meant.country} if meant.country else set())))


def _lies_in(place: _Place, said: frozenset[str], shown: Shown) -> bool:
    if place.spelled <= said or place.spelled <= words_of(shown.places):
        return True
    return any(
        re.search(rf"\b{code}\b", shown.title) or re.search(rf"\b{code}\b", shown.places)
        for code in place.codes
    )
