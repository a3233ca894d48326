"""Once a change was told, nobody is shown what was true before it: in any order of steps, and under a crowd."""

from __future__ import annotations

import random
import threading
from collections.abc import Iterator
from uuid import uuid4

import pytest
from django.conf import settings
from hypothesis import settings as generation
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test
from redis import Redis

from apps.core.cached import Cached, outdate
from apps.core.cached.generations import _key

NAMESPACES, PROCESSES = 2, 3
which_namespace = st.integers(0, NAMESPACES - 1)
which_process = st.integers(0, PROCESSES - 1)
which_question = st.sampled_from(["a", "b"])


class Steps(RuleBasedStateMachine):
    """`rows` stand for committed rows, `told` for the changes whose event was handled."""

    @initialize()
    def start(self) -> None:
        self.namespaces = [f"steps:{uuid4()}" for _ in range(NAMESPACES)]
        name = f"steps-{uuid4()}"
        self.processes = [Cached(name, seconds=600, most=2) for _ in range(PROCESSES)]
        self.rows = [0] * NAMESPACES
        self.told = [0] * NAMESPACES
        self.computed = 0

    def _compute(self) -> bytes:
        self.computed += 1
        return ",".join(map(str, self.rows)).encode()

    def _ask(self, process: int, question: str) -> list[int]:
        answer = self.processes[process].get(question, self._compute, depends_on=self.namespaces)
        return [int(number) for number in answer.decode().split(",")]

    @rule(namespace=which_namespace)
    def commit(self, namespace: int) -> None:
        self.rows[namespace] += 1

    @rule(namespace=which_namespace)
    def handle(self, namespace: int) -> None:
        """The event of whatever was committed; it may be delivered again without anything new."""
        outdate(self.namespaces[namespace])
        self.told[namespace] = self.rows[namespace]

    @rule(process=which_process, question=which_question)
    def ask(self, process: int, question: str) -> None:
        answer = self._ask(process, question)
        assert all(
            told <= shown <= row for told, shown, row in zip(self.told, answer, self.rows, strict=True)
        )

    @rule(process=which_process, question=which_question)
    def ask_twice(self, process: int, question: str) -> None:
        """The second time it is there already: a cache that kept nothing would be exact, too."""
        self._ask(process, question)
        before = self.computed
        self._ask(process, question)
        assert self.computed == before

    @rule(process=which_process, question=which_question, namespace=which_namespace)
    def commit_and_handle_while_computing(self, process: int, question: str, namespace: int) -> None:
        def compute() -> bytes:
            answer = self._compute()
            self.rows[namespace] += 1
            self.handle(namespace)
            return answer

        self.processes[process].get(question, compute, depends_on=self.namespaces)

    @rule(process=which_process)
    def restart(self, process: int) -> None:
        old = self.processes[process]
        self.processes[process] = Cached(old.name, seconds=600, most=2)

    @rule()
    def lose_memory(self) -> None:
        Redis.from_url(settings.REDIS_URL).flushdb()

    @rule(namespace=which_namespace)
    def evict_generation(self, namespace: int) -> None:
        Redis.from_url(settings.REDIS_URL).delete(_key(self.namespaces[namespace]))

    @invariant()
    def told_is_no_more_than_committed(self) -> None:
        if hasattr(self, "told"):
            assert all(told <= row for told, row in zip(self.told, self.rows, strict=True))


def test_no_order_of_steps_shows_what_was_told_to_be_over(engines: None) -> None:
    run_state_machine_as_test(Steps, settings=generation(max_examples=40, stateful_step_count=30))


@pytest.fixture
def namespaces(engines: None) -> Iterator[list[str]]:
    yield [f"crowd:{uuid4()}" for _ in range(3)]


def test_crowd_of_writers_and_readers_never_sees_what_was_told_to_be_over(namespaces: list[str]) -> None:
    name = f"crowd-{uuid4()}"
    several = [Cached(name, seconds=60, patience=5) for _ in range(4)]
    rows, told = [0] * len(namespaces), [0] * len(namespaces)
    locks = [threading.Lock() for _ in namespaces]
    stale: list[tuple[list[int], list[int]]] = []
    is_over = threading.Event()
    asked = [0] * 8

    def write(namespace: int) -> None:
        for _ in range(60):
            with locks[namespace]:
                rows[namespace] += 1
                committed = rows[namespace]
                outdate(namespaces[namespace])
                told[namespace] = committed

    def read(number: int) -> None:
        pick = random.Random(number)
        while not is_over.is_set():
            known = list(told)
            answer = several[number % 4].get(
                pick.randrange(3), lambda: ",".join(map(str, rows)).encode(), depends_on=namespaces
            )
            shown = [int(part) for part in answer.decode().split(",")]
            if any(one < other for one, other in zip(shown, known, strict=True)):
                stale.append((shown, known))
            asked[number] += 1

    readers = [threading.Thread(target=read, args=(number,)) for number in range(8)]
    writers = [threading.Thread(target=write, args=(number,)) for number in range(len(namespaces))]
    for thread in [*readers, *writers]:
        thread.start()
    for thread in writers:
        thread.join()
    is_over.set()
    for thread in readers:
        thread.join()
    assert stale == []
    assert sum(asked) > 50
    layers = [cached.counts() for cached in several]
    assert sum(each.get("process", 0) + each.get("shared", 0) + each.get("waited", 0) for each in layers) > 0
