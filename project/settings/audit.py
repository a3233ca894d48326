"""How long events are kept, and what signs them: docs/audit.md."""

from __future__ import annotations

from project import env

EVENT_RETENTION_MONTHS = env.number("EVENT_RETENTION_MONTHS", 0)
AUDIT_KEYS = env.words("AUDIT_KEYS", ())
