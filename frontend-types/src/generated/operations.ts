// Made from openapi.json by `npm run generate`. Do not edit.

/** The closed enum of `Problem.code`. */
export const PROBLEM_CODES = [
  "validation_error",
  "parse_error",
  "not_authenticated",
  "token_expired",
  "token_invalid",
  "permission_denied",
  "email_not_verified",
  "plan_limit_reached",
  "not_found",
  "method_not_allowed",
  "not_acceptable",
  "conflict",
  "precondition_failed",
  "payload_too_large",
  "unsupported_media_type",
  "unprocessable_file",
  "throttled",
  "upstream_error",
  "upstream_timeout",
  "unavailable",
  "server_error",
] as const;

/** Method, path template, and whether the operation is public (`security: []`: no token is sent). */
export const OPERATIONS: readonly (readonly [method: string, template: string, isPublic: boolean])[] = [
  ["POST", "/api/v1/applications/", false],
  ["GET", "/api/v1/applications/{id}/timeline/", false],
  ["POST", "/api/v1/applications/{id}/transition/", false],
  ["POST", "/api/v1/auth/login/", true],
  ["POST", "/api/v1/auth/logout/", false],
  ["POST", "/api/v1/auth/refresh/", true],
  ["POST", "/api/v1/auth/register/", true],
  ["POST", "/api/v1/generate/{kind}/", false],
  ["GET", "/api/v1/generations/{id}/", false],
  ["GET", "/api/v1/resumes/", false],
  ["POST", "/api/v1/resumes/parse/", false],
  ["GET", "/api/v1/resumes/{id}/matches/", false],
  ["GET", "/api/v1/tasks/{id}/", false],
  ["GET", "/api/v1/users/me/", false],
  ["GET", "/api/v1/vacancies/", false],
  ["GET", "/api/v1/vacancies/{id}/", false],
];
