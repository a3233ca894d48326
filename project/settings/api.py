"""The contract: DRF, its schema, tokens, cross-origin rules."""

from __future__ import annotations

from datetime import timedelta

from project import env

REST_FRAMEWORK = {
    "DEFAULT_AUTHENTICATION_CLASSES": [
        "apps.accounts.auth.authentication.BearerAuthentication",
        "apps.accounts.auth.authentication.ApiKeyAuthentication",
    ],
    "DEFAULT_PERMISSION_CLASSES": ["apps.core.api.access.DenyByDefault"],
    "DEFAULT_RENDERER_CLASSES": ["apps.core.api.renderers.OrjsonRenderer"],
    "DEFAULT_PARSER_CLASSES": ["apps.core.api.parsers.JSONParser"],
    "DEFAULT_SCHEMA_CLASS": "apps.core.api.schema.FootholdSchema",
    "DEFAULT_PAGINATION_CLASS": "apps.core.api.pagination.FootholdPagination",
    "EXCEPTION_HANDLER": "apps.core.api.problems.exception_handler",
    "DEFAULT_VERSIONING_CLASS": None,
    "DEFAULT_FILTER_BACKENDS": ["apps.core.api.filters.StrictFilterBackend"],
    "DEFAULT_METADATA_CLASS": None,
    "DATETIME_FORMAT": "iso-8601",
    "COERCE_DECIMAL_TO_STRING": False,
    "URL_FORMAT_OVERRIDE": None,
    "UNAUTHENTICATED_USER": None,
    "TEST_REQUEST_DEFAULT_FORMAT": "json",
}

# Modules whose classes the schema generator finds once they are loaded.
SCHEMA_EXTENSIONS = ("apps.accounts.auth.extensions", "apps.resumes.api.extensions")

SPECTACULAR_SETTINGS = {
    "TITLE": "Foothold",
    "DESCRIPTION": (
        "Find vacancies without duplicates, see which fit and why, keep one true resume, get documents in "
        "which nothing is invented, and track each application.\n\n"
        "Every error is an RFC 9457 `application/problem+json` with a `code` of a closed enum. Times are RFC 3339 "
        "UTC, ids are UUIDv7, unknown input is refused."
    ),
    "VERSION": "1.0.0",
    "OAS_VERSION": "3.0.3",
    "SERVE_INCLUDE_SCHEMA": False,
    "DEFAULT_GENERATOR_CLASS": "apps.core.api.schema_generator.FootholdGenerator",
    "SCHEMA_PATH_PREFIX": r"/api/v[0-9]",
    "COMPONENT_SPLIT_REQUEST": True,
    "COMPONENT_SPLIT_PATCH": True,
    "ENUM_ADD_EXPLICIT_BLANK_NULL_CHOICE": False,
    "SORT_OPERATIONS": True,
    "SWAGGER_UI_DIST": "SIDECAR",
    "SWAGGER_UI_FAVICON_HREF": "SIDECAR",
    "REDOC_DIST": "SIDECAR",
    "DISABLE_ERRORS_AND_WARNINGS": False,
    "PREPROCESSING_HOOKS": ["apps.core.api.schema_hooks.only_the_contract"],
    "POSTPROCESSING_HOOKS": [
        "drf_spectacular.hooks.postprocess_schema_enums",
        "apps.core.api.schema_hooks.responses_are_complete",
        "apps.core.api.schema_hooks.requests_are_closed",
        "apps.core.api.schema_hooks.creations_are_linked",
        "apps.core.api.schema_hooks.problems_everywhere",
        "apps.core.api.schema_headers.limits_everywhere",
    ],
    "ENUM_NAME_OVERRIDES": {
        "PublicKeyType": "apps.accounts.api.serializers.webauthn.KEY_TYPES",
        "WebAuthnRequirement": "apps.accounts.api.serializers.webauthn.REQUIREMENTS",
        "VacancyOrigin": ["catalogue", "own"],
        "SourceGrade": "apps.vacancies.api.source_serializers.GRADES",
        "SourceSpecFormat": "apps.vacancies.sources.generic_spec.FORMATS",
        "SourceSpecMethod": "apps.vacancies.sources.generic_spec.METHODS",
        "SourceSpecPagingKind": "apps.vacancies.sources.generic_spec.PAGINGS",
        "SourceHealthStatus": "apps.vacancies.boards.health.HealthStatus",
        "SourceRunOutcome": "apps.vacancies.models.sources.RunOutcome",
        "ResumeOrigin": "apps.resumes.models.Resume.Origin",
        "ResumeVersionReason": "apps.resumes.models.ResumeVersion.Reason",
        "DocumentKind": "apps.documents.models.Document.Kind",
        "TaskStatus": "apps.jobs.models.Status",
        "Role": "apps.accounts.models.Role",
        "Ability": "apps.accounts.api.serializers.workspaces.ABILITY_NAMES",
        "MemberAbility": "apps.accounts.roles.MEMBER_ABILITIES",
        "InvitedRole": "apps.accounts.api.serializers.invitations.INVITED_ROLES",
        "InvitationStatus": "apps.accounts.api.serializers.invitations.SHOWN_STATUSES",
        "Meter": "apps.accounts.models.Meter",
        "PlanPeriod": "apps.accounts.models.PlanLimit.Period",
        "WorkspaceKind": "apps.accounts.models.Workspace.Kind",
        "NotificationChannel": "apps.accounts.models.preferences.Channel",
        "ConnectionStatus": "apps.accounts.models.Connection.Status",
        "ConnectionInputType": "apps.accounts.connection_kinds.INPUT_TYPES",
        "ApiKeyScope": "apps.core.api.scopes.all_scopes",
        "ApiKeyStatus": "apps.accounts.models.ApiKey.Status",
        "VacancyStatus": "apps.vacancies.models.posting.VacancyStatus",
        "Remote": "apps.vacancies.models.posting.Remote",
        "EmploymentType": "apps.vacancies.models.posting.EmploymentType",
        "Seniority": "apps.vacancies.models.posting.Seniority",
        "JobFunction": "apps.vacancies.api.serializers.JOB_FUNCTION_CHOICES",
        "SalaryPeriod": "apps.vacancies.models.posting.SalaryPeriod",
        "BudgetType": "apps.vacancies.models.posting.BudgetType",
        "MergeKind": "apps.vacancies.models.MergeDecision.Kind",
        "MergeState": "apps.vacancies.models.MergeDecision.State",
        "FieldSourceHow": "apps.vacancies.api.merge_serializers.HOW",
        "VacancyChangeKind": "apps.vacancies.models.VacancyChange.Kind",
        "SavedSearchAlert": "apps.vacancies.models.SavedSearch.Alert",
        "CompanyKind": "apps.vacancies.models.Company.Kind",
        "GhostLevel": "apps.vacancies.ghost.LEVELS",
        "ApplicationState": "apps.applications.workflow.CHOICES",
        "MatchEditKind": "apps.matching.api.serializers.EDIT_KINDS",
        "SearchMode": "apps.matching.search.question.MODES",
        "SearchFacet": "apps.matching.search.facets.NAMES",
        "SearchWay": "apps.matching.search.ordering.WAYS",
        "GenerationKind": "apps.generation.models.Generation.Kind",
        "ClaimKind": "apps.generation.api.serializers.CLAIM_KINDS",
    },
    "SERVERS": [],
    "TAGS": [
        {"name": "auth", "description": "Register, sign in, stay signed in."},
        {"name": "users", "description": "The person behind the token."},
        {"name": "workspaces", "description": "Where a person's or a team's rows live."},
        {"name": "vacancies", "description": "Postings of every board, each once."},
        {"name": "companies", "description": "Who hires."},
        {"name": "sources", "description": "Boards that are read, and how it goes."},
        {"name": "resumes", "description": "One true resume, its versions and its files."},
        {"name": "documents", "description": "Files, checked by content."},
        {"name": "matching", "description": "Which vacancies fit a resume, and why."},
        {"name": "generation", "description": "Documents in which nothing is invented."},
        {"name": "applications", "description": "From saved to signed."},
        {"name": "tasks", "description": "Work that takes longer than a request."},
        {
            "name": "audit",
            "description": "What happened, who did it, and the proof that nobody changed the record.",
        },
        {"name": "health", "description": "Is it up, and are its parts."},
    ],
}

