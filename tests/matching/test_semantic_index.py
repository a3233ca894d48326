"""Nearest vectors by cells, and the files they lie in. Pure."""

from __future__ import annotations

import json
from pathlib import Path
from uuid import UUID

import numpy as np
import pytest

from apps.matching.ids import as_ids, uuids
from apps.matching.semantic import cells, clusters, files
from apps.matching.semantic.cells import Cells, Floats
from apps.matching.semantic.files import IndexFiles
from apps.matching.semantic.index import Rows
from apps.matching.semantic.learning import normalised

NOW = "2026-11-21T12:00:00+00:00"
COUNT = 30_000


def crowd(count: int, seed: int) -> Floats:
    """Vectors in heaps, as those of texts lie."""
    random = np.random.default_rng(seed)
    heaps = np.random.default_rng(0).standard_normal((300, 32))
    spread = random.standard_normal((count, 32)) * 0.6
    return normalised((heaps[random.integers(0, len(heaps), count)] + spread).astype(np.float32))


def ids(count: int, first: int = 0) -> list[UUID]:
    # Ends in zero bytes now and then, which numpy's strings would lose.
    return [UUID(int=(first + number) << 8) for number in range(count)]


def rows(pks: list[UUID], vectors: Floats, bodies: Floats | None = None) -> Rows:
    halves = vectors.astype(np.float16)
    return Rows(as_ids(pks), halves, halves if bodies is None else bodies.astype(np.float16))


@pytest.fixture(scope="module")
def vectors() -> Floats:
    return crowd(COUNT, 1)


@pytest.fixture(scope="module")
def many(vectors: Floats) -> Cells:
    return Cells(clusters.build(vectors.astype(np.float16)))


def recall(vectors: Floats, found: np.ndarray, question: Floats, allowed: np.ndarray) -> float:
    truth = np.sort(np.where(allowed, vectors @ question, -2))[-10]
    return float(np.mean(vectors[found] @ question >= truth - 1e-3))


def written(folder: Path, size: int, *, seed: int) -> tuple[IndexFiles, list[UUID], Floats]:
    """An index of so many rows, their ids, and their vectors."""
    held = IndexFiles(folder, "v1")
    held.folder.mkdir()
    pks, vectors = ids(size), crowd(size, seed)
    held.write_main(rows(pks, vectors), NOW)
    return held, pks, vectors


@pytest.mark.parametrize("share", [1.0, 0.6, 0.1, 0.001])
def test_the_nearest_are_found_whatever_the_filter_lets_through(
    many: Cells, vectors: Floats, share: float
) -> None:
    assert len(many.centres) > 1
    allowed = np.random.default_rng(2).random(COUNT) < share
    questions = crowd(30, 9)
    found = [many.nearest(question, 10, None if share == 1 else allowed) for question in questions]
    for question, best in zip(questions, found, strict=True):
        assert len(best) == 10 and allowed[best].all()
        cosines = vectors[best] @ question
        assert (np.diff(cosines) <= 1e-3).all()
    recalls = [
        recall(vectors, best, question, allowed) for question, best in zip(questions, found, strict=True)
    ]
    assert np.mean(recalls) >= 0.95


def test_each_row_is_found_by_its_own_vector(many: Cells, vectors: Floats) -> None:
    for row in (0, 77, COUNT - 1):
        assert row in many.nearest(vectors[row], 5)
        assert many.cosines(np.array([row], np.int32), vectors[row])[0] == pytest.approx(1, abs=2e-3)


def test_a_filter_that_lets_nothing_through_finds_nothing(many: Cells, vectors: Floats) -> None:
    assert len(many.nearest(vectors[0], 10, np.zeros(COUNT, dtype=bool))) == 0


def test_all_rows_of_one_vector_are_found_up_to_what_is_asked(vectors: Floats) -> None:
    repeated = np.concatenate([vectors[:500], vectors[[7] * 400]]).astype(np.float16)
    held = Cells(clusters.build(repeated))
    assert len(held) == 900 and len(held.exact) == 500
    assert set(held.nearest(vectors[7], 401).tolist()) == {7, *range(500, 900)}
    allowed = np.ones(900, dtype=bool)
    allowed[[7, *range(500, 890)]] = False
    assert set(held.nearest(vectors[7], 10, allowed).tolist()) == set(range(890, 900))
    allowed[890:] = False
    assert not set(held.nearest(vectors[7], 10, allowed).tolist()) & {7, *range(500, 900)}
    assert held.vectors(np.array([899], np.int32)) == pytest.approx(vectors[[7]], abs=1e-3)


