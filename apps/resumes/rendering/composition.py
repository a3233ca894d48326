"""From a resume's content to its view: which fact stands where, in which words."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from apps.resumes.content import ContactInfo, ResumeContent
from apps.resumes.rendering.dates import shown_date, shown_span, shown_validity
from apps.resumes.rendering.links import href, mail_href, phone_href, shown_link
from apps.resumes.rendering.view import (
    Entry,
    Line,
    Section,
    Target,
    View,
    clean,
    cleaned,
    entry,
    joined,
    paragraphs,
    says_something,
)
from apps.resumes.rendering.wording import LABELS, SECTIONS, wording_language


def compose(content: ResumeContent, language: str) -> View:
    """The view of a resume, in the wording of the language, or of English where we lack it."""
    wording = wording_language(language) or "en"
    contact = content["contact_info"]
    sections = [_section(key, title, content, wording) for key, title in SECTIONS[wording].items()]
    return {
        "title": LABELS[wording]["document"],
        "language": language,
        "name": clean(contact["full_name"]),
        "headline": clean(contact["headline"]),
        "contact": _contact(contact),
        "sections": [part for part in sections if part["prose"] or part["entries"] or part["lines"]],
    }


def _contact(contact: ContactInfo) -> list[Target]:
    shown: list[Target] = [
        {"text": joined(contact["address"].splitlines()), "href": ""},
        {"text": clean(contact["phone"]), "href": phone_href(contact["phone"])},
        {"text": clean(contact["email"]), "href": mail_href(clean(contact["email"]))},
        *(_target(link["name"], link["url"]) for link in contact["links"]),
    ]
    return [target for target in shown if target["text"]]


def _target(name: str, url: str) -> Target:
    return {"text": shown_link(clean(name), clean(url)), "href": href(clean(url))}


def _section(key: str, title: str, content: ResumeContent, language: str) -> Section:
    section: Section = {
        "key": key,
        "title": title,
        "kind": "entries",
        "prose": [],
        "entries": [],
        "lines": [],
    }
    if key == "summary":
        section["kind"] = "prose"
        section["prose"] = paragraphs(content["summary"])
    elif key in LINES:
        section["kind"] = "lines"
        section["lines"] = LINES[key](content)
    else:
        section["entries"] = [part for part in ENTRIES[key](content, language) if says_something(part)]
    return section


def _work(content: ResumeContent, language: str) -> list[Entry]:
    return [
        entry(
            job["position"],
            job["company"],
            place=job["location"],
            dates=shown_span(job["start_date"], job["end_date"], language, is_current=job["is_current"]),
            body=job["description"],
            bullets=job["responsibilities"],
            notes=[(LABELS[language]["used"], joined(job["skills"]))],
        )
        for job in content["work_experience"]
    ]


def _education(content: ResumeContent, language: str) -> list[Entry]:
    labels = LABELS[language]
    return [
        entry(
            joined([school["degree"], school["field_of_study"]]),
            school["institution"],
            dates=shown_span(
                school["start_date"], school["graduation_date"], language, is_current=school["is_current"]
            ),
            notes=[
                (labels["grade"], school["gpa"]),
                (labels["honors"], "; ".join(cleaned(school["honors"]))),
                (labels["courses"], joined(school["relevant_courses"])),
                (labels["used"], joined(school["skills"])),
            ],
        )
        for school in content["education"]
    ]


def _projects(content: ResumeContent, language: str) -> list[Entry]:
    return [
        entry(
            project["name"],
            dates=shown_span(project["start_date"], project["end_date"], language),
            link=_target("", project["url"]),
            body=project["description"],
            bullets=project["highlights"],
            notes=[(LABELS[language]["used"], joined(project["skills"]))],
        )
        for project in content["projects"]
    ]


def _certifications(content: ResumeContent, language: str) -> list[Entry]:
    return [
        entry(
            certificate["name"],
            certificate["issuer"],
            dates=shown_validity(certificate["date_obtained"], certificate["expiration_date"], language),
            notes=[(LABELS[language]["credential"], certificate["credential_id"])],
        )
        for certificate in content["certifications"]
    ]


def _volunteering(content: ResumeContent, language: str) -> list[Entry]:
    return [
        entry(
            post["position"],
            post["organization"],
            dates=shown_span(post["start_date"], post["end_date"], language),
            link=_target("", post["url"]),
            body=post["summary"],
            bullets=post["highlights"],
        )
        for post in content["volunteering"]
    ]


def _publications(content: ResumeContent, language: str) -> list[Entry]:
    return [
        entry(
            work["name"],
            work["publisher"],
            dates=shown_date(work["date"], language),
            link=_target("", work["url"]),
            body=work["summary"],
        )
        for work in content["publications"]
    ]


def _awards(content: ResumeContent, language: str) -> list[Entry]:
    return [
        entry(
            award["title"], award["awarder"], dates=shown_date(award["date"], language), body=award["summary"]
        )
        for award in content["awards"]
    ]


def _references(content: ResumeContent, _language: str) -> list[Entry]:
    return [
        entry(_text(reference.get("name")), body=_text(reference.get("reference")))
        for reference in _extra(content, "references")
        if isinstance(reference, Mapping)
    ]


def _groups(groups: list[tuple[str, str]]) -> list[Line]:
    """A line for each group; groups that are but a name share one line."""
    lines: list[Line] = []
    bare = False
    for name, text in groups:
        if bare and name and not text:
            lines[-1]["text"] += f", {name}"
        elif name or text:
            bare = not text
            lines.append({"label": "" if bare else name, "text": text or name})
    return lines


def _skills(content: ResumeContent) -> list[Line]:
    return _groups([(clean(group["name"]), joined(group["keywords"])) for group in content["skills"]])


def _languages(content: ResumeContent) -> list[Line]:
    return _groups([(clean(spoken["language"]), clean(spoken["fluency"])) for spoken in content["languages"]])


def _interests(content: ResumeContent) -> list[Line]:
    groups: list[tuple[str, str]] = []
    for interest in _extra(content, "interests"):
        if isinstance(interest, str):
            groups.append((clean(interest), ""))
        elif isinstance(interest, Mapping):
            keywords = interest.get("keywords")
            words = [_text(word) for word in keywords] if isinstance(keywords, list) else []
            groups.append((clean(_text(interest.get("name"))), joined(words)))
    return _groups(groups)


def _extra(content: ResumeContent, path: str) -> list[Any]:
    """What a list of JSON Resume holds that our shape has no place for."""
    found = (kept["json"] for kept in content["extra"] if kept["path"] == path)
    return next((value for value in found if isinstance(value, list)), [])


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


LINES: dict[str, Callable[[ResumeContent], list[Line]]] = {
    "skills": _skills,
    "languages": _languages,
    "interests": _interests,
}
ENTRIES: dict[str, Callable[[ResumeContent, str], list[Entry]]] = {
    "work_experience": _work,
    "education": _education,
    "projects": _projects,
    "certifications": _certifications,
    "volunteering": _volunteering,
    "publications": _publications,
    "awards": _awards,
    "references": _references,
}
