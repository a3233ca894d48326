"""Rows of the catalogue for tests, written as ingest writes them: by the system role."""

from __future__ import annotations

import itertools
from datetime import UTC, datetime, timedelta
from typing import Any

from apps.core.db import as_system
from apps.vacancies.models import Company, Vacancy

_numbers = itertools.count(1)
START = datetime(2026, 9, 1, tzinfo=UTC)


def make_vacancy(**fields: Any) -> Vacancy:
    """An open vacancy, a day newer than the one made before; any column may be given."""
    number = next(_numbers)
    name = fields.pop("company_name", "Kestrel Works")
    with as_system():
        company, _ = Company.objects.get_or_create(key=name.lower(), defaults={"name": name})
        posted = fields.pop("posted_at", START + timedelta(minutes=number))
        return Vacancy.objects.create(
            **{
                "title": f"Welder {number}",
                "company": company,
                "company_name": name,
                "locations": [
                    {
                        "text": "Hamburg",
                        "city": "Hamburg",
                        "region": "",
                        "country": "DE",
                        "lat": None,
                        "lon": None,
                    }
                ],
                "location_text": "DE · Hamburg",
                "countries": ["DE"],
                "description_text": "We need somebody who welds.",
                "description_html": "<p>We need somebody who welds.</p>",
                "snippet": "We need somebody who welds.",
                "source": "greenhouse",
                "source_id": str(number),
                "url": f"https://example.com/jobs/{number}",
                "posted_at": posted,
                "listed_at": posted or START,
                **fields,
            }
        )
