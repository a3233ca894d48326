"""`/files/{token}/`: the bytes behind a signed link. No part of the API's contract: links come from `downloadDocument`."""

from __future__ import annotations

from django.http import FileResponse, HttpRequest, HttpResponseBase
from django.views.decorators.http import require_safe

from apps.core.api.problems import problem_response
from apps.core.db import acting
from apps.core.errors import NotFound
from apps.documents import links, selectors, services
from apps.documents.sniff import MediaType

# What a browser does not run. Everything else is bytes to save.
_INERT = {
    MediaType.PDF, MediaType.DOCX, MediaType.XLSX, MediaType.ODT, MediaType.DOC, MediaType.RTF, MediaType.JSON,
    MediaType.TXT, MediaType.PNG, MediaType.JPEG, MediaType.ZIP,
}  # fmt: skip


@require_safe
def file(request: HttpRequest, token: str) -> HttpResponseBase:
    try:
        document_id, caller = links.follow(token)
        with acting(caller):
            document = selectors.get_document(document_id=document_id, caller=caller)
            stream = services.open_document(document=document)
    except NotFound as refusal:
        return problem_response(refusal, request)
    response = FileResponse(
        stream,
        as_attachment=True,
        filename=document.filename,
        content_type=document.media_type if document.media_type in _INERT else MediaType.UNKNOWN.value,
    )
    response.headers["Content-Length"] = str(document.size)
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Content-Security-Policy"] = "sandbox; default-src 'none'"
    response.headers["Cache-Control"] = "private, no-store"
    response.headers["Referrer-Policy"] = "no-referrer"
    return response
