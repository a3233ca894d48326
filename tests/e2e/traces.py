"""What a request leaves behind on a running stack: rows, files, temporary files. Looked at from outside."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import psycopg
from psycopg import sql

from project import embedded
from tests.e2e.stack import Stack


@dataclass(frozen=True)
class Traces:
    """Rows by table, of every table that belongs to workspaces; and the files of blobs."""

    rows: dict[str, int]
    blobs: frozenset[str]


class Witness:
    """Looks at one stack, over a connection of its own until `close`. `temporary` is the stack's TMPDIR."""

    def __init__(self, stack: Stack, temporary: Path) -> None:
        self.blobs, self.temporary = stack.var_dir / "blobs", temporary
        ends = embedded.endpoints(stack.var_dir)
        assert ends is not None
        self._connection = psycopg.connect(ends.superuser_url, dbname="foothold", autocommit=True)
        self._query = self._of_workspaces()

    def close(self) -> None:
        self._connection.close()

    def _of_workspaces(self) -> sql.Composed:
        """The query for names and rows of all tables of workspaces, without those that beat writes in its own time."""
        found = self._connection.execute(
            "SELECT table_name FROM information_schema.columns JOIN information_schema.tables "
            "USING (table_schema, table_name) WHERE table_schema = 'public' "
            "AND column_name = 'workspace_id' AND table_type = 'BASE TABLE' "
            # The sealer writes there in its own time, of what happened before.
            "AND table_name NOT IN ('events_chain', 'events_checkpoint')"
        ).fetchall()
        tables = [str(name) for (name,) in found]
        assert {"resumes_resume", "resumes_resumeversion", "documents_document", "jobs_task"} <= set(tables)
        # The catalogue's own rows have this workspace.
        one = sql.SQL(
            "SELECT {}, count(*) FROM {} WHERE workspace_id <> '00000000-0000-0000-0000-000000000000'"
        )
        return sql.SQL(" UNION ALL ").join(
            one.format(sql.Literal(name), sql.Identifier(name)) for name in tables
        )

    def is_quiet(self) -> bool:
        """Whether every handler has had its events: what they do must not be taken for what a request leaves."""
        row = self._connection.execute("SELECT count(*) FROM events_delivery WHERE status = 'due'").fetchone()
        return row == (0,)

    def traces(self) -> Traces:
        rows = {str(name): int(count) for name, count in self._connection.execute(self._query).fetchall()}
        files = (path for path in self.blobs.rglob("*") if path.is_file() and path.name != ".probe")
        return Traces(rows, frozenset(str(path) for path in files))

    @contextlib.contextmanager
    def nothing_left(self) -> Iterator[None]:
        """What the body does leaves no row, no blob and no temporary file."""
        before = self.traces()
        yield
        after = self.traces()
        assert {name: n for name, n in after.rows.items() if n != before.rows.get(name)} == {}
        assert after.blobs == before.blobs
        assert list(self.temporary.iterdir()) == []

    @contextlib.contextmanager
    def disk_watched(self) -> Iterator[list[int]]:
        """A list that holds, behind the body, the most bytes that lay in the temporary folder and among the blobs.

        Spooled files have no name: they are found among what the processes of the stack hold open.
        """
        most, done = [0], threading.Event()

        def watch() -> None:
            while not done.wait(0.02):
                most[0] = max(most[0], self._open_bytes())

        thread = threading.Thread(target=watch)
        thread.start()
        try:
            yield most
        finally:
            done.set()
            thread.join()

    def _open_bytes(self) -> int:
        total = 0
        for descriptor in Path("/proc").glob("[0-9]*/fd/*"):
            with contextlib.suppress(OSError):
                if str(descriptor.readlink()).startswith(f"{self.temporary}/"):
                    total += descriptor.stat().st_size
        return total
