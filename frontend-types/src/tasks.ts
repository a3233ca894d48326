import { systemClock, type Clock } from "./clock.ts";
import { unwrap, type Foothold } from "./client.ts";
import { isProblem, ServiceError } from "./errors.ts";
import type { components } from "./generated/schema.d.ts";

export type Task = components["schemas"]["Task"];

export interface WaitOptions {
  readonly signal?: AbortSignal;
  /** Called with the task after each look at it, finished or not. */
  readonly onProgress?: (task: Task) => void;
  readonly clock?: Clock;
}

const FIRST_MS = 500;
const GROWTH = 1.5;
const CAP_MS = 5_000;

/**
 * Looks at a task until it is done, at first after half a second, then ever more slowly, at least every five.
 * Answers the task when it succeeded; throws its problem, or `task_cancelled`, as a ServiceError.
 */
export async function waitForTask(client: Pick<Foothold, "GET">, id: string, options: WaitOptions = {}): Promise<Task> {
  const { signal, onProgress, clock = systemClock } = options;
  const init = { params: { path: { id } }, ...(signal ? { signal } : {}) };
  for (let wait = FIRST_MS; ; wait = Math.min(CAP_MS, wait * GROWTH)) {
    const task = await unwrap(client.GET("/api/v1/tasks/{id}/", init));
    onProgress?.(task);
    if (task.status === "succeeded") return task;
    if (task.status === "failed" || task.status === "cancelled") throw taskError(task);
    await clock.sleep(wait, signal);
  }
}

function taskError(task: Task): ServiceError {
  if (isProblem(task.problem)) return ServiceError.fromProblem(task.problem);
  if (task.status === "cancelled") return new ServiceError({ code: "task_cancelled", title: "The task was cancelled" });
  return new ServiceError({ code: "server_error", title: "The task failed" });
}
