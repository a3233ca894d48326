"""Workday's career site feed: pages of 20, the text in the detail. A board is "tenant/wd5/site", off by default.

Totals are not believed: the first page's may be a cap of 2,000, later pages say 0. Behind the cap the rows repeat, so a
crawl that gets there is a partial one; `boards_by_facet` cuts such a board into several that stay below it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterator, Mapping
from typing import BinaryIO, ClassVar

from apps.vacancies.sources.base import (
    Board,
    FeedBroken,
    Page,
    PageRequest,
    PostingDraft,
    PostingSkipped,
    Terms,
)
from apps.vacancies.sources.board_source import split_url
from apps.vacancies.sources.claims import located, place, workplace
from apps.vacancies.sources.json_source import JSON, JsonSource
from apps.vacancies.sources.values import day, flag, instant, required, rows, section, text, texts
from apps.vacancies.sources.workday_board import WorkdayBoard

CAP = 2000
_COUNTED = re.compile(r"\d+ locations?", re.I)
_LANGUAGE = re.compile(r"[a-z]{2}(?:-[A-Z]{2})?")


class Workday(JsonSource):
    kind: ClassVar[str] = "workday"
    name: ClassVar[str] = "Workday"
    base_url: ClassVar[str] = "https://{tenant}.{pod}.myworkdayjobs.com"
    envelope: ClassVar[str | tuple[str, ...] | None] = "jobPostings"
    page_size: ClassVar[int | None] = 20
    id_field: ClassVar[str] = "externalPath"
    address: ClassVar[re.Pattern[str]] = re.compile(
        r"(?:(?P<tenant>[\w-]+)\.)?(?P<pod>wd\d+)\.myworkday(?:jobs|site)\.com"
    )
    terms: ClassVar[Terms] = Terms(
        homepage="https://www.workday.com",
        grade="B",
        requests_per_second=4.0,
        min_interval=6 * 3600,
        verified=True,
    )
    used_fields: ClassVar[frozenset[str]] = frozenset({
        "title", "externalPath", "locationsText", "bulletFields", "detail.jobDescription", "detail.location",
        "detail.additionalLocations", "detail.timeType", "detail.remoteType", "detail.startDate", "detail.endDate",
        "detail.jobReqId", "detail.externalUrl", "detail.country", "detail.canApply", "detail.company",
    })  # fmt: skip
    ignored_fields: ClassVar[frozenset[str]] = frozenset({"postedOn"})

    def page_request(self, board: str, number: int, base_url: str | None) -> PageRequest:
        """Twenty postings, the most that are given."""
        site = WorkdayBoard.read(board)
        asked = {
            "appliedFacets": site.facets,
            "limit": self.page_size,
            "offset": number * (self.page_size or 0),
            "searchText": "",
        }
        return PageRequest(
            url=f"{self._site(site, base_url)}/jobs",
            method="POST",
            headers={**JSON, "Content-Type": "application/json"},
            body=json.dumps(asked).encode(),
        )

    def iter_items(self, stream: BinaryIO) -> Iterator[Mapping[str, object]]:
        """Without "Posted 3 Days Ago": it is told from the day of asking, so that every posting would be a changed one
        the day after. The detail has the date."""
        for item in super().iter_items(stream):
            yield {name: value for name, value in item.items() if name != "postedOn"}

    def next_request(
        self, board: str, page: Page, seen_new_ids: Collection[str], base_url: str | None = None
    ) -> PageRequest | None:
        """As of every board, up to the cap. Raises FeedBroken there."""
        read = (page.number + 1) * (self.page_size or 0)
        if page.items == self.page_size and read >= CAP:
            raise FeedBroken(
                f"no more than {CAP} postings are listed: split the board by a facet", items=read
            )
        return super().next_request(board, page, seen_new_ids, base_url)

    def detail_request(
        self, board: str, item: Mapping[str, object], base_url: str | None = None
    ) -> PageRequest:
        """One posting with its text, places and dates."""
        return PageRequest(url=f"{self._site(WorkdayBoard.read(board), base_url)}{_path(item)}", headers=JSON)

    def merge_detail(self, item: Mapping[str, object], detail: Mapping[str, object]) -> Mapping[str, object]:
        """The posting as the detail tells it, with the employer it names."""
        company = text(section(detail, "hiringOrganization"), "name")
        return {**item, "detail": {**section(detail, "jobPostingInfo"), "company": company}}

    def source_id_of(self, item: Mapping[str, object]) -> str:
        """The requisition at the end of the path ("…_R-1234-1"): the part before it follows title and place."""
        return _path(item).rsplit("/", 1)[-1].rsplit("_", 1)[-1]

    def parse(self, item: Mapping[str, object], board: Board) -> PostingDraft:
        """Read one posting, with or without its detail. Raises PostingInvalid, PostingSkipped for a closed one."""
        source_id, detail, site = (
            self.source_id_of(item),
            section(item, "detail"),
            WorkdayBoard.read(board.slug),
        )
        if flag(detail, "canApply") is False:
            raise PostingSkipped("not open to applications", source_id=source_id)
        url = text(detail, "externalUrl") or f"{site.page}{_path(item)}"
        listed = text(item, "locationsText")
        names = [text(detail, "location") or ("" if _COUNTED.fullmatch(listed) else listed)]
        country = text(section(detail, "country"), "descriptor")
        locations, addresses = located(
            *(place(text=name, country=country) for name in names if name),
            *(place(text=name) for name in texts(detail, "additionalLocations")),
        )
        bullets = texts(item, "bulletFields")
        return PostingDraft(
            source=self.kind,
            board=board.slug,
            source_id=source_id,
            url=url,
            apply_url=url,
            title=required(item, "title"),
            company_name=text(detail, "company") or board.company_name or site.tenant,
            locations=locations,
            addresses=addresses,
            remote=workplace(text(detail, "remoteType")),
            description_html=text(detail, "jobDescription"),
            employment_type=text(detail, "timeType"),
            posted_at=instant(detail, "startDate"),
            application_deadline=day(detail, "endDate"),
            requisition_id=text(detail, "jobReqId") or (bullets[0] if bullets else ""),
            payload=item,
        )

    def recognise_posting(self, url: str) -> tuple[str, str] | None:
        """Pages and the feed, at either of the vendor's two hosts, in any language."""
        host, path, _ = split_url(url)
        found = self.address.fullmatch(host)
        if not found:
            return None
        path = path[1:] if path and _LANGUAGE.fullmatch(path[0]) else path
        tenant = found["tenant"]
        if path[:2] == ["wday", "cxs"]:
            tenant, path = (path[2] if len(path) > 2 else ""), path[3:]
        elif not tenant:
            tenant, path = (path[1] if path[:1] == ["recruiting"] and len(path) > 1 else ""), path[2:]
        if not tenant or not path:
            return None
        board = f"{tenant}/{found['pod']}/{path[0]}"
        if not WorkdayBoard.is_name(board):
            return None
        called = [part for part in path[2:] if "_" in part] if path[1:2] in (["job"], ["details"]) else []
        return board, called[-1].rsplit("_", 1)[-1] if called else ""

    def board_url(self, board: str) -> str:
        """The hosted board."""
        return WorkdayBoard.read(board).page

    def posting_url(self, board: str, source_id: str) -> str:
        """The hosted page, without the title and place that it may be called by."""
        return f"{self.board_url(board)}/job/_{source_id}"

    def _site(self, site: WorkdayBoard, base_url: str | None) -> str:
        return f"{base_url.rstrip('/') if base_url else site.host}/wday/cxs/{site.tenant}/{site.site}"


def _path(item: Mapping[str, object]) -> str:
    path = required(item, "externalPath")
    return path if path.startswith("/") else f"/{path}"


def boards_by_facet(board: str, answer: Mapping[str, object]) -> tuple[str, ...]:
    """The boards to read in place of one that reaches the cap, from the first page's answer: one for each value of the
    facet whose largest value is smallest. None where the board is below the cap, or no facet brings it there."""
    total = answer.get("total")
    if not isinstance(total, int) or total < CAP:
        return ()
    site, choices = WorkdayBoard.read(board), []
    for facet in rows(answer, "facets"):
        values = [
            (int(text(value, "count") or 0), text(value, "id"))
            for value in rows(facet, "values")
            if text(value, "id")
        ]
        if values and max(values)[0] < CAP:
            choices.append((max(values)[0], text(facet, "facetParameter"), [name for _, name in values]))
    if not choices:
        return ()
    _, parameter, names = min(choices)
    return tuple(f"{site.tenant}/{site.pod}/{site.site}/{parameter}={name}" for name in names)
