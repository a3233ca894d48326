"""docs/audit.md: what it gives to those who verify without us works, as it stands there."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from django.db import connections

from tests.events.recording import chain_of, sealed, superuser
from tests.factories.accounts import Person

pytestmark = pytest.mark.usefixtures("database")
DOCUMENT = (Path(__file__).resolve().parents[2] / "docs" / "audit.md").read_text()


def block(language: str) -> str:
    (found,) = re.findall(rf"```{language}\n(.*?)```", DOCUMENT, re.DOTALL)
    return str(found)


def rows_of(person: Person) -> list[dict[str, Any]]:
    query = block("sql").replace(":'chain'", "%s")
    with connections["system"].cursor() as cursor:
        cursor.execute(query, [person.caller.workspace_id])
        return [row if isinstance(row, dict) else json.loads(row) for (row,) in cursor.fetchall()]


def verified(rows: list[dict[str, Any]]) -> subprocess.CompletedProcess[str]:
    lines = "".join(json.dumps(row) + "\n" for row in rows)
    return subprocess.run(
        [sys.executable, "-c", block("python")], input=lines, capture_output=True, text=True, check=False
    )


def test_the_script_of_the_document_verifies_a_chain(member: Person) -> None:
    sealed(member, 4)
    head = chain_of(member.caller.workspace_id)[-1]
    done = verified(rows_of(member))
    assert done.returncode == 0, done.stderr
    assert done.stdout == f"{head.seq} events, whole; the last hash is {head.hash}\n"


@pytest.mark.parametrize("change", ["type = 'x'", "payload = '{\"n\": 1.50}'", "salt = 'x'", "seq = 99"])
def test_and_names_what_was_touched(member: Person, change: str) -> None:
    touched = sealed(member, 4)[2]
    with superuser() as cursor:
        cursor.execute(f"UPDATE events_event SET {change} WHERE id = %s", [touched.pk])
    done = verified(rows_of(member))
    assert done.returncode == 1
    assert "touched: seq 3" in done.stderr
    assert change == "seq = 99" or str(touched.pk) in done.stderr


def test_it_is_short() -> None:
    assert len(block("python").splitlines()) <= 40
