"""Is this posting one we know? Keys to find candidates by, and the decision between them. Pure.

Precision comes before recall: merging two jobs hides one of them, missing a copy only shows it twice. Another city,
level, team or requisition is another job, however alike the texts are.
"""

from __future__ import annotations

import hashlib
import re
from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal
from urllib.parse import parse_qsl, unquote, urlencode, urlsplit

from rapidfuzz.fuzz import token_set_ratio
from rensa import RMinHash

from apps.vacancies.normalise.posting import Place, Posting
from apps.vacancies.sources.registry import recognise

DecisionKind = Literal["same", "repost", "new"]

PERMUTATIONS = 128
_SEED = 20_261
_SHINGLE = 4
_FEWEST_WORDS = 60  # below this a text is a teaser: too little to tell copies by
_COPY = 0.80  # estimated Jaccard from which two texts are one; the estimate's error is about 0.04 there
_FRESH_DAYS = 60
_TITLES_ALIKE = 90

_TRACKING = re.compile(
    r"^(?:utm_\w+|gh_src|lever-(?:source|origin)\S*|source|src|ref|referrer|trk|trackingid|refid|fbclid|gclid|msclkid|mc_[ce]id|"
    r"jobsite|iis|iisn|_ga|sid|s_kwcid|codes?|rx_\w+|bid|tm_\w+|urlhash|jr_id|embed|lang|locale|icims|mobile|width|height|bga|needsredirect|jan1offset|jun1offset)$",
    re.I,
)  # fmt: skip
_EMBEDDED = (("gh_jid", "greenhouse"), ("ashby_jid", "ashby"))
_OWN_ADDRESS = re.compile(r"\d{5,}|[0-9a-f]{8}-[0-9a-f]{4}-", re.I)
_APPLY_TAIL = re.compile(r"/(?:apply|application|apply-now|thanks)/*$", re.I)
_WORD = re.compile(r"\w+")
_GLOBAL_IDS = frozenset(
    {"greenhouse", "lever", "ashby"}
)  # an id of theirs names one posting whatever the board


@dataclass(frozen=True, slots=True, kw_only=True)
class Fingerprint:
    """What identity is decided by; small enough to be stored beside each posting.

    `vendor_key` is the posting's id at the vendor that hosts it ("" = unknown), which aggregators' links reveal.
    `places` are sorted keys. `minhash` is 128 unsigned 32-bit numbers, or empty for a text too short to compare.
    """

    key: str
    source: str
    board: str
    company_key: str
    title_key: str
    places: tuple[str, ...]
    url: str
    vendor_key: str = ""
    requisition_id: str = ""
    employment_type: str = ""
    minhash: bytes = b""
    posted_on: date | None = None
    is_open: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """`same`: one more copy of `target`. `repost`: `target` was closed and is offered again. `new`: neither.

    `target` is the candidate's key, None when new. `confidence` is 0 to 1, `reason` one short sentence for people.
    """

    kind: DecisionKind
    target: str | None
    confidence: float
    reason: str


def posting_key(source: str, board: str, source_id: str) -> str:
    """The key of a posting at its source: "greenhouse:acme:123". Boards are compared without case."""
    return f"{source}:{unquote(board).casefold()}:{source_id}"


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


def place_keys(places: Sequence[Place]) -> tuple[str, ...]:
    """Sorted keys of the places: recognised parts where there are any, else the words."""
    keys = set()
    for place in places:
        named = (
            "|".join((place.city, place.region, place.country))
            if place.city
            else f"|{place.region}|{place.country}"
        )
        known = place.city or place.region or place.country
        keys.add((named if known else place.text).casefold() + ("|remote" if place.remote_scope else ""))
    return tuple(sorted(keys))


def identity_key(posting: Posting) -> str:
    """32 hex digits, equal for postings of one employer with one title in the same places: candidates share it."""
    return _hashed(posting.company_key, posting.title_key, place_keys(posting.locations))


def fingerprint(posting: Posting, *, is_open: bool = True) -> Fingerprint:
    """The fingerprint of a cleaned posting."""
    own = f"{posting.source}:{posting.source_id.casefold()}" if posting.source in _GLOBAL_IDS else ""
    return Fingerprint(
        key=posting_key(posting.source, posting.board, posting.source_id),
        source=posting.source,
        board=unquote(posting.board).casefold(),
        company_key=posting.company_key,
        title_key=posting.title_key,
        places=place_keys(posting.locations),
        url=canonical_url(posting.url),
        vendor_key=own or vendor_key(posting.url) or vendor_key(posting.apply_url),
        requisition_id=posting.requisition_id.casefold(),
        employment_type=posting.employment_type or "",
        minhash=minhash(posting.description_text),
        posted_on=posting.posted_at.date() if posting.posted_at else None,
        is_open=is_open,
    )


def shingles(text: str) -> list[str]:
    """Runs of four words, lower case. Repeated runs are kept: the hash takes each once."""
    words = _WORD.findall(text.lower())
    return [" ".join(words[at : at + _SHINGLE]) for at in range(len(words) - _SHINGLE + 1)]


