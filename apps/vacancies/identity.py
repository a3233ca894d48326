"""Is this posting one we know? Keys to find candidates by, and the decision between them. Pure.

Precision comes before recall: merging two jobs hides one of them, missing a copy only shows it twice. Another city,
level, team or requisition is another job, however alike the texts are.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import lru_cache
from operator import eq
from typing import Literal
from urllib.parse import parse_qsl, unquote, urlencode, urlsplit

from rapidfuzz.fuzz import token_set_ratio
from rensa import RMinHash

from apps.vacancies.normalise.posting import Place, Posting
from apps.vacancies.sources.registry import recognise

DecisionKind = Literal["same", "repost", "new"]

PERMUTATIONS = 128
_SEED = 20_261
_FEWEST_RUNS = 60  # below this a text is a teaser: too little to tell copies by
_COPY = 0.80  # estimated Jaccard from which two texts are one; the estimate's error is about 0.04 there
_ABOUT_THE_SAME_TIME = timedelta(days=60)
_TITLES_ALIKE = 90

_TRACKING = re.compile(
    r"^(?:utm_\w+|gh_src|lever-(?:source|origin)\S*|source|src|ref|referrer|trk|trackingid|refid|fbclid|gclid|msclkid|mc_[ce]id|"
    r"jobsite|iis|iisn|_ga|sid|s_kwcid|codes?|rx_\w+|bid|tm_\w+|urlhash|jr_id|embed|lang|locale|icims|mobile|width|height|bga|needsredirect|jan1offset|jun1offset)$",
    re.I,
)  # fmt: skip
_EMBEDDED = (("gh_jid", "greenhouse"), ("ashby_jid", "ashby"))
_OWN_ADDRESS = re.compile(
    r"(?<!\d)(?!20[123]\d(?!\d))\d{4,}|[0-9a-f]{8}-[0-9a-f]{4}-", re.I
)  # a year is no id
_APPLY_TAIL = re.compile(r"/(?:apply|application|apply-now|thanks)/*$", re.I)
_GLOBAL_IDS = frozenset(
    {"greenhouse", "lever", "ashby"}
)  # an id of theirs names one posting whatever the board


@dataclass(frozen=True, slots=True, kw_only=True)
class Fingerprint:
    """What identity is decided by; small enough to be stored beside each posting, field by field.

    `key` is the `identity_key`: two postings with one key have the same employer, title and places. `url` is the
    posting's own. `minhash` is 128 unsigned 32-bit numbers, or empty for a text too short to compare. "" = not known.
    """

    key: str
    source: str
    board: str
    source_id: str
    url: str = ""
    company_key: str = ""
    title_key: str = ""
    requisition_id: str = ""
    employment_type: str = ""
    minhash: tuple[int, ...] = ()
    posted_at: datetime | None = None
    is_closed: bool = False

    @property
    def posting(self) -> str:
        """The key of the posting at its source."""
        return posting_key(self.source, self.board, self.source_id)

    @property
    def vendor(self) -> str:
        """The posting's id at the vendor that hosts it, which an aggregator's link reveals too; "" = not known."""
        if self.source in _GLOBAL_IDS:
            return f"{self.source}:{self.source_id.casefold()}"
        return vendor_key(self.url)


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """`same`: one more copy of the target. `repost`: the target was closed and is offered again. `new`: neither.

    `target` is the index of the candidate, None when new. `confidence` is 0 to 1, `reason` one short sentence.
    """

    kind: DecisionKind
    target: int | None
    confidence: float
    reason: str


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
    """32 hex digits, equal for postings of one employer with one title in the same places; "" where one of the three
    is not known, for then nothing can be said to be the same."""
    places = place_keys(posting.locations)
    if not (posting.company_key and posting.title_key and places):
        return ""
    seen = "\x1f".join((posting.company_key, posting.title_key, *places))
    return hashlib.blake2b(seen.encode(), digest_size=16).hexdigest()


def fingerprint(posting: Posting, *, is_closed: bool = False) -> Fingerprint:
    """The fingerprint of a cleaned posting."""
    return Fingerprint(
        key=identity_key(posting),
        source=posting.source,
        board=posting.board,
        source_id=posting.source_id,
        url=posting.url,
        company_key=posting.company_key,
        title_key=posting.title_key,
        requisition_id=posting.requisition_id.casefold(),
        employment_type=posting.employment_type or "",
        minhash=minhash(posting.description_text),
        posted_at=posting.posted_at,
        is_closed=is_closed,
    )


def shingles(text: str) -> list[str]:
    """Runs of three words, lower case. Repeated runs are kept: the hash takes each once."""
    words = text.lower().split()
    return list(map(" ".join, zip(words, words[1:], words[2:], strict=False)))


def minhash(text: str) -> tuple[int, ...]:
    """128 minima as unsigned 32-bit numbers; empty for a text of about 60 words or fewer."""
    runs = shingles(text)
    if len(runs) < _FEWEST_RUNS:
        return ()
    hashed = RMinHash(num_perm=PERMUTATIONS, seed=_SEED)
    hashed.update(runs)
    return tuple(hashed.digest())


def similarity(left: Sequence[int], right: Sequence[int]) -> float | None:
    """Estimated share of runs two texts have in common, 0 to 1; None when one of them can't be compared."""
    if len(left) != PERMUTATIONS or len(right) != PERMUTATIONS:
        return None
    in_common: int = sum(map(eq, left, right))
    return in_common / PERMUTATIONS


