"""Looks for secrets in what is committed: `scripts/secret_scan.py`, or `--accept` to take the present finds as known.

`.secrets.baseline` names what was looked at and is none (passwords of tests on loopback): file, kind and a hash of the
text. A find that is not in there fails, and so does an entry that nothing in the tree needs any more.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
BASELINE = ROOT / ".secrets.baseline"
# Hashes of packages, and what is made from the schema.
LEFT_OUT = ("requirements", "package-lock.json", "openapi.json", "src/generated/", ".secrets.baseline")

Find = tuple[str, str, str]


def tracked() -> list[str]:
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    return [name for name in listed.splitlines() if not any(part in name for part in LEFT_OUT)]


def finds() -> dict[Find, int]:
    """Each find with its line."""
    scan = [sys.executable, "-m", "detect_secrets", "scan", *tracked()]
    report = json.loads(subprocess.run(scan, cwd=ROOT, capture_output=True, text=True, check=True).stdout)
    return {
        (name, found["type"], found["hashed_secret"]): found["line_number"]
        for name, rows in report["results"].items()
        for found in rows
    }


def main() -> int:
    found = finds()
    if "--accept" in sys.argv[1:]:
        BASELINE.write_text(json.dumps(sorted(found), indent=1) + "\n")
        print(f"{len(found)} finds taken as known")
        return 0
    known = {(row[0], row[1], row[2]) for row in json.loads(BASELINE.read_text())}
    for find in sorted(set(found) - known):
        print(f"{find[0]}:{found[find]}: {find[1]}: a secret? If it is none, scripts/secret_scan.py --accept")
    for find in sorted(known - set(found)):
        print(f"{find[0]}: {find[1]}: in .secrets.baseline, and no longer in the file")
    return int(set(found) != known)


if __name__ == "__main__":
    sys.exit(main())
