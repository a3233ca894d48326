"""The answer a run is working on, kept until its last posting is written: taken up after a crash, the run asks for nothing
it has got already.

One file a page below `CRAWL_ROOT`, under the run's id: a line of JSON with the validators, then the body as it came. It is
as large as the answer (`Policy.max_bytes` at most), there is one of them a run, and whatever a dead run left is swept after a
day. Where it cannot be written, or lies on another host's disk, the page is asked for again: nothing else is lost.
"""

from __future__ import annotations

import contextlib
import logging
import os
import shutil
import tempfile
import time
from pathlib import Path
from typing import BinaryIO, cast

import orjson
from django.conf import settings

from apps.core.http import Fetched
from apps.vacancies.ingest.target import Run

log = logging.getLogger(__name__)

# An answer that is older says too little of the board of now.
LONGEST_SECONDS = 24 * 3600.0
_SPOOL_BYTES = 1 << 20


class Kept:
    """The answers of one run, by the number of their page."""

    def __init__(self, run: Run) -> None:
        self._root = Path(settings.CRAWL_ROOT)
        self._run = run.pk.hex

    def keep(self, number: int, answer: Fetched) -> None:
        """Keep an answer that was just received; its body stands at its start afterwards. It is there whole, or not."""
        path = self._path(number)
        try:
            self._root.mkdir(mode=0o700, parents=True, exist_ok=True)
            with tempfile.NamedTemporaryFile(dir=self._root, prefix=f"{path.name}.", delete=False) as file:
                try:
                    file.write(_head(answer) + b"\n")
                    shutil.copyfileobj(answer.body, file, 1 << 20)
                    file.flush()
                    os.fsync(file.fileno())
                    Path(file.name).rename(path)
                except BaseException:
                    Path(file.name).unlink(missing_ok=True)
                    raise
        except OSError as fault:
            log.warning("the answer of run %s is not kept (%s)", self._run, fault.strerror)
        answer.body.seek(0)

    def found(self, number: int) -> Fetched | None:
        """The answer that was kept before a crash, to be closed; None where there is none."""
        try:
            with self._path(number).open("rb") as file:
                if time.time() - os.fstat(file.fileno()).st_mtime > LONGEST_SECONDS:
                    return None
                head = orjson.loads(file.readline())
                body = cast(BinaryIO, tempfile.SpooledTemporaryFile(max_size=_SPOOL_BYTES))  # noqa: SIM115 - the caller closes it
                shutil.copyfileobj(file, body, 1 << 20)
        except OSError:
            return None
        body.seek(0)
        return Fetched(
            status=200, headers={}, body=body, url="", not_modified=False, etag=head["etag"],
            last_modified=head["last_modified"],
        )  # fmt: skip

    def drop(self, number: int) -> None:
        """Its postings are written, or never will be."""
        with contextlib.suppress(OSError):
            self._path(number).unlink(missing_ok=True)

    def sweep(self) -> None:
        """Remove what runs left that nobody took up again."""
        before = time.time() - LONGEST_SECONDS
        with contextlib.suppress(OSError):
            for entry in os.scandir(self._root):
                if entry.stat().st_mtime < before:
                    Path(entry.path).unlink(missing_ok=True)

    def _path(self, number: int) -> Path:
        return self._root / f"{self._run}-{number}"


def _head(answer: Fetched) -> bytes:
    return orjson.dumps({"etag": answer.etag, "last_modified": answer.last_modified})
