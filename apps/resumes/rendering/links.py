"""Addresses: what a reader sees, and where a click goes."""

from __future__ import annotations

import re
from urllib.parse import quote, urlsplit

SCHEME = re.compile(r"^[a-z][a-z0-9+.-]*:", re.IGNORECASE)
DOMAIN = re.compile(r"^[\w-]+(\.[\w-]+)+([/?#:].*)?$")


def href(url: str) -> str:
    """The URL a click may open: http and https only, a bare domain gets https; "" for anything else."""
    url = url.strip()
    if not SCHEME.match(url) or DOMAIN.match(url):
        url = f"https://{url}" if DOMAIN.match(url) else ""
    try:
        parts = urlsplit(url)
    except ValueError:
        return ""
    if parts.scheme.lower() not in {"http", "https"} or not parts.netloc:
        return ""
    return quote(url, safe=":/?#[]@!$&'()*+,;=%-._~")


def shown_url(url: str) -> str:
    """The URL without what a reader needs not see: scheme, `www.`, the last slash."""
    return re.sub(r"^https?://(www\.)?", "", url.strip(), flags=re.IGNORECASE).removesuffix("/")


def shown_link(name: str, url: str) -> str:
    """The URL, after its name unless the URL itself says it (`GitHub` in github.com/…)."""
    shown = shown_url(url)
    if not name or not shown:
        return name or shown
    return shown if name.casefold() in shown.casefold() else f"{name}: {shown}"


def mail_href(email: str) -> str:
    """Where a click on an e-mail address goes; "" for what is no address."""
    return f"mailto:{quote(email, safe='@+-._')}" if re.fullmatch(r"\S+@\S+", email) else ""


def phone_href(phone: str) -> str:
    """Where a click on a phone number goes; "" for what is no number."""
    digits = re.sub(r"[^\d+]", "", phone)
    return f"tel:{digits}" if len(digits) >= 5 else ""
