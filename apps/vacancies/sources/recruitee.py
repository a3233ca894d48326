"""Recruitee careers API: one answer per board, at the vendor's host or at the employer's own. Amounts are texts."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import ClassVar

from apps.vacancies.sources.base import AddressClaim, Board, PageRequest, PostingDraft, PostingSkipped, Terms
from apps.vacancies.sources.claims import body, located, pay, place, workplace_of
from apps.vacancies.sources.json_source import JSON, JsonSource
from apps.vacancies.sources.values import amount, day, flag, instant, required, rows, section, text


class Recruitee(JsonSource):
    kind: ClassVar[str] = "recruitee"
    name: ClassVar[str] = "Recruitee"
    base_url: ClassVar[str] = "https://{board}.recruitee.com"
    envelope: ClassVar[str | tuple[str, ...] | None] = "offers"
    # A posting's page is called by its slug, which isn't its id.
    address: ClassVar[re.Pattern[str]] = re.compile(
        r"(?!www\.|api\.|app\.)(?P<board>[a-z0-9-]+)\.recruitee\.com(?:/.*)?"
    )
    terms: ClassVar[Terms] = Terms(
        homepage="https://recruitee.com", grade="A", default_on=True, verified=True
    )
    used_fields: ClassVar[frozenset[str]] = frozenset({
        "id", "title", "status", "careers_url", "careers_apply_url", "company_name", "location", "locations.name",
        "locations.city", "locations.state", "locations.country", "city", "state_name", "country", "remote", "hybrid",
        "on_site", "description", "requirements", "translations", "employment_type_code", "experience_code", "department",
        "published_at", "created_at", "updated_at", "close_at", "salary",
    })  # fmt: skip
    ignored_fields: ClassVar[frozenset[str]] = frozenset({
        "slug", "guid", "position", "tags", "category_code", "education_code", "min_hours", "max_hours",
        "min_hours_per_week", "max_hours_per_week", "country_code", "state_code", "postal_code", "highlight",
        "cover_image", "sharing_image", "sharing_title", "sharing_description", "mailbox_email", "open_questions",
        "dynamic_fields", "location_question_visible", "locations_question", "locations_question_required",
        "locations_question_type", "options_cv", "options_cover_letter", "options_photo", "options_phone",
        "options_title", "options_salutation", "locations.id", "locations.country_code", "locations.state_code",
        "locations.postal_code", "locations.street", "locations.note", "locations.translations",
    })  # fmt: skip

    def page_request(self, board: str, number: int, base_url: str | None) -> PageRequest:
        """All offers of the board."""
        return PageRequest(url=f"{self.at(board, base_url)}/api/offers/", headers=JSON)

    def parse(self, item: Mapping[str, object], board: Board) -> PostingDraft:
        """Read one offer. Raises PostingInvalid, PostingSkipped for one that isn't published."""
        source_id = self.source_id_of(item)
        if text(item, "status") not in {"", "published"}:
            raise PostingSkipped("not published", source_id=source_id)
        url = required(item, "careers_url")
        salary, told = section(item, "salary"), _told(item)
        locations, addresses = located(*_places(item))
        return PostingDraft(
            source=self.kind,
            board=board.slug,
            source_id=source_id,
            url=url,
            apply_url=text(item, "careers_apply_url") or url,
            title=text(item, "title") or required(told, "title"),
            company_name=text(item, "company_name") or self.company_name(board),
            locations=locations,
            addresses=addresses,
            remote=workplace_of(
                remote=flag(item, "remote"), hybrid=flag(item, "hybrid"), onsite=flag(item, "on_site")
            ),
            description_html=body(
                ("", text(item, "description") or text(told, "description")),
                ("", text(item, "requirements") or text(told, "requirements")),
            ),
            employment_type=text(item, "employment_type_code").replace("_", " "),
            department=text(item, "department"),
            seniority=text(item, "experience_code").replace("_", " "),
            pay=pay(
                amount(salary, "min"),
                amount(salary, "max"),
                currency=text(salary, "currency"),
                period=text(salary, "period"),
            ),
            posted_at=instant(item, "published_at") or instant(item, "created_at"),
            updated_at=instant(item, "updated_at"),
            application_deadline=day(item, "close_at"),
            language=_language(item),
            payload=item,
        )

    def board_url(self, board: str) -> str:
        """The hosted board."""
        return self.at(board, None)


def _places(item: Mapping[str, object]) -> list[AddressClaim | None]:
    listed = [
        place(
            text=text(row, "name"),
            city=text(row, "city"),
            region=text(row, "state"),
            country=text(row, "country"),
        )
        for row in rows(item, "locations")
    ]
    return listed or [
        place(
            text=text(item, "location"),
            city=text(item, "city"),
            region=text(item, "state_name"),
            country=text(item, "country"),
        )
    ]


def _told(item: Mapping[str, object]) -> Mapping[str, object]:
    """The first translation: what an offer says that has no text of its own."""
    translations = section(item, "translations")
    return section(translations, next(iter(translations))) if translations else {}


def _language(item: Mapping[str, object]) -> str:
    """Told only by a single translation: of several, none says which of them the offer's own text is."""
    translations = section(item, "translations")
    return next(iter(translations)) if len(translations) == 1 else ""
