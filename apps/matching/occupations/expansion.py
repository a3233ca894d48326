"""What a question names, said in the words of the graph."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain, zip_longest

from apps.matching.occupations.graph import Graph
from apps.matching.occupations.nearness import FULL
from apps.matching.occupations.records import Expansion, Named, Relative
from apps.matching.occupations.spelling import ABOUT_ANY_JOB, LEVEL_WORDS, LINKS, segment, tidied

MOST_WORDS, MOST_FORMS, MOST_NEAR, MOST_SKILLS = 48, 24, 8, 10
_LONGEST = 600


def expand(graph: Graph, query: str) -> Expansion:
    """The occupations the query names, what is left of it, and what stands around them in the graph."""
    piece = segment(tidied(query[:_LONGEST]))
    keys, places = piece.keys[:MOST_WORDS], piece.places[:MOST_WORDS]
    hits = graph.phrases.cover(keys)
    if not hits:
        return Expansion(leftover=_telling(piece.words[:MOST_WORDS]))
    used = {place for hit in hits for place in places[hit.start : hit.start + hit.size]}
    named: dict[str, Named] = {}
    for hit in hits:
        spelled = places[hit.start], places[hit.start + hit.size - 1] + 1
        said = " ".join(piece.words[slice(*spelled)])
        named.setdefault(hit.slug, Named(hit.slug, graph.name_of(hit.slug), said))
    leftover = _telling(word for place, word in enumerate(piece.words[:MOST_WORDS]) if place not in used)
    return Expansion(
        occupations=tuple(named.values()),
        leftover=leftover,
        covered=FULL * len(used) // (len(used) + len(leftover)),
        forms=_in_turn([graph.occupations[slug].all_forms() for slug in named], MOST_FORMS),
        near=_near(graph, named),
        skills=_in_turn([graph.occupations[slug].skills for slug in named], MOST_SKILLS),
    )


def _telling(spelled: Iterable[str]) -> tuple[str, ...]:
    silent = LINKS | LEVEL_WORDS | ABOUT_ANY_JOB
    return tuple(word for word in spelled if word not in silent)


def _in_turn(lists: list[tuple[str, ...]], most: int) -> tuple[str, ...]:
    """The first of each list, then the second of each, and so on, without repetitions."""
    mixed = chain.from_iterable(zip_longest(*lists))
    return tuple(dict.fromkeys(text for text in mixed if text is not None))[:most]


def _near(graph: Graph, named: Iterable[str]) -> tuple[Relative, ...]:
    asked = set(named)
    best: dict[str, int] = {}
    for slug in asked:
        for relative in graph.relatives(slug):
            if relative.slug not in asked:
                best[relative.slug] = max(relative.weight, best.get(relative.slug, 0))
    ranked = sorted(best.items(), key=lambda pair: (-pair[1], pair[0]))
    return tuple(Relative(*pair) for pair in ranked[:MOST_NEAR])
