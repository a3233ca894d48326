from django.urls import path

from apps.events.api.views import AuditLogViewSet

urlpatterns = [path("audit-log/", AuditLogViewSet.as_view({"get": "list"}))]
