import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { afterEach, expect, test } from "vitest";
import { createFoothold } from "../src/index.ts";
import { sendJson, TestServer } from "./server.ts";

let server: TestServer;

afterEach(() => server.stop());

const ONCE = { retry: { retries: 0 } };

test("no answer in time is a timeout", async () => {
  server = await TestServer.start(() => undefined);
  const api = createFoothold({ baseUrl: server.origin, timeoutMs: 40, ...ONCE });
  await expect(api.GET("/api/v1/vacancies/")).rejects.toMatchObject({
    name: "ServiceError",
    code: "timeout",
    status: 0,
  });
});

test("a body that stalls is a timeout too", async () => {
  server = await TestServer.start((_, response) => {
    response.writeHead(200, { "Content-Type": "application/json" });
    response.write('{"count":');
  });
  const api = createFoothold({ baseUrl: server.origin, timeoutMs: 80, ...ONCE });
  await expect(api.GET("/api/v1/vacancies/")).rejects.toMatchObject({ code: "timeout" });
});

test("a read that timed out is tried again, a post is not", async () => {
  let seen = 0;
  server = await TestServer.start((_, response) => {
    seen += 1;
    if (seen === 2) sendJson(response, 200, {});
  });
  const api = createFoothold({ baseUrl: server.origin, timeoutMs: 150, retry: { baseMs: 1 } });
  await api.GET("/api/v1/vacancies/");
  expect(seen).toBe(2);
  await expect(
    api.POST("/api/v1/applications/", { body: { title: "Welder", company_name: "Acme" } }),
  ).rejects.toMatchObject({ code: "timeout" });
  expect(seen).toBe(3);
});

test("the limit may depend on the operation", async () => {
  server = await TestServer.start((_, response) => setTimeout(() => sendJson(response, 200, {}), 150));
  const api = createFoothold({
    baseUrl: server.origin,
    timeoutMs: ({ template }) => (template === "/api/v1/users/me/" ? 5_000 : 20),
    ...ONCE,
  });
  await api.GET("/api/v1/users/me/");
  await expect(api.GET("/api/v1/vacancies/")).rejects.toMatchObject({ code: "timeout" });
});

test("a stream outlives the limit, and its caller's abort ends it", async () => {
  server = await TestServer.start((_, response) => {
    response.writeHead(200, { "Content-Type": "text/event-stream" });
    response.write("data: 1\n\n");
    setTimeout(() => response.write("data: 2\n\n"), 250);
  });
  const controller = new AbortController();
  const api = createFoothold({ baseUrl: server.origin, timeoutMs: 120, ...ONCE });
  const { body } = await api.fetch(`${server.origin}/api/v1/events/stream/`, { signal: controller.signal });
  const reader = body?.getReader();
  const chunks = [await reader?.read(), await reader?.read()].map((chunk) => new TextDecoder().decode(chunk?.value));
  expect(chunks).toEqual(["data: 1\n\n", "data: 2\n\n"]);
  controller.abort();
  await expect(reader?.read()).rejects.toMatchObject({ name: "AbortError" });
});

test("an abort reaches a stream after the garbage collector was here", async () => {
  setFlagsFromString("--expose-gc");
  const collect = runInNewContext("gc") as () => void;
  let hungUp = false;
  server = await TestServer.start((_, response) => {
    response.on("close", () => (hungUp = true));
    response.writeHead(200, { "Content-Type": "text/event-stream" }).write("data: 1\n\n");
  });
  const controller = new AbortController();
  const api = createFoothold({ baseUrl: server.origin, ...ONCE });
  const reader = (
    await api.fetch(`${server.origin}/api/v1/events/stream/`, { signal: controller.signal })
  ).body?.getReader();
  await reader?.read();
  for (let round = 0; round < 5; round += 1) {
    await new Promise((resolve) => setTimeout(resolve, 10));
    collect();
  }
  controller.abort();
  await expect(reader?.read()).rejects.toMatchObject({ name: "AbortError" });
  while (!hungUp) await new Promise((resolve) => setTimeout(resolve, 5));
});

test("an abort is thrown on as it came", async () => {
  server = await TestServer.start(() => undefined);
  const api = createFoothold({ baseUrl: server.origin });
  const controller = new AbortController();
  const call = api.GET("/api/v1/vacancies/", { signal: controller.signal });
  setTimeout(() => controller.abort(), 30);
  await expect(call).rejects.toMatchObject({ name: "AbortError" });
  expect(server.received).toHaveLength(1);
});

test("an aborted call is not sent at all", async () => {
  server = await TestServer.start(() => undefined);
  const api = createFoothold({ baseUrl: server.origin });
  await expect(api.GET("/api/v1/vacancies/", { signal: AbortSignal.abort() })).rejects.toMatchObject({
    name: "AbortError",
  });
  expect(server.received).toHaveLength(0);
});
