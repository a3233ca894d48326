"""`resume-themes/`"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.http import HttpResponse
from rest_framework.request import Request
from rest_framework.response import Response

from apps.core.api.operations import refuse_unknown_query
from apps.core.api.viewsets import FootholdViewSet, operation
from apps.resumes import output
from apps.resumes.api.serializers import ResumeThemeSerializer
from apps.resumes.models import Resume
from apps.resumes.rendering import Theme, themes


class ThemeListing:
    """The themes of the program, as a list to page. Their order is ours: the default first."""

    def count_up_to(self, limit: int) -> int:
        return min(limit, len(themes()))

    def estimate(self) -> int:
        return len(themes())

    def page(self, offset: int, limit: int) -> Sequence[Theme]:
        return themes()[offset : offset + limit]

    def after(self, position: tuple[Any, str] | None, limit: int) -> Sequence[Theme]:
        names = [theme.name for theme in themes()]
        if position is not None and position[1] not in names:
            raise ValueError("no such theme")
        start = names.index(position[1]) + 1 if position else 0
        return themes()[start : start + limit]

    def position_of(self, row: Theme) -> tuple[Any, str]:
        return None, row.name


class ResumeThemeViewSet(FootholdViewSet):
    """How a resume can look."""

    noun = "ResumeTheme"
    tags = ("resumes",)
    # No table: themes are part of the program.
    queryset = Resume.objects.none()
    scoped_by_workspace = False
    serializer_class = ResumeThemeSerializer

    @operation(many=True, response=ResumeThemeSerializer)
    def list(self, request: Request) -> Response:
        """Every theme, the default first, each with a picture."""
        refuse_unknown_query(request, self.known_query_parameters())
        return self.respond_with_page(request, ThemeListing())

    @operation(id="previewResumeTheme", public=True, binary=("image/png",))
    def preview(self, request: Request, *, name: str) -> HttpResponse:
        """A picture of an invented resume. Public, so that a page can show it as an image."""
        return HttpResponse(
            output.preview(name), content_type="image/png", headers={"Cache-Control": "public, max-age=86400"}
        )
