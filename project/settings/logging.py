"""Logs without personal data: what is scrubbed stands in `project/logs.py`."""

from __future__ import annotations

from project import env, logs

LOGGING = logs.logging_config(level=env.text("LOG_LEVEL", "INFO"), json=env.flag("LOG_JSON", default=False))

# Faults are reported to a Sentry-compatible endpoint when one is named.
SENTRY_DSN = env.text("SENTRY_DSN", "")
