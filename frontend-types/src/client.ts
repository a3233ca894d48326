import createClient, { type Client } from "openapi-fetch";
import { withSession } from "./authorize.ts";
import { serializeBody } from "./bodies.ts";
import { toCall, type Fetch, type Send } from "./call.ts";
import { systemClock, type Clock } from "./clock.ts";
import type { paths } from "./generated/schema.d.ts";
import { DEFAULT_LIMIT, Limiter, withLimit, type LimitPolicy } from "./limiter.ts";
import { problems } from "./problems.ts";
import { DEFAULT_RETRY, withRetry, type RetryPolicy } from "./retry.ts";
import { Session, type AuthCalls } from "./session.ts";
import { SecondFactorRequired } from "./tokens.ts";
import { memoryStorage, type TokenStorage } from "./storage.ts";
import { withTimeout, type Timeout } from "./timeout.ts";

export interface FootholdOptions {
  /** Where the server's root is, without `/api/v1`; "" is the page's own origin. */
  readonly baseUrl: string;
  /** A session to share with another client; else one is made on `storage`. */
  readonly session?: Session;
  /** Default: memory. `browserStorage()` survives a reload and is shared by tabs. */
  readonly storage?: TokenStorage;
  /** Default: 30 s. */
  readonly timeoutMs?: Timeout;
  readonly retry?: Partial<RetryPolicy>;
  readonly limit?: Partial<LimitPolicy>;
  /** Sent with every call; `{ Authorization: "Api-Key …" }` takes the session's place. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly fetch?: Fetch;
  readonly clock?: Clock;
}

export type Foothold = Client<paths> & {
  readonly session: Session;
  /** The same session, time-out, limit and retry for what is no typed call: streams, downloads. */
  readonly fetch: (input: Request | URL | string, init?: RequestInit) => Promise<Response>;
  /** Lets go of the channel to other tabs. */
  readonly close: () => void;
};

/** The typed client. Calls throw ServiceError; `unwrap` gives their data. */
export function createFoothold(options: FootholdOptions): Foothold {
  const clock = options.clock ?? systemClock;
  const basePath = new URL(options.baseUrl, "http://localhost").pathname.replace(/\/$/, "");
  const once = withTimeout(options.fetch ?? ((request) => globalThis.fetch(request)), options.timeoutMs ?? 30_000);
  const session =
    options.session ??
    new Session(authCalls(options, once, basePath, clock), options.storage ?? memoryStorage(), clock);
  const limiter = new Limiter({ ...DEFAULT_LIMIT, ...options.limit }, clock);
  const send = withRetry(withSession(withLimit(once, limiter), session), { ...DEFAULT_RETRY, ...options.retry }, clock);
  const fetch: Foothold["fetch"] = async (input, init) => send(await toCall(new Request(input, init), basePath));
  return Object.assign(typedClient(options, fetch, clock), { session, fetch, close: () => session.close() });
}

function typedClient({ baseUrl, headers }: FootholdOptions, fetch: Fetch, clock: Clock): Client<paths> {
  const client = createClient<paths>({
    baseUrl,
    fetch,
    bodySerializer: serializeBody,
    // Lists in a query are comma lists: `skills=python,sql`.
    querySerializer: { array: { style: "form", explode: false } },
    ...(headers ? { headers } : {}),
  });
  client.use(problems(clock));
  return client;
}

/** The session's own calls: typed like all others, but sent once and without a session. */
function authCalls(options: FootholdOptions, once: Send, basePath: string, clock: Clock): AuthCalls {
  const client = typedClient(options, async (request) => once(await toCall(request, basePath)), clock);
  return {
    login: async (credentials) => {
      const answer = await unwrap(client.POST("/api/v1/auth/login/", { body: { ...credentials } }));
      if ("challenge" in answer) throw new SecondFactorRequired(answer);
      return answer;
    },
    refresh: (refreshToken) => unwrap(client.POST("/api/v1/auth/refresh/", { body: { refresh_token: refreshToken } })),
    logout: async ({ accessToken, refreshToken }) => {
      const headers = { Authorization: `Bearer ${accessToken}` };
      await client.POST("/api/v1/auth/logout/", { headers, body: { refresh_token: refreshToken } });
    },
  };
}

type Data<Answer> = Answer extends { data: infer D; error?: never } ? D : never;

/** The data of a call: `const page = await unwrap(api.GET("/api/v1/vacancies/"))`. Refusals were thrown already. */
export async function unwrap<Answer extends { data?: unknown }>(answer: Promise<Answer>): Promise<Data<Answer>> {
  return (await answer).data as Data<Answer>;
}
