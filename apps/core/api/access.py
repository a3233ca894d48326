"""Default deny: an operation is open only to those whose abilities hold what it asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from rest_framework.permissions import BasePermission
from rest_framework.request import Request

from apps.core.caller import Caller
from apps.core.errors import EmailNotVerified, NotAuthenticated, PermissionRefused

if TYPE_CHECKING:
    from rest_framework.views import APIView


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
        if not caller.can(operation.ability):
            raise PermissionRefused(
                f"Your role ({caller.role}) may not do this; it needs the ability {operation.ability!r}."
            )
        if operation.verified and not caller.email_verified:
            raise EmailNotVerified()
        return True
