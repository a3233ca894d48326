"""Reading schema.org's JobPosting, as feeds and pages carry it: objects or lists of them, texts or objects."""

from __future__ import annotations

from collections.abc import Mapping

from apps.vacancies.sources.base import AddressClaim, PayClaim, RemoteClaim
from apps.vacancies.sources.claims import pay, place
from apps.vacancies.sources.values import amount, section, text


def several(posting: Mapping[str, object], key: str) -> list[object]:
    """What stands under a property that is one value or a list of them."""
    value = posting.get(key)
    if value is None:
        return []
    return value if isinstance(value, list) else [value]


def named(posting: Mapping[str, object], key: str) -> str:
    """The name of a property that is an object with a name, or a text; the first where names are a list."""
    value = posting.get(key)
    if not isinstance(value, Mapping):
        return text(posting, key)
    names = several(value, "name")
    return text({"name": names[0]}, "name") if names else ""


def job_places(posting: Mapping[str, object], *, with_region: bool = True) -> list[AddressClaim | None]:
    """The places of `jobLocation`, called by their parts; without the region where a sender writes other things there."""
    found: list[AddressClaim | None] = []
    for location in several(posting, "jobLocation"):
        if not isinstance(location, Mapping):
            continue
        address, name = section(location, "address"), text(location, "name")
        city, country = text(address, "addressLocality"), named(address, "addressCountry")
        if city and name and "," in name and city.casefold() not in name.casefold():
            # One address copied to every place, whose names tell them apart.
            found.append(place(text=name))
            continue
        region = text(address, "addressRegion") if with_region else ""
        found.append(place(city=city, region=region, country=country))
    return found


def remote_claim(posting: Mapping[str, object]) -> RemoteClaim | None:
    """Remote where `jobLocationType` says TELECOMMUTE. Some sites say so of hybrid work too."""
    return "remote" if "TELECOMMUTE" in several(posting, "jobLocationType") else None


def employment(posting: Mapping[str, object]) -> str:
    """The kinds of `employmentType`, as one text."""
    return ", ".join(one for one in several(posting, "employmentType") if isinstance(one, str))


def base_salary(posting: Mapping[str, object]) -> PayClaim | None:
    """The pay of `baseSalary`: a range, or one value for both ends."""
    salary = section(posting, "baseSalary")
    value = section(salary, "value")
    one = amount(value, "value")
    return pay(
        amount(value, "minValue") or one,
        amount(value, "maxValue") or one,
        currency=text(salary, "currency"),
        period=text(value, "unitText") or text(salary, "unitText"),
    )
