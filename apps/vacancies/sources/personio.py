"""Personio XML feed: one answer per board. A position may stand in it twice, and without a text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import BinaryIO, ClassVar

from apps.vacancies.sources.base import Board, PageRequest, PostingDraft, Terms
from apps.vacancies.sources.claims import body, gathered, located, place
from apps.vacancies.sources.values import instant, required, section, text
from apps.vacancies.sources.xml_feed import many_rows, many_texts
from apps.vacancies.sources.xml_source import XML, XmlSource


class Personio(XmlSource):
    kind: ClassVar[str] = "personio"
    name: ClassVar[str] = "Personio"
    base_url: ClassVar[str] = "https://{board}.jobs.personio.de"
    root: ClassVar[str] = "workzag-jobs"
    tag: ClassVar[str] = "position"
    address: ClassVar[re.Pattern[str]] = re.compile(
        r"(?P<board>[a-z0-9-]+)\.jobs\.personio\.(?:de|com)(?:/xml|/job/(?P<id>\d+)(?:/.*)?)?"
    )
    terms: ClassVar[Terms] = Terms(
        homepage="https://www.personio.com", grade="A", default_on=True, verified=True
    )
    used_fields: ClassVar[frozenset[str]] = frozenset({
        "id", "subcompany", "office", "additionalOffices", "department", "recruitingCategory", "name", "jobDescriptions",
        "employmentType", "seniority", "schedule", "createdAt",
    })  # fmt: skip
    ignored_fields: ClassVar[frozenset[str]] = frozenset({
        "yearsOfExperience", "keywords", "occupation", "occupationCategory",
    })  # fmt: skip

    def page_request(self, board: str, number: int, base_url: str | None) -> PageRequest:
        """All positions, in English where the employer wrote it: the languages are one posting."""
        return PageRequest(url=f"{self.at(board, base_url)}/xml?language=en", headers=XML)

    def iter_items(self, stream: BinaryIO) -> Iterator[Mapping[str, object]]:
        """Of two positions with one id, the first."""
        return gathered(super().iter_items(stream), self.source_id_of, lambda first, second: first)

    def parse(self, item: Mapping[str, object], board: Board) -> PostingDraft:
        """Read one position. Raises PostingInvalid."""
        source_id = self.source_id_of(item)
        url = self.posting_url(board.slug, source_id)
        more = item.get("additionalOffices")
        offices = [text(item, "office"), *(many_texts(more, "office") if isinstance(more, Mapping) else [])]
        locations, _ = located(*(place(text=office) for office in offices))
        return PostingDraft(
            source=self.kind,
            board=board.slug,
            source_id=source_id,
            url=url,
            apply_url=f"{url}#apply",
            title=required(item, "name"),
            company_name=text(item, "subcompany") or self.company_name(board),
            locations=locations,
            description_html=_body(item),
            # "permanent" and "full-time" are two fields: a permanent intern is an intern.
            employment_type=f"{text(item, 'employmentType')} {text(item, 'schedule')}".strip(),
            department=text(item, "department") or text(item, "recruitingCategory"),
            seniority=text(item, "seniority"),
            posted_at=instant(item, "createdAt"),
            payload=item,
        )

    def board_url(self, board: str) -> str:
        """The hosted board."""
        return self.at(board, None)

    def posting_url(self, board: str, source_id: str) -> str:
        """The hosted page of one position."""
        return f"{self.board_url(board)}/job/{source_id}"


def _body(item: Mapping[str, object]) -> str:
    if not item.get("jobDescriptions"):
        return ""
    parts = many_rows(section(item, "jobDescriptions"), "jobDescription")
    return body(*((text(part, "name"), text(part, "value")) for part in parts))
