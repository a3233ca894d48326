"""Everything in which the data files contradict themselves, the lexicon of skills, or TOML."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Sequence

from apps.matching.occupations.reading import data_files, read_all, read_file
from apps.matching.occupations.records import Occupation
from apps.matching.occupations.spelling import key_of
from apps.vacancies import lexicon

_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_FEWEST_SKILLS, _MOST_SKILLS = 3, 10


def check() -> list[str]:
    """One line for each fault; [] where all is well. Raises OccupationsError where a file can't be read at all."""
    occupations = read_all()
    known = {occupation.slug for occupation in occupations}
    faults = [*_misread(), *_slugs(occupations), *_shared_forms(occupations)]
    for occupation in occupations:
        faults += [f"{occupation.family}: {occupation.slug}: {fault}" for fault in _faults(occupation, known)]
    return faults


def _misread() -> Iterator[str]:
    """Files that a TOML parser reads otherwise than we do."""
    for path in data_files():
        told = tomllib.loads(path.read_text(encoding="utf-8"))
        read = {
            occupation.slug: {
                **{language: list(forms) for language, forms in occupation.forms.items()},
                "near": list(occupation.near),
                "skills": list(occupation.skills),
            }
            for occupation in read_file(path)
        }
        if read != {slug: {"near": [], "skills": [], **lists} for slug, lists in told.items()}:
            yield f"{path.name}: is not read as TOML is"


def _slugs(occupations: Sequence[Occupation]) -> Iterator[str]:
    seen: dict[str, str] = {}
    for occupation in occupations:
        if not _SLUG.fullmatch(occupation.slug):
            yield f"{occupation.family}: {occupation.slug!r} is no slug"
        if occupation.slug in seen:
            yield f"{occupation.family}: {occupation.slug} stands in {seen[occupation.slug]} too"
        seen[occupation.slug] = occupation.family


def _shared_forms(occupations: Sequence[Occupation]) -> Iterator[str]:
    owner: dict[str, str] = {}
    for occupation in occupations:
        for form in occupation.all_forms():
            key = key_of(form)
            if not key:
                yield f"{occupation.family}: {occupation.slug}: {form!r} has no word that counts"
            elif owner.setdefault(key, occupation.slug) != occupation.slug:
                yield f"{occupation.family}: {occupation.slug}: {form!r} belongs to {owner[key]} too"


def _faults(occupation: Occupation, known: set[str]) -> Iterator[str]:
    if not occupation.forms.get("en"):
        yield "has no English name"
    for form in occupation.all_forms():
        if form != form.lower() or form != " ".join(form.split()):
            yield f"{form!r} is not lower case, or has stray spaces"
    for slug in occupation.near:
        if slug not in known or slug == occupation.slug:
            yield f"near {slug!r}, which is no other occupation"
    for slug in occupation.skills:
        if lexicon.get(slug) is None:
            yield f"asks for {slug!r}, which the lexicon doesn't know"
    if not _FEWEST_SKILLS <= len(occupation.skills) <= _MOST_SKILLS:
        yield f"asks for {len(occupation.skills)} skills, not {_FEWEST_SKILLS} to {_MOST_SKILLS}"
