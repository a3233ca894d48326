"""The graph of job titles and skills, written by us: what work is called, what lies near it, what it typically asks.

Pure and lazy: the data files are read at first use, once a process. README.md tells their format.

title = graph().read("Krankenpfleger (m/w/d) - Intensivstation")     # Title(occupation="registered-nurse", …)
graph().likeness(title, graph().read("Staff Nurse"))                 # 0..1000
expand("night shift nurse berlin")                                   # what a question names
"""

from __future__ import annotations

from functools import cache

from apps.matching.occupations import expansion
from apps.matching.occupations.graph import Graph
from apps.matching.occupations.reading import OccupationsError, read_all
from apps.matching.occupations.records import Expansion, Named, Occupation, Relative, Title

__all__ = [
    "Expansion",
    "Graph",
    "Named",
    "Occupation",
    "OccupationsError",
    "Relative",
    "Title",
    "all_occupations",
    "expand",
    "get",
    "graph",
    "name_of",
    "relatives",
]


@cache
def graph() -> Graph:
    """The graph in use. Raises OccupationsError where a data file can't be read."""
    return Graph(read_all())


def all_occupations() -> tuple[Occupation, ...]:
    """Every occupation, in the order of the data files."""
    return tuple(graph().occupations.values())


def get(slug: str) -> Occupation | None:
    """The occupation of a slug, or None."""
    return graph().occupations.get(slug)


def expand(query: str) -> Expansion:
    """The occupations a free-text question names, and what stands around them; the same for the same question."""
    return expansion.expand(graph(), query)


def relatives(slug: str) -> tuple[Relative, ...]:
    """What people of this occupation move to or come from, nearest first; () for an unknown slug."""
    return graph().relatives(slug)


def name_of(slug: str, language: str = "en") -> str:
    """What to show for a slug, in English where the language has no form; an unknown slug as its own words."""
    return graph().name_of(slug, language)
