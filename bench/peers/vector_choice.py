"""Which of `vector_indexes` stand beside ours, and what they are set to: as fast as each was found to be at a recall of .98, if it gets there."""

from __future__ import annotations

import time
from collections.abc import Callable, Collection
from functools import cache, partial

from apps.matching.semantic.cells import Floats, Mask, Numbers
from bench.peers.vector_indexes import Binary, Graph, Lists, Peer, graph, nearest, one_thread
from bench.vector_figures import Ask, K
from bench.vector_groups import Groups


def made(vectors: Floats, libraries: Collection[str]) -> dict[str, Ask]:
    """Each of these libraries' over the different ones of `vectors`, by its name."""
    one_thread()
    groups = Groups(vectors)
    found: dict[str, Ask] = {}
    for library in libraries:
        found |= dict(_built(make, groups) for make in _CHOICE[library](groups.vectors))
    return found


def _faiss(vectors: Floats) -> list[Callable[[], Peer]]:
    return [
        lambda: Binary(vectors, 256, decided=2000),
        lambda: Binary(vectors, 512, decided=400),
        lambda: Lists(vectors, "SQ8", probed=0.2, decided=30),
        lambda: Lists(vectors, "PQ128x4fs", probed=0.25, decided=200),
    ]


def _graph(kind: str) -> Callable[[Floats], list[Callable[[], Peer]]]:
    """Built with the first of them."""

    def peers(vectors: Floats) -> list[Callable[[], Peer]]:
        index = cache(partial(graph, vectors, kind))
        return [partial(lambda seen: Graph(index(), seen=seen), seen) for seen in (100, 200, 400)]

    return peers


_CHOICE = {"faiss": _faiss, "usearch_i8": _graph("i8"), "usearch_f16": _graph("f16")}


def _built(make: Callable[[], Peer], groups: Groups) -> tuple[str, Ask]:
    began = time.process_time()
    peer = make()
    print(
        f"  {peer.name}: {time.process_time() - began:.1f} CPU s, {peer.size / 1e6:.0f} MB beside the vectors",
        flush=True,
    )

    def ask(question: Floats, allowed: Mask | None) -> Numbers:
        found = nearest(peer, groups.vectors, question, K, groups.opened(allowed))
        return groups.rows(found, K, allowed)

    return peer.name, ask
