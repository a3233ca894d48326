"""The name of a Workday board: "tenant/wd5/site", or "tenant/wd5/site/facet=value" for a part of it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import ClassVar

from apps.vacancies.sources.base import PostingInvalid


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkdayBoard:
    """The parts of the name. `facets` is what the feed calls `appliedFacets`."""

    _FORM: ClassVar[re.Pattern[str]] = re.compile(
        r"(?P<tenant>[\w-]+)/(?P<pod>wd\d+)/(?P<site>[\w-]+)(?:/(?P<facet>\w+)=(?P<value>[\w-]+))?"
    )

    tenant: str
    pod: str
    site: str
    facets: dict[str, list[str]]

    @classmethod
    def is_name(cls, board: str) -> bool:
        """Whether this can be the name of a board."""
        return cls._FORM.fullmatch(board) is not None

    @classmethod
    def read(cls, board: str) -> WorkdayBoard:
        """The board of this name. Raises PostingInvalid."""
        found = cls._FORM.fullmatch(board)
        if not found:
            raise PostingInvalid("the board's name is not usable: it is tenant/wd5/site")
        facets = {found["facet"]: [found["value"]]} if found["facet"] else {}
        return cls(tenant=found["tenant"], pod=found["pod"], site=found["site"], facets=facets)

    @property
    def host(self) -> str:
        """The tenant's host. An underscore of a tenant is a hyphen there."""
        return f"https://{self.tenant.replace('_', '-')}.{self.pod}.myworkdayjobs.com"

    @property
    def page(self) -> str:
        """The page a person would open."""
        return f"{self.host}/{self.site}"
