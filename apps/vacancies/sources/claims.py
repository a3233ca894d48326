"""What sources say in the same few ways: where, from where, for how much, in which parts."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from decimal import Decimal

from apps.vacancies.sources.base import AddressClaim, FeedBroken, PayClaim, PostingRefused, RemoteClaim

_WORKPLACES: dict[str, RemoteClaim] = {
    "remote": "remote", "fullyremote": "remote", "fully": "remote", "telecommute": "remote", "remoteonly": "remote",
    "hybrid": "hybrid", "partiallyremote": "hybrid", "onsite": "onsite", "inoffice": "onsite", "office": "onsite",
}  # fmt: skip
_UNITS = frozenset({"hour", "day", "week", "month", "year"})


def workplace(word: str) -> RemoteClaim | None:
    """The work model a field names: "on_site", "OnSite", "Fully remote", …; None for any other word."""
    return _WORKPLACES.get(re.sub(r"[^a-z]", "", word.casefold()))


def workplace_of(
    *, remote: bool | None, hybrid: bool | None, onsite: bool | None = None
) -> RemoteClaim | None:
    """The work model that flags name. Of several set at once, the one a searcher would miss most."""
    if remote:
        return "remote"
    if hybrid:
        return "hybrid"
    return "onsite" if onsite else None


def place(*, text: str = "", city: str = "", region: str = "", country: str = "") -> AddressClaim | None:
    """A place by its fields, called as the source calls it, or else by its parts; None when nothing is said."""
    called = text or ", ".join(dict.fromkeys(part for part in (city, region, country) if part))
    return AddressClaim(text=called, city=city, region=region, country=country) if called else None


def located(*claims: AddressClaim | None) -> tuple[tuple[str, ...], tuple[AddressClaim, ...]]:
    """The texts of the places, each once, and those places that say more than their text."""
    said = [claim for claim in claims if claim]
    fuller = tuple(claim for claim in said if claim.city or claim.region or claim.country)
    return tuple(dict.fromkeys(claim.text for claim in said)), fuller


def pay(
    minimum: Decimal | None,
    maximum: Decimal | None,
    *,
    currency: str = "",
    period: str = "",
    text: str = "",
    is_predicted: bool = False,
) -> PayClaim | None:
    """A claim, or None when nothing is said: 0 is no pay, and a currency or period alone says nothing."""
    minimum, maximum = minimum or None, maximum or None
    if minimum is None and maximum is None and not text:
        return None
    unit = period.strip().casefold()
    return PayClaim(
        minimum=minimum,
        maximum=maximum,
        currency=currency.upper(),
        period=f"per {unit}" if unit in _UNITS else period,
        text=text,
        is_predicted=is_predicted,
    )


def body(*parts: tuple[str, str]) -> str:
    """One HTML text of (heading, HTML) parts; a part without text is left out with its heading."""
    return "\n".join(
        (f"<h3>{html.escape(heading)}</h3>" if heading else "") + markup
        for heading, markup in parts
        if markup
    )


def decoded(markup: str) -> str:
    """HTML that some senders escape once more as a whole: undone only where there is no tag in it."""
    return html.unescape(markup) if "&lt;" in markup and "<" not in markup else markup


def paragraphs(plain: str) -> str:
    """Plain text as HTML: a paragraph for each block between blank lines."""
    blocks = (block.strip() for block in re.split(r"\n\s*\n", plain))
    return "\n".join(
        f"<p>{html.escape(block, quote=False).replace(chr(10), '<br>')}</p>" for block in blocks if block
    )


def gathered(
    items: Iterable[Mapping[str, object]],
    id_of: Callable[[Mapping[str, object]], str],
    join: Callable[[Mapping[str, object], Mapping[str, object]], Mapping[str, object]],
) -> Iterator[Mapping[str, object]]:
    """Rows of one board joined by their id, for vendors that write one posting as a row per place or per language.

    Holds the answer in memory. A break comes after everything that was read before it.
    """
    found: dict[str, Mapping[str, object]] = {}
    nameless: list[Mapping[str, object]] = []
    broken: FeedBroken | None = None
    try:
        for item in items:
            try:
                key = id_of(item)
            except PostingRefused:
                nameless.append(item)
                continue
            found[key] = join(found[key], item) if key in found else item
    except FeedBroken as fault:
        broken = fault
    yield from found.values()
    yield from nameless
    if broken:
        raise FeedBroken(broken.reason, items=len(found) + len(nameless)) from broken
