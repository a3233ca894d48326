"""Company keys: one employer, one key; two employers, two."""

from __future__ import annotations

import json
import unicodedata
from itertools import combinations
from pathlib import Path

import pytest

from apps.vacancies.normalise.company import company_key

ONE_EMPLOYER = [
    ("Acme", "ACME, Inc.", "Acme Inc", "  Acme  ,  Inc.  ", "acme corp.", "Acme Ltd", "Acme GmbH & Co. KG", "Acme S.p.A.", "Acme Pty Ltd"),
    ("Bäckerei Müller", "Bäckerei Müller GmbH", unicodedata.normalize("NFD", "BÄCKEREI MÜLLER GmbH")),
    ("Panes del Sur", "Panes del Sur, S.A. de C.V.", "PANES DEL SUR S.L."),
    ("Painéis", "Painéis Ltda.", "PAINÉIS LTDA"),
    ("日本パン", "株式会社日本パン", "日本パン株式会社", "(株)日本パン"),
    ("Хлеб", "ООО «Хлеб»", "ХЛЕБ ООО"),
    ("U.S. Bread", "US Bread", "us bread co"),
    ("Bread & Sons", "Bread and Sons", "Bread & Sons, LLC"),
    ("Baker's Yard", "Baker’s Yard", "Bakers Yard"),
    ("Crumb A/S", "Crumb AS", "Crumb ApS"),
    ("Okruch sp. z o.o.", "Okruch Sp. z o. o.", "OKRUCH"),
    ("The Bread Desk", "Bread Desk"),
]  # fmt: skip
APART = [
    "Škoda", "Skoda", "Koda", "Żubr", "Zubr", "Ėmė", "Eme", "Ġenerali", "Generali", "Nestlé", "Nestle", "Acme Labs", "Acme",
    "Acme Health", "Acme Japan", "Bread.io", "Bread", "日本電産", "日本",
]  # fmt: skip


@pytest.mark.parametrize("names", ONE_EMPLOYER, ids=lambda names: names[0])
def test_spellings_of_one_employer_share_a_key(names: tuple[str, ...]) -> None:
    assert len({company_key(name) for name in names}) == 1, [company_key(name) for name in names]


def test_different_employers_stay_apart() -> None:
    clashes = [(a, b) for a, b in combinations(APART, 2) if company_key(a) == company_key(b)]
    assert clashes == []


@pytest.mark.parametrize("name", ["Inc", "GmbH", "株式会社", "Co.", "The", "!!!"])
def test_a_name_is_never_lost(name: str) -> None:
    assert company_key(name)


def test_nothing_has_no_key() -> None:
    assert company_key(None) == company_key("") == company_key("   ") == ""


@pytest.mark.shared
def test_the_shared_cases(shared_data: Path) -> None:
    """Equal forms collide, letters typed with a mark do not, scripts survive, nothing is the empty key."""
    cases = [
        case["input"]
        for case in json.loads((shared_data / "postings" / "company_key_cases.json").read_text())["cases"]
    ]
    keys = {name: company_key(name) for name in cases}
    assert {name for name, key in keys.items() if not key} == {None, ""}
    composed: dict[str, set[str]] = {}
    for name, key in keys.items():
        if name:
            composed.setdefault(unicodedata.normalize("NFC", name), set()).add(key)
    assert all(len(found) == 1 for found in composed.values())
    assert company_key("İstanbul Tekstil") == company_key("Istanbul Tekstil")
    assert company_key("ＡＣＭＥ") == company_key("Acme Corp") == "acme"
    assert company_key("ﬁnance") == "finance"
    plain = [name for name in composed if name not in {"Acme Corp", "  Acme  ,  Inc.  ", "ＡＣＭＥ"}]
    assert len({keys.get(name) or company_key(name) for name in plain}) == len(plain)
