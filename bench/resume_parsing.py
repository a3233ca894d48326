"""Parse every resume of a folder and score it against its truth.

    python bench/resume_parsing.py [SHARED]

SHARED (default ../shared) holds data/resumes, data/resumes_invented and accept/resume_score.py. Prints the scorer's
table for both sets, what was refused and why, what was flagged, and the milliseconds a PDF takes beside what reading
its text alone takes.
"""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from apps.resumes.parsing import parse  # noqa: E402
from apps.resumes.parsing.errors import UnreadableResume  # noqa: E402

_WARM_UP = b"""Rowan Achterberg
rowan@example.com | Bristol
Experience
Toolmaker, Pennant Gauges Ltd, Bristol | Feb 2017 - Present
- Ground gauges to two microns
Education
HND in Mechanical Engineering, Filton Technical College, 2017
Skills
Lathe, Jig borer
"""
_FOLDERS = ("pdf", "docx", "doc", "negative")


def parse_folder(folder: Path, out: Path) -> None:
    """Write NAME.json for every file below `folder`; the truth's stem wins where several formats share it."""
    for kind in reversed(_FOLDERS):
        for path in sorted((folder / kind).glob("*")):
            try:
                parsed = parse(path.read_bytes(), filename=path.name)
            except UnreadableResume as error:
                print(f"  refused  {path.name}: {error.reason}")
                continue
            if parsed.kind != "resume":
                print(f"  flagged  {path.name}: {parsed.kind}")
            (out / f"{path.stem}.json").write_text(json.dumps(parsed.content, ensure_ascii=False))


def score(shared: Path, name: str, *, pattern: str = "*.yaml") -> None:
    """Print the scorer's table for one set."""
    folder = shared / "data" / name
    with tempfile.TemporaryDirectory() as temporary:
        out, truth = Path(temporary, "out"), Path(temporary, "truth")
        out.mkdir()
        truth.mkdir()
        for path in (folder / "truth").glob(pattern):
            (truth / path.name).write_bytes(path.read_bytes())
        print(f"== {name}")
        parse_folder(folder, out)
        subprocess.run(
            [sys.executable, str(shared / "accept" / "resume_score.py"), str(truth), str(out)], check=True
        )


def speed(folder: Path) -> None:
    """Print the median milliseconds a PDF takes at first sight, and the ratio to reading its text alone.

    Word lists are loaded beforehand; nothing of a file is remembered from an earlier parse of it.
    """
    import pypdfium2

    parse(_WARM_UP)
    whole, alone = [], []
    for path in sorted(folder.glob("*.pdf")):
        data = path.read_bytes()
        start = time.perf_counter()
        document = pypdfium2.PdfDocument(data)
        for page in document:
            page.get_textpage().get_text_range()
        document.close()
        middle = time.perf_counter()
        try:
            parse(data)
        except UnreadableResume:
            continue
        alone.append(1000 * (middle - start))
        whole.append(1000 * (time.perf_counter() - middle))
    ratios = [a / b for a, b in zip(whole, alone, strict=True)]
    print(f"== speed {folder.parent.name}: median {statistics.median(whole):.1f} ms a PDF, text alone "
          f"{statistics.median(alone):.1f} ms, median ratio {statistics.median(ratios):.2f}")  # fmt: skip


def main() -> None:
    """Time the PDFs of both sets, then score them."""
    shared = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT.parent / "shared"
    for name in ("resumes", "resumes_invented"):
        speed(shared / "data" / name / "pdf")
    score(shared, "resumes", pattern="rendercv_*.yaml")
    score(shared, "resumes_invented")


if __name__ == "__main__":
    main()
