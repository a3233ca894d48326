"""Highlights: what was found, as pieces of plain text."""

from __future__ import annotations

import pytest
from django.db import connections
from django.test.utils import CaptureQueriesContext
from hypothesis import given
from hypothesis import strategies as st

from apps.core.db import acting
from apps.core.models import uuid7
from apps.matching.search import highlights
from apps.matching.search.marking import Marker, Span, term_of, words_of
from apps.matching.search.passages import LONGEST, Fragment, fragments_of
from apps.vacancies.models import OwnVacancy
from tests.factories.accounts import Person
from tests.factories.vacancies import make_vacancy


def shown(fragment: Fragment) -> str:
    return "".join(f"[{piece.text}]" if piece.is_match else piece.text for piece in fragment)


def marked(person: Person, text: str, *terms: str) -> list[str]:
    vacancy = make_vacancy(title="No such word", company_name="Nobody", description_text=text)
    with acting(person.caller):
        found = highlights.of([vacancy.pk], terms)[vacancy.pk]
    return [shown(fragment) for fragment in found.get("description", [])]


@pytest.mark.usefixtures("database")
class TestOfRows:
    @pytest.mark.parametrize(
        ("text", "terms", "expected"),
        [
            ("We bake. Bakers baking bread.", ["bakers"], "[Bakers] baking bread."),
            ("Manages managers.", ["managing"], "[Manages] [managers]."),
            ("Dying stars", ["die"], "[Dying] stars"),
            ("Happiness of happy cooks", ["happy"], "[Happiness] of [happy] cooks"),
            ("machine learning, a machine, learning", ["machine learning"], "[machine learning], a [machine, learning]"),
            ("Director of Nursing; director nursing", ["director of nursing"], "[Director of Nursing]; director nursing"),
            ("A full-stack engineer", ["full-stack"], "A [full-stack] engineer"),
            ("C and R, no Rust, no Cargo", ["r"], "C and [R], no Rust, no Cargo"),
            ("Krankenpfleger für die Station", ["krankenpfleger"], "[Krankenpfleger] für die Station"),
            ("Wir suchen Köche und Köchinnen", ["köche"], "Wir suchen [Köche] und Köchinnen"),
            ("Infirmière diplômée d'État", ["infirmière diplômée"], "[Infirmière diplômée] d'État"),
            ("İstanbul, a welder in İzmir", ["welder"], "İstanbul, a [welder] in İzmir"),
            ("<b>welder</b> & <script>", ["welder"], "<b>[welder]</b> & <script>"),
            ("staff nurse or registered nurse", ["nurse", "registered nurse"], "staff [nurse] or [registered nurse]"),
        ],
    )  # fmt: skip
    def test_words_are_marked_as_postgresql_stems_them(
        self, member: Person, text: str, terms: list[str], expected: str
    ) -> None:
        assert marked(member, text, *terms) == [expected]

    def test_nothing_that_was_not_found_is_marked(self, member: Person) -> None:
        assert marked(member, "We need a joiner.", "welder", "the", "of", "") == []

    def test_title_company_and_own_vacancies_are_marked_too(self, member: Person) -> None:
        theirs = make_vacancy(title="Night Welder", company_name="Welders United", description_text="Joins.")
        with acting(member.caller):
            own = OwnVacancy.objects.create(
                id=uuid7(), workspace_id=member.caller.workspace_id, title="Welding", description_text="Weld!"
            )
            found = highlights.of([theirs.pk, own.pk], ["welder", "weld"])
        assert {
            pk: {name: [*map(shown, each)] for name, each in said.items()} for pk, said in found.items()
        } == {
            theirs.pk: {"title": ["Night [Welder]"], "company_name": ["[Welders] United"]},
            own.pk: {"title": ["[Welding]"], "description": ["[Weld]!"]},
        }

    def test_stems_agree_with_the_index(self, member: Person) -> None:
        """Each word is marked for each that the search finds it by, and for no other."""
        words = [
            "nurse",
            "nurses",
            "nursing",
            "nursery",
            "manage",
            "manager",
            "management",
            "ski",
            "skis",
            "sky",
            "skies",
            "die",
            "dying",
            "lie",
            "lying",
        ]
        with connections["owner"].cursor() as cursor, acting(member.caller):
            for one in words:
                vacancy = make_vacancy(title=one, company_name="Nobody", description_text="")
                for other in words:
                    cursor.execute(
                        "SELECT to_tsvector('english', %s) @@ websearch_to_tsquery('english', %s)",
                        [one, other],
                    )
                    is_marked = "title" in highlights.of([vacancy.pk], [other])[vacancy.pk]
                    assert is_marked == cursor.fetchone()[0], (one, other)

    def test_count_of_queries_does_not_grow_with_rows(self, member: Person) -> None:
        rows = [make_vacancy(title=f"Welder {number}") for number in range(20)]
        with acting(member.caller):
            highlights.of([row.pk for row in rows], ["welder"])
            for count in (1, 5, 20):
                with CaptureQueriesContext(connections["default"]) as caught:
                    found = highlights.of([row.pk for row in rows[:count]], ["welder"])
                assert (len(found), len(caught)) == (count, 1)


def _spans(marker: Marker, text: str) -> list[Span]:
    (reading,) = marker.read([text])
    return marker.spans(marker.places(reading, {}), {})


def _fragments(text: str, *words: str) -> list[Fragment]:
    marker = Marker([term_of(words_of(word), {}) for word in words])
    return fragments_of(text, _spans(marker, text))


def test_best_passage_comes_first() -> None:
    text = "Welder wanted. " + "Nothing to see here. " * 30 + "A welder and a crane operator."
    first, second = _fragments(text, "welder", "crane")
    assert shown(first) == "A [welder] and a [crane] operator."
    assert shown(second).startswith("[Welder] wanted. Nothing")


def test_passages_are_whole_words_and_begin_with_a_sentence() -> None:
    text = "Long before that. " + "word " * 100 + "end. Then a welder " + "comes " * 60
    (only,) = _fragments(text, "welder")
    assert shown(only).startswith("Then a [welder] comes")
    assert shown(only).endswith("comes")


TEXTS = st.lists(
    st.sampled_from(["welder", "Welder", "crane", "a", "İ", "ß", ".", "\n", "•", "x" * 70, "<b>", "–"]), max_size=120
).map(" ".join)  # fmt: skip


@given(text=TEXTS)
def test_fragments_are_passages_of_the_text(text: str) -> None:
    fragments = _fragments(text, "welder", "crane operator", "crane")
    assert len(fragments) <= 3
    places: list[tuple[int, int]] = []
    for fragment in fragments:
        whole = "".join(piece.text for piece in fragment)
        assert 0 < len(whole) <= LONGEST
        assert whole in text
        assert any(piece.is_match for piece in fragment)
        assert all(piece.text for piece in fragment)
        assert all(piece.text.lower() in {"welder", "crane"} for piece in fragment if piece.is_match)
        places.append((text.find(whole), len(whole)))
    if "welder" in text.lower().split():
        assert fragments


def test_very_many_matches_cost_little() -> None:
    text = "welder " * 20_000
    marker = Marker([("welder",)])
    spans = _spans(marker, text)
    assert len(spans) <= 400
    assert len(fragments_of(text, spans)) == 3


def test_match_that_is_longer_than_a_passage_is_left_out() -> None:
    assert fragments_of("y" * 300, [Span(0, 300, 0)]) == []
