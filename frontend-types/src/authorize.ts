import type { Call, Send } from "./call.ts";
import type { Session } from "./session.ts";

/**
 * Sends the session's token, and once more with a fresh one when the server no longer takes it. Public operations,
 * and calls that bring an `Authorization` of their own, pass as they are.
 */
export function withSession(send: Send, session: Session): Send {
  return async (call) => {
    const { signal, headers } = call.request;
    if (call.operation.isPublic || headers.has("Authorization")) return send(call);
    const token = await session.accessToken(signal);
    if (!token) return send(call);
    const answer = await send(withToken(call, token));
    if (answer.status !== 401) return answer;
    const fresh = await session.renew(token, signal);
    return fresh && fresh !== token ? send(withToken(call, fresh)) : answer;
  };
}

const withToken = (call: Call, token: string): Call => ({ ...call, token });
