from django.urls import path

from apps.vacancies.api.views import VacancySourceViewSet, VacancyViewSet

urlpatterns = [
    path("vacancies/", VacancyViewSet.as_view({"get": "list", "post": "create"})),
    path(
        "vacancies/<uuid:pk>/",
        VacancyViewSet.as_view(
            {"get": "retrieve", "put": "update", "patch": "partial_update", "delete": "destroy"}
        ),
    ),
    path("vacancies/<uuid:pk>/save/", VacancyViewSet.as_view({"post": "save", "delete": "unsave"})),
    path("vacancies/<uuid:pk>/hide/", VacancyViewSet.as_view({"post": "hide", "delete": "unhide"})),
    path("vacancies/<uuid:pk>/sources/", VacancySourceViewSet.as_view({"get": "list"})),
]
