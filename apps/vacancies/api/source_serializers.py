"""Boards as clients see and write them."""

from __future__ import annotations

from typing import Any

from django.utils import timezone
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from apps.core.api.fields import WebAddressField
from apps.core.api.serializers import StrictModelSerializer, StrictSerializer
from apps.vacancies.boards.health import HealthStatus, status_of
from apps.vacancies.boards.kinds import board_kind
from apps.vacancies.boards.saying import LONGEST_INTERVAL, interval_of
from apps.vacancies.boards.selectors import AnyBoard
from apps.vacancies.models import OwnSource
from apps.vacancies.sources.generic_spec import FIELDS, FORMATS, METHODS, PAGINGS
from apps.vacancies.sources.registry import adapter_for

ORIGINS = ("catalogue", "own")
GRADES = ("A", "B", "C", "D")


class SourceTermsSerializer(StrictSerializer):
    """On what terms a kind of board is read. `verified` says whether its reader is held against recorded answers."""

    homepage = serializers.CharField()
    grade = serializers.ChoiceField(choices=GRADES)
    attribution = serializers.CharField(help_text="To be shown beside its postings, or empty.")
    default_on = serializers.BooleanField()
    verified = serializers.BooleanField()
    min_interval_seconds = serializers.IntegerField(source="min_interval")
    requests_per_second = serializers.FloatField()


class SourceKindSerializer(StrictSerializer):
    """A kind of board that can be added: enough to draw its form."""

    kind = serializers.CharField()
    name = serializers.CharField()
    terms = SourceTermsSerializer()
    example = serializers.CharField(help_text="How `board` names one; `all` where there is but one.")
    needs_key = serializers.BooleanField()
    connection_kind = serializers.CharField(help_text="What is connected for its key, or empty.")
    needs_spec = serializers.BooleanField(help_text="The board is described by `spec`.")
    lists_everything = serializers.BooleanField(
        help_text="What it lists no more is closed; false for a window on the newest."
    )


class SourceSpecPagingSerializer(StrictSerializer):
    """How a board pages. What `kind` needs stands in the address or the body: `{page}`, `{offset}`, `{cursor}`."""

    kind = serializers.ChoiceField(choices=PAGINGS, default="none")
    start = serializers.IntegerField(min_value=0, max_value=1_000_000, default=0)
    size = serializers.IntegerField(
        min_value=1,
        max_value=10_000,
        allow_null=True,
        default=None,
        help_text="Items of a full page: a shorter one is the last.",
    )
    cursor_path = serializers.CharField(
        max_length=500, allow_blank=True, default="", help_text="Where an answer names the next page."
    )


def _rule() -> serializers.CharField:
    return serializers.CharField(max_length=500, allow_blank=True, default="")


class SourceSpecFieldsSerializer(StrictSerializer):
    """Which value is which field: a path into an item (`place.city`, `places[*].city`), or after `=` a text of its own
    in which `{path}` stands for a value."""

    def get_fields(self) -> dict[str, Any]:
        return {name: _rule() for name in FIELDS}


class SourceSpecSerializer(StrictSerializer):
    """A board described by data: where its answers stand, how they page, which value is which field. No secrets: a key
    is a connection's, sent when `needs_key` is true."""

    url = serializers.CharField(max_length=2000)
    method = serializers.ChoiceField(choices=METHODS, default="GET")
    headers = serializers.DictField(child=serializers.CharField(max_length=500), default=dict)
    body = serializers.CharField(max_length=2000, allow_blank=True, default="", help_text="Of a POST.")
    format = serializers.ChoiceField(choices=FORMATS, default="json")
    items = serializers.CharField(
        max_length=500,
        allow_blank=True,
        default="",
        help_text="The path to the list, or the name of the element.",
    )
    paging = SourceSpecPagingSerializer(default=dict)
    # DRF takes declared fields off the class: its own `fields` stays.
    fields = SourceSpecFieldsSerializer(default=dict)  # type: ignore[assignment]
    homepage = serializers.CharField(max_length=2000, allow_blank=True, default="")
    lists_everything = serializers.BooleanField(default=True)
    needs_key = serializers.BooleanField(default=False)


class SourceHealthSerializer(StrictSerializer):
    """How reading a board goes. `failures` are in a row; until `cooldown_until` it is left alone."""

    status = serializers.SerializerMethodField()
    failures = serializers.IntegerField()
    cooldown_until = serializers.DateTimeField(allow_null=True)
    alarm = serializers.CharField(help_text="Why somebody should look, or empty.")
    last_run_at = serializers.DateTimeField(allow_null=True)
    last_complete_at = serializers.DateTimeField(allow_null=True)
    next_run_at = serializers.DateTimeField(allow_null=True)
    open_postings = serializers.IntegerField()

    @extend_schema_field(serializers.ChoiceField(choices=HealthStatus.choices))
    def get_status(self, board: AnyBoard) -> str:
        return status_of(board, timezone.now())