ACCESS_TOKEN_LIFETIME = timedelta(minutes=env.number("ACCESS_TOKEN_MINUTES", 15))
REFRESH_TOKEN_LIFETIME = timedelta(days=env.number("REFRESH_TOKEN_DAYS", 30))

# `kid:secret`: the first signs, all of them verify. None: one is made from SECRET_KEY.
JWT_KEYS = env.words("JWT_KEYS", ())

SIMPLE_JWT = {
    "ACCESS_TOKEN_LIFETIME": ACCESS_TOKEN_LIFETIME,
    "REFRESH_TOKEN_LIFETIME": REFRESH_TOKEN_LIFETIME,
    "USER_ID_CLAIM": "sub",
}

# Requests a minute: per person times their plan's `rate_factor`, per address for the anonymous.
RATE_LIMITS = {
    "default": env.number("RATE_LIMIT_DEFAULT", 100),
    "search": env.number("RATE_LIMIT_SEARCH", 600),
    "generation": env.number("RATE_LIMIT_GENERATION", 10),
    "auth": env.number("RATE_LIMIT_AUTH", 10),
    "marketplace": env.number("RATE_LIMIT_MARKETPLACE", 30),
}
# How long a request waits for Valkey to count it, before its process counts alone.
WINDOW_PATIENCE_SECONDS = 0.15
# The plan of new workspaces: the code of a row of the admin's plans.
DEFAULT_PLAN = env.text("DEFAULT_PLAN", "free")
# How many proxies stand before the server, each of which appends to X-Forwarded-For. 0: the header is not believed.
TRUSTED_PROXIES = env.number("TRUSTED_PROXIES", 0)

CORS_ALLOWED_ORIGINS = list(env.words("CORS_ALLOWED_ORIGINS", ()))
CORS_URLS_REGEX = r"^/(api|health)/"
# The cookie of a browser's session; only for the origins above, which no wildcard may name.
CORS_ALLOW_CREDENTIALS = True
CORS_EXPOSE_HEADERS = [
    "ETag",
    "Location",
    "Link",
    "Retry-After",
    "RateLimit-Limit",
    "RateLimit-Remaining",
    "RateLimit-Reset",
    "X-RateLimit-Limit",
    "X-RateLimit-Remaining",
    "X-RateLimit-Reset",
    "X-CSRF-Token",
    "X-Request-ID",
    "X-Render-Warnings",
    "Idempotent-Replayed",
    "Deprecation",
    "Sunset",
]
CORS_ALLOW_HEADERS = [
    "accept",
    "authorization",
    "content-digest",
    "content-type",
    "idempotency-key",
    "if-match",
    "if-none-match",
    "signature",
    "signature-input",
    "x-csrf-token",
    "x-request-id",
]
