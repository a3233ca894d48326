from django.urls import path

from apps.matching.api.views import ResumeMatchViewSet

urlpatterns = [
    path("resumes/<uuid:pk>/matches/", ResumeMatchViewSet.as_view({"get": "list"})),
]
