from django.urls import path

from apps.documents.api.views import DocumentViewSet

urlpatterns = [
    path("documents/", DocumentViewSet.as_view({"get": "list", "post": "create"})),
    path("documents/<uuid:pk>/", DocumentViewSet.as_view({"get": "retrieve", "delete": "destroy"})),
    path("documents/<uuid:pk>/download/", DocumentViewSet.as_view({"get": "download"})),
]
