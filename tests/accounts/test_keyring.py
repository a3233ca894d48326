"""Keys that change: those that sign tokens, and those that lock secrets at rest."""

from __future__ import annotations

import base64
import json
import time
from io import StringIO
from typing import Any
from uuid import uuid4

import jwt
import pytest
from allauth.mfa.models import Authenticator
from cryptography.fernet import Fernet
from django.core.exceptions import ImproperlyConfigured
from django.core.management import CommandError, call_command
from django.db import connections
from pytest_django.fixtures import Settings

from apps.accounts.auth import keyring
from apps.accounts.auth.field_keys import relock_all
from apps.accounts.auth.tokens import read_access
from apps.accounts.models import Connection, SignInAttempt
from apps.core import encryption
from apps.core.db import as_system
from apps.core.encryption import SecretUnreadable
from apps.core.errors import TokenExpired, TokenInvalid
from tests.accounts.calls import browser, me, post
from tests.factories.accounts import Person, make_person

OLD, NEW = "2026-01:" + "o" * 40, "2026-07:" + "n" * 40


def header_of(token: str) -> dict[str, Any]:
    found: dict[str, Any] = jwt.get_unverified_header(token)
    return found


def test_a_key_of_its_own_is_made_where_none_is_named() -> None:
    (kid,) = keyring.derived_key("one secret")
    assert keyring.derived_key("one secret").keys() == {kid}
    assert keyring.derived_key("another secret").keys() != {kid}
    assert "one secret" not in str(keyring.derived_key("one secret"))


@pytest.mark.parametrize("words", [("x" * 40,), (":" + "x" * 40,), ("a:short",), (OLD, OLD)])
def test_keys_that_cannot_be_used_are_refused(words: tuple[str, ...]) -> None:
    with pytest.raises(ImproperlyConfigured):
        keyring.parse_keys(words)


def access_token(*, seconds: int) -> str:
    claims = {name: str(uuid4()) for name in ("sub", "workspace", "sid", "jti")}
    return keyring.keyring().encode(
        claims | {"ver": 0, "exp": int(time.time()) + seconds, "token_type": "access"}
    )


def test_a_token_that_was_read_once_still_expires() -> None:
    token = access_token(seconds=2)
    assert read_access(token) == read_access(token)
    time.sleep(2.1)
    with pytest.raises(TokenExpired):
        read_access(token)


def test_a_token_that_was_changed_is_not_the_one_that_was_read() -> None:
    token = access_token(seconds=60)
    read_access(token)
    for changed in (token[:-4] + ("AAAA" if token[-4:] != "AAAA" else "BBBB"), f"{token}.", f"{token}A"):
        with pytest.raises(TokenInvalid):
            read_access(changed)


def test_a_token_that_was_read_once_is_read_anew_by_other_keys(settings: Settings) -> None:
    settings.JWT_KEYS = (OLD,)
    token = access_token(seconds=60)
    read_access(token)
    settings.JWT_KEYS = (NEW,)
    with pytest.raises(TokenInvalid):
        read_access(token)


@pytest.mark.usefixtures("database")
def test_a_token_lives_as_long_as_its_key(settings: Settings) -> None:
    settings.JWT_KEYS = (OLD,)
    person = make_person()
    assert header_of(person.tokens.access_token) == {"alg": "HS256", "typ": "JWT", "kid": "2026-01"}
    settings.JWT_KEYS = (NEW, OLD)
    assert me(person.tokens.access_token) == 200
    answer = post(browser(), "auth/refresh/", {"refresh_token": person.tokens.refresh_token}).json()
    assert header_of(answer["access_token"])["kid"] == header_of(answer["refresh_token"])["kid"] == "2026-07"
    settings.JWT_KEYS = (NEW,)
    assert (me(person.tokens.access_token), me(answer["access_token"])) == (401, 200)
    assert post(browser(), "auth/refresh/", {"refresh_token": answer["refresh_token"]}).status_code == 200


