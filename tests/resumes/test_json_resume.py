"""JSON Resume goes in and comes out the same, edits win over kept originals, and other formats are refused."""

from __future__ import annotations

import copy
import json
from pathlib import Path
from typing import Any, cast

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from apps.core.errors import UnprocessableFile
from apps.resumes.content import Link, ResumeContent, empty_content, empty_work
from apps.resumes.json_resume import from_json_resume, to_json_resume
from apps.resumes.json_resume_extra import carry_extra
from apps.resumes.json_resume_fields import BASICS, DATE_TEXT, PLACE, SECTIONS, TEXT, TEXTS, Item

ANY_JSON = st.sampled_from(
    [None, True, False, 0, -1.5, "", "é", [], {}, ["a", None], [{"b": 1}], {"c": {"d": [2]}}]
)
SAID = st.text(max_size=9) | st.sampled_from([None, 0, -2.5, 1e300, "x.y", "Ünï", " "])
DATES = st.sampled_from(
    ["", "2019", "2019-04", "2019-04-30", "2019-13", "spring 2019", "Present", 2019, None]
)
PARTS = st.dictionaries(
    st.sampled_from(["address", "city", "region", "postalCode", "countryCode", "x"]), SAID
)
VALUES = {
    id(TEXT): SAID,
    id(DATE_TEXT): DATES,
    id(TEXTS): st.none() | st.lists(SAID, max_size=3),
    id(PLACE): st.none() | st.text(max_size=9) | PARTS,
}


def documents_of(item: Item) -> st.SearchStrategy[dict[str, Any]]:
    """Objects with any of the item's keys, right values or null in them, and strangers among them."""
    known: dict[str, st.SearchStrategy[Any]] = {}
    for field in item.fields:
        known[field.key] = ANY_JSON if field.ours else VALUES[id(field.kind)]
        if field.older:
            known[field.older] = ANY_JSON
    for section in item.sections:
        known[section.key] = st.none() | st.lists(elements_of(section.item), max_size=3)
    if item.span:
        known["isCurrent"] = ANY_JSON
    strangers = st.dictionaries(
        st.text(max_size=4) | st.sampled_from(["a.b", "0", "~1", "."]), ANY_JSON, max_size=2
    )
    placed = set(known)
    return st.builds(
        lambda left, right: {key: entry for key, entry in left.items() if key not in placed} | right,
        strangers,
        st.fixed_dictionaries({}, optional=known),
    )


def elements_of(item: Item) -> st.SearchStrategy[Any]:
    """Items of a list; a skill may be a bare text."""
    bare = item.widen("x") != "x"
    return documents_of(item) | st.text(max_size=8) if bare else documents_of(item)


DOCUMENT = Item((), SECTIONS)
DOCUMENTS = st.builds(
    lambda rest, basics: {**rest, "basics": basics}, documents_of(DOCUMENT), st.none() | documents_of(BASICS)
)


@given(DOCUMENTS)
@settings(max_examples=150)
def test_any_document_comes_out_the_same(document: dict[str, Any]) -> None:
    if isinstance(document.get("meta"), dict) and "FRESH" in str(document["meta"]).upper():
        return
    before = json.dumps(document, sort_keys=True)
    assert json.dumps(to_json_resume(from_json_resume(document)), sort_keys=True) == before


def contents() -> st.SearchStrategy[ResumeContent]:
    """Contents as people write them: no extras, and only a first link without a name."""
    word, date = st.text(max_size=9), st.sampled_from(["", "2019", "2019-04", "2019-04-30"])
    kinds = {id(TEXT): word, id(DATE_TEXT): date, id(TEXTS): st.lists(word, max_size=3), id(PLACE): word}

    def items(item: Item) -> st.SearchStrategy[dict[str, Any]]:
        fields = {field.name: kinds[id(field.kind)] for field in item.fields}
        return st.fixed_dictionaries(fields | ({"is_current": st.booleans()} if item.span else {}))

    named = st.fixed_dictionaries(
        {"name": st.text(min_size=1, max_size=6), "url": st.text(min_size=1, max_size=6)}
    )
    site = st.lists(st.text(min_size=1, max_size=6).map(lambda url: {"name": "", "url": url}), max_size=1)
    contact = st.fixed_dictionaries(
        dict.fromkeys(("full_name", "email", "phone", "address", "headline"), word)
        | {"links": st.builds(lambda first, rest: first + rest, site, st.lists(named, max_size=2))}
    )
    lists = {section.name: st.lists(items(section.item), max_size=2) for section in SECTIONS}
    whole = st.fixed_dictionaries({"contact_info": contact, "summary": word, **lists, "extra": st.just([])})
    return whole.map(lambda content: cast(ResumeContent, content))