def test_a_filter_that_lets_only_the_farthest_through_finds_them(many: Cells, vectors: Floats) -> None:
    question = vectors[3]
    allowed = np.zeros(COUNT, dtype=bool)
    allowed[np.argsort(vectors @ question)[: COUNT // 2]] = True
    found = many.nearest(question, 10, allowed)
    assert len(found) == 10 and allowed[found].all()
    assert recall(vectors, found, question, allowed) >= 0.8


def test_nothing_is_near_where_nothing_is() -> None:
    empty = Cells(clusters.build(np.empty((0, 32), dtype=np.float16)))
    question = np.ones(32, dtype=np.float32)
    assert len(empty) == len(empty.nearest(question, 5)) == 0
    assert len(empty.nearest(question, 5, np.zeros(0, dtype=bool))) == 0


def test_the_same_vectors_give_the_same_cells(vectors: Floats) -> None:
    one, other = (clusters.build(vectors[:26_000].astype(np.float16)) for _ in range(2))
    assert all((one[name] == other[name]).all() for name in cells.NAMES)


def test_ids_keep_their_last_bytes() -> None:
    pks = [UUID(int=0), UUID(int=1 << 8), UUID(int=(1 << 128) - 1)]
    assert uuids(as_ids(pks)) == pks


def test_title_and_body_are_two_ways_in(tmp_path: Path) -> None:
    one, other = np.eye(32, dtype=np.float32)[:2]
    held = IndexFiles(tmp_path, "v1")
    held.folder.mkdir()
    pks = ids(3)
    held.write_main(rows(pks, np.stack([one, other, other]), np.stack([other, one, other])), NOW)
    index = held.open()
    assert index is not None
    assert {(hit.pk, hit.title, hit.body) for hit in index.nearest(one, 1)} == {
        (pks[0], 1, 0),
        (pks[1], 0, 1),
    }
    assert index.nearest(np.zeros(32, dtype=np.float32), 3) == []


def test_what_the_tail_holds_counts_instead(tmp_path: Path) -> None:
    held, pks, vectors = written(tmp_path, 100, seed=3)
    before = held.open()
    turned, came = -vectors[7], ids(1, first=500)
    hidden = np.zeros(100, dtype=bool)
    hidden[7] = True
    held.write_tail(rows([pks[7], *came], np.stack([turned, vectors[7]])), hidden, NOW)
    after = held.open()
    assert before is not None and after is not None
    assert (len(before), len(after)) == (100, 101)
    assert before.nearest(vectors[7], 1)[0].pk == pks[7]
    assert after.nearest(vectors[7], 1)[0].pk == came[0]
    assert after.nearest(turned, 1, allowed=[pks[7], pks[8]])[0].pk == pks[7]
    told = after.vectors_of(pks[7])
    assert told is not None and told[0] == pytest.approx(turned, abs=1e-3)
    assert after.vectors_of(UUID(int=9 << 100)) is None


@pytest.mark.parametrize("told", [None, files.FORMAT - 1, files.FORMAT + 1], ids=["none", "older", "newer"])
def test_an_index_of_another_format_counts_as_none(tmp_path: Path, told: int | None) -> None:
    held = IndexFiles(tmp_path, "v1")
    held.folder.mkdir()
    held.write_main(rows(ids(20), crowd(20, 5)), NOW)
    path = held.folder / "index.json"
    stand = json.loads(path.read_text())
    path.write_text(json.dumps({key: value for key, value in {**stand, "format": told}.items() if value}))
    assert held.stand() is None and held.open() is None
    held.write_main(rows(ids(10), crowd(10, 5)), NOW)
    index = held.open()
    assert index is not None and len(index) == 10
    assert len(list(held.folder.glob("part-*"))) == 2


def test_who_reads_the_old_index_is_not_disturbed(tmp_path: Path) -> None:
    held = IndexFiles(tmp_path, "v1")
    held.folder.mkdir()
    vectors = crowd(200, 4)
    held.write_main(rows(ids(200), vectors), NOW)
    old = held.open()
    held.write_main(rows(ids(100), vectors[:100]), NOW)
    new = held.open()
    assert old is not None and new is not None
    assert (len(old.nearest(vectors[150], 200)), len(new.nearest(vectors[150], 200))) == (200, 100)
    assert len(list(held.folder.glob("part-*"))) == 2


def test_an_index_that_was_not_finished_is_not_seen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    held = IndexFiles(tmp_path, "v1")
    held.folder.mkdir()
    held.write_main(rows(ids(10), crowd(100, 5)[:10]), NOW)

    def full(*_: object) -> None:
        raise OSError("no space left")

    monkeypatch.setattr(files, "replace", full)
    with pytest.raises(OSError):
        held.write_main(rows(ids(20), crowd(100, 5)[:20]), NOW)
    index = held.open()
    assert index is not None and len(index) == 10


def test_one_writer_at_a_time(tmp_path: Path) -> None:
    with IndexFiles(tmp_path, "v1").writing() as first, IndexFiles(tmp_path, "v1").writing() as second:
        assert (first, second) == (True, False)
    with IndexFiles(tmp_path, "v1").writing() as third:
        assert third


def test_versions_that_are_not_kept_go(tmp_path: Path) -> None:
    for name in ("v1", "v2"):
        (tmp_path / name).mkdir()
    IndexFiles(tmp_path, "v2").make_current()
    files.keep_only(tmp_path, {"v2"})
    assert [path.name for path in sorted(tmp_path.iterdir())] == ["current", "v2"]
    assert files.current_version(tmp_path) == "v2"


def test_cosines_of_some_are_those_that_the_nearest_have(tmp_path: Path) -> None:
    held = IndexFiles(tmp_path, "v1")
    held.folder.mkdir()
    pks, vectors = ids(500), crowd(500, 6)
    held.write_main(rows(pks, vectors, vectors[::-1].copy()), NOW)
    hidden = np.zeros(500, dtype=bool)
    hidden[[7, 11]] = True
    held.write_tail(rows([pks[7]], -vectors[7:8]), hidden, NOW)
    index = held.open()
    assert index is not None
    question = crowd(1, 7)[0]
    everyone = {hit.pk: (hit.title, hit.body) for hit in index.nearest(question, 500)}
    asked = [pks[400], UUID(int=9 << 100), pks[7], pks[11], pks[0]]
    told = index.cosines(question, asked)
    assert [each is None for each in told] == [False, True, False, True, False]
    for pk, each in zip(asked, told, strict=True):
        assert (each is None) == (pk not in everyone)
        if each is not None:
            assert each == pytest.approx(everyone[pk], abs=1e-6)
    assert told[2] is not None and told[2][0] == pytest.approx(float(-vectors[7] @ question), abs=1e-3)
    assert index.cosines(np.zeros(32, dtype=np.float32), asked) == [None] * 5
    assert index.cosines(question, []) == []


def test_columns_of_the_nearest_are_the_hits(tmp_path: Path) -> None:
    held, pks, vectors = written(tmp_path, 300, seed=8)
    index = held.open()
    assert index is not None
    some = b"".join(pk.bytes for pk in pks[50:90])
    near = index.near(vectors[60], vectors[60], 30, allowed=some)
    hits = index.nearest(vectors[60], 30, allowed=pks[50:90])
    columns = zip(uuids(near.ids), near.titles.tolist(), near.bodies.tolist(), strict=True)
    assert hits and [tuple(hit) for hit in hits] == [*columns]
    assert near.most == max(max(hit.title, hit.body) for hit in hits)
    least = near.most / 2
    assert [*near.from_cosine(least)] == [hit.pk for hit in hits if max(hit.title, hit.body) >= least]
    assert set(uuids(near.ids)) <= set(pks[50:90])
    nothing = index.near(np.zeros(32, dtype=np.float32), np.zeros(32, dtype=np.float32), 3)
    assert (len(nothing.ids), nothing.most, nothing.from_cosine(0.0)) == (0, 0.0, [])


@pytest.mark.parametrize("width", [32, 256, cells._IN_ONE_THREAD + 1])
def test_a_product_in_parts_is_the_product(width: int) -> None:
    chance = np.random.default_rng(9)
    count = 3 if width > 256 else 2500
    vectors, vector = (chance.standard_normal(size).astype(np.float32) for size in ((count, width), width))
    assert cells.product(vectors, vector) == pytest.approx(vectors @ vector, rel=1e-4, abs=1e-2)
    assert len(cells.product(vectors[:0], vector)) == 0
