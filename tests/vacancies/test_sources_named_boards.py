"""Eightfold and Comeet: boards that are named by two things."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from apps.vacancies.sources.base import Board, Page, PostingInvalid
from apps.vacancies.sources.comeet import Comeet
from apps.vacancies.sources.eightfold import Eightfold

EIGHTFOLD = Board(slug="acme/acme.example", company_name="Acme Bakery")
COMEET = Board(slug="A1.002/9F0B", company_name="Acme Bakery")


def position(**changes: object) -> dict[str, object]:
    return {
        "id": 446700000001,
        "name": "Baker",
        "location": "Porto, Portugal",
        "locations": ["Porto, Portugal", "Lyon, France"],
        "department": "Ovens",
        "business_unit": "Bread",
        "t_create": 1772366400,
        "t_update": 1772452800,
        "display_job_id": "R-9",
        "canonicalPositionUrl": "https://acme.eightfold.ai/careers/job/446700000001",
        "job_description": "",
        "work_location_option": "hybrid",
    } | changes


def test_eightfold_reads_list_and_detail() -> None:
    source = Eightfold()
    draft = source.parse(
        source.merge_detail(position(), {"job_description": "<p>Bread</p>", "id": 1}), EIGHTFOLD
    )
    assert (draft.source_id, draft.requisition_id, draft.remote) == ("446700000001", "R-9", "hybrid")
    assert draft.posted_at == datetime(2026, 3, 1, 12, tzinfo=UTC)
    assert (draft.locations, draft.description_html) == (("Porto, Portugal", "Lyon, France"), "<p>Bread</p>")
    bare = source.parse(
        position(locations=None, canonicalPositionUrl=None, department=None), Board(slug="acme/a.com")
    )
    assert (bare.company_name, bare.locations, bare.department) == ("acme", ("Porto, Portugal",), "Bread")
    assert bare.url == draft.url


def test_eightfold_requests() -> None:
    source = Eightfold()
    listed = "https://acme.eightfold.ai/api/apply/v2/jobs"
    assert source.first_request(EIGHTFOLD.slug).url == f"{listed}?domain=acme.example&start=0&num=10"
    following = source.next_request(EIGHTFOLD.slug, Page(number=0, items=10), {"1"})
    assert following is not None
    assert "start=10&" in following.url
    assert (
        source.detail_request(EIGHTFOLD.slug, position()).url == f"{listed}/446700000001?domain=acme.example"
    )
    assert source.recognise_posting("https://acme.eightfold.ai/careers/job/446700000001-baker") == (
        "",
        "446700000001",
    )
    assert source.recognise("https://acme.eightfold.ai/careers/job/446700000001") is None
    for name in ("acme", "acme/../x", "a.b/acme.com"):
        with pytest.raises(PostingInvalid):
            source.first_request(name)


def opening(**changes: object) -> dict[str, object]:
    return {
        "uid": "1B.234",
        "name": "Baker",
        "department": "Ovens",
        "url_active_page": "https://jobs.example.com/baker",
        "url_comeet_hosted_page": "https://www.comeet.com/jobs/acme/A1.002/baker/1B.234",
        "employment_type": "Full-time",
        "experience_level": "Senior",
        "location": {"name": "HQ", "city": "Porto", "country": "PT", "state": None, "is_remote": True},
        "workplace_type": None,
        "time_updated": "2026-03-01T12:00:00Z",
        "company_name": "Acme Bakery Ltd",
        "details": [
            {"name": "Requirements", "value": "<p>Flour</p>", "order": 2},
            {"name": "Description", "value": "<p>Bread</p>", "order": 1},
            {"name": "Notes", "value": None, "order": None},
        ],
    } | changes


def test_comeet_reads_every_field() -> None:
    draft = Comeet().parse(opening(), COMEET)
    assert draft.description_html == "<h3>Description</h3><p>Bread</p>\n<h3>Requirements</h3><p>Flour</p>"
    assert (draft.remote, draft.company_name, draft.seniority) == ("remote", "Acme Bakery Ltd", "Senior")
    assert (draft.url, draft.posted_at) == ("https://jobs.example.com/baker", None)
    assert draft.updated_at == datetime(2026, 3, 1, 12, tzinfo=UTC)
    assert [(claim.text, claim.city, claim.country) for claim in draft.addresses] == [("HQ", "Porto", "PT")]
    assert Comeet().parse(opening(workplace_type="On-site"), COMEET).remote == "onsite"


def test_comeet_never_shows_its_token_as_a_name() -> None:
    draft = Comeet().parse(opening(company_name=None), Board(slug=COMEET.slug))
    assert draft.company_name == ""
    assert "9F0B" not in Comeet().board_url(COMEET.slug) + draft.url + draft.apply_url


def test_comeet_requests() -> None:
    assert Comeet().first_request(COMEET.slug).url == (
        "https://www.comeet.co/careers-api/2.0/company/A1.002/positions?token=9F0B&details=true"
    )
    for name in ("A1.002", "A1.002/9F0B&x=1", "../9F0B"):
        with pytest.raises(PostingInvalid):
            Comeet().first_request(name)
    with pytest.raises(PostingInvalid):
        Comeet().parse(opening(url_active_page="", url_comeet_hosted_page=""), COMEET)
