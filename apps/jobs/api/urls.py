from django.urls import path

from apps.jobs.api.views import TaskViewSet

urlpatterns = [
    path("tasks/", TaskViewSet.as_view({"get": "list"})),
    path("tasks/<uuid:pk>/", TaskViewSet.as_view({"get": "retrieve"})),
    path("tasks/<uuid:pk>/cancel/", TaskViewSet.as_view({"post": "cancel"})),
]
