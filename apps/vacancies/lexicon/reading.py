"""Reads the data files: one skill a line, a parent above its indented children. README.md tells the format."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from apps.core.errors import AppError

from .records import Entry, Skill, Surface
from .tokens import fold, key_of

DATA = Path(__file__).parent / "data"
_BOILERPLATE = DATA / "boilerplate.txt"
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_MARKS = "^?!%"
_MAX_RELATED = 6


class LexiconError(AppError):
    """The data files contradict themselves; the text names file and line."""

    title = "The skills lexicon is not well formed"


def data_files() -> list[Path]:
    """The files of the lexicon, in one fixed order."""
    return sorted(DATA.glob("*.txt"))


def read_boilerplate() -> list[Surface]:
    """The phrases that mute their line."""
    lines = (line.strip() for line in _BOILERPLATE.read_text(encoding="utf-8").splitlines())
    return [Surface(line, None, "", mutes=True) for line in lines if line and not line.startswith("//")]


def slug_of(name: str) -> str:
    """The slug a name gets when the line gives none: "Data analysis" is `data-analysis`."""
    spelled = fold(name).replace("+", " plus").replace("#", " sharp").replace("&", " and ")
    return re.sub(r"[^a-z0-9]+", "-", spelled).strip("-")


def read_file(path: Path) -> Iterator[Entry]:
    """The entries of one file. Raises LexiconError for a line that can't be read."""
    category = ""
    above: list[tuple[int, str]] = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        content = line.strip()
        if not content or content.startswith("//"):
            continue
        place = f"{path.name}:{number}"
        if content.startswith("["):
            category, above = content.strip("[]"), []
            continue
        if not category:
            raise LexiconError(f"{place}: a skill before the first [category]")
        depth = len(line) - len(line.lstrip(" "))
        while above and above[-1][0] >= depth:
            above.pop()
        entry = _read_line(content, category, above[-1][1] if above else None, path.stem, place)
        above.append((depth, entry.skill.slug))
        yield entry


def _read_line(content: str, category: str, parent: str | None, trade: str, place: str) -> Entry:
    head, *fields = (part.strip() for part in content.split("|"))
    slug, _, spelled = head.rpartition(" = ")
    spellings = [spelled]
    blockers: list[str] = []
    related: tuple[str, ...] = ()
    for field in fields:
        if field.startswith("~"):
            related = tuple(_split(field[1:]))
        elif field.startswith("<"):
            parent = field[1:].strip()
        elif field.startswith("not:"):
            blockers += _split(field[4:])
        else:
            spellings += _split(field)
    slug = slug or slug_of(spelled.lstrip(_MARKS))
    surfaces = [_surface(spelling, slug, trade) for spelling in spellings]
    if not _SLUG.fullmatch(slug):
        raise LexiconError(f"{place}: {slug!r} is no slug")
    names = [surface.text for surface in surfaces]
    surfaces += [Surface(phrase, None, trade) for phrase in blockers]
    skill = Skill(slug, names[0], category, parent, related, tuple(names[1:]))
    return Entry(skill, tuple(surfaces), place)


def _split(field: str) -> list[str]:
    return [part for part in (raw.strip() for raw in field.split(",")) if part]


def _surface(marked: str, slug: str, trade: str) -> Surface:
    text = marked.lstrip(_MARKS)
    marks = marked[: len(marked) - len(text)]
    short = len(text) <= 3 and text.isupper() and text.isalpha()
    return Surface(
        text,
        slug,
        trade,
        as_written="^" in marks or short,
        needs_company="?" in marks or "%" in marks,
        name_only="!" in marks,
        only_in_lists="??" in marks or "%" in marks,
        if_asked="%" in marks,
    )


def read_entries(paths: Iterable[Path] | None = None) -> list[Entry]:
    """All entries of the files. Raises LexiconError for one that can't be read."""
    chosen = [path for path in data_files() if path != _BOILERPLATE] if paths is None else paths
    return [entry for path in chosen for entry in read_file(path)]


def check(entries: list[Entry]) -> list[str]:
    """Every contradiction between the entries, as "file:line: what"; empty when the data is sound."""
    return [*_check_links(entries), *_check_spellings(entries), *_check_cycles(entries)]


def _check_links(entries: list[Entry]) -> Iterator[str]:
    places: dict[str, str] = {}
    for entry in entries:
        if (first := places.setdefault(entry.skill.slug, entry.place)) != entry.place:
            yield f"{entry.place}: slug {entry.skill.slug} stands in {first} already"
    for entry in entries:
        skill = entry.skill
        for linked in (*skill.related, *([skill.parent] if skill.parent else [])):
            if linked not in places or linked == skill.slug:
                yield f"{entry.place}: {skill.slug} points to {linked}, which is no other skill"
        if len(skill.related) > _MAX_RELATED:
            yield f"{entry.place}: {skill.slug} has more than {_MAX_RELATED} related skills"


def _check_spellings(entries: list[Entry]) -> Iterator[str]:
    first: dict[str, tuple[Surface, str]] = {}
    for entry in entries:
        for surface in entry.surfaces:
            if not (key := key_of(surface.text)):
                yield f"{entry.place}: spelling {surface.text!r} holds no word"
            known, place = first.setdefault(key, (surface, entry.place))
            if known is not surface and not _may_share(known, surface):
                yield f"{entry.place}: spelling {surface.text!r} stands in {place} already"


def _may_share(one: Surface, other: Surface) -> bool:
    """Whether the text can tell the two apart: by casing (dbt, DBT) or, for two skills, by company of a trade."""
    if one.slug == other.slug:
        return one.slug is None or (one.text != other.text and (one.as_written or other.as_written))
    by_casing = one.as_written and other.as_written and one.text != other.text
    by_company = one.needs_company and other.needs_company and one.trade != other.trade
    return by_casing or by_company


def _check_cycles(entries: list[Entry]) -> Iterator[str]:
    parents = {entry.skill.slug: entry.skill.parent for entry in entries}
    for entry in entries:
        seen = {entry.skill.slug}
        upper = entry.skill.parent
        while upper and upper not in seen:
            seen.add(upper)
            upper = parents.get(upper)
        if upper:
            yield f"{entry.place}: {entry.skill.slug} is its own ancestor"
