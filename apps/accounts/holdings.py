"""What an account holds: who somebody is, how they get in, where they belong, and what they used."""

from __future__ import annotations

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django.contrib.admin.models import LogEntry
from django.db.models import Q

from apps.accounts.models import (
    ApiKey,
    Connection,
    Flag,
    Invitation,
    Membership,
    OAuthLink,
    Preferences,
    Session,
    SignInAttempt,
    UsageCounter,
    UsageGrant,
    UsageRecord,
    User,
)
from apps.core.holdings import Person, holds

STAFF_ONLY = "What the operator lets its staff do; no data of theirs."


def _addressed_to(person: Person) -> Q:
    return Q(email=person.email) | Q(accepted_by_id=person.id)


holds(Membership, first=True)
holds(Session, first=True, hides=("refresh_id",))
holds(ApiKey, first=True, hides=("secret_hash",))
holds(Invitation, first=True, belongs=_addressed_to)
holds(
    SignInAttempt, first=True, unexported="Half-way sign-ins: ten minutes old at most, hashes and challenges."
)
holds(OAuthLink, first=True)
holds(
    Authenticator, first=True, hides=("data",), about="A second factor: its kind and when it was last used."
)
holds(EmailAddress, unexported="The sign-in library's own list of addresses, which we do not fill.")
holds(Preferences)
holds(Connection)
holds(UsageCounter)
# Stays with its workspace: it says that something was used, and an open one is still to be settled.
holds(UsageRecord, named=("user_id",))
holds(UsageGrant)
holds(Flag.users.through, about="A feature switched on for this person.")
holds(Flag.workspaces.through, about="A feature switched on for this workspace.")
holds(User.groups.through, unexported=STAFF_ONLY)
holds(User.user_permissions.through, unexported=STAFF_ONLY)
holds(LogEntry, unexported="What staff did in the admin; the same stands in the events.")
