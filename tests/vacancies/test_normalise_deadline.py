"""Days until which one may apply, as texts write them."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from apps.vacancies.normalise.deadline import deadline_claims, find_deadline

NOW = datetime(2026, 3, 10, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Application deadline: October 20, 2026", date(2026, 10, 20)),
        ("The application deadline is November 1st, 2026.", date(2026, 11, 1)),
        ("Deadline for receipt of applications is 07 July 2026 at midnight.", date(2026, 7, 7)),
        ("Please submit your application by Tuesday 11th August, 2026.", date(2026, 8, 11)),
        ("Closing Date: Friday 14th August 2026", date(2026, 8, 14)),
        ("Date limite de candidature : dimanche 26 octobre 2026", date(2026, 10, 26)),
        ("Bewerbungsfrist: 31. März 2026", date(2026, 3, 31)),
        ("Bewerbungsschluss ist der 31.03.2026", date(2026, 3, 31)),
        ("Apply by 2026-04-30", date(2026, 4, 30)),
        ("This posting will close on 08/21/2026", date(2026, 8, 21)),
        ("This posting will close on 21/08/2026", date(2026, 8, 21)),
        ("This posting will close on 08/08/2026", date(2026, 8, 8)),
        ("This posting will close on 08/09/2026", None),  # August or September?
        ("Application deadline: 31 February 2026", None),
        ("The deadline is 19 August.", None),
        ("You meet deadlines. Founded on 1 May 2020.", None),
        ("We work to a tight deadline.\n\nFounded on 1 May 2020.", None),
        ("", None),
    ],
)
def test_deadlines_in_prose(text: str, day: date | None) -> None:
    assert find_deadline(f"We bake.\n\n{text}") == day


def test_a_field_beats_the_text_and_the_unbelievable_is_left_out() -> None:
    text = "Apply by 30 April 2026."
    assert list(deadline_claims(date(2026, 4, 1), text, NOW)) == [("field", date(2026, 4, 1))]
    assert list(deadline_claims(date(2999, 1, 1), text, NOW)) == [
        ("field", None),
        ("text", date(2026, 4, 30)),
    ]
    assert list(deadline_claims(None, "Apply by 30 April 2099.", NOW)) == [("field", None), ("text", None)]
