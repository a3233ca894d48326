"""The only reader of `os.environ`. Typed; a secret has no default; every fault is one clear line."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

T = TypeVar("T")

ROOT = Path(__file__).resolve().parents[1]


class Missing(Exception):
    """A variable is absent or cannot be read; the message names it and says what it should hold."""


class _Required:
    pass


REQUIRED = _Required()


def _read(name: str, convert: Callable[[str], T], default: T | _Required) -> T:
    raw = os.environ.get(name, "").strip()
    if not raw:
        if isinstance(default, _Required):
            raise Missing(f"{name} is not set; .env.example says what it should hold")
        return default
    try:
        return convert(raw)
    except ValueError as fault:
        raise Missing(f"{name} holds a value that cannot be used: {fault}") from fault


def _flag(raw: str) -> bool:
    if raw.lower() in {"1", "true", "yes", "on"}:
        return True
    if raw.lower() in {"0", "false", "no", "off"}:
        return False
    raise ValueError("say true or false")


def text(name: str, default: str | _Required = REQUIRED) -> str:
    return _read(name, str, default)


def number(name: str, default: int | _Required = REQUIRED) -> int:
    return _read(name, int, default)


def flag(name: str, default: bool | _Required = REQUIRED) -> bool:
    return _read(name, _flag, default)


def words(name: str, default: tuple[str, ...] | _Required = REQUIRED) -> tuple[str, ...]:
    """A comma list."""

    def split(raw: str) -> tuple[str, ...]:
        return tuple(word.strip() for word in raw.split(",") if word.strip())

    return _read(name, split, default)


def folder(name: str, default: Path | _Required = REQUIRED) -> Path:
    return _read(name, lambda raw: Path(raw).expanduser().resolve(), default)
