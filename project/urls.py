"""Every address of the server."""

from django.contrib import admin
from django.urls import include, path

from apps.core import health
from apps.core.api import deprecation, problem_pages, problems
from apps.documents.api import files
from project import schema_pages

# Paths are looked through from the top: what is asked most stands first.
API_APPS = (
    "vacancies",
    "applications",
    "accounts",
    "events",
    "jobs",
    "documents",
    "resumes",
    "matching",
    "generation",
)

admin.site.site_header = admin.site.site_title = "Foothold"
admin.site.index_title = "Staff"

urlpatterns = [
    *(path("api/v1/", include(f"apps.{app}.api.urls")) for app in API_APPS),
    path("api/v1/schema/", schema_pages.schema, name="schema"),
    path("api/docs/", schema_pages.docs, name="docs"),
    path("api/redoc/", schema_pages.redoc, name="redoc"),
    path("files/<str:token>/", files.file, name="file"),
    path("problems/<slug:slug>/", problem_pages.page, name="problem"),
    path("migrations/", deprecation.page),
    path("health/", health.health),
    path("health/live/", health.live),
    path("health/ready/", health.ready),
    path("admin/", admin.site.urls),
    path("", problem_pages.home),
]

handler400 = problems.bad_request
handler403 = problems.forbidden
handler404 = problems.not_found
handler500 = problems.server_error
