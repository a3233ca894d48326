import { PROBLEM_CODES } from "./generated/operations.ts";
import type { components } from "./generated/schema.d.ts";

export type Problem = components["schemas"]["Problem"];
/** The closed enum of the schema: what the server can refuse with. */
export type ProblemCode = Problem["code"];
export type FieldError = NonNullable<Problem["errors"]>[number];
/** What can go wrong before an answer of the server is there. */
export type ClientCode = "network_error" | "timeout" | "invalid_response" | "queue_full" | "task_cancelled";

interface ServiceErrorInit {
  code: ProblemCode | ClientCode;
  title: string;
  detail?: string;
  status?: number;
  requestId?: string | null;
  retryAfter?: number | null;
  problem?: Problem | null;
  cause?: unknown;
}

/** The one error of this client. A caller's own abort is no error: it is thrown on as it came. */
export class ServiceError extends Error {
  override readonly name = "ServiceError";
  readonly code: ProblemCode | ClientCode;
  /** HTTP status; 0 when there was no answer. */
  readonly status: number;
  readonly title: string;
  readonly detail: string;
  readonly errors: readonly FieldError[];
  /** Details by the path of the value: `{"work_experience.0.company": ["…"]}`. */
  readonly fieldErrors: Readonly<Record<string, readonly string[]>>;
  readonly requestId: string | null;
  /** Seconds to wait before trying again, where the server said so. */
  readonly retryAfter: number | null;
  /** The problem as it came; null when the answer was none (a proxy's page, no answer at all). */
  readonly problem: Problem | null;

  constructor(init: ServiceErrorInit) {
    super(init.detail || init.title, init.cause === undefined ? undefined : { cause: init.cause });
    this.code = init.code;
    this.status = init.status ?? 0;
    this.title = init.title;
    this.detail = init.detail || init.title;
    this.problem = init.problem ?? null;
    this.errors = this.problem?.errors ?? [];
    this.fieldErrors = byField(this.errors);
    this.requestId = init.requestId ?? this.problem?.request_id ?? null;
    this.retryAfter = init.retryAfter ?? null;
  }

  static fromProblem(problem: Problem): ServiceError {
    const { code, title, detail, status } = problem;
    return new ServiceError({ code, title, detail, status, problem });
  }

  /** Reads the body of a refused answer, problem or not. */
  static async fromResponse(response: Response, now = Date.now()): Promise<ServiceError> {
    const { status, headers } = response;
    const requestId = headers.get("X-Request-ID");
    const retryAfter = readRetryAfter(headers.get("Retry-After"), now);
    const problem = parseProblem(await response.text());
    if (problem) {
      const { code, title, detail } = problem;
      return new ServiceError({
        code,
        title,
        detail,
        status,
        requestId: problem.request_id ?? requestId,
        retryAfter,
        problem,
      });
    }
    const title = response.statusText || `HTTP ${status}`;
    const detail = `The answer (${status}) was no problem document`;
    return new ServiceError({ code: codeOfStatus(status), title, detail, status, requestId, retryAfter });
  }
}

/** `Retry-After` (seconds or a date) as seconds from `now` (ms since the epoch). */
export function readRetryAfter(header: string | null, now: number): number | null {
  if (!header) return null;
  if (/^\d+$/.test(header.trim())) return Number(header);
  const at = Date.parse(header);
  return Number.isNaN(at) ? null : Math.max(0, Math.ceil((at - now) / 1000));
}

export function isProblem(value: unknown): value is Problem {
  if (typeof value !== "object" || value === null || !("code" in value) || !("status" in value)) return false;
  const codes: readonly unknown[] = PROBLEM_CODES;
  return codes.includes(value.code) && typeof value.status === "number";
}

function parseProblem(text: string): Problem | null {
  try {
    const value: unknown = JSON.parse(text);
    return isProblem(value) ? value : null;
  } catch {
    return null;
  }
}

function byField(errors: readonly FieldError[]): Record<string, string[]> {
  // No prototype: a field may be called anything, `constructor` too.
  const fields: Record<string, string[]> = Object.create(null);
  for (const { attr, detail } of errors) (fields[attr ?? ""] ??= []).push(detail);
  return fields;
}

/** Proxies answer without a problem; these statuses of theirs mean what ours mean. */
function codeOfStatus(status: number): ProblemCode | ClientCode {
  const known: Record<number, ProblemCode> = {
    401: "not_authenticated",
    403: "permission_denied",
    404: "not_found",
    405: "method_not_allowed",
    413: "payload_too_large",
    429: "throttled",
    502: "upstream_error",
    503: "unavailable",
    504: "upstream_timeout",
  };
  return known[status] ?? (status >= 500 ? "server_error" : "invalid_response");
}