def minhash(text: str) -> bytes:
    """128 minima as little-endian unsigned 32-bit numbers; empty for a text of fewer than 60 words."""
    runs = shingles(text)
    if len(runs) < _FEWEST_WORDS - _SHINGLE + 1:
        return b""
    hashed = RMinHash(num_perm=PERMUTATIONS, seed=_SEED)
    hashed.update(runs)
    return array("I", hashed.digest()).tobytes()


def similarity(left: bytes, right: bytes) -> float | None:
    """Estimated share of runs two texts have in common, 0 to 1; None when one of them can't be compared."""
    if len(left) != 4 * PERMUTATIONS or len(right) != 4 * PERMUTATIONS:
        return None
    ours, theirs = array("I", left), array("I", right)
    return sum(a == b for a, b in zip(ours, theirs, strict=True)) / PERMUTATIONS


def decide(new: Fingerprint, candidates: Sequence[Fingerprint]) -> Decision:
    """The best of what each candidate gives; the order of the candidates doesn't matter."""
    decisions = [_compare(new, candidate) for candidate in candidates]
    merges = [one for one in decisions if one.kind != "new"]
    if merges:
        return min(merges, key=lambda one: (-one.confidence, one.kind != "same", one.target or ""))
    return min(decisions, key=lambda one: one.confidence, default=_new(1.0, "nothing like it is known"))


def _compare(new: Fingerprint, old: Fingerprint) -> Decision:
    if new.key == old.key:
        return _merge(old, 1.0, "the same posting at its source")
    if new.vendor_key and new.vendor_key == old.vendor_key:
        return _merge(old, 0.99, "both lead to one posting of the same vendor")
    if _same_address(new, old):
        return _merge(old, 0.97, "the same address")
    if (difference := _difference(new, old)) is not None:
        return _new(0.95, difference)
    return (
        _same_board(new, old) if (new.source, new.board) == (old.source, old.board) else _elsewhere(new, old)
    )


def _same_address(new: Fingerprint, old: Fingerprint) -> bool:
    """An address counts when it leads to something of its own, not to a careers page all postings link to: it holds
    an id, or the titles are alike too."""
    if not new.url or new.url != old.url or (new.vendor_key and old.vendor_key):
        return False
    parts = urlsplit(new.url)
    if _OWN_ADDRESS.search(f"{parts.path}?{parts.query}"):
        return not (new.company_key and old.company_key) or new.company_key == old.company_key
    return parts.path.count("/") > 1 and token_set_ratio(new.title_key, old.title_key) >= _TITLES_ALIKE


def _difference(new: Fingerprint, old: Fingerprint) -> str | None:
    """Why two postings can't be one job, or None."""
    if not new.company_key or new.company_key != old.company_key:
        return "another employer"
    if new.title_key != old.title_key:
        return "another title, level or team"
    if new.places != old.places:
        return "another place"
    if new.employment_type and old.employment_type and new.employment_type != old.employment_type:
        return "another kind of employment"
    if new.requisition_id and old.requisition_id and new.requisition_id != old.requisition_id:
        return "another requisition"
    return None


def _same_board(new: Fingerprint, old: Fingerprint) -> Decision:
    """One board, two ids: the old one closed means it was posted again; both open means two openings."""
    alike = similarity(new.minhash, old.minhash)
    if old.is_open:
        return _new(0.7, "two openings side by side on one board")
    if new.requisition_id and new.requisition_id == old.requisition_id:
        return _repost(old, 0.95, "the same requisition again after it was closed")
    if alike is not None and alike >= _COPY:
        return _repost(old, 0.6 + 0.35 * alike, "the same text again after it was closed")
    return _new(0.6, "the same title, but another text")


def _elsewhere(new: Fingerprint, old: Fingerprint) -> Decision:
    """Two boards or sources: a copy has the same text; without texts, everything else must fit and be recent."""
    if not new.places:
        return _new(0.5, "no place to compare")
    alike = similarity(new.minhash, old.minhash)
    if alike is not None:
        if alike < _COPY:
            return _new(0.7, "the same title, but another text")
        confidence, reason = 0.6 + 0.35 * alike, "the same text elsewhere"
    elif new.posted_on and old.posted_on and abs((new.posted_on - old.posted_on).days) <= _FRESH_DAYS:
        confidence, reason = 0.75, "the same employer, title and places at about the same time"
    else:
        return _new(0.5, "no text and no date to compare")
    if old.is_open:
        return _merge(old, confidence, reason)
    return _repost(old, confidence, reason)


def _merge(old: Fingerprint, confidence: float, reason: str) -> Decision:
    return Decision(kind="same", target=old.key, confidence=round(confidence, 3), reason=reason)


def _repost(old: Fingerprint, confidence: float, reason: str) -> Decision:
    return Decision(kind="repost", target=old.key, confidence=round(confidence, 3), reason=reason)


def _new(confidence: float, reason: str) -> Decision:
    return Decision(kind="new", target=None, confidence=confidence, reason=reason)


def _hashed(company: str, title: str, places: tuple[str, ...]) -> str:
    return hashlib.blake2b("\x1f".join((company, title, *places)).encode(), digest_size=16).hexdigest()
