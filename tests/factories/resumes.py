"""Resumes for tests, made as the product makes them."""

from __future__ import annotations

import io
from typing import Any

from apps.core.db import acting
from apps.documents import services as documents
from apps.documents.models import Document
from apps.resumes import services
from apps.resumes.content import ResumeContent
from apps.resumes.models import Resume
from apps.resumes.sample import sample
from tests.factories.accounts import Person


def make_resume(person: Person, *, content: ResumeContent | None = None, **fields: Any) -> Resume:
    with acting(person.caller):
        return services.create_resume(
            caller=person.caller,
            title=fields.pop("title", "My resume"),
            content=content or sample(),
            **fields,
        )


def make_document(person: Person, data: bytes = b"Plain words.", filename: str = "note.txt") -> Document:
    with acting(person.caller):
        return documents.store(
            caller=person.caller, stream=io.BytesIO(data), filename=filename, kind="upload"
        )


PLAIN_RESUME = """\
Juno Tarrow
juno.tarrow@example.com | 555-0147

EXPERIENCE
Baker, Crumb & Sons, 2019 - 2023
- Baked 400 loaves a night
- Trained two apprentices

EDUCATION
Diploma in Baking, Millbrook College, 2018

SKILLS
Sourdough, Ordering, Hygiene
"""

LETTER = """\
Dear Ms Fallow,

I am writing to apply for the post of baker at your company. I have baked for nine years and would gladly bake for you.
Please find my application enclosed; I look forward to hearing from you.

Yours sincerely,
Juno Tarrow
"""
