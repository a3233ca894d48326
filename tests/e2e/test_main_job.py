"""The main job on the real stack: real boards, real files, the typed client, from Node.

One stack a module: the launcher on a free port, with a VAR_DIR of its own.
"""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from apps.resumes.parsing import parse
from tests.e2e.stack import ROOT, Stack

pytestmark = [pytest.mark.stack, pytest.mark.shared, pytest.mark.node]
CLIENT = ROOT / "frontend-types"


@pytest.fixture(scope="module")
def stack(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stack]:
    with Stack(tmp_path_factory.mktemp("stack") / "var") as running:
        yield running


def boards(data: Path) -> list[tuple[str, Path]]:
    return [
        (kind, path)
        for kind in ("greenhouse", "lever", "ashby")
        for path in sorted((data / "feeds" / kind).iterdir())
    ]


def ingest(stack: Stack, boards: list[tuple[str, Path]], *more: str) -> list[dict[str, Any]]:
    """The summaries that the command prints, in the order of the boards."""
    done = stack.manage_each(
        [
            [
                "ingest",
                kind,
                name,
                "--from",
                str(path),
                "--company",
                name.split("_")[0].title(),
                "--json",
                *more,
            ]
            for kind, path in boards
            for name in [path.name.split(".")[0]]
        ]
    )
    assert done.returncode == 0, done.stderr
    summaries = [json.loads(line) for line in done.stdout.splitlines()]
    assert len(summaries) == len(boards)
    return summaries


def test_every_recorded_board_is_read_once(stack: Stack, shared_data: Path) -> None:
    first = ingest(stack, boards(shared_data))
    assert sum(summary["seen"] for summary in first) > 600
    assert [summary["refused"] for summary in first] == [0] * len(first)
    again = ingest(stack, boards(shared_data), "--background")
    for summary in again:
        assert (summary["created"], summary["changed"], summary["merged"]) == (0, 0, 0), summary
        assert summary["unchanged"] == summary["seen"]


def test_a_host_has_its_snapshot_by_a_command(stack: Stack) -> None:
    """In a process that has loaded nothing else, as a search begins it aside."""
    done = stack.manage("keep_snapshot")
    assert (done.returncode, done.stderr) == (0, ""), done.stderr
    assert done.stdout.strip() in ("written", "nothing to do")
    assert any(path.is_file() for path in (stack.var_dir / "snapshot").rglob("*"))


def test_the_typed_client_does_the_main_job(stack: Stack, shared_data: Path, tmp_path: Path) -> None:
    if not (CLIENT / "node_modules").is_dir():
        subprocess.run(["npm", "ci", "--no-audit", "--no-fund", "--loglevel=error"], cwd=CLIENT, check=True)
    done = subprocess.run(
        ["npm", "run", "--silent", "test:server"],
        cwd=CLIENT,
        env={
            **os.environ,
            "FOOTHOLD_URL": stack.url,
            "FOOTHOLD_DATA": str(shared_data),
            "FOOTHOLD_OUT": str(tmp_path),
            "FOOTHOLD_MAILS": str(stack.mails),
        },
        capture_output=True,
        text=True,
        timeout=600,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr + stack.log[-4000:]
    says_the_same(
        json.loads((tmp_path / "tailored.json").read_text()), (tmp_path / "tailored.pdf").read_bytes()
    )


def says_the_same(wanted: dict[str, Any], pdf: bytes) -> None:
    """The text layer of the tailored PDF parses to the facts that the tailored resume holds."""
    found = parse(pdf, filename="tailored.pdf").content
    assert found["contact_info"]["full_name"] == wanted["contact_info"]["full_name"]
    assert found["contact_info"]["email"] == wanted["contact_info"]["email"]

    def jobs(content: Any) -> list[tuple[str, ...]]:
        return [
            (
                job["company"],
                job["position"],
                job["start_date"][:7],
                "" if job["is_current"] else job["end_date"][:7],
            )
            for job in content["work_experience"]
        ]

    assert jobs(found) == jobs(wanted)
    assert [school["institution"] for school in found["education"]] == [
        school["institution"] for school in wanted["education"]
    ]
    bullets = ["".join(b.split()) for job in wanted["work_experience"] for b in job["responsibilities"]]
    text = "".join(
        bullet for job in found["work_experience"] for b in job["responsibilities"] for bullet in b.split()
    )
    for bullet in bullets:
        assert bullet in text
