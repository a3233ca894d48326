"""What a vacancy must have to fit a search, as terms: enough to leave most pairs out, never one that fits. Pure.

Needs are groups of terms: who fits has one term of each group (a conjunction of alternatives). A term is
`column=value`, `search=lexeme` for a word of the text, and `column~run` for three letters within a short text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import reduce
from operator import and_, or_

Needs = tuple[tuple[str, ...], ...]
# The anchor of a search that needs nothing that is known beforehand: it is held against every vacancy.
ANYTHING = "*"
# From the rarest to the commonest, as columns tell vacancies apart.
_RARITY = (
    "skills",
    "search",
    "company_name",
    "location_text",
    "job_function",
    "source",
    "remote_scopes",
    "countries",
)
MOST_TERMS, LONGEST_TERM = 60, 250
# Of a text with letters that become plain ones in small, each engine in its own way: it may have any part.
UNSURE = "?"
_FOLDING = frozenset("\u0130\u0131\u017f\u212a")


def needs_of_words(tsquery: str) -> Needs:
    """The lexemes that a text needs for a tsquery, as PostgreSQL writes it: `'bak' & !'rye' & ( 'bread' | 'roll' )`.

    A phrase needs all its words, a negation none. Raises ValueError for what is no tsquery.
    """
    return _Reader(tsquery).read()


def needs_of_part(column: str, pattern: str) -> Needs:
    """What a text needs to be ILIKE `pattern`: all runs of three letters of it, as far as they are plain ones."""
    literal = [
        re.sub(r"\\(.)", r"\1", piece, flags=re.DOTALL) for piece in re.findall(r"(?:\\.|[^%_\\])+", pattern)
    ]
    runs = {run for piece in literal for run in _runs(piece) if run.isascii()}
    return tuple((f"{column}~{run}", f"{column}~{UNSURE}") for run in sorted(runs))


def parts_of(column: str, text: str) -> set[str]:
    """The terms that a text of a vacancy has, for `needs_of_part`."""
    terms = {f"{column}~{run}" for run in _runs(text) if run.isascii()}
    if not _FOLDING.isdisjoint(text):
        terms.add(f"{column}~{UNSURE}")
    return terms


def _runs(text: str) -> set[str]:
    small = text.lower()
    return {small[at : at + 3] for at in range(len(small) - 2)}


class _Reader:
    """Recursive descent: or, and, phrase, not, in the order they bind."""

    _TOKEN = re.compile(r"\s*(?:'((?:[^'\\]|''|\\.)*)'(?::[*A-D]+)?|(<(?:-|\d+)>)|([&|!()]))\s*", re.DOTALL)

    def __init__(self, text: str) -> None:
        self.text = text
        self.tokens = list(self._scan(text))
        self.at = 0

    def _scan(self, text: str) -> Iterator[tuple[str, str]]:
        place = 0
        while place < len(text):
            found = self._TOKEN.match(text, place)
            if found is None:
                raise ValueError(f"no tsquery: {text!r}")
            word, phrase, sign = found.groups()
            if word is not None:
                yield "word", re.sub(r"''|\\(.)", lambda m: m.group(1) or "'", word, flags=re.DOTALL)
            else:
                yield ("&" if phrase else sign), ""
            place = found.end()

    def read(self) -> Needs:
        if not self.tokens:
            return ((),)  # Only stop words: PostgreSQL finds nothing by them.
        needs = self._either()
        if self.at != len(self.tokens):
            raise ValueError(f"no tsquery: {self.text!r}")
        return needs

    def _next(self) -> str:
        return self.tokens[self.at][0] if self.at < len(self.tokens) else ""

    def _either(self) -> Needs:
        needs = self._all()
        while self._next() == "|":
            self.at += 1
            needs = either(needs, self._all())
        return needs

    def _all(self) -> Needs:
        needs = self._one()
        while self._next() == "&":
            self.at += 1
            needs += self._one()
        return needs

    def _one(self) -> Needs:
        kind, word = self.tokens[self.at] if self.at < len(self.tokens) else ("", "")
        self.at += 1
        if kind == "word":
            return ((f"search={word}",),)
        if kind == "!":
            self._one()
            return ()
        if kind == "(":
            needs = self._either()
            if self._next() != ")":
                raise ValueError(f"no tsquery: {self.text!r}")
            self.at += 1
            return needs
        raise ValueError(f"no tsquery: {self.text!r}")


def either(one: Needs, other: Needs) -> Needs:
    """What is needed where either will do: the rarest group of both sides as one; nothing where a side needs nothing."""
    if not one or not other:
        return ()
    return ((*rarest(one), *rarest(other)),)


def rarest(needs: Needs) -> tuple[str, ...]:
    """The group that the fewest vacancies have, as far as can be told from the words alone. Of needs that are some."""
    return min(needs, key=lambda group: (len(group) > MOST_TERMS, _commonness(group), len(group), group))


def _commonness(group: Sequence[str]) -> tuple[int, int]:
    columns = [re.split("[=~]", term, maxsplit=1)[0] for term in group]
    kinds = max((_RARITY.index(one) if one in _RARITY else len(_RARITY) for one in columns), default=-1)
    # Longer words are rarer; of a group the shortest counts.
    return kinds, -min((len(term) for term in group if not term.endswith(UNSURE)), default=0)


def anchors_of(needs: Needs) -> tuple[str, ...]:
    """The terms to find a search by: whoever fits it has one of them. None where nothing can fit it."""
    usable = [group for group in needs if all(len(term) <= LONGEST_TERM for term in group)]
    if any(not group for group in needs):
        return ()
    return tuple(sorted(set(rarest(tuple(usable))))) if usable else (ANYTHING,)


def wanted(searches: Iterable[Needs]) -> set[str]:
    """Every term that any of them asks for."""
    return {term for needs in searches for group in needs for term in group}


def candidates(needs: Needs, having: Mapping[str, int], everything: int) -> int:
    """Of a batch, as bits, those that have what is needed. `having`: the bits of the vacancies with a term."""
    groups = (reduce(or_, (having.get(term, 0) for term in group), 0) for group in needs)
    return reduce(and_, groups, everything)


def places(bits: int) -> Iterator[int]:
    """The numbers of the bits that are set, ascending."""
    while bits:
        low = bits & -bits
        yield low.bit_length() - 1
        bits ^= low
