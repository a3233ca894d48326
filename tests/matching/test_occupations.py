"""The graph of occupations: its data hold together, titles are read as people write them, questions are expanded."""

from __future__ import annotations

from pathlib import Path

import pytest

from apps.matching import occupations
from apps.matching.occupations import OccupationsError, checking, reading
from apps.matching.occupations.spelling import key_of

LEAST_OCCUPATIONS, LEAST_FORMS = 500, 4_000


def read(title: str) -> str:
    return occupations.graph().read(title).occupation


def test_the_data_hold_together() -> None:
    assert checking.check() == []


def test_all_trades_are_there() -> None:
    known = occupations.all_occupations()
    forms = {key_of(form) for occupation in known for form in occupation.all_forms()}
    assert len(known) >= LEAST_OCCUPATIONS
    assert len(forms) >= LEAST_FORMS
    for language in ("de", "fr", "es"):
        assert sum(language in occupation.forms for occupation in known) >= LEAST_OCCUPATIONS * 0.9


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ('[cook]\nen = ["cook"]\ncolour = ["red"]', "cook.toml:3: no such key 'colour'"),
        ('en = ["cook"]', "cook.toml:1: no such key 'en'"),
        ('[cook]\nen = ["cook",\n"chef"]', "cook.toml:2: "),
        ('[cook]\nen = ["cook", 3]', "cook.toml:2: a list of strings is wanted"),
    ],
)
def test_a_line_that_cannot_be_read_is_named(tmp_path: Path, line: str, said: str) -> None:
    path = tmp_path / "cook.toml"
    path.write_text(line, encoding="utf-8")
    with pytest.raises(OccupationsError, match=said):
        list(reading.read_file(path))


def test_every_contradiction_is_listed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "food.toml").write_text(
        '[cook]\nen = ["cook", "Line Cook"]\nnear = ["nobody"]\nskills = ["cooking", "no-such-skill", "baking"]\n'
        '[chef]\nen = ["cooks"]\nskills = ["cooking"]\n'
        '[Kitchen_Porter]\nde = ["spüler"]\nskills = ["cooking", "baking", "food-safety"]\n',
        encoding="utf-8",
    )
    (tmp_path / "hotel.toml").write_text(
        '[cook]\nen = ["hotel cook"] # a comment\nskills = ["cooking"]\n', encoding="utf-8"
    )
    monkeypatch.setattr(reading, "DATA", tmp_path)
    with pytest.raises(OccupationsError, match=r"hotel\.toml:2"):
        checking.check()
    (tmp_path / "hotel.toml").write_text(
        '[cook]\nen = ["hotel cook"]\nskills = ["cooking"]\n', encoding="utf-8"
    )
    faults = "\n".join(checking.check())
    for fault in (
        "'Line Cook' is not lower case", "near 'nobody'", "'no-such-skill', which the lexicon", "'cooks' belongs to cook too",
        "asks for 1 skills", "'Kitchen_Porter' is no slug", "Kitchen_Porter: has no English name", "cook stands in food too",
    ):  # fmt: skip
        assert fault in faults


@pytest.mark.parametrize(
    ("title", "occupation"),
    [
        ("Senior Software Engineer II, Payments", "software-engineer"), ("Registered Nurse - ICU", "nurse"),
        ("Krankenpfleger (m/w/d)", "nurse"), ("Krankenpfleger/in", "nurse"), ("Krankenpfleger*innen gesucht", "nurse"),
        ("Fachkrankenpfleger für Dialyse", "nurse"), ("Elektriker:in (all genders)", "electrician"), ("ElektrikerIn", "electrician"),
        ("Ingénieur(e) Data H/F", "data-engineer"), ("Infirmier·ère", "nurse"), ("Développeur/euse web", "web-developer"),
        ("Profesor/a", "teacher"), ("ENFERMERAS", "nurse"), ("Sekretärinnen", "administrative-assistant"),
        ("Engineer, Platform", "platform-engineer"), ("Director, Human Resources", "hr-manager"), ("Director of Human Resources", "hr-manager"),
        ("Plumbers wanted", "plumber"), ("Junior-Softwareentwickler", "software-engineer"), ("Chef d'équipe de nettoyage", "cleaning-supervisor"),
        ("Nurse Recruiter", "recruiter"), ("Sous-chef | Ghent", "chef"), ("Elektriker", "electrician"), ("C++ Entwickler", "cpp-developer"),
        ("Zeppelin Whisperer", ""), ("", ""), ("Engineer", "project-engineer"), ("Senior Engineer", "project-engineer"), ("Zeppelin Engineer", ""),
        ("Ärztin", "physician"), ("ソフトウェアエンジニア", "software-engineer"), ("(m/w/d)", ""), ("🚚", ""),
    ],
)  # fmt: skip
def test_titles_as_people_write_them(title: str, occupation: str) -> None:
    assert read(title) == occupation


