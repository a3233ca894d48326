"""`manage.py verify_boards`: which boards answer."""

from __future__ import annotations

import io
import json

import pytest
from django.core.management import call_command

from apps.core.db import as_system
from apps.vacancies.models import Source, SourceRun
from tests.core.misbehaving import serving
from tests.vacancies.board_server import allowed, job, show, spec_of

pytestmark = pytest.mark.usefixtures("database")


def test_each_enabled_board_is_asked_once_and_nothing_is_written() -> None:
    with serving() as server, allowed(server):
        show(server, [job(n) for n in range(3)])
        with as_system():
            Source.objects.create(kind="generic", board="here", spec=spec_of(server))
            Source.objects.create(kind="greenhouse", board="gone", base_url=server.url(""))
            Source.objects.create(kind="lever", board="off", is_enabled=False)
            Source.objects.create(kind="reed", board="all")
        server.answers["/v1/boards/gone/jobs"] = [(404, {}, b"")]
        out = io.StringIO()
        call_command("verify_boards", "--json", stdout=out)
        found = {each["board"]: each for each in map(json.loads, out.getvalue().splitlines())}
        assert {name: each["postings"] for name, each in found.items()} == {"here": 3, "gone": 0, "all": 0}
        assert found["here"]["fault"] == "" and found["here"]["last_ok_at"] is None
        assert "404" in found["gone"]["fault"]
        assert "api_key" in found["all"]["fault"]
        out = io.StringIO()
        call_command("verify_boards", kind="generic", stdout=out)
        assert out.getvalue().splitlines()[-1] == "1 of 1 boards answer"
        assert len(server.seen("/jobs.json")) == 2
    with as_system():
        assert SourceRun.objects.count() == 0
