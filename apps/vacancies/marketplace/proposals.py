"""Sending a proposal in a member's name: once, however often it is asked for and wherever it is cut off.

The row is written before the request leaves. A second call with the same key finds it: sent, it is the answer; on its
way, or lost, it is a conflict that says so. Nothing is sent a second time unless the first was refused in so many words.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Final, Protocol
from uuid import UUID

from apps.core.caller import Caller
from apps.core.db import acting
from apps.core.errors import AppError, Conflict, NotFound, UpstreamError, ValidationFailed
from apps.core.http import HostBusy, UpstreamStatus
from apps.events.services import publish
from apps.vacancies.marketplace import upwork
from apps.vacancies.marketplace.accounts import account, connection_of
from apps.vacancies.models import OwnVacancy, Proposal
from apps.vacancies.sources.base import PostingInvalid
from apps.vacancies.sources.graphql import GraphqlRefused
from apps.vacancies.sources.upwork_queries import SUBMIT
from apps.vacancies.sources.values import instant, required, text

State = Proposal.State


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """What is proposed. `amount` is in the posting's own terms: in all, or an hour."""

    posting_id: str
    cover_letter: str
    amount: Decimal | None = None

    @property
    def digest(self) -> str:
        said = json.dumps([self.posting_id, self.cover_letter, str(self.amount)])
        return hashlib.sha256(said.encode()).hexdigest()


@dataclass(frozen=True, slots=True, kw_only=True)
class Receipt:
    """The marketplace's own words for a proposal that it took."""

    id: str
    status: str
    submitted_at: datetime | None


class ProposalPort(Protocol):
    """A marketplace that takes proposals."""

    platform: str

    def submit(self, offer: Offer, *, key: str, token: str) -> Receipt:
        """Send it, once. Raises GraphqlRefused, UpstreamError."""


class UpworkProposals:
    """See `ProposalPort`."""

    platform = "upwork"

    def submit(self, offer: Offer, *, key: str, token: str) -> Receipt:
        amount = {} if offer.amount is None else {"amount": float(offer.amount)}
        said = {"jobPostingId": offer.posting_id, "coverLetter": offer.cover_letter, "clientMutationId": key}
        data = upwork.ask(SUBMIT, {"input": {**said, **amount}}, token=token, repeatable=False)
        return _receipt(data.get("submitProposal"))


PORTS: Final[Mapping[str, ProposalPort]] = {port.platform: port for port in (UpworkProposals(),)}


def submit_proposal(
    *,
    caller: Caller,
    vacancy_id: UUID,
    key: str,
    cover_letter: str,
    confirm: bool,
    amount: Decimal | None = None,
) -> Proposal:
    """Send a proposal for a posting of the workspace's own board. Not inside a transaction: the marketplace is waited for.

    The same `key` gives the same proposal. Raises ValidationFailed (not confirmed, no marketplace's posting), NotFound,
    Conflict (no account there; the key was used for another text; whether it arrived is not known), and as the port.
    """
    if not confirm:
        raise ValidationFailed("confirm: a proposal is sent only when its author says so.")
    with acting(caller):
        row, offer = _opened(caller, vacancy_id, key, cover_letter, amount)
        if row.state == State.SENT:
            return row
        connection_id = connection_of(caller, row.platform)
        _moved(row, caller, State.SENDING)
    try:
        with account(connection_id, caller) as secret:
            receipt = PORTS[row.platform].submit(offer, key=key, token=secret["access_token"])
    except AppError as fault:
        with acting(caller):
            _moved(row, caller, State.REFUSED if _is_refusal(fault) else State.UNKNOWN, fault=fault.detail)
        raise
    with acting(caller):
        row.platform_id, row.platform_status = receipt.id[:200], receipt.status[:64]
        row.submitted_at = receipt.submitted_at
        return _moved(row, caller, State.SENT)


def _opened(
    caller: Caller, vacancy_id: UUID, key: str, cover_letter: str, amount: Decimal | None
) -> tuple[Proposal, Offer]:
    """The locked row of this key, free to be sent or sent already."""
    vacancy = OwnVacancy.objects.filter(workspace_id=caller.workspace_id, pk=vacancy_id).first()
    if vacancy is None:
        raise NotFound()
    if vacancy.source not in PORTS:
        raise ValidationFailed("vacancy_id: this is no posting of a marketplace that takes proposals.")
    offer = Offer(posting_id=vacancy.source_id, cover_letter=cover_letter, amount=amount)
    row, is_new = Proposal.objects.select_for_update(of=("self",)).get_or_create(
        workspace_id=caller.workspace_id,
        key=key,
        defaults={
            "own_vacancy": vacancy,
            "platform": vacancy.source,
            "posting_id": vacancy.source_id,
            "digest": offer.digest,
            "created_by_id": caller.user_id,
        },
    )
    if row.digest != offer.digest:
        raise Conflict("This key was used for another proposal.")
    if not is_new and row.state in (State.SENDING, State.UNKNOWN):
        raise Conflict(
            "Whether this proposal arrived is not known: look at the marketplace before sending another."
        )
    return row, offer


def _moved(row: Proposal, caller: Caller, state: str, fault: str = "") -> Proposal:
    row.state, row.fault = state, fault[:200]
    row.save()
    publish(
        "proposal.updated",
        workspace_id=caller.workspace_id,
        actor_id=caller.user_id,
        subject_type="proposal",
        subject_id=row.pk,
        changed=("state",),
        payload={"proposal_id": str(row.pk), "state": state},
    )
    return row


def _is_refusal(fault: AppError) -> bool:
    """Whether the service said no. What it may have done and not said (a time-out, a 500) is none."""
    if isinstance(fault, UpstreamStatus):
        return 400 <= fault.upstream_status < 500 and fault.upstream_status != 408
    # No account, no token: then nothing was sent at all.
    return isinstance(fault, GraphqlRefused | HostBusy | NotFound | Conflict)


def _receipt(said: object) -> Receipt:
    if not isinstance(said, Mapping):
        raise UpstreamError("Upwork took no proposal.")
    try:
        return Receipt(
            id=required(said, "id"), status=text(said, "status"), submitted_at=instant(said, "submittedAt")
        )
    except PostingInvalid as fault:
        raise UpstreamError(f"Upwork's receipt can't be read: {fault.reason}.") from fault
