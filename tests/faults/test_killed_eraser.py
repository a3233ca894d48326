"""`kill -9` of the worker that erases an account, five times at random points: at the end nothing is left of it."""

from __future__ import annotations

import functools
import random
from collections.abc import Iterator
from uuid import UUID

import psycopg
import pytest
from psycopg import sql

from project import embedded
from tests.e2e.stack import Stack, wait_for
from tests.faults.test_killed_worker import PASSWORD, kill_worker, rows, signed_in

pytestmark = [pytest.mark.prove, pytest.mark.stack]
KILLS, RESUMES, FILES = 5, 40_000, 60
RUNNING = (
    "SELECT 1 FROM jobs_globaltask WHERE kind = 'accounts.erase_user' AND status = 'running' AND done >= {}"
)
ENDED = "SELECT status, attempts FROM jobs_globaltask WHERE kind = 'accounts.erase_user' AND finished_at IS NOT NULL"


@pytest.fixture(scope="module")
def stack(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stack]:
    with Stack(tmp_path_factory.mktemp("eraser") / "var", JOB_LEASE_SECONDS="6") as running:
        yield running


def multiply(stack: Stack, table: str, times: int) -> None:
    """Copies of the one row of a table, with ids of their own: enough to be killed in the middle of."""
    ends = embedded.endpoints(stack.var_dir)
    assert ends is not None
    with psycopg.connect(ends.owner_url) as owner:
        found = owner.execute(
            "SELECT column_name FROM information_schema.columns WHERE table_name = %s AND column_name <> 'id' "
            "AND is_generated = 'NEVER'",
            [table],
        )
        columns = sql.SQL(", ").join(sql.Identifier(str(name)) for (name,) in found.fetchall())
        owner.execute(
            sql.SQL(
                "INSERT INTO {0} (id, {1}) SELECT gen_random_uuid(), {1} FROM {0}, generate_series(1, {2})"
            ).format(sql.Identifier(table), columns, times)
        )


def tables_with(stack: Stack, text: str) -> list[str]:
    """Every table with `text` in any column, read as the owner."""
    ends = embedded.endpoints(stack.var_dir)
    assert ends is not None
    with psycopg.connect(ends.owner_url) as owner:
        tables = owner.execute(
            "SELECT c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace "
            "WHERE n.nspname = 'public' AND c.relkind IN ('r', 'p') AND NOT c.relispartition"
        ).fetchall()
        query = "SELECT count(*) FROM {} t WHERE strpos(t::text, %s) > 0 OR strpos(t::text, %s) > 0"
        return [
            str(table)
            for (table,) in tables
            if owner.execute(
                sql.SQL(query).format(sql.Identifier(str(table))), [text, text.encode().hex()]
            ).fetchone()
            != (0,)
        ]


def test_an_erasure_ends_whatever_is_killed(stack: Stack) -> None:
    client = signed_in(stack)
    me = client.get("/users/me/").json()
    workspace_id = UUID(me["workspace"]["id"])
    content = {"summary": "Somebody who thistlewrought for nine years."}
    made = client.post("/resumes/", json={"title": "Thistlewrought", "content": content})
    assert made.status_code == 201, made.text
    multiply(stack, "resumes_resume", RESUMES)
    for number in range(FILES):
        kept = client.post("/documents/", files={"file": (f"{number}.txt", b"They thistlewrought.")})
        assert kept.status_code == 201, kept.text
    folder = stack.var_dir / "blobs" / str(workspace_id)
    assert len([path for path in folder.rglob("*") if path.is_file()]) == FILES
    answer = client.post("/users/me/deletion/", json={"password": PASSWORD, "at_once": True})
    assert answer.status_code == 202, answer.text
    points = [random.randint(1, 3000) for _ in range(KILLS)]
    for killed, done in enumerate(points):
        # Done is counted anew by each attempt.
        wait_for(
            functools.partial(rows, stack, RUNNING.format(done)), f"kill {killed}: it never ran: {points}"
        )
        kill_worker(stack)
        lost = "SELECT 1 FROM jobs_globaltask WHERE kind = 'accounts.erase_user' AND attempts > {}"
        wait_for(functools.partial(rows, stack, lost.format(killed + 1)), f"nobody went on: {points}")
    wait_for(functools.partial(rows, stack, ENDED), f"it never ended: {points}")
    assert rows(stack, ENDED) == [("succeeded", KILLS + 1)], points
    for text in (me["email"], me["full_name"], "thistlewrought", "Thistlewrought"):
        assert tables_with(stack, text) == [], (text, points)
    # Ids stand in the headers of the record, and in the row of the work itself.
    assert set(tables_with(stack, me["id"])) <= {"events_event", "jobs_globaltask"}
    assert not folder.exists() or not list(folder.rglob("*"))
