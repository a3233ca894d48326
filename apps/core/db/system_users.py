"""The modules that may speak to PostgreSQL as `foothold_system`, each with its reason. A test greps for others."""

from __future__ import annotations

ALLOWED = {
    "apps/core/api/middleware.py": "the admin sees all workspaces",
    "apps/core/health.py": "asks whether the database answers, for no caller",
    "apps/core/db/context.py": "defines it",
    "apps/core/db/__init__.py": "exports it",
    "apps/accounts/auth/api_keys.py": "reads an API key and its maker before anyone is known",
    "apps/accounts/auth/attempts.py": "keeps sign-ins that are half way, before anyone is known",
    "apps/accounts/auth/mfa/challenges.py": "asks for the second factor before anyone is known",
    "apps/accounts/auth/mfa/totp.py": "counts a wrong first code although the request is undone",
    "apps/accounts/auth/oauth/accounts.py": "finds or makes the account of an identity elsewhere",
    "apps/accounts/auth/identity.py": "looks a user up before anyone is known",
    "apps/accounts/auth/sessions.py": "reads the session of a token before anyone is known",
    "apps/accounts/auth/passwords.py": "looks up whose password it is before anyone is known",
    "apps/accounts/auth/field_keys.py": "encrypts the secrets of every workspace anew",
    "apps/accounts/tasks.py": "finds accounts and workspaces whose grace is over, and reservations that nobody ended",
    "apps/events/relay.py": "delivers the events of every workspace",
    "apps/events/tasks.py": "partitions",
    "apps/events/sealing.py": "gives the events of every workspace their place in a chain",
    "apps/events/auditing.py": "verifies every chain",
    "apps/events/checkpoints.py": "signs every head, and drops months that are past their time",
    "apps/events/erasure.py": "erases a user's payloads in whichever workspace they lie",
    "apps/jobs/runner.py": "claims rows of any workspace before acting as theirs",
    "apps/jobs/running.py": "renews the lease of a row of any workspace",
    "apps/jobs/keys.py": "forgets the idempotency records of every workspace",
    "apps/jobs/reaper.py": "finds work that lost its worker, in any workspace",
    "apps/documents/sweeping.py": "asks which files of any workspace still have a row",
    "apps/matching/tasks.py": "looks whether the catalogue has been read",
    "apps/matching/following.py": "brings the host's copies of the catalogue up to date",
    "apps/vacancies/boards/catalogue.py": "staff change the catalogue's boards",
    "apps/vacancies/boards/schedule.py": "starts what is due, in every workspace",
    "apps/vacancies/boards/verifying.py": "asks the catalogue's boards whether they answer",
    "apps/vacancies/merging/copies.py": "looks for copies all over the catalogue",
    "apps/vacancies/saved_searches/percolation.py": "holds what came against the saved searches of every workspace",
    "apps/vacancies/saved_searches/telling.py": "tells what is due, in every workspace",
    "apps/vacancies/saved_searches/services.py": "reads the filters of every saved search anew after a release",
    "apps/vacancies/ingest/command.py": "writes the catalogue",
    "apps/vacancies/merging/selectors.py": "shows staff what they have merged within the same request",
    "apps/vacancies/merging/services.py": "staff merge and unmerge vacancies of the catalogue",
}

# The modules that may step into another workspace within the caller's transaction (`core.db.within`).
WITHIN = {
    "apps/core/db/context.py": "defines it",
    "apps/core/db/__init__.py": "exports it",
    "apps/accounts/services/workspaces.py": "a new workspace has its first row and its owner at once",
    "apps/accounts/services/deletion.py": "who leaves may not leave others without an owner",
    "apps/accounts/services/invitations.py": "who accepts an invitation joins a workspace they are not in yet",
}
