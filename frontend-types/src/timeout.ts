import { toRequest, type Fetch, type Send } from "./call.ts";
import { abortable } from "./clock.ts";
import { ServiceError } from "./errors.ts";
import type { Operation } from "./routes.ts";

/** Milliseconds until an answer must be there; by operation where some may take longer. */
export type Timeout = number | ((operation: Operation) => number);

const NO_BODY = new Set([101, 204, 205, 304]);

/**
 * What must live as long as a stream is read. Node's requests follow a signal by a weak reference only: were they
 * collected, an abort would no longer reach the stream. (For the same reason `AbortSignal.any` is not used here.)
 */
const inUse = new WeakMap<ReadableStream, readonly Request[]>();

/** Sends once. Failures are ServiceErrors; the caller's own abort is thrown on as it came. */
export function withTimeout(fetch: Fetch, timeout: Timeout): Send {
  return async (call) => {
    const { signal } = call.request;
    const limit = typeof timeout === "number" ? timeout : timeout(call.operation);
    const controller = new AbortController();
    const giveUp = () => controller.abort(signal.reason);
    signal.throwIfAborted();
    signal.addEventListener("abort", giveUp, { once: true });
    const timer = setTimeout(() => controller.abort(timedOut(limit)), limit);
    const request = toRequest(call, controller.signal);
    try {
      const { response, isStream } = await abortable(fetch(request).then(settled), controller.signal);
      if (isStream && response.body) inUse.set(response.body, [call.request, request]);
      else signal.removeEventListener("abort", giveUp);
      return response;
    } catch (error) {
      signal.removeEventListener("abort", giveUp);
      if (controller.signal.aborted) throw controller.signal.reason;
      throw new ServiceError({ code: "network_error", title: "The server could not be reached", cause: error });
    } finally {
      clearTimeout(timer);
    }
  };
}

/**
 * JSON and refusals are read to their end, so that a body that stalls or breaks off fails here, where it can be
 * tried again. Streams and files pass: for them the limit covers the headers only.
 */
async function settled(response: Response): Promise<{ response: Response; isStream: boolean }> {
  const { status, statusText, headers } = response;
  if (NO_BODY.has(status)) return { response, isStream: false };
  const isJson = /[/+]json\b/.test(headers.get("Content-Type") ?? "");
  if (response.ok && !isJson) return { response, isStream: true };
  const body = await response.arrayBuffer();
  return { response: new Response(body, { status, statusText, headers }), isStream: false };
}

const timedOut = (limit: number): ServiceError =>
  new ServiceError({ code: "timeout", title: "The server took too long", detail: `No answer within ${limit} ms` });
