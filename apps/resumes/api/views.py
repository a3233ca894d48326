"""`resumes/`, `resumes/parse/`, `resumes/{id}/versions/`"""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.utils.http import content_disposition_header
from rest_framework.request import Request
from rest_framework.response import Response

from apps.core.api.operations import refuse_unknown_query
from apps.core.api.uploads import UploadParser
from apps.core.api.viewsets import FootholdViewSet, Listed, Retrieved, operation
from apps.jobs.api.serializers import TaskSerializer, accepted
from apps.resumes import intake, output, selectors, services
from apps.resumes.api import serializers
from apps.resumes.api.filters import ResumeFilterSet
from apps.resumes.models import Resume, ResumeVersion

FILES = ("application/pdf", "image/png", "text/html", "text/markdown", "text/plain", "application/json")


def _location(resume: Resume) -> dict[str, str]:
    return {"Location": f"/api/v1/resumes/{resume.pk}/"}


class ResumeViewSet(Listed, Retrieved, FootholdViewSet):
    """The workspace's resumes. Every write makes a version."""

    noun = "Resume"
    tags = ("resumes",)
    compiled = True
    queryset = Resume.objects.all()
    serializer_class = serializers.ResumeSummarySerializer
    filterset_class = ResumeFilterSet
    ordering = "-updated_at"
    ordering_fields = ("updated_at", "created_at", "title")
    overrides = {"retrieve": {"response": serializers.ResumeSerializer}}

    def listing(self) -> Any:
        return self.filter_queryset(self.get_queryset().defer("content"))

    @operation(
        request=serializers.WriteResumeRequest,
        response=serializers.ResumeSerializer,
        status=201,
        ability="write",
        idempotent=True,
    )
    def create(self, request: Request, *, data: dict[str, Any]) -> Response:
        """A resume that is typed in, or sent in the shape of one."""
        resume = services.create_resume(caller=self.caller, **data)
        return Response(self.present(resume), status=201, headers=_location(resume))

    @operation(
        request=serializers.WriteResumeRequest,
        response=serializers.ResumeSerializer,
        ability="write",
        concurrent=True,
    )
    def update(self, request: Request, *, pk: UUID, data: dict[str, Any]) -> Resume:
        """Replace it by what is sent: a new version, unless nothing differs."""
        return services.update_resume(resume=self.locked_and_matched(), caller=self.caller, changes=data)

    @operation(
        request=serializers.UpdateResumeRequest,
        response=serializers.ResumeSerializer,
        ability="write",
        concurrent=True,
    )
    def partial_update(self, request: Request, *, pk: UUID, data: dict[str, Any]) -> Resume:
        """Change what is sent, of the content by whole sections: a new version, unless nothing differs."""
        resume = self.locked_and_matched()
        if "content" in data:
            data = {**data, "content": {**resume.content, **data["content"]}}
        return services.update_resume(resume=resume, caller=self.caller, changes=data)

    @operation(status=204, ability="write", concurrent=True)
    def destroy(self, request: Request, *, pk: UUID) -> None:
        """Delete it with all its versions. The file it was read from stays among the documents."""
        services.delete_resume(resume=self.locked_and_matched(), caller=self.caller)

    @operation(
        id="restoreResumeVersion", response=serializers.ResumeSerializer, ability="write", concurrent=True
    )
    def restore(self, request: Request, *, pk: UUID, number: int) -> Resume:
        """Make it what it was in that version: a new version equal to the old one."""
        resume = self.locked_and_matched()
        version = selectors.get_version(resume_id=pk, caller=self.caller, number=number)
        return services.restore_version(resume=resume, version=version, caller=self.caller)

    @operation(id="renderResume", query=serializers.RenderQuery, binary=FILES)
    def render(self, request: Request, *, pk: UUID, query: dict[str, Any]) -> HttpResponse:
        """The resume as a file. `X-Render-Warnings` names what its reader would miss, as `missing_glyph`."""
        state: Resume | ResumeVersion = selectors.get_resume(resume_id=pk, caller=self.caller)
        if "version" in query:
            state = selectors.get_version(resume_id=pk, caller=self.caller, number=query["version"])
        made = output.render_resume(state=state, output=query["format"], theme=query["theme"])
        name = output.filename_for(state.content, made.filename_suffix)
        headers = {
            "Content-Disposition": str(content_disposition_header(True, name)),
            "X-Content-Type-Options": "nosniff",
            "Content-Security-Policy": "sandbox; default-src 'none'; style-src 'unsafe-inline'",
        }
        if made.warnings:
            headers["X-Render-Warnings"] = ", ".join(sorted({warning.code for warning in made.warnings}))
        return HttpResponse(made.data, content_type=made.media_type, headers=headers)


