import { setMaxListeners } from "node:events";
import { expect, test } from "vitest";
import { createFoothold } from "../src/index.ts";
import { DEFAULT_LIMIT, Limiter } from "../src/limiter.ts";
import { systemClock } from "../src/clock.ts";
import { TestClock } from "./clock.ts";
import { sendJson, TestServer } from "./server.ts";

/** Start times of `count` calls made one after the other, relative to the first, in ms. */
async function starts(limiter: Limiter, clock: TestClock, key: string, count: number): Promise<number[]> {
  const first = clock.now();
  const times: number[] = [];
  for (let call = 0; call < count; call += 1) {
    await limiter.take(key);
    times.push(clock.now() - first);
  }
  return times;
}

test("a hundred calls start at once, the next a minute after the first", async () => {
  const clock = new TestClock();
  const times = await starts(new Limiter(DEFAULT_LIMIT, clock), clock, "GET /a", 201);
  expect(times.filter((time) => time === 0)).toHaveLength(100);
  expect(times.filter((time) => time === 60_000)).toHaveLength(100);
  expect(times.at(-1)).toBe(120_000);
});

test("in no span of a minute do more than a hundred start", async () => {
  const clock = new TestClock();
  const limiter = new Limiter(DEFAULT_LIMIT, clock);
  const times: number[] = [];
  for (let call = 0; call < 1_000; call += 1) {
    clock.advance((call * 7_919) % 700);
    await limiter.take("GET /a");
    times.push(clock.now());
  }
  for (let index = 100; index < times.length; index += 1) {
    expect((times[index] ?? 0) - (times[index - 100] ?? 0)).toBeGreaterThanOrEqual(60_000);
  }
});

test("each key has its own hundred", async () => {
  const clock = new TestClock();
  const limiter = new Limiter(DEFAULT_LIMIT, clock);
  for (const key of ["GET /a", "POST /a", "GET /b"]) expect((await starts(limiter, clock, key, 100)).at(-1)).toBe(0);
});

test("memory is bounded, over keys and over calls", async () => {
  const clock = new TestClock();
  const limiter = new Limiter(DEFAULT_LIMIT, clock);
  let most = 0;
  for (let call = 0; call < 50_000; call += 1) {
    clock.advance(100);
    await limiter.take(`GET /${call}`);
    most = Math.max(most, limiter.size.keys);
  }
  expect(most).toBe(600);
  await starts(limiter, clock, "GET /a", 5_000);
  expect(limiter.size).toEqual({ keys: 1, times: 100 });
});

test("beyond a thousand waiting calls one more is refused", async () => {
  const limiter = new Limiter(DEFAULT_LIMIT, systemClock);
  const controller = new AbortController();
  setMaxListeners(0, controller.signal);
  const waiting = Array.from({ length: 1_100 }, () =>
    limiter.take("GET /a", controller.signal).catch(() => "given up"),
  );
  await expect(limiter.take("GET /a")).rejects.toMatchObject({
    name: "ServiceError",
    code: "queue_full",
    retryAfter: 660,
  });
  expect(limiter.size.times).toBe(1_100);
  controller.abort();
  expect((await Promise.all(waiting)).filter((one) => one === "given up")).toHaveLength(1_000);
  expect(limiter.size.times).toBe(100);
});

test("calls are counted by path template, whatever their ids", async () => {
  const server = await TestServer.start((_, response) => sendJson(response, 200, {}));
  const clock = new TestClock();
  const api = createFoothold({ baseUrl: server.origin, clock, limit: { limit: 5, windowMs: 60_000 } });
  for (let call = 0; call < 6; call += 1) {
    await api.GET("/api/v1/vacancies/{id}/", {
      params: { path: { id: `0190f0c0-0000-7000-8000-00000000000${call}` } },
    });
  }
  await api.GET("/api/v1/vacancies/");
  expect(clock.sleeps).toEqual([60_000]);
  await server.stop();
});
