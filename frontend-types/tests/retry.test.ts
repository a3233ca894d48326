import { afterEach, beforeEach, expect, test } from "vitest";
import { createFoothold, type Foothold } from "../src/index.ts";
import { withRetry, DEFAULT_RETRY } from "../src/retry.ts";
import { toCall } from "../src/call.ts";
import { TestClock } from "./clock.ts";
import { sendJson, sendProblem, TestServer, type Handler } from "./server.ts";

const KEY = { "Idempotency-Key": "key-1" };
const APPLICATION = { title: "Welder", company_name: "Acme" };

let server: TestServer;
let clock: TestClock;
let answer: Handler;
let api: Foothold;

beforeEach(async () => {
  clock = new TestClock();
  server = await TestServer.start((request, response) => answer(request, response));
  api = createFoothold({ baseUrl: server.origin, clock });
});

afterEach(() => server.stop());

/** Refuses the first `failures` requests, then answers. */
const failing = (failures: number, refuse: Handler): Handler => {
  let seen = 0;
  return (request, response) => {
    seen += 1;
    return seen <= failures ? refuse(request, response) : sendJson(response, 200, {});
  };
};

const unavailable: Handler = (_, response) => sendProblem(response, 503, "unavailable");

test("a read is tried three times more, after 1, 2 and 4 seconds less up to half", async () => {
  answer = failing(9, unavailable);
  await expect(api.GET("/api/v1/vacancies/")).rejects.toMatchObject({ code: "unavailable", status: 503 });
  expect(server.received).toHaveLength(4);
  expect(clock.sleeps).toHaveLength(3);
  for (const [index, full] of [1_000, 2_000, 4_000].entries()) {
    expect(clock.sleeps[index]).toBeGreaterThanOrEqual(full / 2);
    expect(clock.sleeps[index]).toBeLessThanOrEqual(full);
  }
});

test("waits double up to thirty seconds, and chance takes up to half", async () => {
  const request = await toCall(new Request(server.origin), "");
  const refuse = async () => new Response(null, { status: 503 });
  for (const [chance, expected] of [
    [0, [500, 1_000, 2_000, 4_000, 8_000, 15_000, 15_000]],
    [1, [1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000]],
  ] as const) {
    const slept = new TestClock();
    await withRetry(refuse, { ...DEFAULT_RETRY, retries: 7 }, slept, () => chance)(request);
    expect(slept.sleeps).toEqual(expected);
  }
});

test("it stops at the first good answer", async () => {
  answer = failing(1, unavailable);
  expect((await api.GET("/api/v1/vacancies/")).response.status).toBe(200);
  expect(server.received).toHaveLength(2);
});

test.each([
  ["7", 7_000],
  ["0", 0],
])("Retry-After %s wins over the own wait", async (header, ms) => {
  answer = failing(1, (_, response) => sendProblem(response, 503, "unavailable", {}, { "Retry-After": header }));
  await api.GET("/api/v1/vacancies/");
  expect(clock.sleeps).toEqual([ms]);
});

test("Retry-After beyond a minute is handed to the caller, not waited for", async () => {
  answer = failing(1, (_, response) => sendProblem(response, 429, "throttled", {}, { "Retry-After": "61" }));
  await expect(api.GET("/api/v1/vacancies/")).rejects.toMatchObject({ code: "throttled", retryAfter: 61 });
  expect(server.received).toHaveLength(1);
});

test.each([429, 500, 502, 503, 504])("a read that met %i is tried again", async (status) => {
  answer = failing(1, (_, response) => response.writeHead(status).end());
  await api.GET("/api/v1/vacancies/");
  expect(server.received).toHaveLength(2);
});

test.each([400, 401, 403, 404, 405, 406, 408, 409, 412, 413, 415, 422])(
  "a read refused with %i is not tried again",
  async (status) => {
    answer = failing(1, (_, response) => response.writeHead(status).end());
    await expect(api.GET("/api/v1/vacancies/")).rejects.toMatchObject({ status });
    expect(server.received).toHaveLength(1);
  },
);

test("a read whose line was cut is tried again", async () => {
  answer = failing(2, (_, response) => response.destroy());
  await api.GET("/api/v1/vacancies/");
  expect(server.received).toHaveLength(3);
});

test.each([
  ["busy", unavailable],
  ["throttled", (_, response) => sendProblem(response, 429, "throttled", {}, { "Retry-After": "1" })],
  ["cut off", (_, response) => response.destroy()],
] satisfies [string, Handler][])("a post without a key is never sent twice: %s", async (_, refuse) => {
  answer = failing(1, refuse);
  await expect(api.POST("/api/v1/applications/", { body: APPLICATION })).rejects.toMatchObject({
    name: "ServiceError",
  });
  expect(server.received).toHaveLength(1);
});

test("a post with a key is tried again, with the same key and body", async () => {
  answer = failing(2, unavailable);
  await api.POST("/api/v1/applications/", { headers: KEY, body: APPLICATION });
  expect(server.received).toHaveLength(3);
  for (const { headers, body } of server.received) {
    expect(headers["idempotency-key"]).toBe("key-1");
    expect(body.toString()).toBe(JSON.stringify(APPLICATION));
  }
});

test("an abort ends the wait", async () => {
  answer = failing(9, unavailable);
  const controller = new AbortController();
  const patient = createFoothold({ baseUrl: server.origin, retry: { baseMs: 600_000, capMs: 600_000 } });
  const call = patient.GET("/api/v1/vacancies/", { signal: controller.signal });
  while (server.received.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
  setTimeout(() => controller.abort(new Error("changed my mind")), 30);
  await expect(call).rejects.toThrow("changed my mind");
  expect(server.received).toHaveLength(1);
});
