"""How the bench of search counts: `bench/search_metrics.py`, `bench/search_judgements.py`. No database."""

from __future__ import annotations

from math import log2
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench import search_judgements
from bench.search_metrics import difference, estimate, judged, ndcg, recall

GRADES = {"a": 3, "b": 2, "c": 0, "d": 1}


def test_ndcg_of_the_best_order_is_one() -> None:
    assert ndcg(["a", "b", "d", "c"], GRADES) == 1


def test_ndcg_by_hand() -> None:
    best = 7 + 3 / log2(3) + 1 / 2
    assert ndcg(["b", "x", "a"], GRADES) == pytest.approx((3 + 7 / 2) / best)


def test_ndcg_looks_no_deeper() -> None:
    assert ndcg(["x", "y", "a"], GRADES, depth=2) == 0


def test_ndcg_of_a_query_without_an_answer_is_none() -> None:
    assert ndcg(["a"], {"a": 0}) is None


def test_naming_one_twice_gains_nothing() -> None:
    assert ndcg(["a", "a", "b"], GRADES) == ndcg(["a", "b"], GRADES)


def test_recall_counts_near_and_exact_ones() -> None:
    assert recall(["a", "c", "d"], GRADES) == 0.5


def test_recall_asks_for_no_more_than_fits() -> None:
    many = dict.fromkeys(range(80), 3)
    assert recall(list(range(50)), many) == 1
    assert recall(list(range(25)), many) == 0.5


def test_recall_without_a_wanted_one_is_none() -> None:
    assert recall(["d"], {"d": 1}) is None


def test_judged_counts_a_zero_too() -> None:
    assert judged(["c", "x"], GRADES) == 0.5
    assert judged([], GRADES) is None


@given(st.lists(st.floats(0, 1), min_size=1, max_size=40))
def test_interval_holds_its_mean_and_is_the_same_each_time(values: list[float]) -> None:
    first = estimate(values)
    assert first == estimate(values)
    assert min(values) - 1e-9 <= first.low <= first.mean + 1e-9
    assert first.mean - 1e-9 <= first.high <= max(values) + 1e-9


def test_interval_narrows_with_more_queries() -> None:
    few, many = estimate([0.0, 1.0] * 5), estimate([0.0, 1.0] * 200)
    assert many.high - many.low < (few.high - few.low) / 3


def test_no_values_is_an_error() -> None:
    with pytest.raises(ValueError, match="no values"):
        estimate([])


def test_difference_pairs_by_query() -> None:
    steady = difference({"q": 0.5, "r": 0.9, "only here": 0.1}, {"q": 0.4, "r": 0.8})
    assert steady.mean == pytest.approx(0.1)
    assert steady.high - steady.low < 1e-9


@given(st.permutations(["a", "b", "c", "d", "x"]))
def test_a_better_one_earlier_is_never_worse(order: list[str]) -> None:
    before = ndcg(order, GRADES)
    better = sorted(order[:2], key=lambda name: -GRADES.get(name, 0)) + order[2:]
    after = ndcg(better, GRADES)
    assert before is not None and after is not None
    assert after >= before


def test_judgements_hold_what_they_claim() -> None:
    queries = search_judgements.queries()
    trades = [query for query in queries if query.group == "trade"]
    assert len(queries) >= 80
    assert len(trades) >= len(queries) / 2
    assert {query.group for query in queries} == {"trade", "other"}
    assert all(set(query.grades.values()) <= {0, 1, 2, 3} for query in queries)
    assert all(max(query.grades.values()) >= 2 for query in queries)
    assert len({query.text for query in queries}) == len(queries)
    assert 0.4 < sum(query.may_tune for query in queries) / len(queries) < 0.6


def test_off_topic_and_on_topic_are_many_and_apart() -> None:
    off, on = search_judgements.off_topic(), search_judgements.on_topic()
    held_back = [query for query in off if not search_judgements.is_open(query)]
    assert len(held_back) >= 60
    assert not {query.casefold() for query in off} & {query.casefold() for query in on}


def test_half_of_a_query_does_not_depend_on_its_case() -> None:
    assert search_judgements.is_open("Forklift") == search_judgements.is_open("forklift")


def test_judgements_hold_no_text_of_a_posting() -> None:
    folder = Path(search_judgements.FOLDER)
    header, *rows = (folder / "grades.tsv").read_text(encoding="utf-8").splitlines()
    assert header.split("\t") == ["query", "source", "posting", "grade", "how"]
    assert all(len(row.split("\t")) == 5 and " " not in row.split("\t")[2] for row in rows)
