import type { Middleware } from "openapi-fetch";
import type { Clock } from "./clock.ts";
import { ServiceError } from "./errors.ts";

/** Turns refusals into ServiceErrors; a 304 passes, for its caller asked for it. */
export function problems(clock: Clock): Middleware {
  return {
    async onResponse({ response, options }) {
      if (response.status === 304) return;
      if (!response.ok) throw await ServiceError.fromResponse(response, clock.now());
      if (options.parseAs === "json" && !isJsonOrEmpty(response)) throw notJson(response);
    },
  };
}

function isJsonOrEmpty({ status, headers }: Response): boolean {
  const type = headers.get("Content-Type");
  return status === 204 || headers.get("Content-Length") === "0" || !type || /[/+]json\b/.test(type);
}

const notJson = ({ status, headers }: Response): ServiceError =>
  new ServiceError({
    code: "invalid_response",
    title: "Not an answer of this API",
    detail: `Expected JSON, got ${headers.get("Content-Type")}`,
    status,
    requestId: headers.get("X-Request-ID"),
  });
