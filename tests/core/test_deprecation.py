"""What goes away says so: in its answers, in the schema, on a page. Nothing of ours does; this viewset is the test's own."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import include, path
from django.utils.http import parse_http_date
from drf_spectacular.generators import SchemaGenerator
from pytest_django.fixtures import Settings
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from apps.core.api import deprecation
from apps.core.api.operations import Deprecation, operation
from apps.core.api.serializers import StrictSerializer
from apps.core.api.viewsets import FootholdViewSet
from apps.core.errors import Conflict

SINCE, SUNSET = date(2026, 3, 1), date(2026, 12, 24)
GOING = Deprecation(since=SINCE, sunset=SUNSET, instead="getNewThing")


class ThingSerializer(StrictSerializer):
    name = serializers.CharField()


class OldThingViewSet(FootholdViewSet):
    """Things, as they were."""

    noun = "OldThing"
    tags = ("things",)
    scoped_by_workspace = False

    @operation(id="getOldThing", response=ThingSerializer, public=True, deprecated=GOING)
    def retrieve(self, request: Request) -> Response:
        """A thing as it was."""
        return Response({"name": "old"}, headers={"Link": '</next/>; rel="next"'})

    @operation(id="createOldThing", response=ThingSerializer, public=True, problems=(409,), deprecated=GOING)
    def create(self, request: Request) -> None:
        """A thing that cannot be made any more."""
        raise Conflict()


class NewThingViewSet(FootholdViewSet):
    """Things, as they are."""

    noun = "NewThing"
    tags = ("things",)
    scoped_by_workspace = False

    @operation(id="getNewThing", response=ThingSerializer, public=True)
    def retrieve(self, request: Request) -> dict[str, str]:
        """A thing as it is."""
        return {"name": "new"}


urlpatterns = [
    path("", include("project.urls")),
    path("api/v1/old-things/", OldThingViewSet.as_view({"get": "retrieve", "post": "create"})),
    path("api/v1/new-things/", NewThingViewSet.as_view({"get": "retrieve"})),
]
OLD, NEW = "/api/v1/old-things/", "/api/v1/new-things/"


@pytest.fixture
def client(engines: None, settings: Settings) -> Client:
    settings.ROOT_URLCONF = __name__
    return Client()


def says_it(answer: Any) -> bool:
    """Whether the answer carries the headers, and they can be read as the RFCs write them."""
    if "Deprecation" not in answer.headers:
        return False
    since = datetime.fromtimestamp(int(answer.headers["Deprecation"].removeprefix("@")), UTC)
    sunset = datetime.fromtimestamp(parse_http_date(answer.headers["Sunset"]), UTC)
    assert (since.date(), sunset.date()) == (SINCE, SUNSET)
    assert '</migrations/>; rel="deprecation"; type="text/html"' in answer.headers["Link"]
    return True


def test_answers_say_it(client: Client) -> None:
    answer = client.get(OLD)
    assert says_it(answer)
    assert answer.headers["Deprecation"] == "@1772323200"
    assert answer.headers["Sunset"] == "Thu, 24 Dec 2026 00:00:00 GMT"
    assert answer.headers["Link"].startswith('</next/>; rel="next", </migrations/>')


def test_refusals_and_304_say_it_too(client: Client) -> None:
    refused = client.post(OLD)
    same = client.get(OLD, headers={"if-none-match": client.get(OLD).headers["ETag"]})
    assert [(a.status_code, says_it(a)) for a in (refused, same)] == [(409, True), (304, True)]


def test_what_stays_says_nothing(client: Client) -> None:
    answer = client.get(NEW)
    assert (answer.status_code, says_it(answer)) == (200, False)
    assert not {"Sunset", "Link"} & set(answer.headers)


def test_schema_says_it(client: Client) -> None:
    paths = SchemaGenerator(urlconf=__name__).get_schema(request=None, public=True)["paths"]  # type: ignore[no-untyped-call]  # the library has no types
    old, new = paths[OLD]["get"], paths[NEW]["get"]
    assert (old["deprecated"], "deprecated" in new) == (True, False)
    assert old["description"].endswith(
        "Deprecated since 2026-03-01, gone on 2026-12-24: use `getNewThing` instead."
    )
    assert old["summary"] == "A thing as it was"


def test_page_tells_people(client: Client) -> None:
    answer: HttpResponse = client.get("/migrations/")  # type: ignore[assignment]  # the test client's own subclass
    text = answer.content.decode()
    assert answer.status_code == 200
    for told in (
        "getOldThing",
        "createOldThing",
        f"GET {OLD}",
        "2026-03-01",
        "2026-12-24",
        "getNewThing",
    ):
        assert told in text, told
    assert NEW not in text


def test_page_is_honest_while_nothing_is_deprecated() -> None:
    assert list(deprecation.deprecated_operations()) == []
    assert "Nothing is deprecated" in Client().get("/migrations/").content.decode()
