"""The one JSON form: what orjson alone has no form for."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import Any

import pytest

from apps.core.api.renderers import to_json


@pytest.mark.parametrize(
    "value", [2**63, 2**64, -(2**70), {"a": [1, {"b": 10**40}]}, [True, None, 0.5, "x", -1]], ids=str
)
def test_whole_numbers_of_any_size(value: Any) -> None:
    assert json.loads(to_json(value)) == value


def test_small_and_large_in_one_body_keep_their_form() -> None:
    assert (
        to_json({"pay": Decimal("17.50"), "n": 10**20, "t": (1, 2)})
        == b'{"pay":17.5,"n":100000000000000000000,"t":[1,2]}'
    )


def test_what_json_has_no_form_for_is_an_error() -> None:
    with pytest.raises(TypeError):
        to_json({"a": object()})