@given(contents())
@settings(max_examples=100)
def test_any_content_survives_the_way_through_json_resume(content: ResumeContent) -> None:
    assert from_json_resume(json.loads(json.dumps(to_json_resume(content)))) == content


def test_fields_find_their_places() -> None:
    content = from_json_resume(
        {
            "basics": {
                "name": "Ada Beispiel",
                "label": "Toolmaker",
                "url": "https://ada.example.com",
                "location": {
                    "address": "1 Mill Lane",
                    "city": "Ulm",
                    "postalCode": "89073",
                    "countryCode": "DE",
                },
                "profiles": [
                    {"network": "GitLab", "username": "ada", "url": "https://gitlab.example.com/ada"}
                ],
            },
            "work": [
                {"name": "Cogwerk", "position": "Fitter", "startDate": "2019-04", "highlights": ["Cut gears"]}
            ],
            "education": [{"institution": "Ulm", "area": "Mechanics", "studyType": "BSc", "score": 1.3}],
            "skills": ["Milling", {"name": "Metals", "level": "Master", "keywords": ["Brass"]}],
            "interests": [{"name": "Clocks"}],
        }
    )
    assert content["contact_info"] == {
        "full_name": "Ada Beispiel",
        "email": "",
        "phone": "",
        "address": "1 Mill Lane, Ulm, 89073, DE",
        "headline": "Toolmaker",
        "links": [
            {"name": "", "url": "https://ada.example.com"},
            {"name": "GitLab", "url": "https://gitlab.example.com/ada"},
        ],
    }
    work = empty_work() | {
        "company": "Cogwerk", "position": "Fitter", "start_date": "2019-04", "is_current": True,
        "responsibilities": ["Cut gears"],
    }  # fmt: skip
    assert content["work_experience"] == [work]
    assert content["education"][0]["gpa"] == "1.3"
    assert content["skills"] == [
        {"name": "Milling", "keywords": []},
        {"name": "Metals", "keywords": ["Brass"]},
    ]
    assert {entry["path"]: entry["json"] for entry in content["extra"]} == {
        "basics.location": {
            "address": "1 Mill Lane",
            "city": "Ulm",
            "postalCode": "89073",
            "countryCode": "DE",
        },
        "basics.profiles.0.username": "ada",
        "education.0.score": 1.3,
        "skills.0": "Milling",
        "skills.1.level": "Master",
        "interests": [{"name": "Clocks"}],
    }


def test_an_edit_wins_over_the_kept_original() -> None:
    content = from_json_resume(
        {
            "basics": {
                "location": {"city": "Ulm", "countryCode": "DE"},
                "profiles": [{"url": "https://a.example"}],
            },
            "work": [{"company": "Old name of version 0", "endDate": "Present"}],
            "education": [{"score": 3.5}],
            "skills": ["Milling"],
        }
    )
    assert content["work_experience"][0]["company"] == "Old name of version 0"
    assert content["work_experience"][0]["is_current"] is True
    content["contact_info"]["address"] = "Basel, CH"
    content["contact_info"]["links"][0] = Link(name="Blog", url="https://a.example")
    content["work_experience"][0].update({"company": "New name", "end_date": "2024-02", "is_current": False})
    content["education"][0]["gpa"] = "4.0"
    content["skills"][0]["keywords"] = ["Steel"]
    assert to_json_resume(content) == {
        "basics": {
            "location": {"address": "Basel, CH"},
            "profiles": [{"network": "Blog", "url": "https://a.example"}],
        },
        "work": [{"name": "New name", "endDate": "2024-02"}],
        "education": [{"score": "4.0"}],
        "skills": [{"name": "Milling", "keywords": ["Steel"]}],
    }


