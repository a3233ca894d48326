import { afterEach, beforeEach, expect, test } from "vitest";
import { createFoothold, waitForTask, type Foothold, type Problem, type Task } from "../src/index.ts";
import { TestClock } from "./clock.ts";
import { problem, sendJson, sendProblem, TestServer } from "./server.ts";

const ID = "0190f0c0-0000-7000-8000-000000000001";

let server: TestServer;
let clock: TestClock;
let api: Foothold;
let states: { status: Task["status"]; problem?: Problem | null }[];

beforeEach(async () => {
  clock = new TestClock();
  server = await TestServer.start((_, response) => {
    const state = states[Math.min(server.received.length, states.length) - 1];
    if (state)
      sendJson(response, 200, {
        id: ID,
        kind: "resumes.parse",
        progress: { done: server.received.length, total: null, message: "" },
        ...state,
      });
    else sendProblem(response, 404, "not_found");
  });
  api = createFoothold({ baseUrl: server.origin, clock });
});

afterEach(() => server.stop());

test("it looks until the task succeeded, ever more slowly", async () => {
  states = [
    { status: "queued" },
    ...Array.from({ length: 8 }, () => ({ status: "running" as const })),
    { status: "succeeded" },
  ];
  const seen: string[] = [];
  const task = await waitForTask(api, ID, { clock, onProgress: ({ status }) => seen.push(status) });
  expect(task).toMatchObject({ id: ID, status: "succeeded" });
  expect(seen).toEqual(states.map(({ status }) => status));
  expect(clock.sleeps.map(Math.round)).toEqual([500, 750, 1_125, 1_688, 2_531, 3_797, 5_000, 5_000, 5_000]);
});

test("a failed task throws its problem", async () => {
  states = [{ status: "failed", problem: problem(422, "unprocessable_file") }];
  await expect(waitForTask(api, ID, { clock })).rejects.toMatchObject({
    name: "ServiceError",
    code: "unprocessable_file",
    status: 422,
    requestId: "request-1",
  });
});

test.each([
  ["cancelled", "task_cancelled"],
  ["failed", "server_error"],
] as const)("a %s task without a problem throws %s", async (status, code) => {
  states = [{ status, problem: null }];
  await expect(waitForTask(api, ID, { clock })).rejects.toMatchObject({ name: "ServiceError", code });
});

test("a task that is not there throws not_found", async () => {
  states = [];
  await expect(waitForTask(api, ID, { clock })).rejects.toMatchObject({ code: "not_found" });
});

test("an abort ends the waiting", async () => {
  states = [{ status: "running" }];
  const controller = new AbortController();
  const waiting = waitForTask(api, ID, {
    signal: controller.signal,
    onProgress: () => setTimeout(() => controller.abort(), 20),
  });
  await expect(waiting).rejects.toMatchObject({ name: "AbortError" });
  expect(server.received).toHaveLength(1);
});
