// The token rules of the API, kept by a test server: refresh rotates, a refresh token used twice revokes its family.
import type { ServerResponse } from "node:http";
import type { TokenPair } from "../src/index.ts";
import { sendJson, sendProblem, type Received } from "./server.ts";

export const LOGIN = "/api/v1/auth/login/";
export const REFRESH = "/api/v1/auth/refresh/";
export const LOGOUT = "/api/v1/auth/logout/";

export class Issuer {
  expiresIn = 900;
  /** Answers a refresh in place of the rules, when set. */
  onRefresh: ((response: ServerResponse) => void) | null = null;
  refreshDelayMs = 20;
  familyRevoked = false;
  readonly #live = new Set<string>();
  readonly #used = new Set<string>();
  #serial = 0;

  /** Every access token given out so far stops working. */
  expireAccess(): void {
    this.#live.clear();
  }

  accepts({ headers }: Received): boolean {
    return this.#live.has(headers.authorization?.replace("Bearer ", "") ?? "");
  }

  /** Answers login, refresh and logout; false when the request is none of them. */
  async handle(request: Received, response: ServerResponse): Promise<boolean> {
    if (request.url === LOGIN) this.#login(request, response);
    else if (request.url === REFRESH) await this.#refresh(request, response);
    else if (request.url === LOGOUT && this.accepts(request)) response.writeHead(204).end();
    else if (request.url === LOGOUT) sendProblem(response, 401, "token_expired");
    else return false;
    return true;
  }

  issue(): TokenPair {
    this.#serial += 1;
    const access = `access-${this.#serial}`;
    this.#live.add(access);
    return {
      access_token: access,
      refresh_token: `refresh-${this.#serial}`,
      token_type: "bearer",
      expires_in: this.expiresIn,
      user: {
        id: "u",
        email: "ada@example.com",
        full_name: "Ada Example",
        email_verified: true,
        created_at: "2026-01-01T00:00:00Z",
      },
    } as unknown as TokenPair;
  }

  #login({ body }: Received, response: ServerResponse): void {
    const { password } = JSON.parse(body.toString()) as { password: string };
    if (password === "right") sendJson(response, 200, this.issue());
    else sendProblem(response, 401, "not_authenticated");
  }

  async #refresh({ body }: Received, response: ServerResponse): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve, this.refreshDelayMs));
    if (this.onRefresh) return this.onRefresh(response);
    const { refresh_token: token } = JSON.parse(body.toString()) as { refresh_token: string };
    if (this.#used.has(token)) this.familyRevoked = true;
    this.#used.add(token);
    if (this.familyRevoked) sendProblem(response, 401, "token_invalid");
    else sendJson(response, 200, this.issue());
  }
}
