"""Accounts elsewhere that sign in here, and second factors."""

from __future__ import annotations

from project import env

# Where a provider sends the browser back to: a page of the app, which posts code and state to the API.
OAUTH_REDIRECT_URL = env.text("OAUTH_REDIRECT_URL", "")
# Any OpenID Connect provider; Google unless said otherwise.
GOOGLE_ISSUER = env.text("GOOGLE_ISSUER", "https://accounts.google.com")
GOOGLE_CLIENT_ID = env.text("GOOGLE_CLIENT_ID", "")
GOOGLE_CLIENT_SECRET = env.text("GOOGLE_CLIENT_SECRET", "")
GITHUB_URL = env.text("GITHUB_URL", "https://github.com")
GITHUB_API_URL = env.text("GITHUB_API_URL", "https://api.github.com")
GITHUB_CLIENT_ID = env.text("GITHUB_CLIENT_ID", "")
GITHUB_CLIENT_SECRET = env.text("GITHUB_CLIENT_SECRET", "")

# The domain passkeys are made for, and, where every subdomain and port is too many, the exact origins.
WEBAUTHN_RP_ID = env.text("WEBAUTHN_RP_ID", "localhost")
WEBAUTHN_ORIGINS = env.words("WEBAUTHN_ORIGINS", ())

MFA_ADAPTER = "apps.accounts.auth.mfa.adapter.Adapter"
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes", "webauthn"]
# One step of thirty seconds either way: telephones go wrong by that much. A step is good once, whichever it is.
MFA_TOTP_TOLERANCE = 1
MFA_RECOVERY_CODE_DIGITS = 12
