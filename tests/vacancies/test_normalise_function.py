"""The kind of work a title names."""

from __future__ import annotations

import pytest

from apps.vacancies.normalise.function import title_function


@pytest.mark.parametrize(
    ("title", "function"),
    [
        ("Senior Software Engineer", "software"),
        ("Sales Engineer", "sales"),
        ("Data Engineer", "data"),
        ("Mechanical Engineer", "engineering"),
        ("Account Executive, Japan", "sales"),
        ("Product Manager", "product"),
        ("Registered Nurse", "healthcare"),
        ("Warehouse Driver", "logistics"),
        ("Baker", "hospitality"),
        ("Elektriker (m/w/d)", "trades"),
        ("Développeur Java", "software"),
        ("Comptable", "finance"),
        ("Head of People Operations", "human_resources"),
        ("Candidature spontanée", None),
    ],
)
def test_title_function(title: str, function: str | None) -> None:
    assert title_function(title) == function
