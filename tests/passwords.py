"""Argon2 with the least work: the product's algorithm without its price, for tests only."""

from __future__ import annotations

import threading

from django.contrib.auth.hashers import Argon2PasswordHasher


class CheapArgon2(Argon2PasswordHasher):
    time_cost = 1
    memory_cost = 8
    parallelism = 1


class Counted(CheapArgon2):
    """Counts what costs: how often a password was hashed, to make one or to look at one."""

    hashed = 0
    _lock = threading.Lock()

    @classmethod
    def _count(cls) -> None:
        with cls._lock:
            cls.hashed += 1

    def encode(self, password: str, salt: str) -> str:
        self._count()
        return str(super().encode(password, salt))

    def verify(self, password: str, encoded: str) -> bool:
        self._count()
        return bool(super().verify(password, encoded))
