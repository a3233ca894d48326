"""What a kind of connection takes. Pure."""

from __future__ import annotations

import pytest

from apps.accounts import connection_kinds
from apps.accounts.connection_kinds import MAILBOX, ConnectionInput, ConnectionKind, faults

OPTIONS = {"host": "smtp.example.com", "port": 587, "username": "ada"}
SECRET = {"password": "wrong horse"}
KIND = ConnectionKind(
    code="test",
    title="Test",
    inputs=(ConnectionInput(name="at", title="At", type="datetime", is_required=False),),
)


def test_a_good_one_has_no_fault() -> None:
    assert faults(MAILBOX, OPTIONS, SECRET) == []
    assert faults(MAILBOX, {**OPTIONS, "use_tls": True}, SECRET) == []
    assert faults(KIND, {"at": "2030-01-31T12:00:00Z"}, {}) == []


@pytest.mark.parametrize(
    ("options", "secret", "attr", "code"),
    [
        ({**OPTIONS, "colour": "red"}, SECRET, "options.colour", "unknown"),
        ({**OPTIONS, "password": "x"}, SECRET, "options.password", "unknown"),
        (OPTIONS, {**SECRET, "host": "x"}, "secret.host", "unknown"),
        ({"host": "h", "port": 1}, SECRET, "options.username", "required"),
        (OPTIONS, {}, "secret.password", "required"),
        ({**OPTIONS, "port": "587"}, SECRET, "options.port", "invalid"),
        ({**OPTIONS, "port": True}, SECRET, "options.port", "invalid"),
        ({**OPTIONS, "port": 0}, SECRET, "options.port", "invalid"),
        ({**OPTIONS, "port": 65_536}, SECRET, "options.port", "invalid"),
        ({**OPTIONS, "host": ""}, SECRET, "options.host", "invalid"),
        ({**OPTIONS, "host": "a\x00b"}, SECRET, "options.host", "invalid"),
        ({**OPTIONS, "host": "x" * 301}, SECRET, "options.host", "invalid"),
        ({**OPTIONS, "use_tls": 1}, SECRET, "options.use_tls", "invalid"),
        (OPTIONS, {"password": 7}, "secret.password", "invalid"),
        (OPTIONS, {"password": "x" * 8001}, "secret.password", "invalid"),
    ],
)
def test_each_fault_is_named(
    options: dict[str, object], secret: dict[str, object], attr: str, code: str
) -> None:
    assert [(fault.attr, fault.code) for fault in faults(MAILBOX, options, secret)] == [(attr, code)]


@pytest.mark.parametrize("at", ["tomorrow", "2030-01-31T12:00:00", "2030-13-01T00:00:00Z"])
def test_a_time_has_its_offset(at: str) -> None:
    assert [fault.attr for fault in faults(KIND, {"at": at}, {})] == ["options.at"]


def test_no_two_kinds_share_a_code(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connection_kinds, "_providers", [lambda: (MAILBOX,)])
    connection_kinds.register(lambda: (KIND,))
    assert [kind.code for kind in connection_kinds.all_kinds()] == ["mailbox", "test"]
    assert connection_kinds.kind_called("test") is KIND
    assert connection_kinds.kind_called("pigeon") is None
    connection_kinds.register(lambda: (MAILBOX,))
    try:
        with pytest.raises(ValueError, match="mailbox"):
            connection_kinds.all_kinds()
    finally:
        connection_kinds._kinds.cache_clear()


def test_a_secret_is_a_string() -> None:
    with pytest.raises(ValueError, match="pin"):
        ConnectionInput(name="pin", title="PIN", type="integer", is_secret=True)
