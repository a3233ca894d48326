"""`manage.py …` again and again beside a stack: each a process of its own, forked off one that has Django set up."""

from __future__ import annotations

import json
import select
import subprocess
import sys
from pathlib import Path
from types import TracebackType
from typing import Self

PATIENCE = 300.0
# Connections are made after the fork, by each for itself. What the checks of a command import is imported before.
PARENT = """
import json, os, sys
import django
from django.core.management import execute_from_command_line
django.setup()
import project.urls
for line in sys.stdin:
    words, shown, complained = json.loads(line)
    child = os.fork()
    if not child:
        os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
        for path, number in ((shown, 1), (complained, 2)):
            os.dup2(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC), number)
        execute_from_command_line(["manage.py", *words])
        sys.exit()
    print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), flush=True)
"""


class Commands:
    """Runs commands one at a time; `with` starts what they are forked off, and ends it. Their words come to `folder`."""

    def __init__(self, folder: Path, *, root: Path, environment: dict[str, str]) -> None:
        self.folder, self.root, self.environment = folder, root, environment

    def __enter__(self) -> Self:
        self.parent = subprocess.Popen(
            [sys.executable, "-c", PARENT],
            cwd=self.root,
            env=self.environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        assert self.parent.stdin is not None
        self.parent.stdin.close()
        try:
            self.parent.wait(timeout=60)
        except subprocess.TimeoutExpired:
            self.parent.kill()
            raise

    def run(self, *words: str) -> subprocess.CompletedProcess[str]:
        """What `manage.py` with these words shows, and its exit code; TimeoutExpired after five minutes."""
        assert self.parent.stdin is not None
        assert self.parent.stdout is not None
        shown, complained = self.folder / "shown.txt", self.folder / "complained.txt"
        self.parent.stdin.write(json.dumps([words, str(shown), str(complained)]) + "\n")
        self.parent.stdin.flush()
        if not select.select([self.parent.stdout], [], [], PATIENCE)[0]:
            self.parent.kill()
            raise subprocess.TimeoutExpired(words, PATIENCE)
        code = int(self.parent.stdout.readline())
        return subprocess.CompletedProcess(words, code, shown.read_text(), complained.read_text())
