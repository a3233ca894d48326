"""Row level security and grants, as migration operations. One call a table; a test finds tables without one.

The tests read what holds from the database (`pg_policies`, `information_schema`), never from here.
"""

from __future__ import annotations

from django.db.migrations import RunSQL

APP_ROLE, SYSTEM_ROLE = "foothold_app", "foothold_system"
EVERYTHING = "SELECT, INSERT, UPDATE, DELETE"

# What a policy compares with. Unset means nothing: an empty setting becomes NULL, and NULL equals no row.
WORKSPACE = "nullif(current_setting('app.workspace', true), '')::uuid"
USER = "nullif(current_setting('app.user', true), '')::uuid"


def walled(table: str, *, using: str, app_may: str = EVERYTHING) -> RunSQL:
    """Force row level security on `table`; the application role sees the rows for which `using` (SQL) holds."""
    grant = f"GRANT {app_may} ON {table} TO {APP_ROLE};" if app_may else ""
    return RunSQL(
        f"""
        ALTER TABLE {table} ENABLE ROW LEVEL SECURITY;
        ALTER TABLE {table} FORCE ROW LEVEL SECURITY;
        CREATE POLICY owner_all ON {table} TO foothold_owner USING (true) WITH CHECK (true);
        CREATE POLICY system_all ON {table} TO {SYSTEM_ROLE} USING (true) WITH CHECK (true);
        CREATE POLICY app_rows ON {table} TO {APP_ROLE} USING ({using}) WITH CHECK ({using});
        GRANT {EVERYTHING} ON {table} TO {SYSTEM_ROLE};
        {grant}
        """,
        f"""
        DROP POLICY app_rows ON {table};
        DROP POLICY system_all ON {table};
        DROP POLICY owner_all ON {table};
        ALTER TABLE {table} NO FORCE ROW LEVEL SECURITY;
        ALTER TABLE {table} DISABLE ROW LEVEL SECURITY;
        """,
    )


def owned(table: str, *, app_may: str = EVERYTHING) -> RunSQL:
    """Rows of one workspace: the application sees those of the caller's."""
    return walled(table, using=f"workspace_id = {WORKSPACE}", app_may=app_may)


def catalogue(*tables: str) -> RunSQL:
    """Shared rows: all may read, the system role writes. No policy: it would cost the index (TENANCY.md)."""
    names = ", ".join(tables)
    return RunSQL(
        f"GRANT SELECT ON {names} TO {APP_ROLE}; GRANT {EVERYTHING} ON {names} TO {SYSTEM_ROLE};",
        f"REVOKE ALL ON {names} FROM {APP_ROLE}, {SYSTEM_ROLE};",
    )


def system_only(*tables: str) -> RunSQL:
    """Tables that no request of a user touches: the admin's own, global work."""
    names = ", ".join(tables)
    return RunSQL(
        f"GRANT {EVERYTHING} ON {names} TO {SYSTEM_ROLE};"
        f"GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO {SYSTEM_ROLE};",
        f"REVOKE ALL ON {names} FROM {SYSTEM_ROLE};",
    )
