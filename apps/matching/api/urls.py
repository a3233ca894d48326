from django.urls import path

from apps.matching.api.views import AtsScoreViewSet, ResumeMatchViewSet

urlpatterns = [
    path("resumes/<uuid:pk>/matches/", ResumeMatchViewSet.as_view({"get": "list"})),
    path("resumes/<uuid:pk>/ats-score/", AtsScoreViewSet.as_view({"post": "score"})),
]
