"""`resumes/{id}/render/` and `resume-themes/`."""

from __future__ import annotations

import json

import pytest
from django.test import Client

from apps.core.db import acting
from apps.resumes import selectors, services
from apps.resumes.rendering.outputs import FORMATS
from apps.resumes.sample import sample
from tests.factories.accounts import Person
from tests.factories.resumes import make_resume

pytestmark = pytest.mark.usefixtures("database")

STARTS = {"pdf": b"%PDF-", "png": b"\x89PNG", "json": b"{", "html": b"<!"}


@pytest.mark.parametrize("output", sorted(FORMATS))
def test_every_format(member: Person, output: str) -> None:
    url = f"/api/v1/resumes/{make_resume(member).pk}/render/?format={output}"
    response = member.client.get(url)
    assert response.status_code == 200
    assert response.content.startswith(STARTS.get(output, b""))
    assert response.headers["Content-Disposition"] == f'attachment; filename="Marlo-Quill.{output}"'
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert response.headers["Content-Security-Policy"].startswith("sandbox")
    assert response.headers["Cache-Control"] == "private, no-cache"
    etag = response.headers["ETag"]
    assert member.client.get(url).headers["ETag"] == etag
    assert member.client.get(url, headers={"if-none-match": etag}).status_code == 304


def test_pdf_in_the_first_theme_unless_said(member: Person) -> None:
    url = f"/api/v1/resumes/{make_resume(member).pk}/render/"
    assert member.client.get(url).content == member.client.get(f"{url}?format=pdf&theme=classic").content
    assert member.client.get(url).content != member.client.get(f"{url}?theme=compact").content


def test_an_old_version_and_a_person_without_a_name(member: Person) -> None:
    resume = make_resume(member)
    content = sample()
    content["contact_info"]["full_name"] = "../../\r\n"
    with acting(member.caller):
        row = selectors.get_resume(resume_id=resume.pk, caller=member.caller, lock=True)
        services.update_resume(resume=row, caller=member.caller, changes={"content": content})
    url = f"/api/v1/resumes/{resume.pk}/render/?format=json"
    new, old = member.client.get(url), member.client.get(f"{url}&version=1")
    assert new.headers["Content-Disposition"] == 'attachment; filename="resume.json"'
    assert json.loads(old.content)["basics"]["name"] == "Marlo Quill"
    assert member.client.get(f"{url}&version=3").status_code == 404


def test_what_the_reader_would_miss_is_named(member: Person) -> None:
    resume = make_resume(member, language="xx")
    headers = member.client.get(f"/api/v1/resumes/{resume.pk}/render/?format=txt").headers
    assert headers["X-Render-Warnings"] == "language_unavailable"


@pytest.mark.parametrize("query", ["format=exe", "theme=neon", "version=0", "version=x", "colour=red"])
def test_bad_parameters_are_refused_by_name(member: Person, query: str) -> None:
    response = member.client.get(f"/api/v1/resumes/{make_resume(member).pk}/render/?{query}")
    assert (response.status_code, response.json()["errors"][0]["attr"]) == (400, query.split("=")[0])


def test_a_stranger_gets_nothing(member: Person, stranger: Person) -> None:
    url = f"/api/v1/resumes/{make_resume(member).pk}/render/"
    assert stranger.client.get(url).status_code == 404
    assert stranger.client.get(f"{url}?version=1").status_code == 404


def test_themes_and_their_pictures(member: Person, anonymous: Client) -> None:
    assert anonymous.get("/api/v1/resume-themes/").status_code == 401
    body = member.client.get("/api/v1/resume-themes/").json()
    assert (body["count"], body["next"]) == (3, None)
    assert body["results"][0] == {
        "name": "classic",
        "title": "Classic",
        "description": "A serif page with a centred head and ruled sections.",
        "ats_safe": True,
        "preview_url": "/api/v1/resume-themes/classic/preview/",
    }
    pictures = set()
    for theme in body["results"]:
        picture = anonymous.get(theme["preview_url"])
        assert (picture.status_code, picture.headers["Content-Type"]) == (200, "image/png")
        assert picture.headers["Cache-Control"] == "public, max-age=86400"
        pictures.add(picture.content)
    assert len(pictures) == 3
    assert anonymous.get("/api/v1/resume-themes/neon/preview/").status_code == 404


def test_themes_are_paged_like_every_list(member: Person) -> None:
    names, url = [], "/api/v1/resume-themes/?page_size=2&cursor="
    while url:
        body = member.client.get(url).json()
        names += [theme["name"] for theme in body["results"]]
        url = body["next"]
    assert names == ["classic", "modern", "compact"]
    assert member.client.get("/api/v1/resume-themes/?cursor=rubbish").status_code == 400
