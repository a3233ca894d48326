"""`generate/`, `generations/`, `generation-providers/`"""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from rest_framework.request import Request
from rest_framework.response import Response

from apps.core.api.operations import refuse_unknown_query
from apps.core.api.viewsets import FootholdViewSet, Listed, Retrieved, operation
from apps.core.errors import NotFound
from apps.generation import services, writers
from apps.generation.api import serializers
from apps.generation.api.filters import GenerationFilterSet
from apps.generation.api.providers import ProviderListing
from apps.generation.models import Generation
from apps.jobs.api.serializers import accepted


class GenerateViewSet(FootholdViewSet):
    """`generate/{kind}/`"""

    noun = "Generation"
    tags = ("generation",)
    queryset = Generation.objects.all()
    serializer_class = serializers.GenerationAcceptedSerializer

    @operation(
        id="generate",
        request=serializers.GenerateRequest,
        response=serializers.GenerationAcceptedSerializer,
        status=202,
        ability="write",
        idempotent=True,
        key_required=True,
        verified=True,
        path_words=(("kind", tuple(Generation.Kind.values)),),
        bucket="generation",
    )
    def generate(self, request: Request, *, kind: str, data: dict[str, Any]) -> Response:
        """Have a document written from a resume for a vacancy; a worker does it. A kind that is not offered yet is a 400."""
        if kind not in Generation.Kind.values:
            raise NotFound()
        generation, task = services.request_generation(caller=self.caller, kind=kind, **data)
        answer = {"task": task, "generation_id": generation.pk, "stream_url": None}
        body = serializers.GenerationAcceptedSerializer(answer, context=self.get_serializer_context()).data
        return Response(body, status=202, headers=accepted(task))


class GenerationViewSet(Listed, Retrieved, FootholdViewSet):
    """What was written for the workspace, newest first."""

    noun = "Generation"
    tags = ("generation",)
    queryset = Generation.objects.select_related("resume_version").defer("resume_version__content")
    serializer_class = serializers.GenerationSummarySerializer
    filterset_class = GenerationFilterSet
    ordering_fields = ("created_at",)
    overrides = {"retrieve": {"response": serializers.GenerationSerializer}}

    def narrow_queryset(self, queryset: QuerySet[Generation]) -> QuerySet[Generation]:
        """A list shows nothing of the documents themselves."""
        long = (
            "content",
            "alternatives",
            "evidence",
            "unsupported",
            "suggestions",
            "vacancy_text",
            "metadata",
        )
        return queryset.defer(*long) if self.action == "list" else queryset

    @operation(status=204, ability="write", concurrent=True)
    def destroy(self, request: Request, *, pk: UUID) -> None:
        """Delete it, and call its work off. The resume that came of it stays."""
        services.delete_generation(generation=self.locked_and_matched(), caller=self.caller)

    @operation(
        id="rateGeneration",
        request=serializers.RateGenerationRequest,
        response=serializers.GenerationSerializer,
        ability="write",
        problems=(409,),
    )
    def rate(self, request: Request, *, pk: UUID, data: dict[str, Any]) -> Generation:
        """Say whether it was good. Rating again changes it; what is not written yet is a 409."""
        return services.rate_generation(generation=self.locked(), caller=self.caller, **data)


class GenerationProviderViewSet(FootholdViewSet):
    """`generation-providers/`"""

    noun = "GenerationProvider"
    tags = ("generation",)
    # Writers are code and settings, the same for every workspace.
    scoped_by_workspace = False
    queryset = Generation.objects.none()
    serializer_class = serializers.GenerationProviderSerializer
    ordering = "place"

    @operation(many=True, response=serializers.GenerationProviderSerializer)
    def list(self, request: Request) -> Response:
        """Who writes, in the order in which they are asked."""
        refuse_unknown_query(request, self.known_query_parameters())
        return self.respond_with_page(request, ProviderListing(writers.all_writers()))