def test_an_end_in_unknown_words_is_an_end() -> None:
    work = from_json_resume({"work": [{"name": "Cogwerk", "startDate": "2015", "endDate": "spring of 2016"}]})
    assert work["work_experience"][0]["is_current"] is False


def test_the_empty_document_is_the_empty_content() -> None:
    assert from_json_resume({}) == empty_content()
    assert to_json_resume(empty_content()) == {}


@pytest.mark.parametrize(
    ("document", "attrs"),
    [
        ({"basics": []}, ["basics"]),
        ({"basics": {"name": ["Ada"], "email": {"at": 1}}}, ["basics.name", "basics.email"]),
        ({"work": {"name": "Cogwerk"}}, ["work"]),
        ({"work": ["Cogwerk"]}, ["work.0"]),
        ({"work": [{"highlights": "Cut gears"}]}, ["work.0.highlights"]),
        ({"work": [{"name": True}]}, ["work.0.name"]),
        ({"basics": {"location": 7}}, ["basics.location"]),
        ({"skills": [{"keywords": [["deep"]]}]}, ["skills.0.keywords"]),
    ],
)
def test_wrong_types_are_named(document: dict[str, Any], attrs: list[str]) -> None:
    with pytest.raises(UnprocessableFile) as refused:
        from_json_resume(document)
    assert [(error.attr, error.code) for error in refused.value.errors] == [
        (attr, "wrong_type") for attr in attrs
    ]


@pytest.mark.parametrize(
    "document",
    [
        {"name": "Ada", "meta": {"format": "FRESH@0.6.0"}, "employment": {"history": []}},
        {"personalInfo": {"name": "Ada"}, "workExperience": []},
        {"title": "a job", "company": "Cogwerk"},
        ["basics"],
        "basics",
        None,
    ],
)
def test_other_formats_are_refused(document: Any) -> None:
    with pytest.raises(UnprocessableFile):
        from_json_resume(document)


def test_extras_follow_their_items() -> None:
    before = from_json_resume(
        {
            "work": [{"name": "A", "url": "a"}, {"name": "B", "url": "b"}, {"name": "C", "url": "c"}],
            "basics": {
                "profiles": [{"network": "X", "url": "x", "username": "me"}, {"network": "Y", "url": "y"}]
            },
            "interests": ["Clocks"],
        }
    )
    after = copy.deepcopy(before)
    first, _, third = after["work_experience"]
    third["position"] = "Fitter"
    after["work_experience"] = [empty_work() | {"company": "New"}, third, first]
    after["contact_info"]["links"].reverse()
    after["extra"] = carry_extra(before, after)
    assert to_json_resume(after) == {
        "work": [{"name": "New"}, {"name": "C", "position": "Fitter", "url": "c"}, {"name": "A", "url": "a"}],
        "basics": {
            "profiles": [{"network": "Y", "url": "y"}, {"network": "X", "url": "x", "username": "me"}]
        },
        "interests": ["Clocks"],
    }
    assert carry_extra(before, before) == before["extra"]


@pytest.mark.shared
@pytest.mark.parametrize("name", ["sample.resume", "career-changer.resume", "starter-resume.jrs"])
def test_recorded_resumes_come_out_the_same(shared_data: Path, name: str) -> None:
    document = json.loads((shared_data / f"jsonresume/{name}.json").read_text())
    content = from_json_resume(document)
    assert content["contact_info"]["full_name"]
    assert all(job["company"] and job["position"] for job in content["work_experience"])
    assert to_json_resume(content) == document


@pytest.mark.shared
def test_every_case_of_the_standards_own_tests_comes_out_the_same(shared_data: Path) -> None:
    cases = [
        document
        for path in sorted((shared_data / "jsonresume/schema_tests").glob("*.json"))
        for document in json.loads(path.read_text()).values()
    ]
    assert len(cases) > 50
    for document in cases:
        assert to_json_resume(from_json_resume(document)) == document


@pytest.mark.shared
@pytest.mark.parametrize("name", ["resumematcher_master", "sample.job", "job-schema", "schema"])
def test_recorded_files_of_other_formats_are_refused(shared_data: Path, name: str) -> None:
    with pytest.raises(UnprocessableFile):
        from_json_resume(json.loads((shared_data / f"jsonresume/{name}.json").read_text()))
