"""How a batch finds what its postings may be one with: each key by its index, whatever the statistics say."""

from __future__ import annotations

import json

import pytest
from django.db import connections

from apps.core.db import as_system, current_alias
from apps.vacancies.ingest import candidates
from apps.vacancies.models import Source
from tests.core.test_first_proof import nodes

pytestmark = pytest.mark.usefixtures("database")

POSTINGS = """
INSERT INTO vacancies_rawposting
    (id, created_at, updated_at, source_id, source_posting_id, url, payload, payload_hash, list_hash, adapter_version,
     fetched_at, first_seen_at, last_seen_at, missed, merge_reason, merge_confidence, fingerprint, minhash,
     identity_key, vendor_key, canonical_url, block_keys)
SELECT gen_random_uuid(), now(), now(), %s, n, '', '{}', '', '', 1, now(), now(), now(), 0, '', 1, '{}', '',
    'identity' || n, 'vendor' || n, 'jobs.example.com/' || n, ARRAY['block' || n, 'other' || n]
FROM generate_series(1, 20000) n RETURNING id, source_posting_id
"""


def test_a_table_that_grew_since_it_was_counted_is_not_read_through() -> None:
    with as_system():
        source = Source.objects.create(kind="ashby", board="grown")
        with connections[current_alias()].cursor() as cursor:
            cursor.execute(POSTINGS, [source.pk])
            by_number = {int(number): pk for pk, number in cursor.fetchall()}
            keys = range(1, 20_000, 80)
            asked = {
                "identity": [f"identity{n}" for n in keys],
                "vendor": [f"vendor{n + 1}" for n in keys],
                "url": [candidates._md5(f"jobs.example.com/{n + 2}") for n in keys],
                "block": [f"{kind}{n + 3}" for n in keys for kind in ("block", "other", "nobody")],
            }
            cursor.execute(candidates._SHARING, asked)
            found = [pk for (pk,) in cursor.fetchall()]
            cursor.execute(f"EXPLAIN (FORMAT JSON) {candidates._SHARING}", asked)
            plan = cursor.fetchone()[0]
    assert sorted(found) == sorted(by_number[n + step] for n in keys for step in range(4))
    steps = nodes((json.loads(plan) if isinstance(plan, str) else plan)[0]["Plan"])
    assert not [step for step in steps if step["Node Type"] == "Seq Scan"]
    used = {step["Index Name"] for step in steps if "Index Name" in step}
    assert used == {"posting_identity", "posting_vendor", "posting_url", "posting_blocks"}
