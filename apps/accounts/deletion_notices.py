"""Mails about a deletion: asked for, and done."""

from __future__ import annotations

import logging
from datetime import datetime
from smtplib import SMTPException
from typing import TypeVar

from django.core.mail import send_mail
from django.utils import timezone

from apps.accounts.invitation_handlers import one_line
from apps.accounts.models import ApiKey, Membership, Role, User, Workspace
from apps.events.registry import Happened, handles

M = TypeVar("M", User, Workspace)
log = logging.getLogger(__name__)
NOT_YOU = "If this was not you, sign in, take it back, and change your password.\n"


def _day(moment: datetime) -> str:
    return f"{moment:%d %B %Y}"


def _found(model: type[M], event: Happened) -> M | None:
    return model._default_manager.filter(pk=event.subject_id).first() if event.subject_id else None


@handles("user.deletion_requested", name="accounts.revoke_keys_of_leaver")
def revoke_keys_of_leaver(event: Happened) -> None:
    """Programs stop acting for somebody who leaves, in every workspace."""
    leaver = _found(User, event)
    if leaver is not None and leaver.deletion_due_at is not None:
        ApiKey.objects.filter(user=leaver, revoked_at=None).update(revoked_at=timezone.now())


@handles("user.deletion_requested", name="accounts.tell_of_account_deletion")
def tell_of_account_deletion(event: Happened) -> None:
    user = _found(User, event)
    if user is None or user.deletion_due_at is None or user.deletion_due_at <= timezone.now():
        return
    send_mail(
        "Your account will be deleted",
        f"You asked for your account to be deleted. Everything in it is erased after {_day(user.deletion_due_at)}; "
        f"until then you can sign in and take it back.\n\n{NOT_YOU}",
        None,
        [user.email],
    )


@handles("workspace.deletion_requested", name="accounts.tell_of_workspace_deletion")
def tell_of_workspace_deletion(event: Happened) -> None:
    workspace = _found(Workspace, event)
    if workspace is None or workspace.deletion_due_at is None or workspace.deletion_due_at <= timezone.now():
        return
    owners = Membership.objects.filter(workspace=workspace, role=Role.OWNER)
    for email in owners.values_list("user__email", flat=True):
        send_mail(
            "A workspace will be deleted",
            f'An owner asked for the workspace "{one_line(workspace.name)}" to be deleted. Everything in it is erased '
            f"after {_day(workspace.deletion_due_at)}; until then each owner can take it back.\n",
            None,
            [email],
        )


def tell_of_erased_account(email: str) -> None:
    _last_words(
        "Your account has been deleted", "Your account and everything in it has been erased.\n", [email]
    )


def tell_of_erased_workspace(emails: list[str], name: str) -> None:
    text = f'The workspace "{one_line(name)}" and everything in it has been erased.\n'
    _last_words("A workspace has been deleted", text, emails)


def _last_words(subject: str, text: str, emails: list[str]) -> None:
    """Just before the last row goes, for then nobody knows the address any more. A mail server that is away does not
    hold up an erasure; a worker that dies right here says it twice."""
    for email in emails:
        try:
            send_mail(subject, text, None, [email])
        except (OSError, SMTPException) as fault:
            log.warning("the notice of an erasure was not sent: %s", type(fault).__name__)
