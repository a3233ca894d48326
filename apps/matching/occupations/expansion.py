"""What a question names, said in the words of the graph."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain, zip_longest

from apps.matching.occupations.activities import activities
from apps.matching.occupations.graph import Graph
from apps.matching.occupations.nearness import FULL
from apps.matching.occupations.records import Expansion, Named, Relative
from apps.matching.occupations.spelling import ABOUT_ANY_JOB, LEVEL_WORDS, LINKS, Segment, segment, tidied

MOST_WORDS, MOST_FORMS, MOST_NEAR, MOST_SKILLS = 48, 24, 8, 10
_LONGEST = 600
_FEW_WORDS = 2


def expand(graph: Graph, query: str) -> Expansion:
    """The occupations the query names, what is left of it, and what stands around them in the graph."""
    piece = segment(tidied(query[:_LONGEST]))
    spelled = piece.words[:MOST_WORDS]
    named = _named(graph, piece, spelled)
    if not named:
        return Expansion(leftover=_telling(spelled))
    used = {place for places in named.values() for place in places}
    leftover = _telling(word for place, word in enumerate(spelled) if place not in used)
    return Expansion(
        occupations=tuple(
            Named(slug, graph.name_of(slug), " ".join(spelled[place] for place in sorted(places)))
            for slug, places in named.items()
        ),
        leftover=leftover,
        covered=FULL * len(used) // (len(used) + len(leftover)),
        forms=_in_turn([graph.occupations[slug].all_forms() for slug in named], MOST_FORMS),
        near=_near(graph, named),
        skills=_in_turn([graph.occupations[slug].skills for slug in named], MOST_SKILLS),
    )


def _named(graph: Graph, piece: Segment, spelled: list[str]) -> dict[str, frozenset[int]]:
    """Each occupation with the places of the words that name it. Who names no title says what is done: the reading that
    takes in more words goes first, and a title that is only part of the other reading is none ("warehouse robots")."""
    hits = graph.phrases.cover(piece.keys[:MOST_WORDS])
    titles = [(hit, frozenset(piece.places[hit.start : hit.start + hit.size])) for hit in hits]
    longest = max((len(places) for _, places in titles), default=0)
    said = frozenset().union(*(places for _, places in titles))
    named: dict[str, frozenset[int]] = {}
    if _telling(word for place, word in enumerate(spelled) if place not in said):
        # One word of many says little: "banana bread recipe".
        fewest = 1 if len(_telling(spelled)) <= _FEW_WORDS else 2
        for activity in activities().read(spelled):
            if len(activity.places) >= max(longest, fewest):
                for slug in activity.slugs:
                    named.setdefault(slug, activity.places)
    done = frozenset().union(*named.values())
    for hit, places in titles:
        if not places < done:
            named[hit.slug] = named.get(hit.slug, frozenset()) | places
    return named


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
