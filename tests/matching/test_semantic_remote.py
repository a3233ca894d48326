"""An embedder behind an OpenAI-compatible address, held against a real server that misbehaves."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from apps.matching.semantic import embedders, remote
from apps.matching.semantic.embedding import EmbeddingFailed
from apps.matching.semantic.remote import OpenAICompatibleEmbedder
from tests.core.misbehaving import Server, bomb, serving

PATH = "/v1/embeddings"


@pytest.fixture
def server(settings: Any) -> Iterator[Server]:
    with serving() as server:
        settings.OUTBOUND_ALLOW = (server.endpoint,)
        yield server


def embedder(server: Server, path: str = "/v1", expected: int = 0) -> OpenAICompatibleEmbedder:
    return OpenAICompatibleEmbedder(
        base_url=server.url(path), api_key="key-1", model="small", version="openai-1", expected=expected
    )


def answer(*vectors: list[Any], **more: Any) -> tuple[int, dict[str, str], bytes]:
    data = [{"object": "embedding", "index": at, "embedding": vector} for at, vector in enumerate(vectors)]
    return 200, {"Content-Type": "application/json"}, json.dumps({"data": data, **more}).encode()


def test_a_query_is_asked_once(server: Server) -> None:
    server.answers[PATH] = [answer([3, 4])]
    asked = embedder(server)
    assert asked.embed_query("night nurse") == pytest.approx([0.6, 0.8])
    assert asked.embed_query("night nurse") == pytest.approx([0.6, 0.8])
    [(method, _, headers, body)] = server.requests
    assert (method, headers["authorization"]) == ("POST", "Bearer key-1")
    assert json.loads(body) == {"model": "small", "input": ["night nurse"], "encoding_format": "float"}


def test_postings_go_in_batches_and_empty_texts_not_at_all(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(remote, "BATCH", 2)
    server.answers[PATH] = [answer([1, 0], [0, 1]), answer([1, 0], [0, 2])]
    titles, bodies = embedder(server).embed_postings([("one", ""), ("two", "text " * 9000), ("three", "")])
    assert titles.tolist() == [[1, 0], [0, 1], [1, 0]]
    assert bodies.tolist() == [[0, 0], [0, 1], [0, 0]]
    sent = [json.loads(body)["input"] for _, _, _, body in server.requests]
    assert [len(text) for some in sent for text in some] == [3, 3, 5, remote.LONGEST]


def test_an_answer_out_of_order_is_put_in_order(server: Server) -> None:
    status, headers, body = answer([1, 0], [0, 1])
    told = json.loads(body)
    told["data"].reverse()
    server.answers[PATH] = [(status, headers, json.dumps(told).encode())]
    titles, _ = embedder(server).embed_postings([("one", ""), ("two", "")])
    assert titles.tolist() == [[1, 0], [0, 1]]


def test_a_passing_fault_is_tried_again(server: Server) -> None:
    server.answers[PATH] = [(503, {"Retry-After": "0"}, b""), answer([1, 0])]
    assert embedder(server).embed_query("welder").tolist() == [1, 0]
    assert len(server.requests) == 2


@pytest.mark.parametrize(
    "told",
    [
        (401, {}, b"{}"),
        (200, {}, b"no json"),
        (200, {}, b"[" * 100_000),
        (200, {}, b"{}"),
        (200, {}, b'{"data": 5}'),
        (200, {}, b'{"data": [{"index": 0}]}'),
        answer([1, 0], [0, 1]),
        answer([]),
        answer([0, 0]),
        answer([float("nan"), 1]),
        answer(["a", "b"]),
        answer([[1], [2]]),
        answer([1, 0, 0]),
        (200, {}, b'{"data": [{"index": 7, "embedding": [1, 0]}]}'),
        (200, {}, b'{"data": [{"index": 1e400, "embedding": [1, 0]}]}'),
        (302, {"Location": "/elsewhere"}, b""),
        (200, {"Content-Encoding": "gzip"}, bomb()),
        (200, {"Content-Encoding": "gzip"}, b"not gzip"),
    ],
    ids=[
        "refused", "no-json", "deep", "empty", "number", "no-vector", "too-many", "no-numbers", "nothing", "nan",
        "words", "nested", "wrong-length", "wrong-index", "endless-index", "redirect", "bomb", "broken",
    ],
)  # fmt: skip
def test_whatever_it_answers_there_is_one_error(
    server: Server, told: tuple[int, dict[str, str], bytes]
) -> None:
    server.answers[PATH] = [told]
    with pytest.raises(EmbeddingFailed) as caught:
        embedder(server, expected=2).embed_query("welder")
    assert caught.value.status == 502
    assert "key-1" not in str(caught.value)


@pytest.mark.parametrize("path", ["/silence", "/drip-headers", "/drip-body"])
def test_who_waits_for_a_query_does_not_wait_long(
    server: Server, monkeypatch: pytest.MonkeyPatch, path: str
) -> None:
    monkeypatch.setattr(
        remote, "_AT_ONCE", replace(remote._AT_ONCE, read_seconds=0.2, total_seconds=0.4, attempts=1)
    )
    monkeypatch.setattr(remote, "_ADDRESS", path)
    with pytest.raises(EmbeddingFailed):
        embedder(server, "").embed_query("welder")


def test_an_address_that_is_not_allowed_is_not_called(settings: Any) -> None:
    with serving() as server, pytest.raises(EmbeddingFailed):
        settings.OUTBOUND_ALLOW = ()
        embedder(server).embed_query("welder")
    assert server.requests == []


def test_vectors_of_two_lengths_are_refused(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    server.answers[PATH] = [answer([1, 0]), answer([1, 0, 0])]
    monkeypatch.setattr(remote, "BATCH", 1)
    with pytest.raises(EmbeddingFailed):
        embedder(server).embed_postings([("one", "two")])


def test_a_stored_fit_is_opened_with_what_is_configured(server: Server, settings: Any) -> None:
    settings.EMBEDDINGS_BASE_URL = server.url("/v1/")
    settings.EMBEDDINGS_API_KEY, settings.EMBEDDINGS_MODEL = "key-2", "large"
    server.answers[PATH] = [answer([0, 5])]
    assert embedders.configured_kind() == "openai"
    opened = embedders.opened("openai", "openai-9", b"", {"dimensions": 2})
    assert (opened.version, opened.dimensions, opened.coverage("x")) == ("openai-9", 2, 1.0)
    assert np.array_equal(opened.embed_query("cook"), [0, 1])
    assert server.seen(PATH)[0]["authorization"] == "Bearer key-2"
