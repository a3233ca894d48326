from django.urls import path

from apps.vacancies.api.companies.views import CompanyViewSet
from apps.vacancies.api.merge_views import VacancyHistoryViewSet, VacancyMergeViewSet
from apps.vacancies.api.saved_searches.views import NewVacancyViewSet, SavedSearchViewSet
from apps.vacancies.api.source_views import SourceKindViewSet, SourceRunViewSet, SourceViewSet
from apps.vacancies.api.views import VacancySourceViewSet, VacancyViewSet

urlpatterns = [
    path("companies/", CompanyViewSet.as_view({"get": "list"})),
    path("companies/<uuid:pk>/", CompanyViewSet.as_view({"get": "retrieve"})),
    path("companies/<uuid:pk>/research/", CompanyViewSet.as_view({"get": "research"})),
    path("companies/<uuid:pk>/refresh/", CompanyViewSet.as_view({"post": "refresh"})),
    path("saved-searches/", SavedSearchViewSet.as_view({"get": "list", "post": "create"})),
    path(
        "saved-searches/<uuid:pk>/",
        SavedSearchViewSet.as_view(
            {"get": "retrieve", "put": "update", "patch": "partial_update", "delete": "destroy"}
        ),
    ),
    path("saved-searches/<uuid:pk>/new/", NewVacancyViewSet.as_view({"get": "list"})),
    path("saved-searches/<uuid:pk>/seen/", SavedSearchViewSet.as_view({"post": "seen"})),
    path("sources/", SourceViewSet.as_view({"get": "list", "post": "create"})),
    path("sources/preview/", SourceViewSet.as_view({"post": "preview"})),
    path(
        "sources/<uuid:pk>/",
        SourceViewSet.as_view(
            {"get": "retrieve", "put": "update", "patch": "partial_update", "delete": "destroy"}
        ),
    ),
    path("sources/<uuid:pk>/run/", SourceViewSet.as_view({"post": "run"})),
    path("source-runs/", SourceRunViewSet.as_view({"get": "list"})),
    path("source-kinds/", SourceKindViewSet.as_view({"get": "list"})),
    path("vacancies/", VacancyViewSet.as_view({"get": "list", "post": "create"})),
    path("vacancies/import-url/", VacancyViewSet.as_view({"post": "import_url"})),
    path(
        "vacancies/<uuid:pk>/",
        VacancyViewSet.as_view(
            {"get": "retrieve", "put": "update", "patch": "partial_update", "delete": "destroy"}
        ),
    ),
    path("vacancies/<uuid:pk>/save/", VacancyViewSet.as_view({"post": "save", "delete": "unsave"})),
    path("vacancies/<uuid:pk>/hide/", VacancyViewSet.as_view({"post": "hide", "delete": "unhide"})),
    path("vacancies/<uuid:pk>/history/", VacancyHistoryViewSet.as_view({"get": "list"})),
    path("vacancies/<uuid:pk>/merge/", VacancyMergeViewSet.as_view({"get": "retrieve", "post": "merge"})),
    path("vacancies/<uuid:pk>/unmerge/", VacancyMergeViewSet.as_view({"post": "unmerge"})),
    path("vacancies/<uuid:pk>/sources/", VacancySourceViewSet.as_view({"get": "list"})),
]
