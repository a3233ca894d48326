"""A drafted resume held against its source, field by field and entry by entry."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from apps.generation.grounding.facts import PERSON, VACANCY, Fact, extra_text
from apps.generation.grounding.pairing import agrees, paired, same, source_values
from apps.generation.grounding.prose import Finding, Sources, check_bullet, check_prose, phrases_of
from apps.generation.grounding.sentences import sentences
from apps.generation.grounding.shapes import (
    CONTACT_FIELDS,
    SECTIONS,
    Entry,
    Field,
    entries,
    lines_of,
    value_of,
)
from apps.generation.grounding.verdict import Evidence, Unsupported
from apps.generation.grounding.wording import NEUTRAL_LABELS
from apps.generation.vocabulary import ClaimKind
from apps.matching.words import fold
from apps.resumes.content import ResumeContent
from apps.vacancies import lexicon


def check_resume(draft: ResumeContent, sources: Sources) -> Iterator[Finding]:
    """Findings for every field of `draft`, in the order of the page."""
    yield from _check_contact(draft, sources)
    for sentence in sentences(draft["summary"]):
        yield check_prose(sentence, "summary", sources)
    for section in SECTIONS:
        yield from _check_section(draft, section, sources)
    yield from _check_skills(draft, sources)
    yield from _check_extra(draft, sources)


def _whole(claim: str, path: str, candidates: Iterable[Fact], kind: ClaimKind, reason: str) -> Finding:
    """A value that must be one of the candidates as it stands."""
    for fact in candidates:
        if same(fact.text, claim):
            return (Evidence(claim, fact.path, fact.text, path),), ()
    return (), (Unsupported(claim, reason, kind, path),)


def _check_contact(draft: ResumeContent, sources: Sources) -> Iterator[Finding]:
    contact = draft["contact_info"]
    values = (contact["full_name"], contact["email"], contact["phone"], contact["address"])
    for name, value in zip(CONTACT_FIELDS, values, strict=True):
        path = f"contact_info.{name}"
        if value.strip():
            yield _whole(
                value,
                path,
                (fact for fact in sources.own if fact.path == path),
                "contact",
                "the source has another",
            )
    if contact["headline"].strip():
        titles = (fact for fact in sources.own if fact.kind == "title")
        yield _whole(
            contact["headline"],
            "contact_info.headline",
            titles,
            "title",
            "no headline or position of the source",
        )
    for index, link in enumerate(contact["links"]):
        links = (fact for fact in sources.own if fact.kind == "link" and fact.entry == "contact_info")
        text = f"{link['name']} {link['url']}".strip()
        if text:
            yield _whole(text, f"contact_info.links.{index}", links, "link", "no link of the source")


def _check_section(draft: ResumeContent, section: str, sources: Sources) -> Iterator[Finding]:
    """Each drafted entry is one entry of the source, and no two are the same one: the nearest pairs go together."""
    drafted = entries(draft, section)
    chosen = paired(drafted, section, sources)
    for index, entry in enumerate(drafted):
        path = f"{section}.{index}"
        if index in chosen:
            yield from _check_entry(entry, section, path, chosen[index], sources)
        else:
            yield from _foreign(entry, section, path)


def _foreign(entry: Entry, section: str, path: str) -> Iterator[Finding]:
    """An entry that the source doesn't have (or has once already)."""
    for field in SECTIONS[section]:
        if field.form in ("value", "date") and (value := value_of(entry, field)):
            reason = f"no entry of {section} left in the source fits"
            yield (), (Unsupported(value, reason, field.kind, f"{path}.{field.name}"),)
        elif field.form in ("text", "lines", "names"):
            for place, line in lines_of(entry, field):
                yield (
                    (),
                    (Unsupported(line, "its entry is not in the source", field.kind, f"{path}.{place}"),),
                )


def _check_entry(entry: Entry, section: str, path: str, source: str, sources: Sources) -> Iterator[Finding]:
    facts = source_values(sources, source)
    for field in SECTIONS[section]:
        if field.form in ("value", "date", "flag"):
            yield _check_value(entry, field, path, facts.get(field.name))
            continue
        for place, line in lines_of(entry, field):
            if field.form == "names":
                yield check_skill(line, f"{path}.{place}", sources, source)
                continue
            for sentence in sentences(line):
                yield check_bullet(sentence, f"{path}.{place}", sources, source)


def _check_value(entry: Entry, field: Field, path: str, fact: Fact | None) -> Finding:
    value, place = value_of(entry, field), f"{path}.{field.name}"
    if not agrees(field, value, fact.text if fact else ""):
        said = f"the source says “{fact.text}”" if fact else "the source says nothing here"
        return (), (Unsupported(value or f"(no {field.name})", said, field.kind, place),)
    if not value or fact is None:
        return (), ()
    return (Evidence(value, fact.path, fact.text, place),), ()


def check_skill(name: str, path: str, sources: Sources, entry: str) -> Finding:
    """A skill listed for an entry ("" for the person, who has every skill that any entry shows)."""
    places = [entry] if entry != PERSON else [place for place in sources.by_entry if place != VACANCY]
    listed = (fact for place in places for fact in sources.by_entry.get(place, ()) if fact.kind == "skill")
    fact = next((fact for fact in listed if same(name, fact.text)), None)
    known = lexicon.resolve(name) if fact is None else None
    if known is not None:
        shown = (
            phrase for place in places for phrase in phrases_of(sources, place) if phrase.role == "skill"
        )
        named = (phrase for phrase in shown if lexicon.resolve(phrase.written) == known)
        fact = next((phrase.facts[0] for phrase in named), None)
    if fact is None:
        return (), (Unsupported(name, "no skill of the source", "skill", path),)
    return (Evidence(name, fact.path, fact.text, path),), ()


def _check_skills(draft: ResumeContent, sources: Sources) -> Iterator[Finding]:
    labels = [fact for fact in sources.own if fact.kind in ("label", "skill") and fact.entry == PERSON]
    for index, group in enumerate(draft["skills"]):
        name = group["name"].strip()
        if fold(name) not in NEUTRAL_LABELS:
            yield _whole(name, f"skills.{index}.name", labels, "label", "no group of skills of the source")
        for position, keyword in enumerate(group["keywords"]):
            if keyword.strip():
                yield check_skill(keyword, f"skills.{index}.keywords.{position}", sources, PERSON)


def _check_extra(draft: ResumeContent, sources: Sources) -> Iterator[Finding]:
    known = [fact for fact in sources.own if fact.kind == "extra"]
    for index, extra in enumerate(draft["extra"]):
        text = extra_text(extra["path"], extra["json"])
        found = next((fact for fact in known if fact.text == text), None)
        if found is None:
            yield (), (Unsupported(text, "the source has no such extra", "extra", f"extra.{index}"),)
        else:
            yield (Evidence(text, found.path, found.text, f"extra.{index}"),), ()
