from django.urls import path

from apps.documents.api.export import ExportViewSet
from apps.documents.api.views import DocumentViewSet

urlpatterns = [
    path("users/me/export/", ExportViewSet.as_view({"post": "create"})),
    path("documents/", DocumentViewSet.as_view({"get": "list", "post": "create"})),
    path("documents/<uuid:pk>/", DocumentViewSet.as_view({"get": "retrieve", "delete": "destroy"})),
    path("documents/<uuid:pk>/download/", DocumentViewSet.as_view({"get": "download"})),
]
