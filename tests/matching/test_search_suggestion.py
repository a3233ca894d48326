"""Did you mean: what a slip of the fingers made of a word is put right, and what is right is left alone."""

from __future__ import annotations

import random
import re

import pytest
from django.db import connections
from django.test.utils import CaptureQueriesContext

from apps.core.db import acting, as_system
from apps.matching import occupations
from apps.matching.models import VocabularyWord
from apps.matching.search import spelling, suggestion, vocabulary
from apps.matching.tasks import gather_words
from apps.vacancies.models import Vacancy
from tests.factories.accounts import Person
from tests.factories.vacancies import make_vacancy
from tests.matching.beginnings import Beginnings

TITLES = (
    "Registered Nurse", "Warehouse Associate", "Electrician", "Forklift Operator", "Kubernetes Administrator",
    "Accountant", "Restaurant Manager", "Physiotherapist", "Software Engineer", "Truck Driver", "Krankenpfleger",
    "Mechanical Engineer", "Receptionist", "Plumber", "Dental Hygienist", "Graphic Designer", "Welder",
)  # fmt: skip


@pytest.fixture
def catalogue(database: None, beginnings: Beginnings) -> None:
    beginnings.begin("suggested", read_and_gather)


def read_and_gather() -> None:
    for title in TITLES:
        for _ in range(6):
            make_vacancy(title=title, company_name="Brightwater Logistics")
    assert gather_words() > 0


def suggested(person: Person, text: str, found: int = 0) -> str | None:
    with acting(person.caller):
        return suggestion.for_query(text, found=found)


@pytest.mark.usefixtures("catalogue")
class TestForQuery:
    def test_slip_is_put_right_and_everything_else_stays(self, member: Person) -> None:
        for typed, meant in {
            "electrican": "electrician",
            "Kuberentes": "Kubernetes",
            "NRUSE": "NURSE",
            "warehosue asociate": "warehouse associate",
            '"sofware engineer" -manger': '"software engineer" -manger',
            'welder or plumer -"offise clerk"': 'welder or plumber -"offise clerk"',
            "krankenpflegger": "krankenpfleger",
            "brightwater logisticcs": "brightwater logistics",
            "forklift  opperator,": "forklift  operator,",
        }.items():
            assert suggested(member, typed) == meant

    def test_what_is_right_or_like_nothing_stays(self, member: Person) -> None:
        for right in (
            "nurse",
            "welder berlin",
            "c++ r",
            "qwertzuiop",
            "-electrican",
            "the",
            "",
            '""',
            "24/7",
            "nur",
        ):
            assert suggested(member, right) is None, right

    def test_word_of_the_texts_is_right_even_if_no_title_has_it(self, member: Person) -> None:
        for number in range(5):
            make_vacancy(
                title=f"Helper {number}", description_text="You drive a plumbed truck: wilder than most."
            )
        assert suggested(member, "wilder") is None

    def test_better_spelling_has_to_find_more(self, member: Person) -> None:
        assert suggested(member, "electrican", found=5) is None, "that is enough"
        assert suggested(member, "electrican", found=4) == "electrician"
        with as_system():
            Vacancy.objects.filter(title="Electrician").update(status="closed", closed_at="2026-10-01T00:00Z")
        assert suggested(member, "electrican") is None

    def test_few_queries_however_many_words(self, member: Person) -> None:
        with acting(member.caller), CaptureQueriesContext(connections["default"]) as caught:
            suggestion.for_query("electrican plumer weldr reciptionist acountant designr " * 20)
        # The words, a look at the texts and at the stems for each of four, and what the whole would find.
        assert len(caught) <= 10

    def test_misspelt_words_of_the_vocabulary(self, member: Person) -> None:
        """Two hundred slips by rule, a seed; every one is a word that nobody knows."""
        with acting(member.caller):
            held = dict(VocabularyWord.objects.values_list("word", "postings"))
        words = sorted(word for word, postings in held.items() if postings >= 5 and len(word) >= 5)
        pick, right, wrong = random.Random(11), 0, []
        made: list[tuple[str, str]] = []
        while len(made) < 200:
            word = pick.choice(words)
            typed = _misspelt(pick, word)
            if typed not in held:
                made.append((word, typed))
        for word, typed in made:
            answer = suggested(member, typed)
            right += answer == word
            if answer not in {word, None}:
                wrong.append((word, typed, answer))
        assert right >= 180, (right, wrong)
        assert len(wrong) <= 6, wrong
        assert [word for word in words if suggested(member, word)] == []


