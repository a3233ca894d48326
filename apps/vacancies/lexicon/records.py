"""What the lexicon is made of: skills, the spellings they are found by, and where a text names them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

# The trade of the skills of working with others: spelled in everyday words, they are read with care.
SOFT = "soft"


@dataclass(frozen=True, slots=True)
class Skill:
    """One skill. `parent` and `related` are slugs; `aliases` are spellings other than the name, in data order."""

    slug: str
    name: str
    category: str
    parent: str | None
    related: tuple[str, ...]
    aliases: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Mention:
    """A place where a text names a skill: `text[start:end]`, in characters."""

    slug: str
    start: int
    end: int


class Surface(NamedTuple):
    """One spelling and how it may be taken; `trade` is the name of the file it stands in.

    `slug` is None for a phrase that holds a skill's word but means something else. A spelling with
    `name_only` is known to `resolve`, but is too common a word to be looked for in running text. One with
    `needs_company` counts beside other skills only; with `only_in_lists` only as an item of a list of them.
    One `if_asked` also counts in the title and beside words such as "experience in" or "manager".
    One that `mutes` silences its line: what is said there (law, perks) is not what the job asks for.
    """

    text: str
    slug: str | None
    trade: str
    as_written: bool = False
    needs_company: bool = False
    name_only: bool = False
    only_in_lists: bool = False
    mutes: bool = False
    if_asked: bool = False


class Entry(NamedTuple):
    """One line of the data: the skill, all its spellings (name first), and the file and line they stand in."""

    skill: Skill
    surfaces: tuple[Surface, ...]
    place: str
