"""Schemathesis over the whole schema, against the real stack: what it says is all that happens."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.e2e.stack import ROOT, Stack

pytestmark = pytest.mark.stack
TOKEN = """
import django
django.setup()
from apps.accounts.auth import sessions
from apps.accounts.auth.requests import RequestContext
from apps.accounts.models import User
from apps.core.db import as_system, atomic
with as_system(), atomic():
    print(sessions.begin(User.objects.get(email="demo@example.com"), RequestContext()).access_token)
"""


@pytest.fixture(scope="module")
def stack(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stack]:
    with Stack(tmp_path_factory.mktemp("schemathesis") / "var", ACCESS_TOKEN_MINUTES="600") as running:
        yield running


def run(stack: Stack, examples: int) -> subprocess.CompletedProcess[str]:
    made = subprocess.run(
        [sys.executable, "-c", TOKEN],
        cwd=ROOT,
        env=stack.environment,
        capture_output=True,
        text=True,
        check=True,
    )
    # One worker: two would parse source at the same time, which Python 3.11 answers with a SystemError now and then.
    return subprocess.run(
        [
            str(Path(sys.executable).with_name("schemathesis")), "--no-color",
            "--config-file", str(ROOT / "schemathesis.toml"), "run", f"{stack.url}/api/v1/schema/?format=json",
            "--max-examples", str(examples), "--workers", "1", "--seed", "1",
        ],
        cwd=ROOT,
        env={**os.environ, **stack.environment, "FOOTHOLD_TOKEN": made.stdout.strip(), "PYTHONPATH": str(ROOT)},
        capture_output=True, text=True, check=False,
    )  # fmt: skip


def what_went_wrong(stack: Stack, done: subprocess.CompletedProcess[str]) -> str:
    """The failures, and the server's own words on its faults."""
    faults = [part[:3000] for part in stack.log.split("Traceback (most recent call last)")[1:]]
    return "\n".join([done.stdout[-20_000:], "== faults of the server", *faults[:5]])


def test_every_operation_does_what_the_schema_says(stack: Stack) -> None:
    done = run(stack, 20)
    assert done.returncode == 0, what_went_wrong(stack, done)


@pytest.mark.prove
def test_every_operation_does_what_the_schema_says_at_length(stack: Stack) -> None:
    done = run(stack, 200)
    assert done.returncode == 0, what_went_wrong(stack, done)
