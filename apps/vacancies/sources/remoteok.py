"""Remote OK: one list of the newest hundred, whose first element is a legal notice. Anyone may post, and some do spam."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import BinaryIO, ClassVar

from apps.vacancies.sources.base import Board, PageRequest, PostingDraft, Terms
from apps.vacancies.sources.claims import located, pay, place
from apps.vacancies.sources.json_source import JSON, JsonSource
from apps.vacancies.sources.values import amount, instant, required, text

# UTF-8 that was read as Latin-1: "donâ\x80\x99t".
_MOJIBAKE = re.compile(r"[\u00c2-\u00f4][\u0080-\u00bf]{1,3}")
# A word and a tag made for whoever asked, so that the same posting would never have the same text.
_TRAP = re.compile(r"(?:\s*<br\s*/?>)*\s*Please mention the word \*\*.*$", re.S)


class RemoteOK(JsonSource):
    kind: ClassVar[str] = "remoteok"
    name: ClassVar[str] = "Remote OK"
    base_url: ClassVar[str] = "https://remoteok.com"
    lists_everything: ClassVar[bool] = False
    address: ClassVar[re.Pattern[str]] = re.compile(
        r"(?:www\.)?remoteok\.(?:com|io)(?:/remote-jobs/(?:[^/]*-)?(?P<id>\d+))?"
    )
    terms: ClassVar[Terms] = Terms(
        homepage="https://remoteok.com", grade="A", attribution="Remote OK", default_on=True, verified=True
    )
    used_fields: ClassVar[frozenset[str]] = frozenset({
        "id", "url", "apply_url", "position", "company", "company_logo", "logo", "location", "description", "salary_min",
        "salary_max", "date", "epoch",
    })  # fmt: skip
    ignored_fields: ClassVar[frozenset[str]] = frozenset({"slug", "tags"})

    def page_request(self, board: str, number: int, base_url: str | None) -> PageRequest:
        """The newest."""
        return PageRequest(url=f"{self.at(board, base_url)}/api", headers=JSON)

    def iter_items(self, stream: BinaryIO) -> Iterator[Mapping[str, object]]:
        """The list without its notice."""
        return (item for item in super().iter_items(stream) if "id" in item or "legal" not in item)

    def parse(self, item: Mapping[str, object], board: Board) -> PostingDraft:
        """Read one job. Raises PostingInvalid. Without a logo and pay it may well be spam: half the confidence."""
        url, logo = required(item, "url"), text(item, "company_logo") or text(item, "logo")
        salary = pay(amount(item, "salary_min"), amount(item, "salary_max"))
        locations, _ = located(place(text=text(item, "location").rstrip(" ,")))
        return PostingDraft(
            source=self.kind,
            board=board.slug,
            source_id=self.source_id_of(item),
            url=url,
            apply_url=text(item, "apply_url") or url,
            title=_mended(required(item, "position")),
            company_name=_mended(text(item, "company")),
            company_logo_url=logo,
            locations=locations,
            remote="remote",
            description_html=_TRAP.sub("", _mended(text(item, "description"))),
            pay=salary,
            posted_at=instant(item, "date") or instant(item, "epoch"),
            confidence=1.0 if logo or salary else 0.5,
            payload=item,
        )

    def board_url(self, board: str) -> str:
        """The board."""
        return self.base_url

    def posting_url(self, board: str, source_id: str) -> str:
        """The page of one job, by its id alone."""
        return f"{self.base_url}/remote-jobs/{source_id}"


def _mended(spoilt: str) -> str:
    return _MOJIBAKE.sub(_character, spoilt)


def _character(found: re.Match[str]) -> str:
    try:
        return found[0].encode("latin-1").decode()
    except UnicodeDecodeError:
        return found[0]