class SourceSerializer(StrictModelSerializer[OwnSource]):
    """A board that is read. `interval_seconds` is what holds: what was asked for, but no less than the terms allow."""

    origin = serializers.SerializerMethodField()
    name = serializers.SerializerMethodField(help_text="Of the kind.")
    board_url = serializers.SerializerMethodField(help_text="The page a person would open.")
    base_url = serializers.CharField(read_only=True, help_text="Instead of the vendor's host, or empty.")
    spec = serializers.SerializerMethodField()
    connection_id = serializers.SerializerMethodField()
    interval_seconds = serializers.SerializerMethodField()
    terms = serializers.SerializerMethodField()
    health = SourceHealthSerializer(source="*", read_only=True)

    class Meta:
        model = OwnSource
        fields = (
            "id", "origin", "kind", "name", "board", "board_url", "company_name", "base_url", "spec", "connection_id",
            "is_enabled", "interval_seconds", "terms", "health", "created_at", "updated_at",
        )  # fmt: skip
        read_only_fields = fields

    @extend_schema_field(serializers.ChoiceField(choices=ORIGINS))
    def get_origin(self, board: AnyBoard) -> str:
        return "own" if isinstance(board, OwnSource) else "catalogue"

    def get_name(self, board: AnyBoard) -> str:
        return board_kind(board.kind).name

    def get_board_url(self, board: AnyBoard) -> str:
        return adapter_for(board.kind, board.spec).board_url(board.board)

    @extend_schema_field(SourceSpecSerializer(allow_null=True))
    def get_spec(self, board: AnyBoard) -> Any:
        return board.spec and SourceSpecSerializer(board.spec).data

    @extend_schema_field(serializers.UUIDField(allow_null=True))
    def get_connection_id(self, board: AnyBoard) -> Any:
        return board.connection_id if isinstance(board, OwnSource) else None

    def get_interval_seconds(self, board: AnyBoard) -> int:
        return interval_of(board, board_kind(board.kind).terms)

    @extend_schema_field(SourceTermsSerializer)
    def get_terms(self, board: AnyBoard) -> Any:
        return SourceTermsSerializer(board_kind(board.kind).terms).data


class ReplaceSourceRequest(StrictSerializer):
    company_name = serializers.CharField(
        max_length=200, allow_blank=True, default="", help_text="Where the feed does not say it."
    )
    is_enabled = serializers.BooleanField(default=True)
    interval_seconds = serializers.IntegerField(
        min_value=60,
        max_value=LONGEST_INTERVAL,
        allow_null=True,
        default=None,
        help_text="Between two readings; null: what the terms say, which is also the least.",
    )
    spec = SourceSpecSerializer(allow_null=True, default=None, help_text="Of a board of kind `generic`.")
    connection_id = serializers.UUIDField(allow_null=True, default=None, help_text="One of your own.")
    base_url = WebAddressField(
        max_length=500, allow_blank=True, default="", help_text="Instead of the vendor's host; staff only."
    )


class UpdateSourceRequest(ReplaceSourceRequest):
    """Only what is given changes; a `spec` is given whole."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{**kwargs, "partial": True})


class CreateSourceRequest(ReplaceSourceRequest):
    """Either its address as `url`, or its `kind` and name."""

    origin = serializers.ChoiceField(choices=ORIGINS, default="own", help_text="`catalogue` is for staff.")
    kind = serializers.CharField(
        max_length=32, allow_blank=True, default="", help_text="As `listSourceKinds` says."
    )
    board = serializers.CharField(
        max_length=200, allow_blank=True, default="", help_text="Whose board: the name in its address."
    )
    url = WebAddressField(
        max_length=2000, allow_blank=True, default="", help_text="A careers page, or a posting's."
    )


class PreviewSourceRequest(StrictSerializer):
    """A board as `createSource` takes it."""

    kind = serializers.CharField(max_length=32, allow_blank=True, default="")
    board = serializers.CharField(max_length=200, allow_blank=True, default="")
    url = WebAddressField(max_length=2000, allow_blank=True, default="")
    spec = SourceSpecSerializer(allow_null=True, default=None)
    connection_id = serializers.UUIDField(allow_null=True, default=None)
    company_name = serializers.CharField(max_length=200, allow_blank=True, default="")
