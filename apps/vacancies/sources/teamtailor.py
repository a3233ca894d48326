"""Teamtailor feeds: JSON Feed with schema.org objects in it, which is what is asked for, and RSS, which is read too."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import BinaryIO, ClassVar

from apps.vacancies.sources.base import (
    AddressClaim,
    Board,
    PageRequest,
    PostingDraft,
    PostingInvalid,
    RemoteClaim,
    Terms,
)
from apps.vacancies.sources.claims import located, place
from apps.vacancies.sources.feed import iter_json, peek
from apps.vacancies.sources.job_posting import base_salary, employment, job_places, named, remote_claim
from apps.vacancies.sources.json_source import JSON, JsonSource
from apps.vacancies.sources.values import day, instant, mail_date, required, section, text
from apps.vacancies.sources.xml_feed import iter_xml, many_rows

_NUMBER = re.compile(r"/jobs/(\d+)")
# "temporary" is remote until further notice: it names no lasting model.
_REMOTE: dict[str, RemoteClaim] = {"fully": "remote", "hybrid": "hybrid", "none": "onsite"}


class Teamtailor(JsonSource):
    kind: ClassVar[str] = "teamtailor"
    name: ClassVar[str] = "Teamtailor"
    base_url: ClassVar[str] = "https://{board}.teamtailor.com"
    envelope: ClassVar[str | tuple[str, ...] | None] = "items"
    address: ClassVar[re.Pattern[str]] = re.compile(
        r"(?!www\.|api\.|app\.)(?P<board>[a-z0-9-]+)(?:\.[a-z]{2})?\.teamtailor\.com"
        r"(?:/jobs(?:\.rss|\.json|/(?P<id>\d+)(?:-[^/]*)?(?:/.*)?)?|/.*)?"
    )
    terms: ClassVar[Terms] = Terms(
        homepage="https://www.teamtailor.com", grade="A", default_on=True, verified=True
    )
    used_fields: ClassVar[frozenset[str]] = frozenset({
        "id", "title", "url", "date_published", "content_html", "_jobposting.title", "_jobposting.description",
        "_jobposting.identifier.name", "_jobposting.identifier.value", "_jobposting.datePosted", "_jobposting.validThrough",
        "_jobposting.employmentType", "_jobposting.hiringOrganization", "_jobposting.jobLocation.address.addressLocality",
        "_jobposting.jobLocation.address.addressCountry",
        "_jobposting.jobLocationType", "_jobposting.baseSalary",
        "guid", "link", "pubDate", "description", "remoteStatus", "locations", "department", "role", "channel",
    })  # fmt: skip
    ignored_fields: ClassVar[frozenset[str]] = frozenset({
        "_jobposting.@context", "_jobposting.@type", "_jobposting.identifier.@type", "_jobposting.jobLocation.@type",
        "_jobposting.jobLocation.address.@type", "_jobposting.jobLocation.address.addressRegion",
        "_jobposting.jobLocation.address.streetAddress",
        "_jobposting.jobLocation.address.postalCode",
    })  # fmt: skip

    def page_request(self, board: str, number: int, base_url: str | None) -> PageRequest:
        """The board as JSON Feed."""
        return PageRequest(url=f"{self.at(board, base_url)}/jobs.json", headers=JSON)

    def iter_items(self, stream: BinaryIO) -> Iterator[Mapping[str, object]]:
        """Items of either feed, told apart by their first byte. In RSS the employer stands on the channel."""
        first, rewound = peek(stream)
        if first == b"<":
            return iter_xml(rewound, root="rss", tag="item", around=("title",))
        return iter_json(rewound, self.envelope)

    def source_id_of(self, item: Mapping[str, object]) -> str:
        """The number in the address: it is the same in both feeds, unlike their own ids."""
        found = _NUMBER.search(text(item, "url") or text(item, "link"))
        if not found:
            raise PostingInvalid("the address has no number")
        return found[1]

    def parse(self, item: Mapping[str, object], board: Board) -> PostingDraft:
        """Read one item of either feed. Raises PostingInvalid."""
        return self._of_rss(item, board) if "link" in item else self._of_json(item, board)

    def _of_json(self, item: Mapping[str, object], board: Board) -> PostingDraft:
        url, posting = required(item, "url"), section(item, "_jobposting")
        # Their region is a continent, or the country once more.
        locations, addresses = located(*job_places(posting, with_region=False))
        return PostingDraft(
            source=self.kind,
            board=board.slug,
            source_id=self.source_id_of(item),
            url=url,
            apply_url=url,
            title=text(item, "title") or required(posting, "title"),
            company_name=named(posting, "hiringOrganization")
            or named(posting, "identifier")
            or self.company_name(board),
            locations=locations,
            addresses=addresses,
            remote=remote_claim(posting),
            description_html=text(item, "content_html") or text(posting, "description"),
            employment_type=employment(posting),
            pay=base_salary(posting),
            posted_at=instant(item, "date_published") or instant(posting, "datePosted"),
            application_deadline=day(posting, "validThrough"),
            payload=item,
        )

    def _of_rss(self, item: Mapping[str, object], board: Board) -> PostingDraft:
        url = required(item, "link")
        locations, addresses = located(*_places(item))
        return PostingDraft(
            source=self.kind,
            board=board.slug,
            source_id=self.source_id_of(item),
            url=url,
            apply_url=url,
            title=required(item, "title"),
            company_name=text(section(item, "channel"), "title") or self.company_name(board),
            locations=locations,
            addresses=addresses,
            remote=_REMOTE.get(text(item, "remoteStatus")),
            description_html=text(item, "description"),
            department=text(item, "department") or text(item, "role"),
            posted_at=mail_date(item, "pubDate"),
            payload=item,
        )

    def board_url(self, board: str) -> str:
        """The hosted board."""
        return f"{self.at(board, None)}/jobs"


def _places(item: Mapping[str, object]) -> list[AddressClaim | None]:
    if not item.get("locations"):
        return []
    return [
        place(
            text=text(row, "city") and text(row, "name"), city=text(row, "city"), country=text(row, "country")
        )
        for row in many_rows(section(item, "locations"), "location")
    ]
