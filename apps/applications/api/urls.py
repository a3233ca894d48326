from django.urls import path

from apps.applications.api.views import ApplicationTimelineViewSet, ApplicationViewSet

urlpatterns = [
    path("applications/", ApplicationViewSet.as_view({"get": "list", "post": "create"})),
    path(
        "applications/<uuid:pk>/",
        ApplicationViewSet.as_view({"get": "retrieve", "patch": "partial_update", "delete": "destroy"}),
    ),
    path("applications/<uuid:pk>/transition/", ApplicationViewSet.as_view({"post": "transition"})),
    path("applications/<uuid:pk>/timeline/", ApplicationTimelineViewSet.as_view({"get": "list"})),
]
