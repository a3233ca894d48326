"""People, workspaces, how somebody is known, plans and what is used of them."""

from apps.accounts.models.flags import Flag
from apps.accounts.models.people import Colleague, User, fold_email
from apps.accounts.models.plans import Meter, Plan, PlanLimit
from apps.accounts.models.preferences import Connection, Preferences
from apps.accounts.models.sessions import ApiKey, OAuthLink, Session, SignInAttempt
from apps.accounts.models.usage import UsageCounter, UsageGrant, UsageRecord
from apps.accounts.models.workspaces import Invitation, Membership, Role, Workspace

__all__ = [
    "ApiKey",
    "Colleague",
    "Connection",
    "Flag",
    "Invitation",
    "Membership",
    "Meter",
    "OAuthLink",
    "Plan",
    "PlanLimit",
    "Preferences",
    "Role",
    "Session",
    "SignInAttempt",
    "UsageCounter",
    "UsageGrant",
    "UsageRecord",
    "User",
    "Workspace",
    "fold_email",
]
