"""Whether two titles name one role. Pure; works on `title_key`s: folded words, abbreviations spelt out."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Literal

from apps.vacancies.identity import places

Difference = Literal["", "level", "team"]


def _listed(words: str) -> frozenset[str]:
    return frozenset(words.split())


# Words that say how or for whom, not what; dropping one never makes another role of a title.
_NOISE = _listed(
    "a an the and or of for in at to with our on und oder für im et ou de la le les du des y e o da do in m f d w x h "
    "remote hybrid onsite remotely hiring now wanted urgent job position opening opportunity role full time part "
    "mwd mfd fmd hf fh all genders gender divers"
)
# Words around a place's name: "New York City", "SF Bay Area", "London HQ". Noise only beside one.
_AROUND = _listed("city area metro bay office hq headquarters greater region based anywhere")
_FORMS = _listed("inc llc ltd limited gmbh ag sa corp co bv nv ab pty plc")  # beside the employer's name
_LEVELS = _listed(
    "intern interns internship internships trainee apprentice apprenticeship student werkstudent praktikum "
    "junior graduate grad graduates entry early career associate assistant mid middle intermediate senior lead leader "
    "principal staff distinguished fellow head director chief vice president executive manager supervisor deputy "
    "experienced expert i ii iii iv v vi 1 2 3 4 5 6 7 l1 l2 l3 l4 l5 l6 l7 e3 e4 e5 e6 ic3 ic4 ic5 p2 p3 p4"
)
_ALWAYS_OPEN = (
    "talent pool", "talent community", "talent network", "talent pipeline", "general application", "open application",
    "future opportunities", "future opportunity", "future openings", "expression of interest", "expressions of interest",
    "speculative application", "spontaneous application", "unsolicited application", "always hiring", "evergreen",
    "initiativbewerbung", "candidature spontanée", "candidatura espontánea", "candidatura espontânea",
    "don t see what you re looking for", "join our talent",
)  # fmt: skip


def core(title_key: str, company_key: str, place_keys: Sequence[str]) -> str:
    """The title's words in alphabetical order without noise, the employer and the places; all its words where nothing
    else is left. Equal for most spellings of one title, so candidates can be found by it."""
    words = _words(title_key)
    told = _told(words, (company_key,), place_keys)
    return " ".join(sorted(words - told or words or title_key.split()))


def difference(
    left: str, right: str, company_keys: Sequence[str] = (), place_keys: Sequence[str] = ()
) -> Difference:
    """How two title keys differ: "" not at all, in a "level", or in a "team" (any other word).

    Order counts for nothing, nor does the employer's whole name or a word of the places: they are no part of a role."""
    if left == right:
        return ""
    one, other = _words(left), _words(right)
    apart = one ^ other
    if not apart:
        return ""
    rest = apart - _told(one | other, company_keys, place_keys)
    if rest & _LEVELS:
        return "level"
    return "team" if rest else ""


def nearness(left: str, right: str) -> float:
    """The share of both titles' words that are in both, 0 to 1."""
    one, other = _words(left), _words(right)
    return len(one & other) / max(len(one | other), 1)


def is_always_open(title_key: str) -> bool:
    """Whether the title says that the employer collects applications without a certain opening."""
    return any(words in title_key for words in _ALWAYS_OPEN)


def _told(words: frozenset[str], company_keys: Sequence[str], place_keys: Sequence[str]) -> frozenset[str]:
    """Which words of a title say who and where. One word of an employer's name alone may be what the role is."""
    where = words & frozenset().union(*map(places.words_of, place_keys))
    names = [_words(key) for key in company_keys]
    who = frozenset().union(*(name for name in names if name <= words))
    around = (_AROUND if where else frozenset()) | (_FORMS if who else frozenset())
    return where | who | (words & around)


@lru_cache(maxsize=1 << 15)
def _words(key: str) -> frozenset[str]:
    return frozenset(key.replace("’", "'").split()) - _NOISE
