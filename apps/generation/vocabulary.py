"""The words that drafts and what is said against them are described by. Pure."""

from __future__ import annotations

from typing import Literal

Length = Literal["one_page", "two_pages", "full"]
ClaimKind = Literal[
    "employer", "title", "date", "number", "skill", "qualification", "institution", "language", "level", "place",
    "name", "contact", "link", "label", "flag", "sentence", "extra", "vacancy_title", "vacancy_company",
    "vacancy_skill", "vacancy_sentence",
]  # fmt: skip
