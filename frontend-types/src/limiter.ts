import type { Send } from "./call.ts";
import type { Clock } from "./clock.ts";
import { ServiceError } from "./errors.ts";

export interface LimitPolicy {
  /** Calls a window, per method and path template. */
  readonly limit: number;
  readonly windowMs: number;
  /** Calls that may wait per key; one more is refused rather than kept. */
  readonly maxWaiting: number;
}

export const DEFAULT_LIMIT: LimitPolicy = { limit: 100, windowMs: 60_000, maxWaiting: 1_000 };

/**
 * A sliding window per key: in any span of `windowMs`, at most `limit` calls start. Each call takes the next free
 * start time; memory holds the keys of the last window only, and `limit + maxWaiting` times for each.
 */
export class Limiter {
  readonly #policy: LimitPolicy;
  readonly #clock: Clock;
  /** Start times by key, ascending; the key used last stands last. */
  readonly #starts = new Map<string, number[]>();

  constructor(policy: LimitPolicy, clock: Clock) {
    this.#policy = policy;
    this.#clock = clock;
  }

  /** Keys and start times held at present. */
  get size(): { keys: number; times: number } {
    let times = 0;
    for (const starts of this.#starts.values()) times += starts.length;
    return { keys: this.#starts.size, times };
  }

  /** Resolves when the call may start. An abort while waiting gives the place back. */
  async take(key: string, signal?: AbortSignal): Promise<void> {
    const { limit, windowMs, maxWaiting } = this.#policy;
    const now = this.#clock.now();
    const starts = (this.#starts.get(key) ?? []).filter((start) => start > now - windowMs);
    const before = starts[starts.length - limit];
    const start = before === undefined ? now : Math.max(now, before + windowMs);
    if (starts.length >= limit + maxWaiting) throw queueFull(key, start - now);
    starts.push(start);
    this.#starts.delete(key);
    this.#starts.set(key, starts);
    this.#forgetIdle(now - windowMs);
    if (start === now) return;
    await this.#clock.sleep(start - now, signal).catch((reason: unknown) => {
      const held = this.#starts.get(key) ?? [];
      const index = held.lastIndexOf(start);
      if (index >= 0) held.splice(index, 1);
      throw reason;
    });
  }

  #forgetIdle(before: number): void {
    for (const [key, starts] of this.#starts) {
      if ((starts.at(-1) ?? before) > before) return;
      this.#starts.delete(key);
    }
  }
}

export function withLimit(send: Send, limiter: Limiter): Send {
  return async (call) => {
    await limiter.take(`${call.operation.method} ${call.operation.template}`, call.request.signal);
    return send(call);
  };
}

const queueFull = (key: string, waitMs: number): ServiceError =>
  new ServiceError({
    code: "queue_full",
    title: "Too many calls are waiting",
    detail: `${key}: the next place is free in ${Math.ceil(waitMs / 1_000)} s`,
    retryAfter: Math.ceil(waitMs / 1_000),
  });