class ResumeParsingViewSet(FootholdViewSet):
    """`resumes/parse/`"""

    noun = "Resume"
    tags = ("resumes",)
    queryset = Resume.objects.all()
    serializer_class = serializers.ParsedResumeSerializer
    parser_classes = (UploadParser,)

    @operation(
        id="parseResume",
        request=serializers.ParseResumeRequest,
        query=serializers.ParseQuery,
        response=serializers.ParsedResumeSerializer,
        status=201,
        also=((202, TaskSerializer),),
        ability="write",
        idempotent=True,
        problems=(422,),
    )
    def parse(
        self, request: Request, *, data: dict[str, Any], query: dict[str, Any]
    ) -> Response | intake.Taken:
        """Read a resume from a file, which is kept as a document.

        What cannot be used is a 422 whose `errors[0].code` says why: `empty_file`, `encrypted`, `no_text` (a scan),
        `corrupt`, `unsupported_type`, `oversized_content`. A letter or an invoice is read too, with the warning
        `not_a_resume`: the person decides. In the background, the task's `result` is `{resume_id, confidence, boxes,
        warnings}`.
        """
        upload = data["file"]
        take = intake.take_later if query["later"] else intake.take_now
        taken = take(caller=self.caller, stream=upload, filename=upload.name or "", title=data["title"])
        context = self.get_serializer_context()
        if isinstance(taken, intake.Taken):
            body = serializers.ParsedResumeSerializer(taken, context=context).data
            return Response(body, status=201, headers=_location(taken.resume))
        return Response(TaskSerializer(taken, context=context).data, status=202, headers=accepted(taken))


class ResumeVersionViewSet(FootholdViewSet):
    """`resumes/{id}/versions/`"""

    noun = "ResumeVersion"
    tags = ("resumes",)
    queryset = ResumeVersion.objects.all()
    serializer_class = serializers.ResumeVersionSummarySerializer
    ordering = "-number"
    ordering_fields = ("number",)

    @operation(many=True, response=serializers.ResumeVersionSummarySerializer)
    def list(self, request: Request, *, pk: UUID) -> Response:
        """Every state the resume ever had, newest first."""
        refuse_unknown_query(request, self.known_query_parameters())
        resume = selectors.get_resume(resume_id=pk, caller=self.caller)
        return self.respond_with_page(request, self.get_queryset().filter(resume=resume).defer("content"))

    @operation(response=serializers.ResumeVersionSerializer)
    def retrieve(self, request: Request, *, pk: UUID, number: int) -> ResumeVersion:
        """One state, whole."""
        return selectors.get_version(resume_id=pk, caller=self.caller, number=number)

    @operation(
        id="diffResumeVersions", query=serializers.DiffQuery, response=serializers.ResumeDiffSerializer
    )
    def diff(self, request: Request, *, pk: UUID, query: dict[str, int]) -> dict[str, Any]:
        """What changed from one version to another. Lists are compared by content: what only moved has not changed."""
        return {"changes": selectors.diff_versions(resume_id=pk, caller=self.caller, **query)}
