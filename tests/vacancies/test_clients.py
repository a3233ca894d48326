"""Marketplace clients: kept by what was said last, scored, refreshed with a member's own account."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

import pytest
from django.db import connections
from django.test.utils import CaptureQueriesContext

from apps.core.db import acting, as_system
from apps.events.models import Event
from apps.jobs import runner
from apps.jobs.models import Status, Task
from apps.vacancies.marketplace import clients
from apps.vacancies.models import MarketplaceClient, OwnVacancy
from apps.vacancies.sources.offers import ClientClaim, Review
from tests.factories.accounts import Person, make_person
from tests.upwork_server import UpworkServer, posting, profile
from tests.vacancies.board_server import add, read
from tests.vacancies.marketplace import JSON, connect, connection, make_client, make_own, upwork

pytestmark = pytest.mark.usefixtures("database")
CLAIM = ClientClaim(
    platform="upwork", platform_id="c1", name="Quayside", hire_rate=0.8, total_spent=Decimal(500)
)


@pytest.fixture
def server(database: None, monkeypatch: pytest.MonkeyPatch) -> Iterator[UpworkServer]:
    with upwork(monkeypatch) as running:
        yield running


def remember(person: Person, *claims: ClientClaim | None) -> dict[str, MarketplaceClient]:
    with acting(person.caller):
        return clients.remember(person.caller.workspace_id, claims)


def refresh(person: Person, client_id: object) -> Task:
    answer = person.client.post(f"/api/v1/companies/{client_id}/refresh/", content_type=JSON)
    assert answer.status_code == 202, answer.content
    runner.run(answer.json()["id"], is_global=False)
    with as_system():
        return Task.objects.get(pk=answer.json()["id"])


def test_a_client_is_kept_once_and_by_workspace(member: Person, stranger: Person) -> None:
    first = remember(member, CLAIM, None, replace(CLAIM, platform_id=""))["c1"]
    assert (first.name, first.hire_rate, first.score) == ("Quayside", 0.8, 52)
    again = remember(member, replace(CLAIM, name="Quayside & Co", hire_rate=None))["c1"]
    assert (again.pk, again.name, again.hire_rate) == (first.pk, "Quayside & Co", 0.8)
    assert remember(stranger, CLAIM)["c1"].pk != first.pk
    with acting(member.caller):
        assert MarketplaceClient.objects.count() == 1


def test_what_a_search_does_not_say_does_not_undo_what_a_profile_said(member: Person) -> None:
    full = replace(CLAIM, rating=5.0, reviews=(Review(rating=5.0, comment="Good."),), jobs_posted=3)
    before = remember(member, full)["c1"]
    after = remember(member, CLAIM)["c1"]
    assert (after.score, after.rating, after.reviews_count) == (before.score, 5.0, 1)


def test_as_many_queries_for_one_as_for_twenty(member: Person) -> None:
    counts = []
    for number in (1, 5, 20):
        claims = [replace(CLAIM, platform_id=f"{number}-{n}") for n in range(number)]
        with acting(member.caller), CaptureQueriesContext(connections["default"]) as queries:
            clients.remember(member.caller.workspace_id, claims)
        counts.append(len(queries))
    assert counts[0] == counts[1] == counts[2]


def test_a_board_brings_budgets_and_clients(member: Person, stranger: Person, server: UpworkServer) -> None:
    server.postings = [posting(n) for n in range(60)]
    server.postings[3]["client"] = None
    board = add(member, kind="upwork", board="harbour crane", connection_id=connect(member))
    task = read(member, board["id"])
    assert (task.status, (task.result or {})["outcome"]) == (Status.SUCCEEDED, "complete"), task.result
    assert (task.result or {})["created"] == 60
    listed = member.client.get("/api/v1/vacancies/?budget_min=600&client_score_min=70&q=7").json()
    (row,) = [each for each in listed["results"] if each["source_id"] == "900007"]
    assert row["budget"] == {"type": "fixed", "min": 400.0, "max": 600.0}
    with acting(member.caller):
        client = MarketplaceClient.objects.get(platform_id="c7")
        assert OwnVacancy.objects.get(source_id="900003").client is None
    assert row["client"] == {
        "id": str(client.pk), "name": "Quayside 7", "location": "Norway", "total_spent": 12_500.0, "hire_rate": 0.8,
        "score": client.score,
    }  # fmt: skip
    assert member.client.get("/api/v1/vacancies/?budget_min=601").json()["count"] == 0
    assert member.client.get("/api/v1/vacancies/?client_score_min=100").json()["count"] == 0
    assert stranger.client.get("/api/v1/vacancies/").json()["count"] == 0
    assert connection(member).status == "working"
    assert server.refused == 0


def test_read_again_a_fuller_score_stays(member: Person, server: UpworkServer) -> None:
    server.postings, server.profiles["c1"] = [posting(1)], profile()
    board = add(member, kind="upwork", board="crane", connection_id=connect(member))
    read(member, board["id"])
    with acting(member.caller):
        client = MarketplaceClient.objects.get()
    task = refresh(member, client.pk)
    assert task.status == Status.SUCCEEDED, task.problem
    # The search says less than the profile, and by itself would make a better score.
    server.postings[0] |= {
        "title": "Repair of harbour crane 1, urgent",
        "client": {"id": "c1", "totalSpent": 48_000.0, "hireRate": 0.9},
    }
    read(member, board["id"])
    with acting(member.caller):
        vacancy = OwnVacancy.objects.select_related("client").get()
    assert vacancy.title.endswith("urgent")
    assert vacancy.client is not None
    assert vacancy.client_score == vacancy.client.score == (task.result or {})["score"] == 88
    assert (vacancy.client.rating, vacancy.client.reviews_count) == (4.9, 1)


def test_a_refused_token_marks_the_connection(member: Person, server: UpworkServer) -> None:
    board = add(member, kind="upwork", board="crane", connection_id=connect(member, "stale"))
    task = read(member, board["id"])
    assert (task.result or {})["outcome"] == "failed"
    assert (connection(member).status, connection(member).fault) == (
        "failing", "The token is refused: connect the account again.",
    )  # fmt: skip


def test_errors_in_a_good_answer_end_the_crawl(member: Person, server: UpworkServer) -> None:
    server.instead.append((200, {}, b'{"errors": [{"message": "Unknown field"}], "data": null}'))
    board = add(member, kind="upwork", board="crane", connection_id=connect(member))
    result = read(member, board["id"]).result or {}
    assert (result["outcome"], result["fault"]) == ("failed", "Unknown field")
    assert connection(member).status == "untried"


def test_a_profile_is_read_on_demand(member: Person, server: UpworkServer) -> None:
    connect(member)
    server.profiles["c1"] = profile()
    client = make_client(member)
    vacancy = make_own(member, client=client)
    task = refresh(member, client.pk)
    assert task.result == {"company_id": str(client.pk), "score": 88}
    with acting(member.caller):
        vacancy.refresh_from_db(fields=["client_score"])
        client.refresh_from_db()
    assert vacancy.client_score == 88
    assert (client.company_name, client.jobs_posted, client.fetched_at is not None) == (
        "Quayside Cranes",
        31,
        True,
    )
    with as_system():
        event = Event.objects.get(type="company.refreshed")
    assert (event.workspace_id, event.actor_id) == (member.caller.workspace_id, member.caller.user_id)
    assert connection(member).status == "working"


def test_a_client_who_is_gone_is_told(member: Person, server: UpworkServer) -> None:
    connect(member)
    task = refresh(member, make_client(member).pk)
    assert (task.status, (task.problem or {})["code"]) == (Status.FAILED, "not_found")


def test_who_may_refresh(member: Person, stranger: Person, server: UpworkServer) -> None:
    client = make_client(member)
    url = f"/api/v1/companies/{client.pk}/refresh/"
    answer = member.client.post(url, content_type=JSON)
    assert (answer.status_code, answer.json()["detail"]) == (409, "Connect your own upwork account first.")
    connect(stranger)
    assert stranger.client.post(url, content_type=JSON).status_code == 404
    viewer = make_person(workspace_of=member, role="viewer")
    assert viewer.client.post(url, content_type=JSON).status_code == 403
    assert server.asked == []