def _misspelt(pick: random.Random, word: str) -> str:
    place = pick.randrange(len(word) - 1)
    kind = pick.choice(("drop", "swap", "double", "neighbour"))
    if kind == "drop":
        return word[:place] + word[place + 1 :]
    if kind == "swap":
        return word[:place] + word[place + 1] + word[place] + word[place + 2 :]
    if kind == "double":
        return word[: place + 1] + word[place:]
    return word[:place] + pick.choice(sorted(spelling.neighbours(word[place])) or ["x"]) + word[place + 1 :]


@pytest.mark.usefixtures("database")
def test_vocabulary_follows_the_catalogue(member: Person) -> None:
    rows = [make_vacancy(title="Zither Tuner", skills=["patient-care"]) for _ in range(3)]
    make_vacancy(title="Zitherr Tuner")
    gather_words()
    with as_system():
        held = dict(VocabularyWord.objects.values_list("word", "postings"))
        assert (held["zither"], held["tuner"], held["patient"]) == (3, 4, 3)
        assert "zitherr" not in held, "one posting alone may be a slip itself"
        assert gather_words() == 0, "nothing changed, nothing is written"
        Vacancy.objects.filter(pk__in=[row.pk for row in rows[:2]]).update(
            status="closed", closed_at="2026-10-01T00:00Z"
        )
        gather_words()
        held = dict(VocabularyWord.objects.values_list("word", "postings"))
        assert "zither" not in held
        assert held["tuner"] == 2


@pytest.mark.usefixtures("database")
def test_words_of_occupations_and_skills_are_known_though_nobody_hires() -> None:
    gather_words()
    form = next(form for each in occupations.all_occupations() for form in each.all_forms() if form.isalpha())
    with as_system():
        assert set(VocabularyWord.objects.filter(word__in=[form]).values_list("word", flat=True)) == {form}
        assert vocabulary.refresh() == 0


@pytest.mark.usefixtures("database")
def test_slips_are_looked_up_by_their_index(member: Person) -> None:
    gather_words()
    with connections["owner"].cursor() as cursor:
        cursor.execute("ANALYZE matching_vocabularyword")
    with acting(member.caller), connections["default"].cursor() as cursor:
        cursor.execute(
            "EXPLAIN SELECT word FROM matching_vocabularyword WHERE rests && %s::varchar[]",
            [spelling.rests("electrican")],
        )
        plan = "\n".join(line for (line,) in cursor.fetchall())
    assert re.search(r"Bitmap Index Scan on vocabulary_rests", plan), plan


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("nurce", "nurse"),
        ("nuurse", "nurse"),
        ("nrse", "nurse"),
        ("nusre", "nurse"),
        ("nurseq", "nurse"),
        ("nurze", "nurse"),
        ("nrues", None),
        ("plumber", None),
    ],
)
def test_one_slip_is_seen_through_and_two_are_not(typed: str, meant: str | None) -> None:
    assert spelling.better(typed, {"nurse": 500}) == meant


def test_commoner_word_wins_unless_the_slip_is_unlikely() -> None:
    assert spelling.better("manger", {"manager": 9000, "ranger": 9000}) == "manager"
    assert spelling.better("cook", {"cool": 10, "book": 10_000_000}) == "book"
    assert spelling.better("cuok", {"cook": 1000, "cuoj": 3}) == "cook"
    assert spelling.better("electrican", {"electrician": 100, "electrical": 2000}) == "electrician"


def test_word_that_is_known_is_right() -> None:
    assert spelling.better("manger", {"manger": 1, "manager": 9000}) is None


def test_slip_has_a_rest_in_common_with_its_word() -> None:
    pick = random.Random(2)
    for word in ("electrician", "nurse", "cook", "krankenpfleger"):
        for _ in range(200):
            assert set(spelling.rests(word)) & set(spelling.rests(_misspelt(pick, word)))
