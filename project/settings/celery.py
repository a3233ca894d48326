"""Background work: queues by kind. The Task row is the truth; a message only says "look at this row"."""

from __future__ import annotations

from project import env

from .storage import REDIS_URL

# The application, for who sends.
WORKERS = "project.celery.app"
CELERY_BROKER_URL = REDIS_URL
CELERY_TASK_IGNORE_RESULT = True
CELERY_TASK_DEFAULT_QUEUE = "default"
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
CELERY_WORKER_HIJACK_ROOT_LOGGER = False
CELERY_WORKER_PREFETCH_MULTIPLIER = 1
CELERY_TASK_ROUTES = {"events.relay": {"queue": "default"}, "jobs.reap": {"queue": "default"}}

# A worker that dies is noticed after one lease; the heartbeat renews it three times within.
JOB_LEASE_SECONDS = env.number("JOB_LEASE_SECONDS", 30)
_tick = max(2, min(15, JOB_LEASE_SECONDS // 2))

CELERY_BEAT_SCHEDULE = {
    "reap lost work": {"task": "jobs.reap", "schedule": float(_tick), "options": {"expires": _tick}},
    "relay events": {"task": "events.relay", "schedule": 10.0, "options": {"expires": 10}},
    "seal events": {"task": "events.seal", "schedule": 5.0, "options": {"expires": 5}},
    "sign the heads of the audit": {"task": "events.checkpoint_heads", "schedule": 24 * 3600.0},
    "drop old events": {"task": "events.drop_old_months", "schedule": 24 * 3600.0},
    "event partitions": {"task": "events.prepare_partitions", "schedule": 6 * 3600.0},
    "sweep orphan blobs": {"task": "documents.sweep_orphans", "schedule": 6 * 3600.0},
    "read vacancies for matching": {
        "task": "matching.keep_current",
        "schedule": 600.0,
        "options": {"expires": 600},
    },
    "gather words for better spellings": {
        "task": "matching.gather_words",
        "schedule": 3600.0,
        "options": {"expires": 3600, "queue": "ingest"},
    },
    "learn what words mean, and embed what has no vectors": {
        "task": "matching.keep_meaning",
        "schedule": 600.0,
        "options": {"expires": 600, "queue": "ingest"},
    },
    "keep the snapshot that searches count in": {
        "task": "matching.keep_snapshot",
        "schedule": 60.0,
        "options": {"expires": 60, "queue": "ingest"},
    },
    "read boards that are due": {
        "task": "vacancies.schedule",
        "schedule": 60.0,
        "options": {"expires": 60},
    },
    "hold what came against saved searches, and tell what is due": {
        "task": "vacancies.percolate",
        "schedule": 15.0,
        "options": {"expires": 15},
    },
    "read the filters of saved searches anew": {
        "task": "vacancies.read_filters_anew",
        "schedule": 3600.0,
        "options": {"expires": 3600},
    },
    "find boards that come and go": {
        "task": "vacancies.find_boards",
        "schedule": 24 * 3600.0,
    },
    "settle stray usage": {
        "task": "accounts.settle_stray",
        "schedule": 600.0,
        "options": {"expires": 600},
    },
    "erase what is due": {"task": "accounts.erase_due", "schedule": 600.0, "options": {"expires": 600}},
    "sweep old exports": {"task": "documents.sweep_exports", "schedule": 3600.0},
    "forget old sign-in attempts": {
        "task": "accounts.forget_old_attempts",
        "schedule": 600.0,
        "options": {"expires": 600},
    },
    "forget old sessions": {"task": "accounts.forget_old_sessions", "schedule": 6 * 3600.0},
    "forget old keys": {"task": "jobs.forget_old_keys", "schedule": 3600.0},
}
