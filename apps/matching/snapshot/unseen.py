"""Which writes a `pg_snapshot` did not see, as SQL over `CatalogueWrite`; `{0}` is the snapshot's place in the statement."""

from __future__ import annotations

# The oldest transaction that it did not see bounds what the index must be read for.
UNSEEN = (
    "transaction >= pg_snapshot_xmin({0}::pg_snapshot)::text::bigint "
    "AND NOT pg_visible_in_snapshot(transaction::text::xid8, {0}::pg_snapshot)"
)
# False where the database has not come so far: it is another one, or was restored.
IS_KNOWN = "pg_snapshot_xmax({0}::pg_snapshot) <= pg_snapshot_xmax(pg_current_snapshot())"
