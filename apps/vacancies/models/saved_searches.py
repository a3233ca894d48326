"""Saved searches: what somebody looks for again and again, what matched, and what is still to be held against them."""

from __future__ import annotations

from datetime import datetime

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils import timezone

from apps.accounts.models import User
from apps.core.models import CatalogueModel, OwnedModel
from apps.vacancies.models.catalogue import Vacancy
from apps.vacancies.models.owned import OwnVacancy


class SavedSearch(OwnedModel):
    """One person's question, kept: `filters` is {name: text} as the query string of `listVacancies` has them.

    `due_at` is when what matched may next be told: with a digest its next time, else a moment only while something waits.
    `needs` and `needs_version` are computed from the filters (`saved_searches.needs`): a list of lists of terms; a vacancy
    that fits has a term of each.
    """

    class Alert(models.TextChoices):
        OFF = "off"
        INSTANT = "instant"
        DAILY = "daily"
        WEEKLY = "weekly"

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="saved_searches")
    name = models.CharField(max_length=120)
    filters = models.JSONField(default=dict)
    alert = models.CharField(max_length=8, choices=Alert.choices, default=Alert.OFF)
    seen_at = models.DateTimeField(default=timezone.now)
    due_at = models.DateTimeField(null=True, blank=True, editable=False)
    needs = models.JSONField(default=list, editable=False)
    needs_version = models.CharField(max_length=32, blank=True, default="", editable=False)

    class Meta:
        verbose_name_plural = "saved searches"
        constraints = [
            models.CheckConstraint(
                condition=models.Q(alert__in=["off", "instant", "daily", "weekly"]), name="savedsearch_alert"
            ),
            models.CheckConstraint(
                condition=models.Q(alert="off", due_at=None)
                | models.Q(alert="instant")
                | models.Q(alert__in=["daily", "weekly"], due_at__isnull=False),
                name="savedsearch_due",
            ),
        ]
        indexes = [
            models.Index(fields=["workspace", "user", "-created_at"], name="savedsearch_by_user"),
            models.Index(
                fields=["due_at"], condition=models.Q(due_at__isnull=False), name="savedsearch_when_due"
            ),
            # After a release that reads filters otherwise, until each has been looked at anew.
            models.Index(
                fields=["needs_version"], condition=~models.Q(alert="off"), name="savedsearch_version"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name} ({self.alert})"


def digest_due(alert: str, due_at: datetime | None) -> datetime | None:
    """When what matched by then is told in one; None without a daily or weekly alert."""
    return due_at if alert in (SavedSearch.Alert.DAILY, SavedSearch.Alert.WEEKLY) else None


class SavedSearchAnchor(OwnedModel):
    """A term by which a search with an alert is found: a vacancy without any of its search's anchors does not fit it."""

    search = models.ForeignKey(SavedSearch, on_delete=models.CASCADE, related_name="anchors")
    term = models.CharField(max_length=250)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["search", "term"], name="anchor_once")]
        indexes = [models.Index(fields=["term"], name="anchor_by_term")]

    def __str__(self) -> str:
        return self.term


class SavedSearchMatch(OwnedModel):
    """A vacancy fits a search with an alert: once for ever, whatever happens to either. `told_at`: its event is written."""

    search = models.ForeignKey(SavedSearch, on_delete=models.CASCADE, related_name="matches")
    vacancy = models.ForeignKey(Vacancy, on_delete=models.CASCADE, null=True, blank=True, related_name="+")
    own_vacancy = models.ForeignKey(
        OwnVacancy, on_delete=models.CASCADE, null=True, blank=True, related_name="+"
    )
    told_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name_plural = "saved search matches"
        constraints = [
            models.CheckConstraint(
                condition=models.Q(vacancy__isnull=False, own_vacancy=None)
                | models.Q(vacancy=None, own_vacancy__isnull=False),
                name="match_one_vacancy",
            ),
            models.UniqueConstraint(fields=["search", "vacancy"], name="match_once"),
            models.UniqueConstraint(fields=["search", "own_vacancy"], name="match_own_once"),
        ]
        indexes = [
            models.Index(fields=["search", "id"], condition=models.Q(told_at=None), name="match_waiting"),
        ]

    def __str__(self) -> str:
        return f"{self.search_id}: {self.vacancy_id or self.own_vacancy_id}"


class Arrival(CatalogueModel):
    """Vacancies of the catalogue that one batch brought or changed, until saved searches were held against them.

    Written in the batch's transaction. A row a batch, not a vacancy: ingest pays one small INSERT.
    """

    vacancy_ids = ArrayField(models.UUIDField())

    def __str__(self) -> str:
        return f"{len(self.vacancy_ids)} vacancies"


class OwnArrival(OwnedModel):
    """The same of a workspace's own vacancies."""

    vacancy_ids = ArrayField(models.UUIDField())

    def __str__(self) -> str:
        return f"{len(self.vacancy_ids)} own vacancies"