def test_every_form_is_read_as_its_own_occupation() -> None:
    """But for forms that the rules cut in two (a dash, a bracket): the data hold none that another form shadows."""
    wrong = [
        (form, occupation.slug, found)
        for occupation in occupations.all_occupations()
        for form in occupation.all_forms()
        if (found := read(form)) != occupation.slug
    ]
    assert wrong == []


def test_what_stands_around_the_occupation_narrows_it() -> None:
    title = occupations.graph().read("Senior Data Engineer (Streaming), Berlin")
    assert title.occupation == "data-engineer"
    assert title.family == "data"
    assert title.narrowing == ("berlin", "streaming")


def test_likeness_falls_with_distance() -> None:
    graph = occupations.graph()

    def likeness(wanted: str, held: str) -> int:
        return graph.likeness(graph.read(wanted), graph.read(held))

    steps = [
        likeness("Data Engineer", "data engineer"), likeness("Data Engineer", "Dateningenieurin"), likeness("Data Engineer", "Data Architect"),
        likeness("Data Engineer", "Actuary"), likeness("Data Engineer", "Plumber"),
    ]  # fmt: skip
    assert steps == sorted(steps, reverse=True)
    assert steps[0] == 1000 and steps[-1] == 0
    assert len(set(steps)) == len(steps)


def test_nearness_holds_both_ways() -> None:
    for occupation in occupations.all_occupations():
        for relative in occupations.relatives(occupation.slug):
            back = {other.slug: other.weight for other in occupations.relatives(relative.slug)}
            assert back[occupation.slug] == relative.weight
    assert occupations.relatives("no-such-work") == ()


def test_no_occupation_stands_alone() -> None:
    assert [
        occupation.slug
        for occupation in occupations.all_occupations()
        if not occupations.relatives(occupation.slug)
    ] == []


def test_names_to_show() -> None:
    assert occupations.name_of("electrician") == "electrician"
    assert occupations.name_of("electrician", "de") == "elektriker"
    assert occupations.name_of("electrician", "ja") == "electrician"
    assert occupations.name_of("zeppelin-rigger") == "zeppelin rigger"
    assert occupations.get("zeppelin-rigger") is None


def test_a_question_is_expanded() -> None:
    found = occupations.expand("night shift krankenpfleger jobs in Berlin")
    assert [named.slug for named in found.occupations] == ["nurse"]
    assert found.occupations[0].words == "krankenpfleger"
    assert found.leftover == ("night", "shift", "berlin")
    assert found.covered == 250
    assert "registered nurse" in found.forms
    assert "patient-care" in found.skills
    assert found.near == tuple(sorted(found.near, key=lambda one: (-one.weight, one.slug)))
    assert all(relative.slug != "nurse" for relative in found.near)


def test_a_question_may_name_several_occupations() -> None:
    found = occupations.expand("plumber or electrician")
    assert [named.slug for named in found.occupations] == ["plumber", "electrician"]
    assert found.covered == 1000
    assert found.leftover == ()


@pytest.mark.parametrize("query", ["", "   ", "banana bread recipe", "weather tomorrow", "!!!", "(" * 50])
def test_a_question_that_names_none_is_left_as_it_is(query: str) -> None:
    found = occupations.expand(query)
    assert (found.occupations, found.forms, found.near, found.skills, found.covered) == ((), (), (), (), 0)


def test_a_broad_word_is_asked_for_alone() -> None:
    assert [named.slug for named in occupations.expand("consultant jobs").occupations] == [
        "management-consultant"
    ]
    assert occupations.expand("odoo consultant").occupations == ()


def test_an_expansion_is_bounded() -> None:
    found = occupations.expand("nurse plumber electrician cook teacher lawyer accountant welder " * 400)
    assert len(found.forms) <= 24 and len(found.near) <= 8 and len(found.skills) <= 10
    assert len(found.occupations) == 8
