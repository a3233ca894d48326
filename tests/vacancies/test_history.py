"""What a vacancy's history keeps: the difference of two states, and what crawls find."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal
from typing import Any

import pytest

from apps.core.db import as_system
from apps.events.models import Event
from apps.vacancies.history import diff
from apps.vacancies.models import Vacancy, VacancyChange
from tests.factories.accounts import Person
from tests.vacancies.merging import crawl, greenhouse, lever, postings, remotive, vacancy_of, words

BEFORE = {
    "title": "Baker",
    "title_key": "baker",
    "salary_min": Decimal("10.5"),
    "locations": [{"text": "Lisbon", "city": "Lisbon"}],
    "posted_at": datetime(2026, 3, 1, tzinfo=UTC),
    "application_deadline": None,
    "description_text": "We bake.",
    "requirements": [],
    "visa_sponsorship": None,
}


def test_a_difference_shows_short_fields_and_names_long_ones() -> None:
    after = BEFORE | {
        "title": "Head baker",
        "title_key": "head baker",
        "salary_min": None,
        "locations": [{"text": "Lisbon", "city": ""}, {"text": "Porto", "city": "Porto"}],
        "application_deadline": date(2026, 4, 1),
        "description_text": "We bake bread.",
        "visa_sponsorship": False,
    }
    assert diff(BEFORE, after) == {
        "title": ["Baker", "Head baker"],
        "salary_min": ["10.50", None],
        "locations": [["Lisbon"], ["Lisbon", "Porto"]],
        "application_deadline": [None, "2026-04-01"],
        "description_text": [],
        "visa_sponsorship": [None, False],
    }


def test_what_only_looks_otherwise_is_no_difference() -> None:
    elsewhere = datetime(2026, 3, 1, 1, tzinfo=timezone(timedelta(hours=1)))
    same = {"salary_min": Decimal("10.50"), "posted_at": elsewhere, "requirements": (), "title_key": "other"}
    assert diff(BEFORE, BEFORE | same) == {}
    assert diff(BEFORE, {"title": "Baker"}) == {}


def history() -> list[tuple[str, Any]]:
    with as_system():
        return [(one.kind, one.fields) for one in VacancyChange.objects.order_by("at", "id")]


@pytest.mark.usefixtures("database")
class TestCrawls:
    def test_creation_is_no_change_and_a_change_is_one_entry(self) -> None:
        crawl("greenhouse", [greenhouse(1), greenhouse(2)])
        assert history() == []
        crawl("greenhouse", [greenhouse(1, title="Harbour Master"), greenhouse(2)])
        crawl("greenhouse", [greenhouse(1, title="Harbour Master"), greenhouse(2)])
        assert history() == [("changed", {"title": ["Harbour Pilot Birch", "Harbour Master"]})]
        with as_system():
            changed = dict(Vacancy.objects.values_list("title", "content_changed_at"))
        assert changed["Harbour Master"] is not None
        assert changed["Harbour Pilot Cedar"] is None

    def test_a_long_text_is_named_and_a_stamp_of_the_board_is_no_change(self) -> None:
        crawl("greenhouse", [greenhouse(1)])
        crawl("greenhouse", [greenhouse(1, updated_at="2026-08-09T10:00:00-04:00")])
        assert history() == []
        crawl("greenhouse", [greenhouse(1, content=f"&lt;p&gt;You steer. {words(1)}&lt;/p&gt;")])
        assert history() == [("changed", {"description_text": []})]

    def test_gone_twice_is_closed_and_back_is_opened_again(self) -> None:
        crawl("greenhouse", [greenhouse(1), greenhouse(2)])
        crawl("greenhouse", [greenhouse(2)])
        assert history() == []
        crawl("greenhouse", [greenhouse(2)])
        assert history() == [("closed", {})]
        crawl("greenhouse", [greenhouse(1), greenhouse(2)])
        assert [kind for kind, _ in history()] == ["closed", "reopened"]
        with as_system():
            row = Vacancy.objects.get(source_id="1001")
        assert (row.status, row.closed_at, row.repost_count, row.content_changed_at) == (
            "open",
            None,
            0,
            None,
        )

    def test_an_incomplete_crawl_closes_nothing(self) -> None:
        crawl("greenhouse", [greenhouse(1), greenhouse(2)])
        for _ in range(3):
            crawl("greenhouse", [greenhouse(2)], is_complete=False)
        assert history() == []

    def test_after_its_deadline_one_absence_is_enough_and_the_deadline_alone_is_not(self) -> None:
        crawl("greenhouse", [greenhouse(1), greenhouse(2)])
        with as_system():
            Vacancy.objects.update(application_deadline=date(2026, 1, 1))
        crawl("greenhouse", [greenhouse(1), greenhouse(2)])
        assert history() == []
        crawl("greenhouse", [greenhouse(2)])
        assert history() == [("closed", {})]

    def test_another_id_after_the_closing_is_a_repost(self) -> None:
        crawl("greenhouse", [greenhouse(1), greenhouse(2)])
        crawl("greenhouse", [greenhouse(2)])
        crawl("greenhouse", [greenhouse(2)])
        again = greenhouse(1, id=3001, absolute_url="https://boards.greenhouse.io/kestrel/jobs/3001")
        crawl("greenhouse", [again, greenhouse(2)])
        assert [kind for kind, _ in history()] == ["closed", "reposted"]
        with as_system():
            row = Vacancy.objects.get(source_id="3001")
        assert (row.status, row.repost_count) == ("open", 1)
        assert row.pk == postings()["greenhouse 1001"].vacancy_id

    def test_it_stands_open_while_one_posting_does(self) -> None:
        crawl("greenhouse", [greenhouse(1), greenhouse(2)])
        crawl("lever", [lever(1)])
        crawl("greenhouse", [greenhouse(2)])
        crawl("greenhouse", [greenhouse(2)])
        with as_system():
            row = Vacancy.objects.get(pk=vacancy_of("greenhouse 1001"))
        assert (row.status, row.source, row.title) == ("open", "lever", "Harbour Pilot Birch")
        assert [kind for kind, _ in history()] == ["merged", "changed"]
        assert set(history()[-1][1]) == {"url", "apply_url"}

    def test_a_copy_that_adds_something_says_what(self) -> None:
        crawl("greenhouse", [greenhouse(1)])
        crawl("remotive", [remotive(1)])
        ((kind, fields),) = history()
        assert (kind, fields["salary_min"]) == ("merged", [None, "60000.00"])

    def test_who_saved_it_is_told_of_a_change_and_of_the_closing(
        self, member: Person, stranger: Person
    ) -> None:
        crawl("greenhouse", [greenhouse(1), greenhouse(2)])
        saved = postings()["greenhouse 1001"].vacancy_id
        member.client.post(f"/api/v1/vacancies/{saved}/save/", {}, content_type="application/json")
        crawl("greenhouse", [greenhouse(1, title="Harbour Master"), greenhouse(2, title="Cook")])
        crawl("greenhouse", [])
        crawl("greenhouse", [])
        with as_system():
            told = Event.objects.filter(type__in=["vacancy.changed", "vacancy.closed"]).order_by("id")
            assert [(one.type, one.workspace_id, one.subject_id) for one in told] == [
                ("vacancy.changed", member.caller.workspace_id, saved),
                ("vacancy.closed", member.caller.workspace_id, saved),
            ]
