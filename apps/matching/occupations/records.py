"""What the graph is made of, and what it answers with."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Occupation:
    """One kind of work. `forms` are titles by language (ISO 639-1), the first of each being the name to show; lower case.

    `near` are slugs as the data file gives them (one direction), `skills` slugs of the lexicon of skills.
    """

    slug: str
    family: str
    forms: Mapping[str, tuple[str, ...]]
    near: tuple[str, ...]
    skills: tuple[str, ...]

    def all_forms(self) -> tuple[str, ...]:
        """Every form once, English first."""
        return tuple(dict.fromkeys(form for forms in self.forms.values() for form in forms))


@dataclass(frozen=True, slots=True)
class Title:
    """A title as read: its occupation ("" where the graph doesn't know it), what narrows it, and all its words."""

    text: str
    occupation: str
    family: str
    narrowing: tuple[str, ...]
    terms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Relative:
    """An occupation that people of another could take up; `weight` is their nearness in thousandths."""

    slug: str
    weight: int


@dataclass(frozen=True, slots=True)
class Named:
    """An occupation that a question names, its name to show, and the words it was named with."""

    slug: str
    name: str
    words: str


@dataclass(frozen=True, slots=True)
class Expansion:
    """What a question means as far as it names occupations; all empty where it names none.

    `leftover` are the question's telling words outside of them (no "jobs", no "senior"), `covered` the share of the
    telling words, in thousandths, that name an occupation. `forms` are other titles of the same work.
    """

    occupations: tuple[Named, ...] = ()
    leftover: tuple[str, ...] = ()
    covered: int = 0
    forms: tuple[str, ...] = ()
    near: tuple[Relative, ...] = ()
    skills: tuple[str, ...] = ()
