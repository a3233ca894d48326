"""Proposals: sent once, whoever asks how often, and wherever it is cut off. Against the marketplace on loopback."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from decimal import Decimal
from typing import Any
from uuid import uuid4

import pytest
from django.db import connections

from apps.core.db import acting, as_system
from apps.core.errors import AppError, Conflict, NotFound, UpstreamError, ValidationFailed
from apps.events.models import Event
from apps.vacancies.marketplace.proposals import submit_proposal
from apps.vacancies.models import Proposal
from apps.vacancies.sources.graphql import GraphqlRefused
from tests.factories.accounts import Person
from tests.upwork_server import UpworkServer
from tests.vacancies.marketplace import connect, connection, make_own, upwork

pytestmark = pytest.mark.usefixtures("database")


@pytest.fixture
def server(database: None, monkeypatch: pytest.MonkeyPatch) -> Iterator[UpworkServer]:
    with upwork(monkeypatch) as running:
        yield running


@pytest.fixture
def vacancy_id(member: Person, server: UpworkServer) -> Any:
    connect(member)
    return make_own(member, source_id="900001").pk


def submit(person: Person, vacancy_id: Any, key: str = "one", **said: Any) -> Proposal:
    return submit_proposal(
        caller=person.caller,
        vacancy_id=vacancy_id,
        key=key,
        **{"cover_letter": "I repair cranes.", "confirm": True, **said},
    )


def state(person: Person) -> tuple[str, str]:
    with acting(person.caller):
        row = Proposal.objects.get()
    return row.state, row.fault


def test_a_proposal_is_sent_and_its_receipt_kept(
    member: Person, server: UpworkServer, vacancy_id: Any
) -> None:
    row = submit(member, vacancy_id, amount=Decimal("450.50"))
    assert (row.state, row.platform_id, row.platform_status) == ("sent", "p1", "SUBMITTED")
    assert row.submitted_at is not None and row.submitted_at.isoformat() == "2026-11-20T10:00:00+00:00"
    assert server.proposals == [
        {
            "jobPostingId": "900001",
            "coverLetter": "I repair cranes.",
            "amount": 450.5,
            "clientMutationId": "one",
        }
    ]
    assert connection(member).status == "working"
    with as_system():
        states = [
            event.payload["state"] for event in Event.objects.filter(type="proposal.updated").order_by("id")
        ]
    assert states == ["sending", "sent"]


def test_the_same_key_sends_once(member: Person, server: UpworkServer, vacancy_id: Any) -> None:
    first, second = submit(member, vacancy_id), submit(member, vacancy_id)
    assert (first.pk, first.platform_id) == (second.pk, second.platform_id)
    assert len(server.proposals) == 1
    assert submit(member, vacancy_id, key="two").platform_id == "p2"
    with pytest.raises(Conflict, match="another proposal"):
        submit(member, vacancy_id, cover_letter="Something else.")


def test_of_many_at_once_one_is_sent(member: Person, server: UpworkServer, vacancy_id: Any) -> None:
    def one(_: int) -> str:
        try:
            return submit(member, vacancy_id).state
        except Conflict:
            return "conflict"
        finally:
            connections.close_all()

    with ThreadPoolExecutor(4) as pool:
        answers = list(pool.map(one, range(8)))
    assert len(server.proposals) == 1
    assert set(answers) <= {"sent", "conflict"} and "sent" in answers
    assert state(member) == ("sent", "")


def test_what_was_refused_may_be_sent_again(member: Person, server: UpworkServer, vacancy_id: Any) -> None:
    server.instead.append((200, {}, b'{"errors": [{"message": "Not enough connects"}]}'))
    with pytest.raises(GraphqlRefused, match="Not enough connects"):
        submit(member, vacancy_id)
    assert state(member) == ("refused", "Not enough connects")
    assert submit(member, vacancy_id).state == "sent"
    assert len(server.proposals) == 1


@pytest.mark.parametrize(
    "answer", [(500, {}, b"{}"), (200, {}, b"<html>"), (200, {}, b'{"data": {"submitProposal": null}}')]
)
def test_what_may_have_arrived_is_not_sent_again(
    member: Person, server: UpworkServer, vacancy_id: Any, answer: Any
) -> None:
    server.instead.append(answer)
    with pytest.raises(UpstreamError):
        submit(member, vacancy_id)
    assert state(member)[0] == "unknown"
    with pytest.raises(Conflict, match="not known"):
        submit(member, vacancy_id)
    # One request, and no attempt more.
    assert len(server.asked) == 1


def test_who_is_cut_off_while_sending_sends_no_second(
    member: Person, server: UpworkServer, vacancy_id: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As after a kill: the row says that it is on its way, and nobody came back."""

    class Killed(BaseException):
        pass

    def killed(*_: object, **__: object) -> None:
        raise Killed

    with monkeypatch.context() as patch:
        patch.setattr("apps.vacancies.marketplace.proposals._receipt", killed)
        with pytest.raises(Killed):
            submit(member, vacancy_id)
    assert (state(member)[0], len(server.proposals)) == ("sending", 1)
    with pytest.raises(Conflict, match="not known"):
        submit(member, vacancy_id)
    assert len(server.proposals) == 1


@pytest.mark.parametrize(
    ("said", "fault"),
    [({"confirm": False}, ValidationFailed), ({"vacancy_id": uuid4()}, NotFound)],
    ids=["unconfirmed", "no such vacancy"],
)
def test_nothing_leaves_unasked(
    member: Person, server: UpworkServer, vacancy_id: Any, said: Any, fault: type[AppError]
) -> None:
    with pytest.raises(fault):
        submit(member, **{"vacancy_id": vacancy_id, **said})
    with acting(member.caller):
        assert not Proposal.objects.exists()
    assert server.asked == []


def test_whose_posting_and_whose_account(
    member: Person, stranger: Person, server: UpworkServer, vacancy_id: Any
) -> None:
    with pytest.raises(NotFound):
        submit(stranger, vacancy_id)
    with pytest.raises(ValidationFailed):
        submit(member, make_own(member, source="own").pk)
    with pytest.raises(Conflict, match="Connect your own"):
        submit(stranger, make_own(stranger, source_id="9").pk)
    with acting(stranger.caller):
        assert not Proposal.objects.exists()
    assert server.asked == []