@pytest.mark.usefixtures("database")
def test_what_we_did_not_sign_is_refused(settings: Settings) -> None:
    settings.JWT_KEYS = (NEW, OLD)
    token = make_person().tokens.access_token
    claims = jwt.decode(token, options={"verify_signature": False})
    secret = "n" * 40
    no_expiry = {name: value for name, value in claims.items() if name != "exp"}
    unsigned = base64.urlsafe_b64encode(b'{"alg":"none","kid":"2026-07"}').decode().rstrip("=")
    forged = [
        jwt.encode(claims, secret, algorithm="HS256"),
        jwt.encode(claims, secret, algorithm="HS256", headers={"kid": "2025-01"}),
        jwt.encode(claims, secret, algorithm="HS256", headers={"kid": "2026-01"}),
        jwt.encode(claims, secret, algorithm="HS512", headers={"kid": "2026-07"}),
        jwt.encode(claims, "", algorithm="none", headers={"kid": "2026-07"}),
        jwt.encode(no_expiry, secret, algorithm="HS256", headers={"kid": "2026-07"}),
        f"{unsigned}.{token.split('.')[1]}.",
        token.rsplit(".", 1)[0] + ".",
        "no.token.at-all",
    ]
    for made_up in forged:
        headers = {"authorization": f"Bearer {made_up}"}
        answer = browser().get("/api/v1/users/me/", headers=headers)
        assert (answer.status_code, answer.json()["code"]) == (401, "token_invalid"), made_up
    assert me(jwt.encode(claims, secret, algorithm="HS256", headers={"kid": "2026-07"})) == 200


def fernet_key() -> str:
    return Fernet.generate_key().decode()


def raw(query: str) -> list[str]:
    with as_system(), connections["system"].cursor() as cursor:
        cursor.execute(query)
        return [value for (value,) in cursor.fetchall()]


@pytest.mark.usefixtures("database")
def test_rotate_field_keys_locks_everything_anew(member: Person, settings: Settings) -> None:
    old, new = fernet_key(), fernet_key()
    settings.FIELD_KEYS = (old,)
    with as_system():
        for number in range(7):
            Connection.objects.create(
                workspace_id=member.caller.workspace_id, user=member.user, kind="test", name=str(number),
                secret=f"secret {number}",
            )  # fmt: skip
        SignInAttempt.objects.create(
            kind="oauth", token_hash=uuid4().hex, state="a verifier", expires_at=member.user.created_at
        )
        SignInAttempt.objects.create(kind="mfa", token_hash=uuid4().hex, expires_at=member.user.created_at)
        Authenticator.objects.create(
            user=member.user, type="totp", data={"secret": encryption.encrypt("seed of codes"), "at": 1}
        )
    settings.FIELD_KEYS = (new, old)
    with as_system():
        done = dict(relock_all(batch=3))
    assert done["accounts.Connection.secret"] == 7
    assert done["accounts.SignInAttempt.state"] == 1
    assert done["mfa.Authenticator.data"] == 1
    settings.FIELD_KEYS = (new,)
    with as_system():
        names = {row.secret for row in Connection.objects.all()}
        assert names == {f"secret {number}" for number in range(7)}
        assert {row.state for row in SignInAttempt.objects.all()} == {"a verifier", ""}
        data = Authenticator.objects.get().data
    assert (encryption.decrypt(data["secret"]), data["at"]) == ("seed of codes", 1)
    assert all("secret" not in text for text in raw("SELECT secret FROM accounts_connection"))


@pytest.mark.usefixtures("database")
def test_rotate_field_keys_says_which_key_is_missing(member: Person, settings: Settings) -> None:
    settings.FIELD_KEYS = (fernet_key(),)
    with as_system():
        SignInAttempt.objects.create(
            kind="oauth", token_hash=uuid4().hex, state="a verifier", expires_at=member.user.created_at
        )
    before = raw("SELECT state FROM accounts_signinattempt")
    settings.FIELD_KEYS = (fernet_key(),)
    with pytest.raises(CommandError, match="FIELD_KEYS"):
        call_command("rotate_field_keys", stdout=StringIO())
    assert raw("SELECT state FROM accounts_signinattempt") == before
    with pytest.raises(SecretUnreadable), as_system():
        list(SignInAttempt.objects.all())


@pytest.mark.usefixtures("database")
def test_rotate_field_keys_tells_what_it_did(member: Person) -> None:
    out = StringIO()
    call_command("rotate_field_keys", stdout=out)
    lines = out.getvalue().splitlines()
    assert "accounts.Connection.secret: 0 rows" in lines
    assert json.dumps(lines).count("rows") == len(lines)
