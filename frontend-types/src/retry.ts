import { isSafe, type Call, type Send } from "./call.ts";
import type { Clock } from "./clock.ts";
import { readRetryAfter, ServiceError } from "./errors.ts";

export interface RetryPolicy {
  /** Further tries after the first. */
  readonly retries: number;
  /** First wait, doubled each time up to `capMs`; half of it is left to chance. */
  readonly baseMs: number;
  readonly capMs: number;
  /** A longer `Retry-After` is not waited for: the error is handed back with it. */
  readonly maxRetryAfterMs: number;
}

export const DEFAULT_RETRY: RetryPolicy = { retries: 3, baseMs: 1_000, capMs: 30_000, maxRetryAfterMs: 60_000 };

/** Tries again what may be sent twice: safe methods, and whatever carries an `Idempotency-Key`. */
export function withRetry(send: Send, policy: RetryPolicy, clock: Clock, random: () => number = Math.random): Send {
  return async (call) => {
    const tries = isRepeatable(call) ? policy.retries : 0;
    for (let attempt = 0; ; attempt += 1) {
      const outcome = await attemptOnce(send, call);
      const wait = attempt < tries && isTransient(outcome) ? delay(outcome, attempt, policy, clock, random) : null;
      if (wait !== null) await clock.sleep(wait, call.request.signal);
      else if (outcome instanceof ServiceError) throw outcome;
      else return outcome;
    }
  };
}

const isRepeatable = ({ request }: Call): boolean => isSafe(request.method) || request.headers.has("Idempotency-Key");

async function attemptOnce(send: Send, call: Call): Promise<Response | ServiceError> {
  try {
    return await send(call);
  } catch (error) {
    if (error instanceof ServiceError) return error;
    throw error;
  }
}

function isTransient(outcome: Response | ServiceError): boolean {
  if (outcome instanceof ServiceError && outcome.status === 0) {
    return outcome.code === "network_error" || outcome.code === "timeout";
  }
  return outcome.status === 429 || outcome.status >= 500;
}

/** Milliseconds until the next try; null when the server asks for longer than we wait. */
function delay(
  outcome: Response | ServiceError,
  attempt: number,
  policy: RetryPolicy,
  clock: Clock,
  random: () => number,
): number | null {
  const retryAfter =
    outcome instanceof ServiceError
      ? outcome.retryAfter
      : readRetryAfter(outcome.headers.get("Retry-After"), clock.now());
  if (retryAfter !== null) return retryAfter * 1_000 <= policy.maxRetryAfterMs ? retryAfter * 1_000 : null;
  const full = Math.min(policy.capMs, policy.baseMs * 2 ** attempt);
  return full * (0.5 + random() / 2);
}
