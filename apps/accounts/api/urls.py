from django.urls import path

from apps.accounts.api.views.api_keys import ApiKeyViewSet
from apps.accounts.api.views.auth import AuthViewSet
from apps.accounts.api.views.connections import ConnectionKindViewSet, ConnectionViewSet
from apps.accounts.api.views.erasure import MyDeletionViewSet, WorkspaceDeletionViewSet
from apps.accounts.api.views.invitations import InvitationViewSet, MailedInvitationViewSet
from apps.accounts.api.views.members import MemberViewSet
from apps.accounts.api.views.mfa import MfaViewSet
from apps.accounts.api.views.oauth import OAuthViewSet
from apps.accounts.api.views.passkeys import PasskeySignInViewSet, PasskeyViewSet
from apps.accounts.api.views.preferences import PreferencesViewSet
from apps.accounts.api.views.sessions import SessionViewSet
from apps.accounts.api.views.usage import PlanViewSet, UsageViewSet
from apps.accounts.api.views.users import MeViewSet
from apps.accounts.api.views.workspaces import WorkspacesViewSet, WorkspaceViewSet

urlpatterns = [
    path("auth/register/", AuthViewSet.as_view({"post": "register"})),
    path("auth/login/", AuthViewSet.as_view({"post": "login"})),
    path("auth/refresh/", AuthViewSet.as_view({"post": "refresh"})),
    path("auth/logout/", AuthViewSet.as_view({"post": "logout"})),
    path("auth/verify-email/", AuthViewSet.as_view({"post": "verify_email"})),
    path("auth/verify-email/resend/", AuthViewSet.as_view({"post": "resend_verification"})),
    path("auth/password/change/", SessionViewSet.as_view({"post": "change_password"})),
    path("auth/password/reset/", AuthViewSet.as_view({"post": "request_reset"})),
    path("auth/password/reset/confirm/", AuthViewSet.as_view({"post": "confirm_reset"})),
    path("auth/sessions/", SessionViewSet.as_view({"get": "list", "delete": "destroy_others"})),
    path("auth/sessions/<uuid:pk>/", SessionViewSet.as_view({"delete": "destroy"})),
    path("auth/oauth/", OAuthViewSet.as_view({"get": "providers"})),
    path("auth/oauth/<slug:provider>/authorize/", OAuthViewSet.as_view({"get": "start"})),
    path("auth/oauth/<slug:provider>/callback/", OAuthViewSet.as_view({"post": "complete"})),
    path("auth/oauth/<slug:provider>/link/", OAuthViewSet.as_view({"delete": "unlink"})),
    path("auth/mfa/", MfaViewSet.as_view({"get": "retrieve"})),
    path("auth/mfa/totp/", MfaViewSet.as_view({"post": "begin_totp"})),
    path("auth/mfa/totp/confirm/", MfaViewSet.as_view({"post": "confirm_totp"})),
    path("auth/mfa/totp/disable/", MfaViewSet.as_view({"post": "disable_totp"})),
    path("auth/mfa/recovery-codes/", MfaViewSet.as_view({"get": "recovery_codes", "post": "regenerate"})),
    path("auth/mfa/challenge/", MfaViewSet.as_view({"post": "complete"})),
    path("auth/mfa/challenge/passkey/", MfaViewSet.as_view({"post": "ask_for_passkey"})),
    path("auth/mfa/passkeys/", PasskeyViewSet.as_view({"get": "list", "post": "create"})),
    path("auth/mfa/passkeys/begin/", PasskeyViewSet.as_view({"post": "begin"})),
    path(
        "auth/mfa/passkeys/<uuid:pk>/",
        PasskeyViewSet.as_view({"get": "retrieve", "patch": "partial_update"}),
    ),
    path("auth/mfa/passkeys/<uuid:pk>/remove/", PasskeyViewSet.as_view({"post": "remove"})),
    path("auth/passkeys/begin/", PasskeySignInViewSet.as_view({"post": "begin"})),
    path("auth/passkeys/complete/", PasskeySignInViewSet.as_view({"post": "complete"})),
    path("api-keys/", ApiKeyViewSet.as_view({"get": "list", "post": "create"})),
    path(
        "api-keys/<uuid:pk>/",
        ApiKeyViewSet.as_view({"get": "retrieve", "patch": "partial_update", "delete": "destroy"}),
    ),
    path(
        "users/me/",
        MeViewSet.as_view({"get": "retrieve", "patch": "partial_update", "delete": "destroy"}),
    ),
    path("connections/", ConnectionViewSet.as_view({"get": "list", "post": "create"})),
    path(
        "connections/<uuid:pk>/",
        ConnectionViewSet.as_view(
            {"get": "retrieve", "put": "update", "patch": "partial_update", "delete": "destroy"}
        ),
    ),
    path("connection-kinds/", ConnectionKindViewSet.as_view({"get": "list"})),
    path("users/me/preferences/", PreferencesViewSet.as_view({"get": "retrieve", "patch": "partial_update"})),
    path("users/me/deletion/", MyDeletionViewSet.as_view({"post": "create", "delete": "destroy"})),
    path("users/me/usage/", UsageViewSet.as_view({"get": "retrieve"})),
    path("plans/", PlanViewSet.as_view({"get": "list"})),
    path("workspaces/", WorkspacesViewSet.as_view({"get": "list", "post": "create"})),
    path(
        "workspaces/<uuid:pk>/",
        WorkspaceViewSet.as_view({"get": "retrieve", "patch": "partial_update", "delete": "destroy"}),
    ),
    path("workspaces/<uuid:pk>/erase/", WorkspaceDeletionViewSet.as_view({"post": "erase"})),
    path("workspaces/<uuid:pk>/restore/", WorkspaceDeletionViewSet.as_view({"post": "restore"})),
    path("workspaces/<uuid:pk>/switch/", WorkspaceViewSet.as_view({"post": "switch"})),
    path("workspaces/<uuid:workspace_id>/members/", MemberViewSet.as_view({"get": "list"})),
    path(
        "workspaces/<uuid:workspace_id>/members/<uuid:pk>/",
        MemberViewSet.as_view({"get": "retrieve", "patch": "partial_update", "delete": "destroy"}),
    ),
    path(
        "workspaces/<uuid:workspace_id>/invitations/",
        InvitationViewSet.as_view({"get": "list", "post": "create"}),
    ),
    path(
        "workspaces/<uuid:workspace_id>/invitations/<uuid:pk>/",
        InvitationViewSet.as_view({"get": "retrieve", "delete": "destroy"}),
    ),
    path(
        "workspaces/<uuid:workspace_id>/invitations/<uuid:pk>/resend/",
        InvitationViewSet.as_view({"post": "resend"}),
    ),
    path("invitations/preview/", MailedInvitationViewSet.as_view({"post": "preview"})),
    path("invitations/accept/", MailedInvitationViewSet.as_view({"post": "accept"})),
]
