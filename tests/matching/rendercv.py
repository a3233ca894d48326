"""Invented resumes of the shared data (RenderCV YAML), as `ResumeContent`."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import yaml

from apps.resumes.content import (
    Education,
    ResumeContent,
    WorkExperience,
    empty_content,
    empty_education,
    empty_project,
    empty_work,
)

_LANGUAGE_SECTIONS = ("langu", "lingue", "idioma", "sprach", "talen", "języki", "語学", "linguist")
_CERTIFICATE_SECTIONS = ("certif", "licen", "ticket", "cours", "kurs", "cursus", "bar admission", "資格")


def load_resume(path: Path) -> ResumeContent:
    """Read one truth file. Sections are told apart by the shape of their entries, then by name."""
    cv = yaml.safe_load(path.read_text(encoding="utf-8"))["cv"]
    content = empty_content()
    contact = content["contact_info"]
    contact["full_name"], contact["email"] = cv["name"], cv.get("email") or ""
    contact["headline"], contact["address"] = cv.get("headline") or "", cv.get("location") or ""
    for name, entries in cv["sections"].items():
        _read_section(content, name, entries)
    return content


def _read_section(content: ResumeContent, name: str, entries: Sequence[Mapping[str, Any] | str]) -> None:
    for entry in entries:
        if isinstance(entry, str):
            _read_line(content, name.casefold(), entry)
        elif "company" in entry:
            content["work_experience"].append(_job(entry))
        elif "institution" in entry:
            content["education"].append(_school(entry))
        elif "label" in entry:
            keywords = [word.strip() for word in re.split(r"[,;、]", str(entry["details"]))]
            content["skills"].append({"name": str(entry["label"]), "keywords": keywords})
        elif "name" in entry:
            project = empty_project()
            project["name"], project["highlights"] = str(entry["name"]), list(entry.get("highlights") or [])
            content["projects"].append(project)


def _read_line(content: ResumeContent, name: str, line: str) -> None:
    if any(mark in name for mark in _LANGUAGE_SECTIONS):
        for piece in line.split(","):
            content["languages"].append({"language": piece.strip(), "fluency": ""})
    elif any(mark in name for mark in _CERTIFICATE_SECTIONS):
        content["certifications"].append(
            {"name": line, "issuer": "", "date_obtained": "", "expiration_date": "", "credential_id": ""}
        )
    elif not content["summary"]:
        content["summary"] = line


def _job(entry: Mapping[str, Any]) -> WorkExperience:
    job = empty_work()
    is_current = str(entry.get("end_date", "")) == "present"
    job["company"] = entry["company"]
    job["position"] = entry.get("position") or ""
    job["location"] = entry.get("location") or ""
    job["start_date"] = str(entry.get("start_date") or "")
    job["end_date"] = "" if is_current else str(entry.get("end_date") or "")
    job["is_current"] = is_current
    job["responsibilities"] = list(entry.get("highlights") or [])
    return job


def _school(entry: Mapping[str, Any]) -> Education:
    school = empty_education()
    school["institution"] = entry["institution"]
    school["degree"] = entry.get("degree") or ""
    school["field_of_study"] = entry.get("area") or ""
    school["start_date"] = str(entry.get("start_date") or "")
    school["graduation_date"] = str(entry.get("end_date") or "")
    school["honors"] = list(entry.get("highlights") or [])
    return school
