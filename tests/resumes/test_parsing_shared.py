"""The recorded resumes beside the checkout: scored by the scorer that stands there, refused and flagged as they should."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from apps.resumes.parsing import parse
from apps.resumes.parsing.errors import UnreadableResume

pytestmark = pytest.mark.shared


def _outcomes(folder: Path) -> dict[str, str]:
    """File name to the kind of document, or to the reason it was refused for."""
    out: dict[str, str] = {}
    for path in sorted(folder.glob("*/*")):
        if path.parent.name == "truth":
            continue
        try:
            out[path.name] = parse(path.read_bytes(), filename=path.name).kind
        except UnreadableResume as error:
            out[path.name] = error.reason
    return out


def test_every_file_parses_or_says_why(shared_data: Path) -> None:
    outcomes = _outcomes(shared_data / "resumes") | _outcomes(shared_data / "resumes_invented")
    special = {name: outcome for name, outcome in outcomes.items() if outcome != "resume"}
    assert special == {
        "coverletter_awesomecv.pdf": "cover_letter",
        "inv_n1_invoice_en_html.pdf": "invoice",
        "inv_n2_coverletter_en_docx.docx": "cover_letter",
        "inv_14_farmer_fr_scan.pdf": "no_text",
        "inv_24_trucker_en_scan.pdf": "no_text",
        "scanned_rendercv_classic.pdf": "no_text",
        "scanned_soupboss_01-desktop_support.pdf": "no_text",
    }


@pytest.mark.parametrize(
    ("name", "pattern", "floor"),
    [("resumes", "rendercv_*.yaml", 0.95), ("resumes_invented", "*.yaml", 0.95)],
)
def test_mean_f1(shared_data: Path, tmp_path: Path, name: str, pattern: str, floor: float) -> None:
    truth, parsed = tmp_path / "truth", tmp_path / "parsed"
    truth.mkdir()
    parsed.mkdir()
    for path in (shared_data / name / "truth").glob(pattern):
        shutil.copy(path, truth)
        source = next((shared_data / name).glob(f"[pd]*/{path.stem}.*"))
        try:
            content = parse(source.read_bytes()).content
        except UnreadableResume:
            continue
        (parsed / f"{path.stem}.json").write_text(json.dumps(content))
    scorer = shared_data.parent / "accept" / "resume_score.py"
    table = subprocess.run(
        [sys.executable, str(scorer), str(truth), str(parsed), "--json"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert json.loads(table.stdout)["MEAN"]["f1"] >= floor
