"""How long what is to go stays."""

from __future__ import annotations

from project import env

# Days between asking for an account or workspace to be deleted and its erasure.
ERASURE_GRACE_DAYS = env.number("ERASURE_GRACE_DAYS", 30)
# Days for which the file of `exportMyData` can be downloaded.
EXPORT_DAYS = env.number("EXPORT_DAYS", 7)
