"""Names by how many matches say them, against counting them one by one. No database."""

from __future__ import annotations

import random
from collections import Counter
from pathlib import Path
from uuid import UUID

import numpy as np
import orjson
import pytest

from apps.matching.snapshot import former, name_writing
from apps.matching.snapshot.name_writing import Said, companies_of, towns_of, vocabulary, vocabulary_of
from apps.matching.snapshot.names import CodedNames, Lines, Vocabulary
from apps.matching.snapshot.tallying import counted_codes
from apps.matching.snapshot.writing import SMALL, Row, SegmentWriter, opened
from apps.matching.tally import APART, FewNames, commonest

NAMES = ("Nimbus", "nimbus", "Quayside", "Zürich Bäckerei", "a", "Aa", "New Bern", "Bern", "名前", "a.b*", "")
TOWNS = (("bern, ch", "Bern"), ("new bern or bern", f"New Bern{APART}Bern"), ("anywhere", ""), ("", ""))


def companies() -> list[Said]:
    return [
        [name, name.lower(), str(UUID(int=code + 1)) if code % 3 else ""] for code, name in enumerate(NAMES)
    ]


def places() -> list[Said]:
    return [[text, towns, towns.lower()] for text, towns in TOWNS]


def coded(held: Vocabulary, picked: list[int], weight: float) -> CodedNames:
    return CodedNames(held, *counted_codes(np.array(picked, dtype=np.uint32), len(held.texts)), weight)


def plain(said: list[Said], names: list[list[str]], picked: list[int], weight: float) -> FewNames:
    alone: Counter[str] = Counter(name for code in picked for name in names[code])
    texts: Counter[str] = Counter()
    for code in picked:
        texts[str(said[code][1 if len(said) == len(NAMES) else 0])] += 1
    ids = {str(each[0]): str(each[2]) for each in said} if len(said) == len(NAMES) else {}
    return FewNames(
        {name: (name.lower(), weight * number, ids.get(name, "")) for name, number in alone.items()},
        {text: weight * number for text, number in texts.items()},
    )


@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize("column", ["company", "place"])
def test_names_are_counted_as_one_by_one(tmp_path: Path, column: str, seed: int) -> None:
    pick = random.Random(seed)
    said = companies() if column == "company" else places()
    names = [[str(each[0])] if column == "company" and each[0] else [] for each in said]
    if column == "place":
        names = [[town for town in str(each[1]).split(APART) if town] for each in said]
    arrays = companies_of(said) if column == "company" else towns_of(said)
    name_writing.write(tmp_path, column, arrays)
    picked = [pick.randrange(len(said)) for _ in range(pick.choice([1, 7, 400]))]
    by_hand = plain(said, names, picked, 2.5)
    for held in (vocabulary_of(arrays), vocabulary(tmp_path, column)):
        ours = coded(held, picked, 2.5)
        for most in (1, 3, 100):
            assert list(ours.commonest(most)) == list(by_hand.commonest(most))
        for name in (*NAMES, "Nobody", "Zzz"):
            assert ours.alone(name) == by_hand.alone(name)
            if by_hand.alone(name):
                assert (ours.lowered(name), ours.id(name)) == (by_hand.lowered(name), by_hand.id(name))
        for part in ("bern", "a", "nim", "b*", "ü", "名", "nowhere"):
            assert ours.holding(part) == by_hand.holding(part)


def test_a_line_is_found_once_by_each_part_of_it() -> None:
    texts = ["aaa", "", "ba ab a", "c", "aü"]
    content = "".join(f"{text}\n" for text in texts).encode()
    ends = np.cumsum([len(text.encode()) + 1 for text in texts])
    lines = Lines(np.frombuffer(content, dtype=np.uint8), ends)
    assert list(lines) == texts
    for part in ("a", "aa", "ab", "ü", "c", "x", "b"):
        assert lines.with_part(part).tolist() == [place for place, text in enumerate(texts) if part in text]
    with pytest.raises(IndexError):
        lines[5]


def test_few_of_many_codes_are_counted_as_all_are() -> None:
    codes = np.array([5, 7, 5, 90_000, 0], dtype=np.uint32)
    for size in (90_001, 4):
        some, numbers = counted_codes(codes % size if size == 4 else codes, size)
        expected = Counter((codes % size if size == 4 else codes).tolist())
        assert dict(zip(some.tolist(), numbers.tolist(), strict=True)) == expected


def test_the_commonest_are_those_of_sorting_all() -> None:
    pick = random.Random(3)
    for _ in range(50):
        numbers = {f"n{number}": float(pick.randrange(5)) for number in range(pick.randrange(30))}
        ordered = sorted(numbers.items(), key=lambda item: (-item[1], item[0]))
        for most in (0, 1, 10, 40):
            assert commonest(numbers, most) == ordered[:most]


def test_a_segment_of_the_former_format_is_brought_into_form(tmp_path: Path) -> None:
    row = Row(
        id=bytes(15) + b"\1", created_at=1, listed_at=2, remote="remote", seniority="", employment_type="", source="lever",
        salary_currency="EUR", job_function="", salary_year_min=None, salary_year_max=5.0, visa_sponsorship=None,
        company_name=" Nimbus ", company_lowered=" nimbus ", company_id=UUID(int=7), place="Bern", place_lowered="bern",
        towns="Bern", towns_lowered="bern", skills=["sql"], countries=["CH"], words=(0).to_bytes(4),
    )  # fmt: skip
    writer = SegmentWriter(tmp_path)
    writer.add([row])
    writer.finish()
    small = orjson.loads((tmp_path / SMALL).read_bytes())
    expected = {name: (tmp_path / name).read_bytes() for name in _derived(tmp_path)}
    assert len(expected) == 18
    for name in expected:
        (tmp_path / name).unlink()
    (tmp_path / SMALL).unlink()
    with pytest.raises(FileNotFoundError):
        opened(tmp_path)
    whole = {
        **small,
        "company": [["Nimbus", "nimbus", str(UUID(int=7))]],
        "place": [["bern", "Bern", "bern"]],
    }
    (tmp_path / "said.json").write_bytes(orjson.dumps(whole))
    former.bring_into_form(tmp_path)
    former.bring_into_form(tmp_path)
    assert {name: (tmp_path / name).read_bytes() for name in _derived(tmp_path)} == expected
    assert orjson.loads((tmp_path / SMALL).read_bytes()) == small
    segment = opened(tmp_path)
    assert (list(segment.companies.names), list(segment.towns.names)) == (["Nimbus"], ["Bern"])
    assert segment.companies.id(0) == str(UUID(int=7))


def _derived(folder: Path) -> list[str]:
    return sorted(
        path.name for path in folder.iterdir() if path.match("company.*.npy") or path.match("place.*.npy")
    )
