"""How good search is: `python -m bench.search_quality [--check | --accept | --dev]`. Needs ../shared.

(a) O*NET occupations by what they use and by what they do, (b) graded questions over the recorded postings, (c) questions
that are no search for work. The product answers, from a database of its own under var/bench-search that is kept for the
next run. `--check` exits with 1 when a figure fell by more than .02 below `bench/judgements/quality.json`; `--accept`
writes that file. `--dev` asks only the half that weights may be chosen by, and names what went wrong there: of the other
half no question is ever named.
"""

from __future__ import annotations

import json
import statistics
import sys
import time
from collections.abc import Mapping, Sequence
from uuid import UUID

from bench import search_judgements as judgements
from bench.search_figures import (
    FEW,
    MODES,
    PAGE,
    Ask,
    Asked,
    CutOff,
    Figures,
    Mode,
    ask_all,
    cut_off,
    fallen,
    figures_of,
    gains_of_hybrid,
    parts_of,
)

COMMITTED = judgements.FOLDER / "quality.json"
GOAL_NDCG, GOAL_FEW, GOAL_KEPT = 0.78, 1.0, 0.95


def asker(took: list[float]) -> Ask:
    """Asks the product; `took` gets the seconds of each answer."""
    from apps.core.db import acting
    from apps.matching import search
    from bench.search_database import somebody

    caller = somebody()

    def ask(query: str, mode: Mode) -> Sequence[UUID]:
        began = time.perf_counter()
        with acting(caller):
            found = search.answer(caller=caller, query=query, mode=mode, page_size=PAGE)
        took.append(time.perf_counter() - began)
        return [hit.pk for hit in found.results]

    return ask


def measure(ask: Ask, keys: Mapping[str, UUID]) -> Figures:
    """Print (b) and (c); answers their figures."""
    queries = judgements.queries()
    answers = ask_all(ask, queries, keys)
    _print_graded(answers, queries)
    for part in ("all", "held_out"):
        for mode, gain in gains_of_hybrid(answers, parts_of(queries)[part]).items():
            print(f"hybrid over {mode}, {part}: {gain.mean:+.3f} ({gain.low:+.3f} to {gain.high:+.3f})")
    hybrid = answers["hybrid"].over(queries)
    if hybrid is not None and hybrid[0].mean < GOAL_NDCG:
        print(f"missed: hybrid nDCG@10 {hybrid[0].mean:.3f}, goal {GOAL_NDCG}")
    cut = cut_off(ask, judgements.off_topic(), judgements.on_topic(), queries, keys)
    _print_cut(cut)
    return figures_of(answers, queries) | {"check.off_topic.few": cut.few, "check.on_topic.kept": cut.kept}


def look(ask: Ask, keys: Mapping[str, UUID]) -> Figures:
    """Print what the open half shows, question by question. Its figures are nobody's."""
    queries = [query for query in judgements.queries() if query.may_tune]
    answers = ask_all(ask, queries, keys)
    _print_graded(answers, queries)
    for text, value in sorted(answers["hybrid"].ndcg.items(), key=lambda item: item[1]):
        others = ", ".join(f"{mode} {answers[mode].ndcg[text]:.2f}" for mode in MODES if mode != "hybrid")
        print(f"{value:.2f} {text} ({others})")
    cut = cut_off(ask, judgements.off_topic(), judgements.on_topic(), queries, keys, by_open=True)
    _print_cut(cut)
    print("let through: " + "; ".join(cut.through))
    print("cut: " + "; ".join(cut.lost))
    return {}


def _print_graded(answers: Mapping[Mode, Asked], queries: Sequence[judgements.Query]) -> None:
    print("\n(b) graded questions over the recorded postings, 95 % intervals over questions\n")
    print("| questions | n | mode | nDCG@10 | recall@50 | first ten judged |")
    print("| --- | --- | --- | --- | --- | --- |")
    for part, some in parts_of(queries).items():
        names = {query.text for query in some}
        for mode in MODES:
            if (both := answers[mode].over(some)) is None:
                continue
            known = [share for text, share in answers[mode].judged.items() if text in names]
            share = f"{statistics.fmean(known):.2f}" if known else "–"
            print(f"| {part} | {len(some)} | {mode} | {both[0]} | {both[1]} | {share} |")


def _print_cut(cut: CutOff) -> None:
    print("\n(c) the cut-off\n")
    print(f"no search for work: {cut.few:.3f} show {FEW} rows or fewer (goal {GOAL_FEW:.2f})")
    print(f"searches for work: {cut.kept:.3f} keep their results (goal {GOAL_KEPT:.2f})")


def main(arguments: Sequence[str]) -> int:
    from bench.search_corpus import corpus
    from bench.search_database import loaded
    from bench.search_onet import measure as measure_occupations

    took: list[float] = []
    with loaded("bench-search", corpus) as keys:
        if "--dev" in arguments:
            figures = look(asker(took), keys)
        else:
            figures = measure_occupations() | measure(asker(took), keys)
    took.sort()
    print(
        f"\n{len(took)} answers: median {statistics.median(took) * 1000:.0f} ms, p95 {took[int(len(took) * 0.95)] * 1000:.0f} ms"
    )
    if "--accept" in arguments:
        COMMITTED.write_text(json.dumps(figures, indent=1, sort_keys=True) + "\n")
    if "--check" in arguments:
        lines = fallen(figures, json.loads(COMMITTED.read_text()))
        for line in lines:
            print(f"fell: {line}", file=sys.stderr)
        return bool(lines)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
