"""Personio: XML, one id twice, no text."""

from __future__ import annotations

import io
from collections.abc import Mapping
from datetime import UTC, datetime

import pytest

from apps.vacancies.sources.base import Board, PostingInvalid
from apps.vacancies.sources.personio import Personio

SOURCE = Personio()
BOARD = Board(slug="acme", company_name="Acme")
POSITION = """<position><id>17</id><subcompany>Acme &amp; Co. KG</subcompany><office>Munich</office>
<additionalOffices><office>Berlin</office><office>Munich</office></additionalOffices><department>Ovens</department>
<recruitingCategory>Bread</recruitingCategory><name>Baker</name><jobDescriptions>
<jobDescription><name>Your day</name><value><![CDATA[<p>Bread &amp; cake</p>]]></value></jobDescription>
<jobDescription><name>You</name><value><![CDATA[<ul><li>Flour</li></ul>]]></value></jobDescription>
</jobDescriptions><employmentType>intern</employmentType><seniority>entry-level</seniority><schedule>full-time</schedule>
<yearsOfExperience>lt-1</yearsOfExperience><createdAt>2026-03-01T12:00:00+01:00</createdAt></position>"""


def read(*positions: str) -> list[Mapping[str, object]]:
    raw = f"<?xml version='1.0' encoding='UTF-8'?>\n<workzag-jobs>{''.join(positions)}</workzag-jobs>"
    return list(SOURCE.iter_items(io.BytesIO(raw.encode())))


def test_parse_reads_every_field() -> None:
    draft = SOURCE.parse(read(POSITION)[0], BOARD)
    assert draft.url == "https://acme.jobs.personio.de/job/17"
    assert draft.posted_at == datetime(2026, 3, 1, 11, tzinfo=UTC)
    assert draft.locations == ("Munich", "Berlin")
    assert draft.description_html == (
        "<h3>Your day</h3><p>Bread &amp; cake</p>\n<h3>You</h3><ul><li>Flour</li></ul>"
    )
    assert (draft.company_name, draft.department) == ("Acme & Co. KG", "Ovens")
    assert (draft.employment_type, draft.seniority) == ("intern full-time", "entry-level")


def test_one_id_twice_is_one_posting_and_the_first_counts() -> None:
    twin = POSITION.replace("Baker", "Bäcker").replace("Munich", "München")
    found = read(POSITION, twin, POSITION.replace("<id>17", "<id>18"))
    assert [item["id"] for item in found] == ["17", "18"]
    assert found[0]["name"] == "Baker"


def test_empty_descriptions_and_offices() -> None:
    bare = "<position><id>17</id><name>Baker</name><jobDescriptions></jobDescriptions><additionalOffices/></position>"
    draft = SOURCE.parse(read(bare)[0], BOARD)
    assert (draft.description_html, draft.locations, draft.posted_at) == ("", (), None)
    assert draft.company_name == "Acme"


@pytest.mark.parametrize(
    "bare",
    [
        "<position><id>17</id></position>",
        "<position><name>Baker</name></position>",
        "<position><id>17</id><name><b>Baker</b></name></position>",
        "<position><id>17</id><name>Baker</name><createdAt>soon</createdAt></position>",
    ],
)
def test_a_broken_position_is_refused(bare: str) -> None:
    with pytest.raises(PostingInvalid):
        SOURCE.parse(read(bare)[0], BOARD)


def test_addresses() -> None:
    assert SOURCE.first_request("acme").url == "https://acme.jobs.personio.de/xml?language=en"
    assert SOURCE.recognise_posting("https://acme.jobs.personio.com/job/17?language=de") == ("acme", "17")
    assert SOURCE.recognise("https://acme.jobs.personio.de/") == "acme"
    assert SOURCE.recognise("https://www.personio.de/jobs") is None
    with pytest.raises(PostingInvalid):
        SOURCE.first_request("acme.example.com/")
