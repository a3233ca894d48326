"""Places one part of a resume proves, used in another: "Laurea in Architettura, Mantova" where Mantova is the address."""

from __future__ import annotations

from apps.resumes.content import ResumeContent
from apps.resumes.parsing.vocabulary import fold


def settle(content: ResumeContent) -> None:
    """Cut known places off the end of names that swallowed them."""
    known = _known(content)
    for job in content["work_experience"]:
        if not job["location"]:
            job["position"], place = _cut(job["position"], known)
            if not place:
                job["company"], place = _cut(job["company"], known)
            job["location"] = place
    for school in content["education"]:
        for_field = bool(school["field_of_study"])
        school["institution"] = _cut(school["institution"], known)[0]
        if for_field:
            school["field_of_study"] = _cut(school["field_of_study"], known)[0]
        else:
            school["degree"] = _cut(school["degree"], known)[0]


def _known(content: ResumeContent) -> set[str]:
    texts = [content["contact_info"]["address"], *(job["location"] for job in content["work_experience"])]
    parts = {part.strip() for text in texts for part in [text, *text.split(",")]}
    return {fold(part) for part in parts if len(part) > 3}


def _cut(text: str, known: set[str]) -> tuple[str, str]:
    head, comma, tail = text.rpartition(", ")
    return (head, tail) if comma and fold(tail) in known else (text, "")
