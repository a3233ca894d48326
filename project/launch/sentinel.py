"""Clears up when the launcher dies without a chance to: `python -m project.launch.sentinel VAR_DIR`.

Its stdin is a pipe whose other end only the launcher holds. The pipe ends when the launcher does, by whatever
cause, kill -9 included; then this process ends all the others. (Linux's parent-death signal would reach the
direct children only, and a worker that ignores it would stay.)
"""

from __future__ import annotations

import signal
import sys
from pathlib import Path

from project import embedded
from project.launch.remains import sweep


def main() -> None:
    for number in (signal.SIGINT, signal.SIGHUP):
        signal.signal(number, signal.SIG_IGN)
    var_dir = Path(sys.argv[1])
    sys.stdin.buffer.read()
    sweep(var_dir)
    embedded.stop(var_dir)


if __name__ == "__main__":
    main()
