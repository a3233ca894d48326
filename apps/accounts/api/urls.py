from django.urls import path

from apps.accounts.api.views.auth import AuthViewSet
from apps.accounts.api.views.users import MeViewSet

urlpatterns = [
    path("auth/register/", AuthViewSet.as_view({"post": "register"})),
    path("auth/login/", AuthViewSet.as_view({"post": "login"})),
    path("auth/refresh/", AuthViewSet.as_view({"post": "refresh"})),
    path("auth/logout/", AuthViewSet.as_view({"post": "logout"})),
    path("auth/verify-email/", AuthViewSet.as_view({"post": "verify_email"})),
    path("users/me/", MeViewSet.as_view({"get": "retrieve", "patch": "partial_update"})),
]
