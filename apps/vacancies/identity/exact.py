"""The first stage: one posting met twice, by its id or its address. Pure."""

from __future__ import annotations

from rapidfuzz.fuzz import token_set_ratio

from apps.vacancies.identity import companies
from apps.vacancies.identity.addresses import canonical_url, holds_id
from apps.vacancies.identity.decision import Decision, merge
from apps.vacancies.identity.fingerprint import Fingerprint

_TITLES_ALIKE = 90


def by_exact_key(posting: Fingerprint, old: Fingerprint, at: int) -> Decision | None:
    """The merge with candidate `at`, or None."""
    evidence = {"stage": "exact"}
    if posting.posting == old.posting:
        return merge("same", at, 1.0, "the same posting at its source", evidence)
    if posting.vendor and posting.vendor == old.vendor:
        return merge("same", at, 0.99, "both lead to one posting of the same vendor", evidence)
    if _same_address(posting, old):
        return merge("same", at, 0.97, "the same address", evidence)
    return None


def _same_address(posting: Fingerprint, old: Fingerprint) -> bool:
    """An address counts when it leads to something of its own, not to a careers page all postings link to: it holds
    an id, or the titles are alike too."""
    address = canonical_url(posting.url)
    if not address or (posting.vendor and old.vendor) or address != canonical_url(old.url):
        return False
    if companies.relation(posting.company_key, old.company_key) == "other":
        return False
    path = address.partition("://")[2].partition("/")[2]
    if holds_id(path):
        return True
    return "/" in path and token_set_ratio(posting.title_key, old.title_key) >= _TITLES_ALIKE
