"""What we wrote ourselves that belongs together, as texts to learn from: occupations and skills. Pure."""

from __future__ import annotations

from collections.abc import Iterator

from apps.matching.occupations import all_occupations
from apps.vacancies import lexicon


def lessons() -> Iterator[str]:
    """An occupation's names in all languages among the skills it asks for; a skill's spellings and its kin."""
    for occupation in all_occupations():
        skills = [lexicon.name_of(slug) for slug in occupation.skills]
        yield ", ".join((*occupation.all_forms(), *skills))
        yield ", ".join(occupation.all_forms())
    for skill in lexicon.all_skills():
        kin = [lexicon.name_of(slug) for slug in (*skill.related, *filter(None, [skill.parent]))]
        yield ", ".join((skill.name, *skill.aliases, *kin))
