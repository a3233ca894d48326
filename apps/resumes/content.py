"""The structured resume, as the API carries it and as every layer of Foothold passes it on.

Pure: no Django. The serializer of `api/` validates from outside to this shape; parsing, rendering,
matching and generation take it as given. Dates are strings `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, "" where
unknown; `gpa` is a string; lists are never None.
"""

from __future__ import annotations

from typing import Any, TypedDict


class Link(TypedDict):
    name: str
    url: str


class ContactInfo(TypedDict):
    full_name: str
    email: str
    phone: str
    address: str
    headline: str
    links: list[Link]


class WorkExperience(TypedDict):
    company: str
    position: str
    location: str
    start_date: str
    end_date: str
    is_current: bool
    description: str
    responsibilities: list[str]
    skills: list[str]


class Education(TypedDict):
    institution: str
    degree: str
    field_of_study: str
    start_date: str
    graduation_date: str
    is_current: bool
    gpa: str
    honors: list[str]
    relevant_courses: list[str]
    skills: list[str]


class Certification(TypedDict):
    name: str
    issuer: str
    date_obtained: str
    expiration_date: str
    credential_id: str


class Project(TypedDict):
    name: str
    url: str
    start_date: str
    end_date: str
    description: str
    highlights: list[str]
    skills: list[str]


class Publication(TypedDict):
    name: str
    publisher: str
    date: str
    url: str
    summary: str


class Award(TypedDict):
    title: str
    awarder: str
    date: str
    summary: str


class Language(TypedDict):
    language: str
    fluency: str


class Volunteering(TypedDict):
    organization: str
    position: str
    url: str
    start_date: str
    end_date: str
    summary: str
    highlights: list[str]


class SkillGroup(TypedDict):
    name: str
    keywords: list[str]


class Extra(TypedDict):
    """What the shape has no place for: `path` is a JSON Resume path (`interests`, `basics.image`), `json` its value."""

    path: str
    json: Any


class ResumeContent(TypedDict):
    contact_info: ContactInfo
    summary: str
    work_experience: list[WorkExperience]
    education: list[Education]
    certifications: list[Certification]
    projects: list[Project]
    publications: list[Publication]
    awards: list[Award]
    languages: list[Language]
    volunteering: list[Volunteering]
    skills: list[SkillGroup]
    extra: list[Extra]


def empty_content() -> ResumeContent:
    """A resume with every key present and nothing said."""
    return {
        "contact_info": {
            "full_name": "",
            "email": "",
            "phone": "",
            "address": "",
            "headline": "",
            "links": [],
        },
        "summary": "",
        "work_experience": [],
        "education": [],
        "certifications": [],
        "projects": [],
        "publications": [],
        "awards": [],
        "languages": [],
        "volunteering": [],
        "skills": [],
        "extra": [],
    }


def empty_work() -> WorkExperience:
    """One job with every key present."""
    return {
        "company": "",
        "position": "",
        "location": "",
        "start_date": "",
        "end_date": "",
        "is_current": False,
        "description": "",
        "responsibilities": [],
        "skills": [],
    }


def empty_education() -> Education:
    """One school with every key present."""
    return {
        "institution": "",
        "degree": "",
        "field_of_study": "",
        "start_date": "",
        "graduation_date": "",
        "is_current": False,
        "gpa": "",
        "honors": [],
        "relevant_courses": [],
        "skills": [],
    }


def empty_project() -> Project:
    """One project with every key present."""
    return {
        "name": "",
        "url": "",
        "start_date": "",
        "end_date": "",
        "description": "",
        "highlights": [],
        "skills": [],
    }
