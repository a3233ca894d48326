"""Near-duplicate search against datasketch, row 7 of PERFORMANCE.md: `python -m bench.near_duplicates`. Needs ../shared.

Every text is looked up among those before it and then added. Both sides get the same shingles, ready made; what
shingling adds is measured beside it. The truth is the exact share of every pair.
"""

from __future__ import annotations

import gc
import random
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from statistics import median
from typing import Protocol, TypeVar

from apps.vacancies.identity import shingles
from apps.vacancies.identity.near_duplicates import NearDuplicates
from bench import identity_edits as edits
from bench.identity_pairs import known_drafts
from bench.peers import datasketch_lsh
from bench.recorded import SHARED_DATA

THRESHOLD, ROUNDS, SEED = 0.8, 5, 7
COPIES = 1500
Pairs = set[tuple[int, int]]


Run = TypeVar("Run", contravariant=True)


class Index(Protocol[Run]):
    """One side: what was added before and is near, then one more."""

    def add(self, number: int, runs: Sequence[Run]) -> list[tuple[int, float]]: ...


def texts() -> list[str]:
    """The recorded full texts, and copies of some with 1 to 6 % of the words changed, shuffled."""
    chance = random.Random(SEED)
    drafts = list(known_drafts(SHARED_DATA).values())
    vocabulary = sorted(
        {word for draft in chance.sample(drafts, 200) for word in edits.text_of(draft).split()}
    )
    copies = [
        edits.words_changed(chance.uniform(0.01, 0.06), vocabulary)(draft, chance)
        for draft in chance.sample(drafts, COPIES)
    ]
    found = [edits.text_of(draft) for draft in (*drafts, *copies)]
    chance.shuffle(found)
    return found


def true_pairs(runs: Sequence[Sequence[str]]) -> Pairs:
    """Every pair whose exact share reaches the threshold, by counting what each text has in common with each before."""
    by_run: dict[str, list[int]] = defaultdict(list)
    sizes: list[int] = []
    found: Pairs = set()
    for number, each in enumerate(map(set, runs)):
        common: Counter[int] = Counter()
        for run in each:
            common.update(by_run[run])
            by_run[run].append(number)
        sizes.append(len(each))
        found |= {
            (other, number)
            for other, shared in common.items()
            if shared / (sizes[number] + sizes[other] - shared) >= THRESHOLD
        }
    return found


def run(make: Callable[[], Index[Run]], runs: Sequence[Sequence[Run]]) -> tuple[float, Pairs]:
    """CPU seconds, and the pairs found."""
    index = make()
    found: list[tuple[int, list[tuple[int, float]]]] = []
    began = time.process_time()
    for number, each in enumerate(runs):
        found.append((number, index.add(number, each)))
    seconds = time.process_time() - began
    return seconds, {(other, number) for number, near in found for other, _ in near}


def main() -> int:
    bodies = texts()
    began = time.process_time()
    ours = [shingles(text) for text in bodies]
    shingling = (time.process_time() - began) / len(bodies)
    theirs = [[run.encode() for run in each] for each in ours]
    truth = true_pairs(ours)
    print(
        f"{len(bodies)} texts, {len(truth)} pairs at {THRESHOLD}; shingling {shingling * 1e6:.0f} us a text\n"
    )
    peers: dict[str, Callable[[], Index[bytes]]] = {
        "datasketch as documented": lambda: datasketch_lsh.Default(theirs.__getitem__, THRESHOLD),
        "datasketch tuned, 21 x 6": lambda: datasketch_lsh.Tuned(theirs.__getitem__, THRESHOLD, 21, 6),
        "datasketch tuned, 16 x 4": lambda: datasketch_lsh.Tuned(theirs.__getitem__, THRESHOLD, 16, 4),
    }
    gc.collect()
    gc.freeze()  # the inputs are no garbage of either side
    times: dict[str, list[float]] = defaultdict(list)
    pairs: dict[str, Pairs] = {}
    for _ in range(ROUNDS):
        for name, make in peers.items():
            own, pairs["ours"] = run(lambda: NearDuplicates(ours.__getitem__, THRESHOLD), ours)
            other, pairs[name] = run(make, theirs)
            times[f"ours beside {name}"].append(own)
            times[name].append(other)
    print(
        "| | texts a CPU second | recall | precision | ours is faster by | with shingling |\n| --- | --- | --- | --- | --- | --- |"
    )
    for name in peers:
        for side in (f"ours beside {name}", name):
            found = pairs["ours" if side.startswith("ours") else name]
            right = len(found & truth)
            line = f"| {side} | {len(bodies) / median(times[side]):,.0f} | {right / len(truth):.4f} | {right / len(found):.4f} |"
            print(
                line
                + (
                    _faster(times[name], times[f"ours beside {name}"], shingling * len(bodies))
                    if side == name
                    else " | |"
                )
            )
    return 0


def _faster(theirs: Sequence[float], ours: Sequence[float], shingling: float) -> str:
    """Median of the rounds' ratios with the rounds' range, and the median with shingling on both sides."""
    ratios = sorted(other / own for own, other in zip(ours, theirs, strict=True))
    whole = median((other + shingling) / (own + shingling) for own, other in zip(ours, theirs, strict=True))
    return f" {median(ratios):.1f} ({ratios[0]:.1f} to {ratios[-1]:.1f}) | {whole:.1f} |"


if __name__ == "__main__":
    sys.exit(main())
