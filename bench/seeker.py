"""Somebody who asks the product in this process: what a worker of the API does for a request, without the socket."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple
from uuid import UUID

RESUMES = ("inv_01", "inv_04", "inv_08", "inv_12", "inv_22")


class Took(NamedTuple):
    """Milliseconds: on the clock, of this process's CPU, and of the CPU of its backends in PostgreSQL. What others do on
    the machine makes the clock's longer, hardly the others."""

    wall: float
    own: float
    server: float

    @property
    def cpu(self) -> float:
        return self.own + self.server


class Seeker:
    """Signed in. Django is set up."""

    def __init__(self) -> None:
        from django.test import Client

        from bench.listing import somebody

        self.caller, token = somebody()
        self._client = Client(
            raise_request_exception=False,
            headers={"authorization": f"Bearer {token}"},
            SERVER_NAME="localhost",
        )

    def get(self, path: str) -> dict[str, Any]:
        return self._answered(self._client.get(path), path)

    def search(self, body: dict[str, Any]) -> dict[str, Any]:
        path = "/api/v1/jobs/search/"
        return self._answered(self._client.post(path, json.dumps(body), "application/json"), json.dumps(body))

    def resumes(self, shared: Path) -> list[UUID]:
        """Some invented resumes, stored as the seeker's."""
        from apps.core.db import acting
        from apps.resumes.services import create_resume
        from tests.matching.rendercv import load_resume

        folder = shared / "resumes_invented" / "truth"
        with acting(self.caller):
            return [
                create_resume(caller=self.caller, title=path.stem, content=load_resume(path)).pk
                for path in sorted(folder.glob("*.yaml"))
                if path.name.startswith(RESUMES)
            ]

    def _answered(self, answer: Any, asked: str) -> dict[str, Any]:
        if answer.status_code != 200:
            raise SystemExit(f"{asked}: {answer.status_code} {answer.content[:300]}")
        said: dict[str, Any] = json.loads(answer.content)
        return said


def forget() -> None:
    """What was answered before is answered anew, as after a crawl."""
    from apps.core.cached import CATALOGUE, outdate

    outdate(CATALOGUE)


class Stopwatch:
    """Over the backends that this process has open. Django is set up."""

    def __init__(self) -> None:
        from django.db import connections

        with connections["owner"].cursor() as cursor:
            cursor.execute(
                "SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"
            )
            self._runs = [Path(f"/proc/{pid}/schedstat") for (pid,) in cursor.fetchall()]

    def timed(self, work: Callable[[], object]) -> Took:
        before, wall, own = self._ran(), time.perf_counter(), time.process_time()
        work()
        wall, own = 1000 * (time.perf_counter() - wall), 1000 * (time.process_time() - own)
        return Took(wall, own, sum(ran - before[run] for run, ran in self._ran().items() if run in before))

    def _ran(self) -> dict[Path, float]:
        """Milliseconds on a processor: the first number of the file, in nanoseconds. One that has gone is left out."""
        return {run: int(run.read_text().split()[0]) / 1e6 for run in self._runs if run.exists()}
