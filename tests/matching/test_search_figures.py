"""What the bench of search makes of answers: `bench/search_figures.py`. No database: who answers is written here."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from uuid import UUID

import pytest

from bench import search_onet
from bench.search_figures import FEW, Mode, ask_all, cut_off, fallen, figures_of, gains_of_hybrid, grades_of
from bench.search_judgements import Query, is_open

GOOD, NEAR, BAD = UUID(int=1), UUID(int=2), UUID(int=3)
KEYS = {"ashby:a": GOOD, "hn:b": NEAR, "uber:c": BAD, "ashby:copy": GOOD}
QUERY = Query("forklift", "trade", {"ashby:a": 1, "ashby:copy": 3, "hn:b": 2, "uber:c": 0, "hn:refused": 3})
# One for each half, however the hash parts them.
OPEN = next(text for text in map(str, range(50)) if is_open(text))
HELD = next(text for text in map(str, range(50)) if not is_open(text))


def test_two_postings_of_one_vacancy_have_the_better_grade() -> None:
    assert grades_of(QUERY, KEYS) == {GOOD: 3, NEAR: 2, BAD: 0}


def test_each_mode_is_asked_and_scored() -> None:
    def ask(query: str, mode: Mode) -> Sequence[UUID]:
        return {"keyword": [BAD], "semantic": [NEAR, GOOD], "hybrid": [GOOD, NEAR]}[mode]

    answers = ask_all(ask, [QUERY], KEYS)

    assert answers["keyword"].ndcg == {"forklift": 0}
    assert answers["hybrid"].ndcg == {"forklift": 1}
    assert 0 < answers["semantic"].ndcg["forklift"] < 1
    figures = figures_of(answers, [QUERY])
    assert figures["all.hybrid.ndcg"] == figures["trade.hybrid.recall"] == 1
    assert "other.hybrid.ndcg" not in figures
    assert gains_of_hybrid(answers, [QUERY])["keyword"].mean == 1


def test_the_half_that_chose_the_cut_off_does_not_count() -> None:
    asked: list[str] = []

    def ask(query: str, mode: Mode) -> Sequence[UUID]:
        asked.append(query)
        return []

    cut = cut_off(ask, [OPEN, HELD], [OPEN, HELD], [], KEYS)

    assert set(asked) == {HELD}
    assert (cut.few, cut.kept) == (1, 0)
    assert cut.lost == (HELD,)


def test_many_rows_are_too_many_for_a_question_about_something_else() -> None:
    rows = [UUID(int=number) for number in range(FEW + 1)]

    cut = cut_off(lambda query, mode: rows, [HELD], [HELD], [], KEYS)

    assert (cut.few, cut.through, cut.kept) == (0, (HELD,), 1)


@pytest.mark.parametrize(("shown", "kept"), [([NEAR], 1), ([BAD], 0)])
def test_a_rare_search_has_kept_its_results_when_a_good_one_came(shown: list[UUID], kept: float) -> None:
    rare = Query(HELD, "trade", QUERY.grades)
    assert cut_off(lambda query, mode: shown, [HELD], [], [rare], KEYS).kept == kept


def test_a_fall_is_named_and_a_wobble_is_not() -> None:
    committed = {"all.hybrid.ndcg": 0.8, "all.keyword.ndcg": 0.5, "all.hybrid.recall": 0.7}
    lines = fallen({"all.hybrid.ndcg": 0.779, "all.keyword.ndcg": 0.481}, committed)
    assert lines == ["all.hybrid.ndcg: 0.800, now 0.779", "all.hybrid.recall: 0.700, now not measured"]


@pytest.mark.shared
def test_questions_of_onet_have_answers_and_do_not_name_them(shared_data: Path) -> None:
    known = search_onet.occupations(shared_data)
    technologies = search_onet.by_technology(known, shared_data)
    descriptions = search_onet.by_description(known)
    assert len(known) == 1016
    assert len(technologies) == len(descriptions) == search_onet.QUESTIONS
    assert all(len(one.grades) in search_onet.LISTED for one in technologies)
    titles = {one.pk: one.title.lower() for one in known}
    for one in descriptions:
        own = next(titles[pk] for pk, grade in one.grades.items() if grade == 3)
        assert not set(own.split()) & set(one.text.lower().split())
