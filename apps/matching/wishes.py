"""What a person wants of their next work: their preferences, and what the request at hand says instead."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from apps.accounts.models import Preferences
from apps.core.caller import Caller
from apps.core.vocabulary import Remote
from apps.matching.scoring import Wishes
from apps.matching.scoring.places import read_location
from apps.vacancies.normalise.money import yearly
from apps.vacancies.normalise.posting import PayPeriod


def wishes_of(caller: Caller, *, countries: Sequence[str] = (), remote: str = "") -> Wishes:
    """The caller's wishes. `countries` (ISO 3166 alpha-2) or `remote` that are asked for now go before the preferences."""
    row = Preferences.objects.filter(user_id=caller.user_id).first() or Preferences()
    places = [place for text in row.locations if any(place := read_location(text))]
    preferred = {place.country for place in places if place.country}
    only_remote = remote == Remote.REMOTE if remote else row.remote == [Remote.REMOTE.value]
    floor = yearly(row.salary_min, cast(PayPeriod, row.salary_period) if row.salary_period else None)
    return Wishes(
        countries=tuple(sorted(countries or preferred)),
        places=() if countries else tuple(sorted(place for place in places if place.city)),
        remote="remote" if only_remote else "any" if remote or row.remote else None,
        salary_floor=int(floor) if floor else None,
        currency=row.salary_currency,
        permits=tuple(sorted(row.work_permits)) or None,
        employment_types=tuple(sorted(row.employment_types)),
    )
