"""One spelling per address, and the ids an address reveals. Pure."""

from __future__ import annotations

import re
from functools import lru_cache
from urllib.parse import parse_qsl, unquote, urlencode, urlsplit

from apps.vacancies.sources.registry import recognise

_TRACKING = re.compile(
    r"^(?:utm_\w+|gh_src|lever-(?:source|origin)\S*|source|src|ref|referrer|trk|trackingid|refid|fbclid|gclid|msclkid|mc_[ce]id|"
    r"jobsite|iis|iisn|_ga|sid|s_kwcid|codes?|rx_\w+|bid|tm_\w+|urlhash|jr_id|embed|lang|locale|icims|mobile|width|height|bga|needsredirect|jan1offset|jun1offset)$",
    re.I,
)  # fmt: skip
_EMBEDDED = (("gh_jid", "greenhouse"), ("ashby_jid", "ashby"))
# A year is no id.
_OWN_ADDRESS = re.compile(r"(?<!\d)(?!20[123]\d(?!\d))\d{4,}|[0-9a-f]{8}-[0-9a-f]{4}-", re.I)
_APPLY_TAIL = re.compile(r"/(?:apply|application|apply-now|thanks)/*$", re.I)


def posting_key(source: str, board: str, source_id: str) -> str:
    """The key of a posting at its source: "greenhouse:acme:123". Boards are compared without case."""
    return f"{source}:{unquote(board).casefold()}:{source_id}"


@lru_cache(maxsize=1 << 14)
def canonical_url(url: str) -> str:
    """One spelling per address: no tracking, no `/apply`, no fragment; known hosts in their own form. "" stays ""."""
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return ""
    if not parts.hostname:
        return ""
    if (known := recognise(url)) and known[2]:
        source, board, source_id = known
        return source.posting_url(unquote(board).casefold(), source_id.casefold())
    path = _APPLY_TAIL.sub("", parts.path).rstrip("/")
    kept = sorted(
        (name, value)
        for name, value in parse_qsl(parts.query)
        if not _TRACKING.match(name) and value not in path
    )
    host = parts.hostname.removeprefix("www.")
    return f"https://{host}{path}" + (f"?{urlencode(kept)}" if kept else "")


@lru_cache(maxsize=1 << 14)
def vendor_key(url: str) -> str:
    """ "greenhouse:123" for a link to a known host, or to an employer's page that embeds one; "" for any other."""
    if (known := recognise(url)) and known[2]:
        return f"{known[0].kind}:{known[2].casefold()}"
    try:
        parts = urlsplit(url)
        query = dict(parse_qsl(parts.query))
    except ValueError:
        return ""
    if (parts.hostname or "").endswith("greenhouse.io") and parts.path.startswith("/embed/"):
        query.setdefault("gh_jid", query.get("token", ""))
    return next((f"{kind}:{query[name].casefold()}" for name, kind in _EMBEDDED if query.get(name)), "")


def holds_id(url: str) -> bool:
    """Whether an address leads to something of its own, not to a careers page that all postings link to."""
    return bool(_OWN_ADDRESS.search(url))
