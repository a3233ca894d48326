import type { components } from "./generated/schema.d.ts";

export type TokenPair = components["schemas"]["TokenPair"];
export type MfaChallenge = components["schemas"]["MfaChallenge"];

/** The password was right, and the account asks for more: answer `completeMfaChallenge`, then `session.adopt`. */
export class SecondFactorRequired extends Error {
  override readonly name = "SecondFactorRequired";
  readonly challenge: MfaChallenge;

  constructor(challenge: MfaChallenge) {
    super(`This account asks for a second factor: ${challenge.methods.join(", ")}`);
    this.challenge = challenge;
  }
}

/** What is kept of a TokenPair. Times are this machine's, in ms since the epoch: its clock need not be right. */
export interface Tokens {
  readonly accessToken: string;
  readonly refreshToken: string;
  /** From here on the access token is refreshed before it is used. */
  readonly refreshAt: number;
  readonly expiresAt: number;
}

const EARLY_MS = 5 * 60_000;

/** Tokens that live for less than ten minutes are refreshed at half time, or every call would refresh. */
export function tokensOf(pair: TokenPair, now: number): Tokens {
  const lifeMs = pair.expires_in * 1_000;
  const expiresAt = now + lifeMs;
  if (pair.refresh_token === null) throw new TypeError("a session in a cookie is refreshed by the browser, not here");
  const refreshAt = expiresAt - Math.min(EARLY_MS, lifeMs / 2);
  return { accessToken: pair.access_token, refreshToken: pair.refresh_token, refreshAt, expiresAt };
}

/** What stands in a storage is not ours alone: anything unreadable is no session. */
export function parseTokens(text: string | null): Tokens | null {
  if (!text) return null;
  try {
    const value: unknown = JSON.parse(text);
    return isTokens(value) ? value : null;
  } catch {
    return null;
  }
}

function isTokens(value: unknown): value is Tokens {
  if (typeof value !== "object" || value === null) return false;
  const held: Partial<Record<keyof Tokens, unknown>> = value;
  return (
    typeof held.accessToken === "string" &&
    typeof held.refreshToken === "string" &&
    typeof held.refreshAt === "number" &&
    typeof held.expiresAt === "number"
  );
}
