"""Under pytest: fast passwords, mail kept in memory, servers of their own in `var/test`."""

from __future__ import annotations

import os

os.environ.setdefault("VAR_DIR", "var/test")
os.environ.setdefault("JOB_LEASE_SECONDS", "6")

from .base import *  # noqa: F403
from .base import STATIC_ROOT, VAR_DIR
from .logging import LOGGING as LOGGING

STATIC_ROOT.mkdir(parents=True, exist_ok=True)
DEBUG = False
SECRET_KEY = "only-for-tests-" + "x" * 40
# Not a secret: thirty-two bytes of "x", as Fernet wants them written.
FIELD_KEYS = ("eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHg=",)
ALLOWED_HOSTS = ["*"]
DEFAULT_PLAN = "free"
# A run makes thousands of requests from one address; tests of the limits set their own.
RATE_LIMITS = {
    "default": 100_000,
    "search": 100_000,
    "generation": 100_000,
    "auth": 100_000,
    "marketplace": 100_000,
}
# A crowded machine must not look like a lost Valkey; tests of a lost one take it away.
WINDOW_PATIENCE_SECONDS = 5.0
# The same algorithm as in production, at its cheapest: 400 accounts are made in a run.
PASSWORD_HASHERS = ["tests.passwords.CheapArgon2"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
# Tests of what texts mean and of the snapshot set their own folders; nothing looks after these behind their backs.
SEMANTIC_ROOT = VAR_DIR / "no-semantic"
SEMANTIC_FOLLOW_SECONDS = 0
SNAPSHOT_ROOT = VAR_DIR / "no-snapshot"
