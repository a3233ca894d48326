from django.urls import path

from apps.resumes.api.themes import ResumeThemeViewSet
from apps.resumes.api.views import ResumeParsingViewSet, ResumeVersionViewSet, ResumeViewSet

urlpatterns = [
    path("resumes/", ResumeViewSet.as_view({"get": "list", "post": "create"})),
    path("resumes/parse/", ResumeParsingViewSet.as_view({"post": "parse"})),
    path(
        "resumes/<uuid:pk>/",
        ResumeViewSet.as_view(
            {"get": "retrieve", "put": "update", "patch": "partial_update", "delete": "destroy"}
        ),
    ),
    path("resumes/<uuid:pk>/render/", ResumeViewSet.as_view({"get": "render"})),
    path("resumes/<uuid:pk>/versions/", ResumeVersionViewSet.as_view({"get": "list"})),
    path("resumes/<uuid:pk>/versions/diff/", ResumeVersionViewSet.as_view({"get": "diff"})),
    path("resumes/<uuid:pk>/versions/<int:number>/", ResumeVersionViewSet.as_view({"get": "retrieve"})),
    path("resumes/<uuid:pk>/versions/<int:number>/restore/", ResumeViewSet.as_view({"post": "restore"})),
    path("resume-themes/", ResumeThemeViewSet.as_view({"get": "list"})),
    path("resume-themes/<slug:name>/preview/", ResumeThemeViewSet.as_view({"get": "preview"})),
]
