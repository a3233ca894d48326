"""What every test may ask for, and what is left out on a machine that lacks something. Databases: `tests/database.py`."""

from __future__ import annotations

import gc
import re
import shutil
import subprocess
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings as hypothesis_settings

pytest_plugins = ["tests.database"]

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared"
_left_out: Counter[str] = Counter()

# Six thousand tests and all that they import are no garbage: looked through again and again, they cost a tenth.
gc.set_threshold(20_000, 20, 20)

# How long an example takes says how busy the machine is: nothing that a test may assert.
hypothesis_settings.register_profile("foothold", deadline=None)
hypothesis_settings.load_profile("foothold")


def has_node() -> bool:
    """Whether this machine has Node 20.19 or newer, and npm."""
    if not shutil.which("node") or not shutil.which("npm"):
        return False
    version = subprocess.run(["node", "--version"], capture_output=True, text=True, check=False).stdout
    return tuple(int(part) for part in re.findall(r"\d+", version)[:2]) >= (20, 19)


NEEDS: dict[str, tuple[str, Callable[[], bool]]] = {
    "shared": ("the recorded data of ../shared", lambda: (SHARED / "data").is_dir()),
    "node": ("Node 20.19 or newer", has_node),
}


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Deselect, and count, what this machine lacks: a silent skip would look like a pass. The longest come first."""
    lacking = {name for name, (_, present) in NEEDS.items() if not present()}
    kept: list[pytest.Item] = []
    left_out: list[pytest.Item] = []
    for item in items:
        missed = [name for name in sorted(lacking) if item.get_closest_marker(name)]
        _left_out.update(missed[:1])
        (left_out if missed else kept).append(item)
    if left_out:
        config.hook.pytest_deselected(items=left_out)
    # Whole stacks take minutes: started last, they would be waited for alone.
    items[:] = sorted(kept, key=lambda item: item.get_closest_marker("stack") is None)


def pytest_collection_finish() -> None:
    """What is there now stays to the end."""
    gc.collect()
    gc.freeze()


def pytest_sessionfinish(session: pytest.Session) -> None:
    """A worker of xdist tells its controller what it left out; every worker collects the same tests."""
    output: dict[str, Any] | None = getattr(session.config, "workeroutput", None)
    if output is not None:
        output["left_out"] = dict(_left_out)


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node: Any) -> None:
    for name, count in getattr(node, "workeroutput", {}).get("left_out", {}).items():
        _left_out[name] = max(_left_out[name], count)


def pytest_terminal_summary(terminalreporter: Any) -> None:
    for name, count in sorted(_left_out.items()):
        terminalreporter.write_line(f"left out: {count} tests that need {NEEDS[name][0]}", yellow=True)


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """The recorded feeds and resumes beside the checkout; tests that use it carry the marker `shared`."""
    return SHARED / "data"
