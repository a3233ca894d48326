"""What every test may ask for. Database fixtures live in `tests/database.py`."""

from __future__ import annotations

from pathlib import Path

import pytest

pytest_plugins = ["tests.database"]

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared"


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Deselect, and count, what this machine lacks: a silent skip would look like a pass."""
    missing: dict[str, bool] = {"shared": not (SHARED / "data").is_dir()}
    kept: list[pytest.Item] = []
    left_out: list[pytest.Item] = []
    for item in items:
        lacking = [name for name, absent in missing.items() if absent and item.get_closest_marker(name)]
        (left_out if lacking else kept).append(item)
    if left_out:
        config.hook.pytest_deselected(items=left_out)
        items[:] = kept


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """The recorded feeds and resumes beside the checkout; tests that use it carry the marker `shared`."""
    return SHARED / "data"
