"""Companies as clients see them."""

from __future__ import annotations

from typing import Any

from rest_framework import serializers

from apps.core.api.serializers import StrictModelSerializer, StrictSerializer
from apps.vacancies.marketplace import clients, scoring
from apps.vacancies.models import Company, MarketplaceClient


def _amount() -> serializers.DecimalField:
    return serializers.DecimalField(
        max_digits=14, decimal_places=2, allow_null=True, coerce_to_string=False, read_only=True
    )


class CompanySummarySerializer(StrictSerializer):
    """Who hires: an employer or agency of the catalogue, or a marketplace's client that this workspace has met."""

    id = serializers.UUIDField()
    name = serializers.CharField()
    kind = serializers.ChoiceField(choices=Company.Kind.choices)
    logo_url = serializers.CharField(help_text="Or empty.")
    website = serializers.CharField(help_text="Or empty.")
    location = serializers.CharField(help_text="Of a client; or empty.")
    open_vacancies = serializers.IntegerField()


class ClientReviewSerializer(StrictSerializer):
    """What somebody who worked for them says."""

    rating = serializers.FloatField(allow_null=True, help_text="0 to 5.")
    comment = serializers.CharField()
    date = serializers.DateField(allow_null=True)


class ScorePartSerializer(StrictSerializer):
    """One reason of a score. `points` is null where the marketplace does not say; then it does not count."""

    code = serializers.CharField()
    sentence = serializers.CharField()
    points = serializers.FloatField(allow_null=True)
    most = serializers.IntegerField()


class ClientScoreSerializer(StrictSerializer):
    """`value` is 0 to 100, null when nothing is known. `known` is the share of its weight that was."""

    value = serializers.IntegerField(allow_null=True)
    known = serializers.FloatField(help_text="0 to 1.")
    parts = ScorePartSerializer(many=True)


class ClientProfileSerializer(StrictModelSerializer[MarketplaceClient]):
    """A marketplace's client, as the member's own account there shows them. What is not known is null."""

    total_spent = _amount()
    hire_rate = serializers.FloatField(allow_null=True, read_only=True, help_text="0 to 1.")
    rating = serializers.FloatField(allow_null=True, read_only=True, help_text="0 to 5.")
    reviews = ClientReviewSerializer(many=True, read_only=True)
    score = serializers.SerializerMethodField()

    class Meta:
        model = MarketplaceClient
        fields = (
            "platform", "platform_id", "company_name", "total_spent", "currency", "hire_rate", "rating", "reviews_count",
            "jobs_posted", "active_jobs", "reviews", "score", "fetched_at",
        )  # fmt: skip
        read_only_fields = fields

    def get_score(self, client: MarketplaceClient) -> ClientScoreSerializer:
        return ClientScoreSerializer(scoring.score(clients.claim_of(client))).data  # type: ignore[return-value]


class CompanySerializer(CompanySummarySerializer):
    """A company, with its profile where it is a marketplace's client."""

    client = ClientProfileSerializer(allow_null=True)


class CompanyFigureSerializer(StrictSerializer):
    """A value, and how many vacancies it rests on: null where they are fewer than five."""

    n = serializers.IntegerField()
    value = serializers.FloatField(allow_null=True)


class CompanyShareSerializer(StrictSerializer):
    value = serializers.CharField()
    n = serializers.IntegerField()
    share = serializers.FloatField(help_text="0 to 1.")


class CompanyMixSerializer(StrictSerializer):
    """Of the `n` vacancies that say any: the share of each, the largest first; null where they are fewer than five."""

    n = serializers.IntegerField()
    shares = CompanyShareSerializer(many=True, allow_null=True)


class CompanyMonthSerializer(StrictSerializer):
    """A calendar month in UTC, by its first day. `open_at_end` of the present one is now."""

    month = serializers.DateField()
    opened = serializers.IntegerField()
    closed = serializers.IntegerField()
    open_at_end = serializers.IntegerField()


class CompanyRangeSerializer(StrictSerializer):
    """What is paid, in one currency (empty: not said): null where fewer than five vacancies say it."""

    currency = serializers.CharField()
    group = serializers.CharField(help_text="A seniority, or a kind of budget; empty for all together.")
    n = serializers.IntegerField()
    min = _amount()
    median = _amount()
    max = _amount()

    def to_representation(self, instance: Any) -> Any:
        said = {"min": instance.minimum, "median": instance.median, "max": instance.maximum}
        named = {name: getattr(instance, name) for name in ("currency", "group", "n")}
        return super().to_representation({**named, **said})


class CompanyResearchSerializer(StrictSerializer):
    """How a company hires, from the vacancies we have of it.

    Before `observed_since` only what was still listed then is known. Not `is_complete`: only its newest vacancies were
    read. `ghost_share` is of those open now: signals of medium or high, judged without their texts.
    """

    company_id = serializers.UUIDField(source="hirer.id")
    kind = serializers.ChoiceField(source="hirer.kind", choices=Company.Kind.choices)
    vacancies = serializers.IntegerField(source="figures.vacancies")
    open_vacancies = serializers.IntegerField(source="figures.open_vacancies")
    observed_since = serializers.DateTimeField(source="figures.observed_since", allow_null=True)
    is_complete = serializers.BooleanField()
    opened_per_month = CompanyFigureSerializer(source="figures.opened_per_month")
    months = CompanyMonthSerializer(source="figures.months", many=True, help_text="The last twelve.")
    pay = CompanyRangeSerializer(source="figures.pay", many=True, help_text="A year's, by seniority.")
    budgets = CompanyRangeSerializer(source="figures.budgets", many=True, help_text="Of a marketplace.")
    skills = CompanyMixSerializer(source="figures.skills", help_text="By slug, twenty at most.")
    seniority = CompanyMixSerializer(source="figures.seniority")
    remote = CompanyMixSerializer(source="figures.remote")
    countries = CompanyMixSerializer(source="figures.countries", help_text="ISO 3166-1 alpha-2.")
    repost_rate = CompanyFigureSerializer(source="figures.repost_rate")
    median_days_open = CompanyFigureSerializer(source="figures.median_days_open", help_text="Of closed ones.")
    ghost_share = CompanyFigureSerializer(source="figures.ghost_share")