def decide(new: Fingerprint, candidates: Sequence[Fingerprint]) -> Decision:
    """The surest merge any candidate gives, else `new`. Of equally sure ones a copy beats a repost, the first the next."""
    decisions = [_compare(new, old, at) for at, old in enumerate(candidates)]
    merges = [one for one in decisions if one.target is not None]
    if merges:
        return min(merges, key=lambda one: (-one.confidence, one.kind != "same", one.target))
    return min(decisions, key=lambda one: one.confidence, default=_new(1.0, "nothing like it is known"))


def _compare(new: Fingerprint, old: Fingerprint, at: int) -> Decision:
    if new.posting == old.posting:
        return _merge(at, 1.0, "the same posting at its source")
    if new.vendor and new.vendor == old.vendor:
        return _merge(at, 0.99, "both lead to one posting of the same vendor")
    if _same_address(new, old):
        return _merge(at, 0.97, "the same address")
    if (difference := _difference(new, old)) is not None:
        return _new(0.95, difference)
    return _same_board(new, old, at) if _share_board(new, old) else _elsewhere(new, old, at)


def _share_board(new: Fingerprint, old: Fingerprint) -> bool:
    """One board, or two ids of one vendor that hosts both: there, two ids are two openings."""
    if (new.source, new.board.casefold()) == (old.source, old.board.casefold()):
        return True
    vendors = {one.vendor.partition(":")[0] for one in (new, old)}
    return len(vendors) == 1 and vendors != {""}


def _same_address(new: Fingerprint, old: Fingerprint) -> bool:
    """An address counts when it leads to something of its own, not to a careers page all postings link to: it holds
    an id, or the titles are alike too."""
    if (
        not new.url
        or not old.url
        or (new.vendor and old.vendor)
        or canonical_url(new.url) != canonical_url(old.url)
    ):
        return False
    parts = urlsplit(canonical_url(new.url))
    if new.company_key and old.company_key and new.company_key != old.company_key:
        return False
    if _OWN_ADDRESS.search(f"{parts.path}?{parts.query}"):
        return True
    return parts.path.count("/") > 1 and token_set_ratio(new.title_key, old.title_key) >= _TITLES_ALIKE


def _difference(new: Fingerprint, old: Fingerprint) -> str | None:
    """Why two postings can't be one job, or None."""
    if not new.key or new.key != old.key:
        return "another employer, title, level or place"
    if new.employment_type and old.employment_type and new.employment_type != old.employment_type:
        return "another kind of employment"
    if new.requisition_id and old.requisition_id and new.requisition_id != old.requisition_id:
        return "another requisition"
    return None


def _same_board(new: Fingerprint, old: Fingerprint, at: int) -> Decision:
    """One board, two ids: the old one closed means it was posted again; both open means two openings."""
    if not old.is_closed:
        return _new(0.7, "two openings side by side on one board")
    if new.requisition_id and new.requisition_id == old.requisition_id:
        return _merge(at, 0.95, "the same requisition again after it was closed", "repost")
    alike = similarity(new.minhash, old.minhash)
    if alike is not None and alike >= _COPY:
        return _merge(at, 0.6 + 0.35 * alike, "the same text again after it was closed", "repost")
    return _new(0.6, "the same title, but another text")


def _elsewhere(new: Fingerprint, old: Fingerprint, at: int) -> Decision:
    """Two boards or sources: a copy has the same text; without texts, everything else must fit and be recent."""
    kind: DecisionKind = "repost" if old.is_closed else "same"
    alike = similarity(new.minhash, old.minhash)
    if alike is not None:
        if alike < _COPY:
            return _new(0.7, "the same title, but another text")
        return _merge(at, 0.6 + 0.35 * alike, "the same text elsewhere", kind)
    if new.posted_at and old.posted_at and abs(new.posted_at - old.posted_at) <= _ABOUT_THE_SAME_TIME:
        return _merge(at, 0.75, "the same employer, title and places at about the same time", kind)
    return _new(0.5, "no text and no date to compare")


def _merge(at: int, confidence: float, reason: str, kind: DecisionKind = "same") -> Decision:
    return Decision(kind=kind, target=at, confidence=round(confidence, 3), reason=reason)


def _new(confidence: float, reason: str) -> Decision:
    return Decision(kind="new", target=None, confidence=confidence, reason=reason)
