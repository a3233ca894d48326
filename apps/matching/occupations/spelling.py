"""Titles as they are written, brought to the words that they are compared by."""

from __future__ import annotations

import re
from typing import NamedTuple

from apps.matching.words import fold, singular, words

LINKS = frozenset(words("of and the for de du des la le les und fur del y et en au aux al im"))
"""Words that only join: "director of nursing" is "director, nursing"."""

LEVEL_WORDS = frozenset(
    words(
        "senior sr junior jr mid middle medior staff principal lead intern trainee graduate entry associate founding head chief i ii iii iv v level "
        "m f d w x h gn mfd the of and for a an in to at with remote hybrid onsite contract temporary part full time ft pt new"
    )
)
"""Words that say how high, how long or where, not what."""
ABOUT_ANY_JOB = frozenset(
    words(
        "job jobs vacancy vacancies position positions opening openings hiring work career careers employment wanted needed looking near me or "
        "stelle stellen stellenangebot stellenangebote arbeit emploi emplois poste offre empleo empleos trabajo oferta"
    )
)
"""Words that stand beside the name of any work, in titles and in questions."""
BROAD_HEADS = frozenset(
    words(
        "engineer ingenieur ingenieurin ingeniero ingeniera consultant consultante consultor consultora berater beraterin designer director "
        "directora directeur directrice direktor manager partner planner planer instructor artist artiste artista coordinator specialist "
        "analyst supervisor officer executive associate representative referent referentin encargado teamleiter"
    )
)
"""Words that name an occupation only where they stand alone: an odoo engineer is not what "engineer" alone means."""

_CUT = re.compile(r"\s[|·•@]\s?|\s[-–—]\s|:\s|\(|\[")
_ELIDED = re.compile(r"\b[dl]['’]", re.IGNORECASE)
# (m/w/d), H/F, [f/m/x], (all genders): who may apply is said in every notice, and no part of the title.
_FOR_ALL = re.compile(
    r"[(\[]\s?(?:[mwfhdxvnigkt*]|div|gn|all genders?|tous genres)(?:\s?[/|,*.:-]\s?(?:[mwfhdxvnigkt*]|div|gn)){0,4}\s?[)\]]|"
    r"\b(?:[mwf]\s?[/|]\s?[mwfdx](?:\s?[/|]\s?[mwfdxn])*|h\s?/\s?f(?:\s?/\s?[xnd])?|f\s?/\s?h|d\s?/\s?[mwf]\s?/\s?[mwf])(?!\w)",
    re.IGNORECASE,
)
# The other gender's ending behind the title: Pfleger/in, Pfleger*innen, Ingénieur(e), Vendeur·euse, Enfermero/a.
_BOTH_GENDERS = re.compile(
    r"(?<=[^\W\d_]{3})(?:[/:*·•._]-?|\(-?)(?:innen|in|frau|mann|euse|trice|rice|ère|ere|ne|se|re|te|le|ve|e|a|o|as|os)(?:[.·]s)?\)?(?![^\W\d_])",
    re.IGNORECASE,
)
_ENDINGS = (
    ("innen", ""), ("euse", "eur"), ("trice", "teur"), ("in", ""), ("en", ""), ("es", ""), ("ne", ""), ("ora", "or"), ("a", "o"), ("a", ""),
    ("e", ""), ("n", ""), ("x", ""),
)  # fmt: skip
_SHORTEST = 4


class Segment(NamedTuple):
    """A part of a title: its words, and those of them that count, each with its place among the words."""

    words: list[str]
    keys: list[str]
    places: list[int]


def tidied(title: str) -> str:
    """The title without who may apply, and in one gender."""
    if "/" in title or "(" in title or "[" in title or not title.isascii() or "*" in title or "|" in title:
        title = _BOTH_GENDERS.sub("", _FOR_ALL.sub(" ", title))
    elif ":" in title or "_" in title:
        title = _BOTH_GENDERS.sub("", title)
    if "'" in title or "’" in title:
        title = _ELIDED.sub(" ", title)
    return title


def parts(title: str) -> list[str]:
    """A tidied title cut where dashes, bars and brackets stand; the whole comes last."""
    cut = _CUT.split(title)
    return [*cut, title] if len(cut) > 1 else cut


def segment(text: str) -> Segment:
    spelled = words(text)
    places = [place for place, word in enumerate(spelled) if word not in LINKS]
    return Segment(spelled, [singular(spelled[place]) for place in places], places)


class Keys(dict[str, str]):
    """What forms are found by: equal for spellings that differ in case, accents, plural and joining words.

    Holds the key of every piece between two blanks that it has met: thousands of forms share few of them.
    """

    def __missing__(self, piece: str) -> str:
        if piece.isalpha():
            word = fold(piece)
            key = "" if word in LINKS else singular(word)
        else:
            key = " ".join([singular(word) for word in words(_ELIDED.sub(" ", piece)) if word not in LINKS])
        self[piece] = key
        return key

    def of(self, form: str) -> str:
        key = " ".join(map(self.__getitem__, form.split()))
        return " ".join(key.split()) if "  " in key or key[:1] == " " or key[-1:] == " " else key

    def words(self) -> frozenset[str]:
        """All words of the keys given so far."""
        return frozenset(" ".join(self.values()).split())


def key_of(form: str) -> str:
    """The key of a single form."""
    return Keys().of(form)


def stems(word: str) -> list[str]:
    """What the word may be in another gender or number, most likely first."""
    return [
        word.removesuffix(ending) + instead
        for ending, instead in _ENDINGS
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST
    ]
