"""Second factors and linked accounts, for staff to look at. allauth's own pages would let them edit both."""

from __future__ import annotations

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django.contrib import admin

from apps.accounts.models import OAuthLink
from apps.events.administration import ReadOnlyAdmin

admin.site.unregister(Authenticator)
# Ours stand on the user.
admin.site.unregister(EmailAddress)


@admin.register(Authenticator)
class AuthenticatorAdmin(ReadOnlyAdmin[Authenticator]):
    list_display = ("user", "type", "created_at", "last_used_at")
    list_filter = ("type",)
    search_fields = ("=user__id", "user__email")
    list_select_related = ("user",)
    ordering = ("-created_at",)
    exclude = ("data",)


@admin.register(OAuthLink)
class OAuthLinkAdmin(ReadOnlyAdmin[OAuthLink]):
    list_display = ("user", "provider", "email", "created_at")
    list_filter = ("provider",)
    search_fields = ("=user__id", "user__email", "=subject")
    list_select_related = ("user",)
    ordering = ("-created_at",)
