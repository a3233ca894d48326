"""The graph itself: reads titles, says how near two are, and what stands around an occupation."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from apps.matching.occupations import nearness
from apps.matching.occupations.phrases import Phrases
from apps.matching.occupations.records import Occupation, Relative, Title
from apps.matching.occupations.spelling import BROAD_HEADS, LEVEL_WORDS, Keys, Segment, parts, segment, tidied
from apps.matching.words import fold, singular

_NOT_INFLECTED = ("en", "ja")


class Graph:
    """Built once from all occupations, then only read; safe to share between threads."""

    def __init__(self, occupations: Sequence[Occupation]) -> None:
        self.occupations = {occupation.slug: occupation for occupation in occupations}
        self.phrases = _phrases(occupations)
        self._near: defaultdict[str, dict[str, int]] = defaultdict(dict)
        for occupation in occupations:
            for other in occupation.near:
                self._join(occupation, other)

    def _join(self, one: Occupation, slug: str) -> None:
        other = self.occupations.get(slug)
        if other is None or other is one:
            return
        weight = nearness.neighbours(one.skills, other.skills)
        self._near[one.slug][slug] = weight
        self._near[slug][one.slug] = weight

    def read(self, text: str) -> Title:
        """The first part of the title that names an occupation; what stands behind a dash or bracket only narrows."""
        plain = tidied(text)
        pieces = [segment(piece) for piece in parts(plain)]
        occupation, used = self._occupation(plain, pieces)
        terms = {singular(word) for word in pieces[-1].words}
        telling = tuple(sorted(term for term in terms - LEVEL_WORDS if not term.isdigit()))
        narrowing = tuple(term for term in telling if term not in used) if occupation else ()
        family = self.occupations[occupation].family if occupation else ""
        return Title(fold(text).strip(), occupation, family, narrowing, telling)

    def _occupation(self, title: str, pieces: list[Segment]) -> tuple[str, set[str]]:
        """The occupation and the words that name it; compounds are looked at where no form stands anywhere."""
        for piece in pieces:
            hit = self.phrases.longest(piece.keys)
            if hit is not None:
                end = hit.start + hit.size
                if "," in title:
                    turned = self._turned(title, hit.size)
                    if turned is not None:
                        return turned
                return hit.slug, {singular(piece.words[place]) for place in piece.places[hit.start : end]}
        for piece in pieces:
            for key in reversed(piece.keys):
                if slug := self.phrases.compound(key):
                    return slug, set()
        return self._turned(title, 0) or ("", set())

    def _turned(self, title: str, size: int) -> tuple[str, set[str]] | None:
        """What a title with a comma names when read from behind ("Director, Nursing"), if by more than `size` words."""
        front, comma, behind = parts(title)[0].partition(",")
        if not comma:
            return None
        turned = segment(f"{behind} {front}")
        hit = self.phrases.longest(turned.keys)
        if hit is None or hit.size <= size:
            return None
        places = turned.places[hit.start : hit.start + hit.size]
        return hit.slug, {singular(turned.words[place]) for place in places}

    def likeness(self, wanted: Title, held: Title) -> int:
        """How well somebody who held the one title fits the other: 0..1000."""
        if wanted.text == held.text and wanted.text:
            return nearness.FULL
        if not wanted.occupation or not held.occupation:
            return nearness.by_words(wanted, held)
        if wanted.occupation == held.occupation:
            return nearness.same_occupation(wanted, held)
        near = self._near.get(wanted.occupation, {}).get(held.occupation)
        if near is not None:
            return near
        return nearness.SAME_FAMILY if wanted.family == held.family else 0

    def relatives(self, slug: str) -> tuple[Relative, ...]:
        """What people of this occupation move to or come from, nearest first; () for a slug the graph doesn't know."""
        near = self._near.get(slug, {})
        return tuple(Relative(*pair) for pair in sorted(near.items(), key=lambda pair: (-pair[1], pair[0])))

    def name_of(self, slug: str, language: str = "en") -> str:
        """What to show for a slug, in English where the language has no form; an unknown slug as its own words."""
        occupation = self.occupations.get(slug)
        if occupation is None:
            return slug.replace("-", " ")
        forms = occupation.forms.get(language) or occupation.forms["en"]
        return forms[0]


def _phrases(occupations: Sequence[Occupation]) -> Phrases:
    """All forms by their keys; the first owner of a form keeps it."""
    plain, inflected = Keys(), Keys()
    slugs: dict[str, str] = {}
    heads: dict[str, str] = {}
    for occupation in occupations:
        slug = occupation.slug
        for language, forms in occupation.forms.items():
            keys = plain if language in _NOT_INFLECTED else inflected
            for form in forms:
                key = keys.of(form)
                slugs.setdefault(key, slug)
                if language == "de" and " " not in key and key not in BROAD_HEADS:
                    heads.setdefault(key, slug)
    slugs.pop("", None)
    return Phrases(slugs, plain.words() | inflected.words(), inflected.words(), heads)
