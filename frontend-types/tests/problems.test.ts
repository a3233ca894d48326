import { afterEach, expect, test } from "vitest";
import { createFoothold, PROBLEM_CODES, ServiceError, type ProblemCode } from "../src/index.ts";
import { readRetryAfter } from "../src/errors.ts";
import { sendProblem, TestServer, type Handler } from "./server.ts";

let server: TestServer | undefined;

afterEach(async () => {
  await server?.stop();
  server = undefined;
});

/** The refusal of one call to a server that answers like this. */
async function refusal(handler: Handler): Promise<ServiceError> {
  server = await TestServer.start(handler);
  const api = createFoothold({ baseUrl: server.origin, retry: { retries: 0 } });
  const error: unknown = await api.GET("/api/v1/vacancies/").catch((reason: unknown) => reason);
  if (!(error instanceof ServiceError)) throw new Error(`no ServiceError: ${String(error)}`);
  return error;
}

const STATUS: Record<ProblemCode, number> = {
  validation_error: 400,
  parse_error: 400,
  not_authenticated: 401,
  token_expired: 401,
  token_invalid: 401,
  permission_denied: 403,
  email_not_verified: 403,
  plan_limit_reached: 403,
  not_found: 404,
  method_not_allowed: 405,
  not_acceptable: 406,
  conflict: 409,
  precondition_failed: 412,
  payload_too_large: 413,
  unsupported_media_type: 415,
  unprocessable_file: 422,
  throttled: 429,
  upstream_error: 502,
  upstream_timeout: 504,
  unavailable: 503,
  server_error: 500,
};

test.each(PROBLEM_CODES)("a problem %s is a ServiceError of that code", async (code) => {
  const error = await refusal((_, response) => sendProblem(response, STATUS[code], code));
  expect(error).toMatchObject({
    code,
    status: STATUS[code],
    title: `Title of ${code}`,
    detail: `Detail of ${code}`,
    message: `Detail of ${code}`,
    requestId: "request-1",
  });
  expect(error.problem?.code).toBe(code);
});

test("the faults of a body are given by field", async () => {
  const errors = [
    { attr: "salary_min", code: "max_value", detail: "must not exceed salary_max" },
    { attr: "salary_min", code: "invalid", detail: "no number" },
    { attr: "work_experience.0.company", code: "required", detail: "is required" },
    { attr: "constructor", code: "unknown", detail: "unknown field" },
  ];
  const error = await refusal((_, response) => sendProblem(response, 400, "validation_error", { errors }));
  expect(error.errors).toEqual(errors);
  expect({ ...error.fieldErrors }).toEqual({
    salary_min: ["must not exceed salary_max", "no number"],
    "work_experience.0.company": ["is required"],
    constructor: ["unknown field"],
  });
});

test("a throttled call says how long to wait", async () => {
  const error = await refusal((_, response) => sendProblem(response, 429, "throttled", {}, { "Retry-After": "17" }));
  expect(error.retryAfter).toBe(17);
});

test.each([
  [502, "upstream_error"],
  [503, "unavailable"],
  [504, "upstream_timeout"],
  [413, "payload_too_large"],
  [429, "throttled"],
  [500, "server_error"],
  [418, "invalid_response"],
])("a proxy's page with %i is %s", async (status, code) => {
  const error = await refusal((_, response) =>
    response.writeHead(status, { "Content-Type": "text/html", "X-Request-ID": "request-2" }).end("<html>no</html>"),
  );
  expect(error).toMatchObject({ code, status, requestId: "request-2", problem: null, errors: [] });
});

test.each(["", "null", "[]", '{"code":"made_up","status":400}', '{"code":"conflict"}'])(
  "a refusal with the body %j is no problem, and still a ServiceError",
  async (body) => {
    const error = await refusal((_, response) =>
      response.writeHead(502, { "Content-Type": "application/problem+json" }).end(body),
    );
    expect(error).toMatchObject({ code: "upstream_error", status: 502, problem: null });
  },
);

test("a good answer that is a page is invalid_response", async () => {
  const error = await refusal((_, response) =>
    response.writeHead(200, { "Content-Type": "text/html" }).end("<html>Sign in to the Wi-Fi</html>"),
  );
  expect(error).toMatchObject({ code: "invalid_response", status: 200 });
});

test("an answer that breaks off is network_error", async () => {
  const error = await refusal((_, response) => {
    response.writeHead(200, { "Content-Type": "application/json", "Content-Length": "100" });
    response.write('{"count":');
    setTimeout(() => response.destroy(), 20);
  });
  expect(error).toMatchObject({ code: "network_error", status: 0 });
  expect(error.cause).toBeDefined();
});

test("a server that is not there is network_error", async () => {
  const gone = await TestServer.start(() => undefined);
  const { origin } = gone;
  await gone.stop();
  const api = createFoothold({ baseUrl: origin, retry: { retries: 0 } });
  await expect(api.GET("/api/v1/vacancies/")).rejects.toMatchObject({
    name: "ServiceError",
    code: "network_error",
    status: 0,
  });
});

test("a 304 is handed on", async () => {
  server = await TestServer.start((_, response) => response.writeHead(304, { ETag: '"1"' }).end());
  const api = createFoothold({ baseUrl: server.origin });
  const { response } = await api.GET("/api/v1/vacancies/", { headers: { "If-None-Match": '"1"' } });
  expect(response.status).toBe(304);
});

test.each([
  ["0", 0],
  ["120", 120],
  ["Thu, 01 Jan 2026 00:00:30 GMT", 30],
  ["Wed, 31 Dec 2025 00:00:00 GMT", 0],
  ["soon", null],
  [null, null],
])("Retry-After %j is %j seconds", (header, seconds) => {
  expect(readRetryAfter(header, Date.UTC(2026, 0, 1))).toBe(seconds);
});
