"""Preferences as clients see and write them."""

from __future__ import annotations

import zoneinfo
from datetime import time
from decimal import Decimal
from typing import Any

from rest_framework import serializers

from apps.accounts.models import Preferences
from apps.accounts.models.preferences import Channel
from apps.core.api.fields import NullableChoiceField, WordField
from apps.core.api.serializers import StrictModelSerializer, StrictSerializer
from apps.core.vocabulary import EmploymentType, Remote, SalaryPeriod

MOST_NAMES = 50


class ClockField(serializers.RegexField):
    """A time of day, to the minute: `22:30`."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(regex=r"^([01][0-9]|2[0-3]):[0-5][0-9]$", **kwargs)
        self.error_messages["invalid"] = "A time of day: HH:MM."

    def run_validation(self, data: Any = serializers.empty) -> Any:
        text = super().run_validation(data)
        return time.fromisoformat(text) if isinstance(text, str) else text

    def to_representation(self, value: Any) -> str:
        return str(value.strftime("%H:%M"))


def _names(longest: int, **kwargs: Any) -> serializers.ListField:
    return serializers.ListField(child=WordField(max_length=longest), max_length=MOST_NAMES, **kwargs)


def _some_of(choices: Any, **kwargs: Any) -> serializers.ListField:
    return serializers.ListField(
        child=serializers.ChoiceField(choices=choices), max_length=len(choices), **kwargs
    )


def _countries(**kwargs: Any) -> serializers.ListField:
    return serializers.ListField(child=serializers.RegexField(r"^[A-Z]{2}$"), max_length=MOST_NAMES, **kwargs)


def _each_once(names: list[str]) -> list[str]:
    found: dict[str, str] = {}
    for name in names:
        found.setdefault(name.casefold(), name)
    return list(found.values())


class PreferencesSerializer(StrictModelSerializer[Preferences]):
    """What kind of work somebody looks for, and how they want to hear of it."""

    target_titles = _names(120, read_only=True)
    skills = _names(80, read_only=True)
    locations = _names(120, read_only=True)
    remote = _some_of(Remote.choices, read_only=True, help_text="Empty: all the same.")
    employment_types = _some_of(EmploymentType.choices, read_only=True, help_text="Empty: all the same.")
    salary_min = serializers.DecimalField(
        max_digits=12, decimal_places=2, coerce_to_string=False, allow_null=True, read_only=True
    )
    salary_currency = serializers.CharField(read_only=True, help_text="ISO 4217, or empty.")
    salary_period = NullableChoiceField(SalaryPeriod.choices, read_only=True)
    work_permits = _countries(
        read_only=True, help_text="Where one may work without a sponsor, ISO 3166-1 alpha-2. Empty: not said."
    )
    channels = _some_of(Channel.choices, read_only=True, help_text="Empty: not at all.")
    time_zone = serializers.CharField(read_only=True, help_text="An IANA name: `Europe/Vienna`.")
    language = serializers.CharField(read_only=True)
    quiet_from = ClockField(read_only=True, allow_null=True, help_text="In `time_zone`.")
    quiet_until = ClockField(read_only=True, allow_null=True)

    class Meta:
        model = Preferences
        # No id and no times: nothing tells a row that is not written yet from one that holds the same.
        fields = (
            "target_titles",
            "skills",
            "locations",
            "remote",
            "employment_types",
            "salary_min",
            "salary_currency",
            "salary_period",
            "work_permits",
            "channels",
            "time_zone",
            "language",
            "quiet_from",
            "quiet_until",
        )


class UpdatePreferencesRequest(StrictSerializer):
    target_titles = _names(120, required=False)
    skills = _names(80, required=False)
    locations = _names(120, required=False)
    remote = _some_of(Remote.choices, required=False)
    employment_types = _some_of(EmploymentType.choices, required=False)
    salary_min = serializers.DecimalField(
        max_digits=12, decimal_places=2, min_value=Decimal(0), coerce_to_string=False, allow_null=True,
        required=False, help_text="With `salary_currency` and `salary_period`.",
    )  # fmt: skip
    salary_currency = serializers.RegexField(
        r"^[A-Z]{3}$", allow_blank=True, required=False, help_text="ISO 4217, or empty."
    )
    salary_period = NullableChoiceField(SalaryPeriod.choices, required=False)
    work_permits = _countries(required=False)
    channels = _some_of(Channel.choices, required=False)
    time_zone = serializers.CharField(
        max_length=64, required=False, help_text="An IANA name: `Europe/Vienna`."
    )
    language = serializers.RegexField(r"^[a-z]{2}(-[A-Z]{2})?$", required=False, help_text="`en`, `pt-BR`.")
    quiet_from = ClockField(required=False, allow_null=True, help_text="In `time_zone`; with `quiet_until`.")
    quiet_until = ClockField(required=False, allow_null=True)

    def validate_time_zone(self, value: str) -> str:
        if value not in zoneinfo.available_timezones():
            raise serializers.ValidationError("No time zone of this name is known.", code="invalid_choice")
        return value

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        """Each name once, in the order given; what says nothing is empty in the table."""
        for name, value in attrs.items():
            if isinstance(value, list):
                attrs[name] = _each_once(value)
        if "salary_period" in attrs:
            attrs["salary_period"] = attrs["salary_period"] or ""
        return attrs
