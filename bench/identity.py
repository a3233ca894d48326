"""How precise merging is: `python -m bench.identity [seed]`. Needs ../shared.

Every case goes the product's way: draft, normaliser, fingerprint, candidates by keys out of the whole recorded
catalogue, decision. Seed 1 is what the thresholds were set on, seed 2 what is reported.
"""

from __future__ import annotations

import csv
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from math import sqrt
from pathlib import Path

from apps.vacancies import identity
from apps.vacancies.identity import Decision, Fingerprint
from apps.vacancies.normalise import normalise
from apps.vacancies.sources.base import PostingDraft
from bench.identity_pairs import Case, Cases, known_drafts
from bench.recorded import SHARED_DATA

TUNED_ON, REPORTED = 1, 2
SIZE = 500
_TWIN = 0.9  # two known openings of one title, place and text can't be told apart by a copy of either


@dataclass(slots=True)
class Tally:
    """What came of one class. `wrong`: merged, but with another posting than expected."""

    n: int = 0
    right: int = 0
    wrong: int = 0
    proposed: int = 0
    examples: list[str] = field(default_factory=list)


class Catalogue:
    """Known postings by the keys that ingest finds candidates by."""

    def __init__(self, prints: Iterable[tuple[str, Fingerprint]]) -> None:
        self._by_key: dict[str, list[str]] = defaultdict(list)
        self.prints: dict[str, Fingerprint] = {}
        for name, found in prints:
            self.prints[name] = found
            for key in _keys(found):
                self._by_key[key].append(name)

    def near(self, found: Fingerprint, hidden: frozenset[str] = frozenset()) -> list[str]:
        """Names of the candidates, each once."""
        names = dict.fromkeys(name for key in _keys(found) for name in self._by_key.get(key, ()))
        return [name for name in names if name not in hidden]


def _keys(found: Fingerprint) -> Iterator[str]:
    url = identity.canonical_url(found.url)
    yield from filter(None, (found.key, found.vendor, url))
    yield from identity.blocking_keys(found)


def printed(draft: PostingDraft) -> Fingerprint:
    """A draft's fingerprint, through the normaliser."""
    return identity.fingerprint(normalise(draft))


def judge(catalogue: Catalogue, case: Case, tallies: dict[str, Tally]) -> None:
    """One case, counted in its class."""
    found = printed(case.incoming)
    names = catalogue.near(found, case.hidden)
    known = [
        replace(catalogue.prints[name], is_closed=True) if name == case.closed else catalogue.prints[name]
        for name in names
    ]
    decision = identity.decide(found, known)
    tally = tallies.setdefault(case.name, Tally())
    tally.n += 1
    tally.proposed += decision.proposal is not None
    target = names[decision.target] if decision.target is not None else ""
    if case.expected and target and _is_twin(catalogue, case.expected, target):
        tally.right += 1
    elif target:
        tally.wrong += 1
    if bool(target) != bool(case.expected) or (target and tally.wrong):
        tally.examples.append(_told(case, target, decision, case.expected in names))


def _is_twin(catalogue: Catalogue, expected: str, target: str) -> bool:
    one, other = catalogue.prints[expected], catalogue.prints[target]
    alike = identity.similarity(one.minhash, other.minhash)
    return expected == target or (one.key == other.key and alike is not None and alike >= _TWIN)


def _told(case: Case, target: str, decision: Decision, was_near: bool) -> str:
    draft = case.incoming
    return (
        f"{draft.company_name} / {draft.title} / {draft.locations[:3]} expected={case.expected} "
        f"found={was_near} got={decision.kind} {target}: {decision.reason} {dict(decision.evidence)}"
    )


def wilson(hits: int, n: int) -> tuple[float, float]:
    """The 95 % interval of a share."""
    if not n:
        return 0.0, 1.0
    z, share = 1.96, hits / n
    middle = (share + z * z / (2 * n)) / (1 + z * z / n)
    half = z * sqrt(share * (1 - share) / n + z * z / (4 * n * n)) / (1 + z * z / n)
    return max(0.0, middle - half), min(1.0, middle + half)


