from django.urls import path

from apps.generation.api.views import GenerateViewSet, GenerationProviderViewSet, GenerationViewSet

urlpatterns = [
    path("generate/<str:kind>/", GenerateViewSet.as_view({"post": "generate"})),
    path("generations/", GenerationViewSet.as_view({"get": "list"})),
    path("generations/<uuid:pk>/", GenerationViewSet.as_view({"get": "retrieve", "delete": "destroy"})),
    path("generations/<uuid:pk>/feedback/", GenerationViewSet.as_view({"post": "rate"})),
    path("generation-providers/", GenerationProviderViewSet.as_view({"get": "list"})),
]
