"""What stands in an export, for whoever opens it."""

from __future__ import annotations

from collections.abc import Iterable

from apps.core.holdings import Holding, all_holdings

_HEAD = """EVERYTHING FOOTHOLD HOLDS ON YOU

account.json                     your account, and the rows that are yours alone: an array a table
workspaces/<id>/workspace.json   a workspace you are in
workspaces/<id>/<table>.json     its rows, an array of objects: all of them where you are an owner, elsewhere those
                                 that name you; a table without rows has no file
files/<document id>/<name>       the original files; documents.document.json says what each is

Times are RFC 3339 in UTC. A column that ends in _id names a row of another table. Passwords, keys and other secrets
are not in here: they are kept as hashes or encrypted, and are good for nothing but to let you in.
"""


def readme(missing: Iterable[str] = ()) -> str:
    """The text of README.txt. `missing` are files whose bytes could not be found."""
    held = all_holdings()
    parts = [
        _HEAD,
        _section("In account.json", (h for h in held if not h.unexported and h.is_personal)),
        _section("In the folder of a workspace", (h for h in held if not h.unexported and not h.is_personal)),
        _section("Not in here, and why", (h for h in held if h.unexported)),
    ]
    lost = [f"  {name}" for name in missing]
    if lost:
        parts.append("\n".join(["Files whose bytes could not be found", *lost, ""]))
    return "\n".join(parts)


def _section(title: str, held: Iterable[Holding]) -> str:
    lines = [f"  {holding.name:<36} {holding.unexported or holding.about}" for holding in held]
    return "\n".join([title, *lines, ""])
