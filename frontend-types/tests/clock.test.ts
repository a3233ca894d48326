import { getEventListeners } from "node:events";
import { expect, test } from "vitest";
import { abortable, systemClock } from "../src/clock.ts";

test("an abort ends a sleep, whether it comes before or during", async () => {
  await expect(systemClock.sleep(600_000, AbortSignal.abort())).rejects.toMatchObject({ name: "AbortError" });
  await expect(systemClock.sleep(600_000, AbortSignal.timeout(10))).rejects.toMatchObject({ name: "TimeoutError" });
});

test("a promise that settles leaves no listener on the signal", async () => {
  const { signal } = new AbortController();
  expect(await abortable(Promise.resolve(1), signal)).toBe(1);
  await expect(abortable(Promise.reject(new Error("no")), signal)).rejects.toThrow("no");
  expect(getEventListeners(signal, "abort")).toHaveLength(0);
});
