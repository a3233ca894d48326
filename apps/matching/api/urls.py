from django.urls import path

from apps.matching.api.search_views import JobSearchViewSet
from apps.matching.api.similar import SimilarVacancyViewSet
from apps.matching.api.views import AtsScoreViewSet, ResumeMatchViewSet

urlpatterns = [
    path("jobs/search/", JobSearchViewSet.as_view({"post": "search"})),
    path("vacancies/<uuid:pk>/similar/", SimilarVacancyViewSet.as_view({"get": "list"})),
    path("resumes/<uuid:pk>/matches/", ResumeMatchViewSet.as_view({"get": "list"})),
    path("resumes/<uuid:pk>/ats-score/", AtsScoreViewSet.as_view({"post": "score"})),
]