def certain_pairs(shared_data: Path) -> tuple[int, int, int]:
    """Of the certain pairs of two lists: how many whose addresses name one posting, merged rightly, merged wrongly."""
    folder = shared_data / "postings" / "dedup_pair"
    lists = {name: _listed(folder, name) for name in ("simplify", "cvrve")}
    known = Catalogue(lists["cvrve"].items())
    with (folder / "certain_pairs.csv").open() as stream:
        rows = list(csv.DictReader(stream))
    expected: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        one, other = lists["simplify"][row["simplify_id"]], lists["cvrve"][row["cvrve_id"]]
        # Labels by address without its query put all of a careers page in one: the ids in the query part them again.
        if not (one.vendor and other.vendor) or one.vendor == other.vendor:
            expected[row["simplify_id"]].add(row["cvrve_id"])
    outcome: Counter[str] = Counter()
    for name, others in expected.items():
        found = lists["simplify"][name]
        near = known.near(found)
        decision = identity.decide(found, [known.prints[one] for one in near])
        target = near[decision.target] if decision.target is not None else ""
        outcome["right" if target in others else "wrong" if target else "missed"] += 1
    return len(expected), outcome["right"], outcome["wrong"]


def _listed(folder: Path, name: str) -> dict[str, Fingerprint]:
    rows = json.loads((folder / f"{name}_new_grad_listings.json").read_text())
    return {
        row["id"]: printed(
            PostingDraft(
                source="list", board=name, source_id=row["id"], url=row["url"], title=row["title"],
                company_name=row["company_name"], locations=tuple(row["locations"]),
                posted_at=datetime.fromtimestamp(row["date_posted"], UTC), payload=row,
            )
        )
        for row in rows
    }  # fmt: skip


def report(name: str, hits: int, n: int, note: str = "") -> None:
    """One line of the table."""
    low, high = wilson(hits, n)
    print(f"| {name} | {n} | {hits / max(n, 1):.3f} | {low:.3f} to {high:.3f} | {note} |")


def main() -> int:
    seed = int(sys.argv[1]) if len(sys.argv) > 1 else REPORTED
    known = known_drafts(SHARED_DATA)
    catalogue = Catalogue((key, printed(draft)) for key, draft in known.items())
    cases = Cases(known, seed, SIZE)
    copies: dict[str, Tally] = {}
    others: dict[str, Tally] = {}
    for case in cases.positives():
        judge(catalogue, case, copies)
    for case in cases.negatives():
        judge(catalogue, case, others)
    print(
        f"{len(known)} known postings, seed {seed}\n\n| copies | n | recall | 95 % | |\n| --- | --- | --- | --- | --- |"
    )
    n, right, wrong = certain_pairs(SHARED_DATA)
    report("certain pairs of two lists", right, n, f"{wrong} wrong")
    for name, tally in copies.items():
        report(name, tally.right, tally.n, f"{tally.wrong} wrong, {tally.proposed} to review")
    print("\n| other jobs | n | kept apart | 95 % | |\n| --- | --- | --- | --- | --- |")
    for name, tally in others.items():
        report(name, tally.n - tally.wrong, tally.n, f"{tally.proposed} to review")
    merged_right = right + sum(tally.right for tally in copies.values())
    merged_wrong = wrong + sum(tally.wrong for tally in (*copies.values(), *others.values()))
    total = n + sum(tally.n for tally in copies.values())
    print()
    report("precision of all merges", merged_right, merged_right + merged_wrong)
    report("recall of all copies", merged_right, total)
    if "-v" in sys.argv:
        for name, tally in (copies | others).items():
            print(f"\n{name}", *tally.examples[:12], sep="\n  ")
    return 0


if __name__ == "__main__":
    sys.exit(main())
