import { findOperation, type Operation } from "./routes.ts";

/** One call on its way: the request is a pattern that is never consumed, so it can be sent again. */
export interface Call {
  readonly request: Request;
  /** Read once, before the first sending; null where the method has none. */
  readonly body: ArrayBuffer | null;
  readonly operation: Operation;
  /** The access token to send; null: the request goes as the caller made it. */
  readonly token: string | null;
}

/** A step of the one custom fetch; each wraps the next. */
export type Send = (call: Call) => Promise<Response>;

export type Fetch = (request: Request) => Promise<Response>;

export const isSafe = (method: string): boolean => method === "GET" || method === "HEAD" || method === "OPTIONS";

/** Buffers the body. `basePath` is the base URL's own path, without a trailing slash. */
export async function toCall(request: Request, basePath: string): Promise<Call> {
  request.signal.throwIfAborted();
  const { pathname } = new URL(request.url);
  const path = pathname.startsWith(basePath) ? pathname.slice(basePath.length) : pathname;
  const body = request.method === "GET" || request.method === "HEAD" ? null : await request.arrayBuffer();
  return { request, body, operation: findOperation(request.method, path), token: null };
}

/** A fresh request of the call, with its headers, its body intact and its token. */
export function toRequest({ request, body, token }: Call, signal: AbortSignal): Request {
  const headers = new Headers(request.headers);
  if (token) headers.set("Authorization", `Bearer ${token}`);
  return new Request(request, { headers, signal, ...(body ? { body } : {}) });
}
