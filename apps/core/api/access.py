"""Default deny: an operation is open only to those whose abilities hold what it asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from rest_framework.permissions import SAFE_METHODS, BasePermission
from rest_framework.request import Request

from apps.core import features
from apps.core.caller import Caller
from apps.core.errors import EmailNotVerified, NotAuthenticated, PermissionRefused, PlanLimitReached

if TYPE_CHECKING:
    from rest_framework.views import APIView

    from apps.core.api.operations import Operation


class DenyByDefault(BasePermission):
    """Reads what the operation declares (`core.api.operations`): a view that declares nothing is closed."""

    def has_permission(self, request: Request, view: APIView) -> bool:
        operation: Any = getattr(view, "operation", None)
        if getattr(view, "action", None) in (None, "metadata"):
            return True  # No such method here: the handler says 405.
        if operation is None:
            raise PermissionRefused("This operation declares no ability, and is closed.")
        if operation.public:
            return True
        caller = request.user
        if not isinstance(caller, Caller):
            raise NotAuthenticated()
        _require_reach(caller, operation, view, request.method or "")
        if not caller.can(operation.ability):
            raise PermissionRefused(
                f"Your role ({caller.role}) may not do this; it needs the ability {operation.ability!r}."
            )
        if operation.verified and not caller.email_verified:
            raise EmailNotVerified()
        if operation.feature and not features.has(caller, operation.feature):
            raise PlanLimitReached(
                f"Your plan ({caller.plan}) does not hold this; it needs the feature {operation.feature!r}."
            )
        return True


def scope_of(operation: Operation, view: APIView, method: str) -> str:
    """What a key must hold for an operation: `resumes:read`.

    A role asks whose rows they are, and so lets anyone write their own account; a key that may read writes nothing.
    """
    tags = getattr(view, "tags", ()) or ("*",)
    writes = method.upper() not in SAFE_METHODS and not operation.reads
    return f"{tags[0]}:{'write' if writes and operation.ability == 'read' else operation.ability}"


def _require_reach(caller: Caller, operation: Operation, view: APIView, method: str) -> None:
    """A key goes as far as its scopes, and never to what only a person may do."""
    if caller.scopes is None:
        return
    if operation.session_only:
        raise PermissionRefused("This needs a person who signed in; an API key may not do it.")
    scope = scope_of(operation, view, method)
    if not caller.may_reach(*scope.split(":")):
        raise PermissionRefused(f"This API key lacks the scope {scope!r}.")
