"""Files of these tests lie in a folder of their own."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.conf import settings


@pytest.fixture
def blob_root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(settings, "BLOB_ROOT", tmp_path / "blobs")
    return tmp_path / "blobs"
