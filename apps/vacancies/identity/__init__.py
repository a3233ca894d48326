"""Is this posting one we know? Keys to find candidates by, and the decision between them. Pure; `docs/identity.md`.

Precision comes before recall: merging two jobs hides one of them, missing a copy only shows it twice. Another city,
level, team or requisition is another job, however alike the texts are.
"""

from apps.vacancies.identity.addresses import canonical_url, posting_key, vendor_key
from apps.vacancies.identity.blocking import blocking_keys
from apps.vacancies.identity.decision import Decision, DecisionKind, MergeKind
from apps.vacancies.identity.fingerprint import (
    Fingerprint,
    fingerprint,
    from_json,
    identity_key,
    to_json,
)
from apps.vacancies.identity.places import place_keys
from apps.vacancies.identity.rules import decide
from apps.vacancies.identity.texts import PERMUTATIONS, minhash, shingles, similarity

__all__ = [
    "PERMUTATIONS",
    "Decision",
    "DecisionKind",
    "Fingerprint",
    "MergeKind",
    "blocking_keys",
    "canonical_url",
    "decide",
    "fingerprint",
    "from_json",
    "identity_key",
    "minhash",
    "place_keys",
    "posting_key",
    "shingles",
    "similarity",
    "to_json",
    "vendor_key",
]
