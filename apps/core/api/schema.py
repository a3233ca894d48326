"""The OpenAPI document, read off the declarations of `core.api.operations`."""

from __future__ import annotations

import re
from importlib import import_module
from typing import Any

from django.conf import settings
from drf_spectacular.contrib.django_filters import DjangoFilterExtension
from drf_spectacular.openapi import AutoSchema
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter

from apps.core.api import deprecation
from apps.core.api.access import scope_of
from apps.core.api.operations import Operation
from apps.core.api.ordering import ordering_parameter
from apps.core.api.scopes import KEY_SCHEME, takes_keys

# What `core.api.idempotency` takes.
_KEY_TEXT = {"type": "string", "minLength": 1, "maxLength": 128, "pattern": "^[\\x21-\\x7e]+$"}


# What tells of our authentication and our fields: the library finds it once it is loaded, and nobody else wants it.
for _name in settings.SCHEMA_EXTENSIONS:
    import_module(_name)


class FilterParameters(DjangoFilterExtension):  # type: ignore[no-untyped-call]  # the library has no types here
    """The parameters of a FilterSet, as the library reads them. None is of geography: to ask whether one is, it would
    load GeoDjango, which starts compilers to look for GDAL."""

    priority = 1

    @classmethod
    def _is_gis(cls, field: object) -> bool:
        return False


class FootholdSchema(AutoSchema):
    """One operation of a `FootholdViewSet`."""

    @property
    def declared(self) -> Operation | None:
        return getattr(self.view, "operation", None)

    def get_operation_id(self) -> str:
        found: str = getattr(self.view, "operation_id", "") or super().get_operation_id()
        return found

    def get_summary(self) -> str | None:
        """The first sentence of the description: what a list of operations shows."""
        text = " ".join(str(self.get_description() or "").split())
        return re.split(r"(?<=[.:;])\s", text, maxsplit=1)[0].rstrip(".:;") or None

    def get_description(self) -> str:  # type: ignore[override]  # the library's own signature, not DRF's
        text = str(super().get_description() or "")
        if self.declared is None or self.declared.deprecated is None:
            return text
        return f"{text}\n\n{deprecation.sentence(self.declared.deprecated)}"

    def is_deprecated(self) -> bool:
        return self.declared is not None and self.declared.deprecated is not None

    def get_tags(self) -> list[str]:
        tags: list[str] = list(getattr(self.view, "tags", ())) or super().get_tags()
        return tags

    def _get_serializer_name(self, serializer: Any, direction: str, bypass_extensions: bool = False) -> str:
        """Requests are called `<Verb><Model>Request` in the code already."""
        name: str = super()._get_serializer_name(serializer, direction, bypass_extensions)
        return name.replace("RequestRequest", "Request")

    def get_request_serializer(self) -> Any:
        if self.declared is None:
            return super().get_request_serializer()
        return self.declared.request

    def get_response_serializers(self) -> Any:
        declared = self.declared
        if declared is None:
            return super().get_response_serializers()
        if declared.binary:
            return {
                (declared.status, kind): OpenApiTypes.OBJECT if kind == "application/json" else bytes
                for kind in declared.binary
            }
        if declared.response is not None:
            body = declared.response(many=True) if declared.many else declared.response
        elif declared.status == 204:
            body = None
        else:
            body = self.view.get_serializer_class()  # type: ignore[attr-defined]
            body = body(many=True) if declared.many else body
        return {declared.status: body, **dict(declared.also)}

    def get_override_parameters(self) -> list[Any]:
        declared = self.declared
        found: list[Any] = [declared.query] if declared and declared.query else []
        if declared:
            found += [
                OpenApiParameter(name, str, OpenApiParameter.PATH, enum=words, required=True)
                for name, words in declared.path_words
            ]
        if declared and declared.idempotent:
            found.append(
                OpenApiParameter(
                    "Idempotency-Key",
                    _KEY_TEXT,
                    OpenApiParameter.HEADER,
                    required=declared.key_required,
                    description="The same key and body within 24 hours answer the first answer again.",
                )
            )
        if declared and declared.concurrent and self.method != "GET":
            found.append(
                OpenApiParameter(
                    "If-Match",
                    str,
                    OpenApiParameter.HEADER,
                    required=False,
                    description="The `ETag` last read; a row that has changed since is a 412.",
                )
            )
        return found

    def get_operation(self, *args: Any, **kwargs: Any) -> Any:
        found = super().get_operation(*args, **kwargs)
        declared = self.declared
        if found is None or declared is None:
            return found
        fields = getattr(self.view, "ordering_fields", ())
        if declared.many and fields:
            found.setdefault("parameters", []).append(
                ordering_parameter(getattr(self.view, "ordering", ""), fields)
            )
            found["parameters"].sort(key=lambda parameter: (parameter["in"], parameter["name"]))
        self._say_who_gets_in(found, declared)
        # For the hooks, which see only the document; they take it away again.
        found["x-problems"] = sorted(self._problem_statuses(declared))
        return found

    def _say_who_gets_in(self, found: dict[str, Any], declared: Operation) -> None:
        """Each way in that is open, and the scope a key needs."""
        if declared.public:
            found["security"] = []
        elif takes_keys(declared):
            scope = scope_of(declared, self.view, self.method)
            found["description"] = (
                f"{found.get('description', '')}\n\nScope of an API key: `{scope}`.".strip()
            )
        else:
            found["security"] = [way for way in found.get("security", ()) if KEY_SCHEME not in way]

    def _problem_statuses(self, declared: Operation) -> set[int]:
        statuses = {400, 429, 500, 503, *declared.problems}
        if not declared.public:
            statuses |= {401, 403}
        if "{" in self.path:
            statuses.add(404)
        if declared.request is not None or declared.idempotent:
            statuses |= {413, 415}
        if declared.idempotent:
            statuses.add(409)
        if declared.concurrent and self.method != "GET":
            statuses.add(412)
        return statuses
