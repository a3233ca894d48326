"""`docs/sources.md` is what the registry says."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from apps.vacancies.sources.registry import all_sources


def test_the_page_is_not_stale() -> None:
    call_command("sources_doc", "--check")


def test_a_stale_page_is_told_and_written_anew(tmp_path: Path, settings: Any) -> None:
    settings.BASE_DIR = tmp_path
    (tmp_path / "docs").mkdir()
    with pytest.raises(CommandError, match="stale"):
        call_command("sources_doc", "--check")
    call_command("sources_doc")
    call_command("sources_doc", "--check")
    page = (tmp_path / "docs" / "sources.md").read_text()
    for source in all_sources():
        assert (
            f"| `{source.kind}` | [{source.name}]({source.terms.homepage}) | {source.terms.grade} |" in page
        )
        assert f"### {source.name} (`{source.kind}`)" in page
        for name in source.used_fields | source.ignored_fields:
            assert f"`{name}`" in page
