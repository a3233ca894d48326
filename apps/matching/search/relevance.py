"""How well a vacancy says what was asked, word by word. Pure.

A question is taken as terms: its telling words, and the places it names. A term counts by how rare it is in the catalogue, so
that of "xray technician" the first word decides. A vacancy has a term where its title says it, where it is the work that the
term names, by whatever title, or where it lies in the place.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from apps.matching.occupations import Expansion
from apps.matching.occupations.spelling import ABOUT_ANY_JOB
from apps.matching.search.places import places_in, words_of
from apps.matching.search.terms import CREDITS, Forms, Worth, read
from apps.matching.words import singular, words

SILENT = frozenset(
    words(
        "a an the to for in of on at and or from no not with without by as is it its my me who that this get got getting paid want "
        "wants someone somebody people thing things something do does doing be been being job jobs work works working position vacancy near "
        "like love good help helping purpose kind all day our we you your i am can "
        "der die das und in mit für als bei im am ein eine le la les de du des en pour un une el los las y con para"
    )
)
REMOTE = frozenset({"remote", "remotely", "home", "homeoffice", "remoto", "teletravail", "anywhere"})
_NO_PLACE = SILENT | REMOTE
# What a term is worth that is named by another title of the same work, by a form of it in a title that was read as other work,
# or by work near to it.
SAME_WORK, OTHER_NAME, NEAR_WORK = 0.7, 0.7, 0.4
# What later occupations of a question count of the one before.
LATER = 0.8
# The rarest and the commonest a word can be, and what a place counts of all other terms.
RAREST, COMMONEST, PLACE = 7.0, 0.5, 0.5


class Said(NamedTuple):
    """All 0 to 1: the share of the question that the vacancy has (`asked`), the same less for what else its title says
    (`plainly`), whether it is the work that was asked for, with what else was asked (`work`), and from home where that was
    asked (`remote`)."""

    asked: float
    plainly: float
    work: float
    remote: float


class Shown(NamedTuple):
    """What a vacancy shows of itself: its title, its occupation's slug ("" for none), its places, and whether it is remote."""

    title: str
    occupation: str
    places: str
    is_remote: bool


class _Kind(NamedTuple):
    """All of a title that decides: which terms it has (`terms.Worth`), whether it has a form, how many of its telling words
    are asked for, of how many, and whether it says that the work is remote."""

    terms: int
    has_form: bool
    plain: int
    telling: int
    is_remote: bool


class _Rest(NamedTuple):
    """All else that decides: what a vacancy is of the work asked for and near that, how many of the places asked for hold it,
    and whether it is remote."""

    work: str
    held: int
    is_remote: bool


class Asked:
    """A question's terms. `rarity` is of each of its words: the logarithm of how many titles there are to one that has it.
    Without `by_words` no title has a term because it says it, only because it is the work, or lies in the place.

    What a word of a title is worth is found once a question, and what looks alike to the question is judged once.
    """

    def __init__(
        self, question: str, asked: Expansion, rarity: Mapping[str, float], *, by_words: bool = True
    ) -> None:
        spelled = words(question)
        self._wants_remote = not REMOTE.isdisjoint(spelled)
        named = {one.slug: words_of(one.words) for one in asked.occupations}
        by_all = frozenset().union(*named.values())
        self._places = places_in([word for word in spelled if singular(word) not in by_all], _NO_PLACE)
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
        said = list(self._rarity) if by_words else []
        self._worth = Worth(said)
        self._forms = Forms(map(words_of, asked.forms), frozenset(said))
        self._worked = {*self._trust, *self._near}
        # Titles of one kind share what is judged.
        self._kinds: dict[str, tuple[_Kind, dict[tuple[str, int, bool], Said]]] = {}
        self._judged: dict[_Kind, dict[tuple[str, int, bool], Said]] = {}

    def of(self, shown: Shown) -> Said:
        title, occupation, places, is_remote = shown
        known = self._kinds.get(title)
        if known is None:
            kind = self._kind(title)
            known = self._kinds[title] = kind, self._judged.setdefault(kind, {})
        kind, judged = known
        held = self._held(title, places) if self._places else 0
        rest = (occupation if occupation in self._worked else "", held, is_remote)
        said = judged.get(rest)
        if said is None:
            said = judged[rest] = self._judge(kind, _Rest(*rest))
        return said

    def _kind(self, title: str) -> _Kind:
        said, telling = read(title)
        terms, worth = 0, self._worth
        for word in said:
            terms |= worth[word]
        has_form, wanted = self._forms[said]
        return _Kind(terms, has_form, len(telling & wanted), len(telling), not REMOTE.isdisjoint(said))

    def _held(self, title: str, places: str) -> int:
        said = read(title).said
        return sum(place.holds(said, title, places) for place in self._places)

    def _judge(self, kind: _Kind, seen: _Rest) -> Said:
        trust = self._trust.get(seen.work, 0.0)
        had = rest = left = 0.0
        for place, (word, rarity) in enumerate(self._rarity.items()):
            credit = CREDITS[kind.terms >> 2 * place & 3]
            if word in self._by_all:
                credit = max(credit, self._named_otherwise(word, seen.work, kind.has_form))
            else:
                rest += rarity
                left += rarity * credit
            had += rarity * credit
        asked = had / self._total
        if self._places:
            there = seen.held / len(self._places)
            asked = (asked + PLACE * there) / (1 + PLACE)
            rest, left = rest + PLACE * self._total, left + PLACE * self._total * there
        pure = kind.plain / kind.telling if kind.telling else 0.0
        return Said(
            asked=asked,
            plainly=asked * pure**0.3,
            work=trust * (0.5 + 0.5 * left / rest if rest else 1.0),
            remote=float(self._wants_remote and (seen.is_remote or kind.is_remote)),
        )

    def _named_otherwise(self, word: str, occupation: str, has_form: bool) -> float:
        """What a word that names work is worth where the title says that work by other words."""
        trust = self._trust.get(occupation, 0.0)
        if trust and word in self._named[occupation]:
            return SAME_WORK * trust
        return OTHER_NAME if has_form else NEAR_WORK * self._near.get(occupation, 0.0)
