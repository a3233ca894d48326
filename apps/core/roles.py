"""The three database roles and what they may do. Pure: SQL out, nothing run."""

from __future__ import annotations

from collections.abc import Mapping

OWNER = "foothold_owner"
APP = "foothold_app"
SYSTEM = "foothold_system"

ROLE_NAMES: dict[str, str] = {"owner": OWNER, "app": APP, "system": SYSTEM}


def role_statements(passwords: Mapping[str, str]) -> list[str]:
    """SQL that makes or mends the roles; to be run as a superuser inside the database Foothold will use.

    `passwords` has the keys owner, app and system; KeyError when one is missing. Running it twice changes
    nothing but the passwords. A role that is superuser or may bypass row level security is refused by
    the last statement, because it would see every workspace.
    """
    return [
        *(_make_role(role, passwords[kind]) for kind, role in ROLE_NAMES.items()),
        _in_this_database(f"ALTER DATABASE %I OWNER TO {OWNER}"),
        _in_this_database("REVOKE ALL ON DATABASE %I FROM PUBLIC"),
        # TEMPORARY: COPY is refused on a table with a policy, so bulk loads pass through a temporary one.
        _in_this_database(f"GRANT CONNECT, TEMPORARY ON DATABASE %I TO {OWNER}, {APP}, {SYSTEM}"),
        f"ALTER SCHEMA public OWNER TO {OWNER}",
        "REVOKE ALL ON SCHEMA public FROM PUBLIC",
        f"GRANT USAGE ON SCHEMA public TO {APP}, {SYSTEM}",
        _refuse_powerful_roles(),
    ]


def _make_role(role: str, password: str) -> str:
    literal = "'" + password.replace("'", "''") + "'"
    return (
        f"DO $do$ BEGIN IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '{role}') "  # nosec B608
        f"THEN CREATE ROLE {role}; END IF; END $do$; "
        f"ALTER ROLE {role} WITH LOGIN NOCREATEDB NOCREATEROLE INHERIT PASSWORD {literal}"
    )


def _in_this_database(statement: str) -> str:
    return f"DO $do$ BEGIN EXECUTE format('{statement}', current_database()); END $do$"


def _refuse_powerful_roles() -> str:
    names = ", ".join(f"'{role}'" for role in ROLE_NAMES.values())
    return (
        "DO $do$ BEGIN IF EXISTS (SELECT FROM pg_roles WHERE (rolsuper OR rolbypassrls) "  # nosec B608
        f"AND rolname IN ({names})) THEN RAISE EXCEPTION "
        "'a role of Foothold is superuser or bypasses row level security'; END IF; END $do$"
    )
