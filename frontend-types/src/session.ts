import { abortable, type Clock } from "./clock.ts";
import { ServiceError } from "./errors.ts";
import type { TokenStorage } from "./storage.ts";
import { createTabs, type Tabs } from "./tabs.ts";
import { parseTokens, tokensOf, type TokenPair, type Tokens } from "./tokens.ts";

/** `expired`: the server refused to refresh. */
export type SessionEvent =
  { readonly type: "signed_in" } | { readonly type: "signed_out"; readonly reason: "requested" | "expired" };

export type SessionListener = (event: SessionEvent) => void;

export interface Credentials {
  readonly email: string;
  readonly password: string;
}

/** The three calls a session makes itself; they pass by the session, and are never tried twice. */
export interface AuthCalls {
  login(credentials: Credentials): Promise<TokenPair>;
  refresh(refreshToken: string): Promise<TokenPair>;
  logout(tokens: Tokens): Promise<void>;
}

/** A refresh that failed while the old token is still good is not tried again for this long. */
const PAUSE_MS = 30_000;

/** Who is signed in. The storage is the truth; nothing is cached here, so tabs can't disagree. */
export class Session {
  readonly #auth: AuthCalls;
  readonly #storage: TokenStorage;
  readonly #clock: Clock;
  readonly #tabs: Tabs<SessionEvent>;
  readonly #listeners = new Set<SessionListener>();
  #renewal: { stale: string; tokens: Promise<Tokens | null> } | null = null;
  #pausedUntil = 0;

  constructor(auth: AuthCalls, storage: TokenStorage, clock: Clock) {
    this.#auth = auth;
    this.#storage = storage;
    this.#clock = clock;
    this.#tabs = createTabs(storage.name, isSessionEvent, (event) => this.#tell(event));
  }

  async signIn(credentials: Credentials): Promise<TokenPair> {
    const pair = await this.#auth.login(credentials);
    await this.adopt(pair);
    return pair;
  }

  /** Goes on with a TokenPair from elsewhere: a verified address, OAuth, another workspace. */
  async adopt(pair: TokenPair): Promise<void> {
    await this.#write(tokensOf(pair, this.#clock.now()));
    this.#happened({ type: "signed_in" });
  }

  /** Signed out here at once, in all tabs; then the server is told. Its failure is thrown, the session stays gone. */
  async signOut(): Promise<void> {
    const tokens = await this.#read();
    if (!tokens) return;
    await this.#write(null);
    this.#happened({ type: "signed_out", reason: "requested" });
    await this.#endAtServer(tokens);
  }

  async isSignedIn(): Promise<boolean> {
    return (await this.#read()) !== null;
  }

  /** Hears of this tab and of all that share the storage. Answers the way to stop. */
  subscribe(listener: SessionListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** The access token to send, refreshed first when it expires within five minutes; null when signed out. */
  async accessToken(signal?: AbortSignal): Promise<string | null> {
    const tokens = await this.#read();
    if (!tokens) return null;
    const now = this.#clock.now();
    const isGood = now < tokens.expiresAt;
    if (now < tokens.refreshAt || (isGood && now < this.#pausedUntil)) return tokens.accessToken;
    try {
      return await this.renew(tokens.accessToken, signal);
    } catch (error) {
      if (!isGood || signal?.aborted) throw error;
      this.#pausedUntil = now + PAUSE_MS;
      return tokens.accessToken;
    }
  }

  /**
   * The token that takes the place of `stale`, by one refresh for any number of callers; null when signed out.
   * An aborted caller leaves, the refresh goes on for the others.
   */
  async renew(stale: string, signal?: AbortSignal): Promise<string | null> {
    if (this.#renewal?.stale !== stale) {
      const renewal = { stale, tokens: this.#tabs.withLock(() => this.#rotate(stale)) };
      this.#renewal = renewal;
      const done = () => {
        if (this.#renewal === renewal) this.#renewal = null;
      };
      renewal.tokens.then(done, done);
    }
    return (await abortable(this.#renewal.tokens, signal))?.accessToken ?? null;
  }

  /** Stops hearing of other tabs. */
  close(): void {
    this.#tabs.close();
    this.#listeners.clear();
  }

  /** The server asks who is there: an expired token is renewed for the purpose. A 401 means it knows us no more. */
  async #endAtServer(tokens: Tokens): Promise<void> {
    const now = this.#clock.now();
    try {
      const isGood = now < tokens.expiresAt;
      await this.#auth.logout(isGood ? tokens : tokensOf(await this.#auth.refresh(tokens.refreshToken), now));
    } catch (error) {
      if (!(error instanceof ServiceError && error.status === 401)) throw error;
    }
  }

  /** Within the lock. A refresh token used twice revokes its family, so look first whether another tab was here. */
  async #rotate(stale: string): Promise<Tokens | null> {
    const held = await this.#read();
    if (held?.accessToken !== stale) return held;
    try {
      const fresh = tokensOf(await this.#auth.refresh(held.refreshToken), this.#clock.now());
      return await this.#replace(held, fresh);
    } catch (error) {
      if (!isRefusal(error)) throw error;
      return await this.#replace(held, null);
    }
  }

  /** Writes `next` unless someone signed in or out meanwhile: then what they wrote stands. */
  async #replace(held: Tokens, next: Tokens | null): Promise<Tokens | null> {
    const now = await this.#read();
    if (now?.refreshToken !== held.refreshToken) return now;
    await this.#write(next);
    if (!next) this.#happened({ type: "signed_out", reason: "expired" });
    return next;
  }

  async #read(): Promise<Tokens | null> {
    return parseTokens(await this.#storage.read());
  }

  async #write(tokens: Tokens | null): Promise<void> {
    await this.#storage.write(tokens && JSON.stringify(tokens));
  }

  #happened(event: SessionEvent): void {
    this.#tell(event);
    this.#tabs.announce(event);
  }

  #tell(event: SessionEvent): void {
    for (const listener of this.#listeners) listener(event);
  }
}

/** The server's own no. A failed network, a busy server or a proxy's page is no reason to sign out. */
function isRefusal(error: unknown): boolean {
  return error instanceof ServiceError && error.problem !== null && [400, 401, 403].includes(error.status);
}

function isSessionEvent(value: unknown): value is SessionEvent {
  if (typeof value !== "object" || value === null || !("type" in value)) return false;
  return value.type === "signed_in" || (value.type === "signed_out" && "reason" in value);
}
