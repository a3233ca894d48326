"""SmartRecruiters: no text in the list, departments that are {}, companies that are not there."""

from __future__ import annotations

import io
from datetime import UTC, datetime

import pytest

from apps.vacancies.sources.base import Board, Page, PostingInvalid, PostingSkipped
from apps.vacancies.sources.smartrecruiters import SmartRecruiters

SOURCE = SmartRecruiters()
BOARD = Board(slug="acmebakery", company_name="Acme")
DETAIL = {
    "id": "744000000000001",
    "applyUrl": "https://jobs.smartrecruiters.com/AcmeBakery/744000000000001-baker?oga=true",
    "jobAd": {
        "sections": {
            "companyDescription": {"title": "Company", "text": "<p>We bake</p>"},
            "jobDescription": {"title": "Job", "text": "<p>Bake</p>"},
            "qualifications": {"title": "You", "text": "<p>Flour</p>"},
            "additionalInformation": {"title": "More", "text": ""},
        }
    },
}


def item(**changes: object) -> dict[str, object]:
    return {
        "id": "744000000000001",
        "name": "Baker ",
        "refNumber": "REF1A",
        "company": {"identifier": "AcmeBakery", "name": "Acme Bakery"},
        "releasedDate": "2026-03-01T12:00:00.000Z",
        "location": {
            "city": "Porto", "region": "Porto", "country": "pt", "remote": False, "hybrid": True, "latitude": "41.1",
            "fullLocation": "Porto, Portugal",
        },
        "department": {},
        "function": {"id": "production", "label": "Production"},
        "typeOfEmployment": {"id": "permanent", "label": "Full-time"},
        "experienceLevel": {"id": "associate", "label": "Associate"},
        "visibility": "PUBLIC",
        "language": {"code": "pt", "label": "Portuguese"},
    } | changes  # fmt: skip


def test_parse_reads_every_field() -> None:
    draft = SOURCE.parse(item(), BOARD)
    assert draft.url == draft.apply_url == "https://jobs.smartrecruiters.com/AcmeBakery/744000000000001"
    assert draft.posted_at == datetime(2026, 3, 1, 12, tzinfo=UTC)
    assert (draft.company_name, draft.department, draft.remote) == ("Acme Bakery", "Production", "hybrid")
    assert (draft.seniority, draft.language, draft.requisition_id) == ("Associate", "pt", "REF1A")
    assert draft.locations == ("Porto, Portugal",)
    assert [(claim.city, claim.country) for claim in draft.addresses] == [("Porto", "PT")]
    assert draft.description_html == ""


def test_the_detail_brings_text_and_application_link() -> None:
    bare = item()
    merged = SOURCE.merge_detail(bare, DETAIL)
    assert "detail" not in bare
    draft = SOURCE.parse(merged, BOARD)
    assert (
        draft.description_html
        == "<h3>Company</h3><p>We bake</p>\n<h3>Job</h3><p>Bake</p>\n<h3>You</h3><p>Flour</p>"
    )
    assert draft.apply_url.endswith("oga=true")
    request = SOURCE.detail_request("acmebakery", bare, "http://127.0.0.1:9/")
    assert request.url == "http://127.0.0.1:9/v1/companies/acmebakery/postings/744000000000001"


def test_fillers_are_not_data() -> None:
    draft = SOURCE.parse(item(experienceLevel={"label": "Not Applicable"}, company=None), BOARD)
    assert (draft.seniority, draft.company_name) == ("", "Acme")
    assert draft.url.endswith("/acmebakery/744000000000001")


def test_what_is_not_public_is_skipped_and_what_is_broken_refused() -> None:
    with pytest.raises(PostingSkipped):
        SOURCE.parse(item(visibility="INTERNAL"), BOARD)
    for changes in (
        {"name": None},
        {"company": "Acme"},
        {"location": {"remote": "no"}},
        {"releasedDate": "soon"},
    ):
        with pytest.raises(PostingInvalid):
            SOURCE.parse(item(**changes), BOARD)


def test_pages_and_an_unknown_company() -> None:
    assert SOURCE.first_request("acme").url.endswith(
        "/v1/companies/acme/postings?limit=100&offset=0&status=PUBLIC"
    )
    following = SOURCE.next_request("acme", Page(number=0, items=100), {"1"})
    assert following is not None
    assert "offset=100&" in following.url
    assert SOURCE.next_request("acme", Page(number=1, items=100), set()) is None
    # It answers like a company with nothing open: that nothing is closed by it is the pipeline's alarm.
    assert list(SOURCE.iter_items(io.BytesIO(b'{"offset":0,"limit":100,"totalFound":0,"content":[]}'))) == []
    assert SOURCE.next_request("acme", Page(number=0, items=0), set()) is None


@pytest.mark.parametrize(
    ("url", "found"),
    [
        ("https://jobs.smartrecruiters.com/AcmeBakery/744000000000001-baker?trid=1", ("AcmeBakery", "744000000000001")),
        ("https://careers.smartrecruiters.com/AcmeBakery", ("AcmeBakery", "")),
        ("https://api.smartrecruiters.com/v1/companies/acme/postings/74", ("acme", "74")),
        ("https://jobs.smartrecruiters.com.example.com/AcmeBakery", None),
    ],
)  # fmt: skip
def test_recognise(url: str, found: tuple[str, str] | None) -> None:
    assert SOURCE.recognise_posting(url) == found
