"""The parameters of the list, as FastAPI validates them; shared by both FastAPI peers."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field


class Filters(BaseModel):
    """The filters that the mix asks for."""

    model_config = ConfigDict(extra="forbid")

    q: str | None = Field(default=None, max_length=200)
    skills: str | None = Field(default=None, max_length=200)
    skills_any: str | None = Field(default=None, max_length=200)
    company: str | None = Field(default=None, max_length=200)
    location: str | None = Field(default=None, max_length=200)
    country: str | None = Field(default=None, min_length=2, max_length=2)
    remote: Literal["remote", "onsite", "hybrid"] | None = None
    employment_type: str | None = None
    seniority: str | None = None
    salary_min: Decimal | None = Field(default=None, ge=0, le=10**10)
    posted_after: datetime | None = None
    source: str | None = None
    page: int = Field(default=1, ge=1, le=50)
    page_size: int = Field(default=20, ge=1, le=100)


def pattern(text: str) -> str:
    for wild in "\\%_":
        text = text.replace(wild, "\\" + wild)
    return f"%{text}%"
