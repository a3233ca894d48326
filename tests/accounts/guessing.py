"""Strangers at the door: guesses by the thousand, and how many of them were really looked at."""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Callable, Iterable

from django.db import connections

from tests.accounts.calls import browser, login

Guess = tuple[str, str]


def guess_all(guesses: Iterable[Guess], *, by: int = 8) -> Counter[int]:
    """Guesses (e-mail, address) at passwords, by some clients at once: how many got which status."""
    waiting, lock = iter(guesses), threading.Lock()
    answers: Counter[int] = Counter()

    def work() -> None:
        client = browser()
        while True:
            with lock:
                taken = next(waiting, None)
            if taken is None:
                break
            email, address = taken
            client.cookies.clear()
            answer = login(client, email, "guess-after-guess", **coming_from(address))
            with lock:
                answers[answer.status_code] += 1
        connections.close_all()

    together(work, by)
    return answers


def coming_from(address: str) -> dict[str, str]:
    """As the client's own connection, and as the last proxy wrote it down."""
    return {"REMOTE_ADDR": address, "HTTP_X_FORWARDED_FOR": f"203.0.113.9, {address}"}


def together(work: Callable[[], None], clients: int) -> None:
    threads = [threading.Thread(target=work) for _ in range(clients)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def many_addresses(count: int) -> list[str]:
    """Of the documentation's and benchmarks' ranges."""
    return [f"198.18.{number // 250}.{number % 250 + 1}" for number in range(count)]
