import type { ServerResponse } from "node:http";
import { afterEach, beforeEach, expect, test } from "vitest";
import {
  browserStorage,
  createFoothold,
  memoryStorage,
  ServiceError,
  unwrap,
  type Foothold,
  type SessionEvent,
  type TokenStorage,
} from "../src/index.ts";
import { Issuer, LOGIN, LOGOUT, REFRESH } from "./issuer.ts";
import { sendJson, sendProblem, TestServer } from "./server.ts";
import { TestClock } from "./clock.ts";

const VACANCIES = "/api/v1/vacancies/";
const ME = "/api/v1/users/me/";
const CREDENTIALS = { email: "ada@example.com", password: "right" };

let issuer: Issuer;
let server: TestServer;
let clock: TestClock;
let open: Foothold[];

beforeEach(async () => {
  issuer = new Issuer();
  clock = new TestClock();
  open = [];
  server = await TestServer.start(async (request, response) => {
    if (await issuer.handle(request, response)) return;
    if (issuer.accepts(request)) sendJson(response, 200, { echo: request.body.toString() });
    else sendProblem(response, 401, "token_expired");
  });
});

afterEach(async () => {
  for (const api of open) api.close();
  await server.stop();
});

function connect(storage?: TokenStorage): Foothold {
  const api = createFoothold({ baseUrl: server.origin, clock, ...(storage ? { storage } : {}) });
  open.push(api);
  return api;
}

function listen(api: Foothold): SessionEvent[] {
  const events: SessionEvent[] = [];
  api.session.subscribe((event) => events.push(event));
  return events;
}

/** A storage that the two tabs of a test share. */
function sharedStorage(): TokenStorage {
  return { ...memoryStorage(), name: "shared by two tabs" };
}

const times = <T>(count: number, work: (index: number) => Promise<T>): Promise<T[]> =>
  Promise.all(Array.from({ length: count }, (_, index) => work(index)));

const until = async (holds: () => boolean): Promise<void> => {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 5));
};

const create = (api: Foothold, note: string) =>
  api.POST("/api/v1/applications/", { body: { title: "Welder", company_name: "Acme", note } });

test("a call carries the session's token, a signed-out one none", async () => {
  const api = connect();
  await expect(api.GET(ME)).rejects.toMatchObject({ code: "token_expired" });
  await api.session.signIn(CREDENTIALS);
  await api.GET(ME);
  expect(server.received.at(0)?.headers.authorization).toBeUndefined();
  expect(server.received.at(-1)?.headers.authorization).toBe("Bearer access-1");
});

test("twenty parallel calls with an expired token make one refresh", async () => {
  const api = connect();
  await api.session.signIn(CREDENTIALS);
  clock.advance(issuer.expiresIn * 1_000 + 1);
  issuer.expireAccess();
  await times(20, () => api.GET(VACANCIES));
  expect(server.count("POST", REFRESH)).toBe(1);
  expect(server.count("GET", VACANCIES)).toBe(20);
});

test("twenty parallel calls that the server turns away make one refresh", async () => {
  const api = connect();
  await api.session.signIn(CREDENTIALS);
  issuer.expireAccess();
  await times(20, () => api.GET(VACANCIES));
  expect(server.count("POST", REFRESH)).toBe(1);
  expect(server.count("GET", VACANCIES)).toBe(40);
});

test("the token is refreshed before a call when it expires within five minutes", async () => {
  const api = connect();
  await api.session.signIn(CREDENTIALS);
  clock.advance((issuer.expiresIn - 301) * 1_000);
  await api.GET(ME);
  expect(server.count("POST", REFRESH)).toBe(0);
  clock.advance(1_000);
  await api.GET(ME);
  expect(server.count("POST", REFRESH)).toBe(1);
  expect(server.received.at(-1)?.headers.authorization).toBe("Bearer access-2");
});

test("tokens that live for less than that are refreshed at half time only", async () => {
  issuer.expiresIn = 240;
  const api = connect();
  await api.session.signIn(CREDENTIALS);
  await api.GET(ME);
  expect(server.count("POST", REFRESH)).toBe(0);
  clock.advance(120_000);
  await api.GET(ME);
  expect(server.count("POST", REFRESH)).toBe(1);
});

test("while the old token is good, a failing refresh stops no call and is not tried at each", async () => {
  const api = connect();
  await api.session.signIn(CREDENTIALS);
  issuer.onRefresh = (response) => sendProblem(response, 503, "unavailable");
  clock.advance((issuer.expiresIn - 200) * 1_000);
  for (let call = 0; call < 5; call += 1) await api.GET(ME);
  expect(server.count("POST", REFRESH)).toBe(1);
  clock.advance(30_000);
  await api.GET(ME);
  expect(server.count("POST", REFRESH)).toBe(2);
});

test("ten posts turned away are sent once more, their bodies intact", async () => {
  const api = connect();
  await api.session.signIn(CREDENTIALS);
  issuer.expireAccess();
  const answers = await times(10, (index) => unwrap(create(api, `note ${index}`)));
  expect(server.count("POST", REFRESH)).toBe(1);
  const sent = server.received.filter((one) => one.url === "/api/v1/applications/").map((one) => one.body.toString());
  expect(sent).toHaveLength(20);
  for (let index = 0; index < 10; index += 1) {
    const body = JSON.stringify({ title: "Welder", company_name: "Acme", note: `note ${index}` });
    expect(sent.filter((one) => one === body)).toHaveLength(2);
    expect(answers[index]).toEqual({ echo: body });
  }
});

test("a file turned away is sent once more, byte for byte", async () => {
  const api = connect();
  await api.session.signIn(CREDENTIALS);
  issuer.expireAccess();
  const file = new File([Uint8Array.from({ length: 100_000 }, (_, index) => index % 251)], "cv.pdf", {
    type: "application/pdf",
  });
  await api.POST("/api/v1/resumes/parse/", { body: { file, title: "Mine" } });
  const [first, second] = server.received.filter((one) => one.url === "/api/v1/resumes/parse/");
  expect(second?.body.equals(first?.body ?? Buffer.alloc(0))).toBe(true);
  expect(second?.headers["content-type"]).toBe(first?.headers["content-type"]);
  expect(second?.headers["content-type"]).toContain("multipart/form-data; boundary=");
  expect(second?.body.includes(Buffer.from(await file.arrayBuffer()))).toBe(true);
});

test("a call is replayed once only, even when the new token is refused too", async () => {
  const api = connect();
  await api.session.signIn(CREDENTIALS);
  issuer.onRefresh = (response) => {
    const pair = issuer.issue();
    issuer.expireAccess();
    sendJson(response, 200, pair);
  };
  issuer.expireAccess();
  await expect(api.GET(ME)).rejects.toMatchObject({ code: "token_expired", status: 401 });
  expect(server.count("GET", ME)).toBe(2);
  expect(await api.session.isSignedIn()).toBe(true);
});

test("a refused refresh signs out once, and every call fails with the server's 401", async () => {
  const api = connect();
  const events = listen(api);
  await api.session.signIn(CREDENTIALS);
  issuer.expireAccess();
  issuer.familyRevoked = true;
  const outcomes = await times(20, () => api.GET(VACANCIES).catch((error: unknown) => error));
  expect(outcomes.every((one) => one instanceof ServiceError && one.status === 401)).toBe(true);
  expect(server.count("POST", REFRESH)).toBe(1);
  expect(events).toEqual([{ type: "signed_in" }, { type: "signed_out", reason: "expired" }]);
  expect(await api.session.isSignedIn()).toBe(false);
});

test.each([
  ["a busy server", (response: ServerResponse) => sendProblem(response, 503, "unavailable"), "unavailable"],
  ["a proxy's page", (response: ServerResponse) => response.writeHead(403).end("<h1>no</h1>"), "permission_denied"],
  ["a cut line", (response: ServerResponse) => response.destroy(), "network_error"],
])("%s at refresh signs nobody out", async (_, onRefresh, code) => {
  const api = connect();
  const events = listen(api);
  await api.session.signIn(CREDENTIALS);
  issuer.expireAccess();
  issuer.onRefresh = onRefresh;
  await expect(create(api, "x")).rejects.toMatchObject({ code });
  expect(server.count("POST", REFRESH)).toBe(1);
  expect(events).toEqual([{ type: "signed_in" }]);
  issuer.onRefresh = null;
  await api.GET(ME);
});

test("two tabs on one storage make one refresh between them, and no token is used twice", async () => {
  const storage = sharedStorage();
  const [left, right] = [connect(storage), connect(storage)];
  await left.session.signIn(CREDENTIALS);
  issuer.expireAccess();
  await times(20, (index) => (index % 2 ? left : right).GET(VACANCIES));
  expect(server.count("POST", REFRESH)).toBe(1);
  expect(issuer.familyRevoked).toBe(false);
  await right.GET(ME);
  expect(server.received.at(-1)?.headers.authorization).toBe("Bearer access-2");
});

test("two tabs whose refresh is refused sign out once, and each hears it once", async () => {
  const storage = sharedStorage();
  const [left, right] = [connect(storage), connect(storage)];
  const [heardLeft, heardRight] = [listen(left), listen(right)];
  await left.session.signIn(CREDENTIALS);
  issuer.expireAccess();
  issuer.familyRevoked = true;
  await times(10, (index) => (index % 2 ? left : right).GET(VACANCIES).catch(() => null));
  await until(() => heardLeft.length >= 2 && heardRight.length >= 2);
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(server.count("POST", REFRESH)).toBe(1);
  expect(heardLeft).toEqual([{ type: "signed_in" }, { type: "signed_out", reason: "expired" }]);
  expect(heardRight).toEqual(heardLeft);
});

test("signing out reaches the other tab and the server", async () => {
  const storage = sharedStorage();
  const [left, right] = [connect(storage), connect(storage)];
  await left.session.signIn(CREDENTIALS);
  const heard = listen(right);
  await left.session.signOut();
  await until(() => heard.some((event) => event.type === "signed_out"));
  expect(await right.session.isSignedIn()).toBe(false);
  const logout = server.received.find((one) => one.url === LOGOUT);
  expect(logout?.headers.authorization).toBe("Bearer access-1");
  expect(logout?.body.toString()).toBe('{"refresh_token":"refresh-1"}');
});

test("signing out with an expired token still ends the session at the server", async () => {
  const api = connect();
  await api.session.signIn(CREDENTIALS);
  clock.advance(issuer.expiresIn * 1_000);
  issuer.expireAccess();
  await api.session.signOut();
  const [logout, more] = server.received.filter((one) => one.url === LOGOUT);
  expect(logout?.headers.authorization).toBe("Bearer access-2");
  expect(logout?.body.toString()).toBe('{"refresh_token":"refresh-2"}');
  expect(more).toBeUndefined();
  expect(await api.session.isSignedIn()).toBe(false);
});

test("a session on memory is nobody else's", async () => {
  const [one, other] = [connect(), connect()];
  const heard = listen(other);
  await one.session.signIn(CREDENTIALS);
  await one.session.signOut();
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(heard).toEqual([]);
});

test("signing out during a refresh is final", async () => {
  const api = connect();
  await api.session.signIn(CREDENTIALS);
  issuer.expireAccess();
  const call = api.GET(ME).catch((error: unknown) => error);
  await until(() => server.count("POST", REFRESH) === 1);
  await api.session.signOut();
  expect(await call).toMatchObject({ status: 401 });
  expect(await api.session.isSignedIn()).toBe(false);
});

test("a wrong password is an answer: no refresh, no sign-out, no second try", async () => {
  const api = connect();
  await api.session.signIn(CREDENTIALS);
  await expect(api.session.signIn({ ...CREDENTIALS, password: "wrong" })).rejects.toMatchObject({
    code: "not_authenticated",
  });
  await expect(api.POST(LOGIN, { body: { ...CREDENTIALS, password: "wrong" } })).rejects.toMatchObject({
    code: "not_authenticated",
  });
  expect(server.count("POST", LOGIN)).toBe(3);
  expect(server.count("POST", REFRESH)).toBe(0);
  expect(server.received.at(-1)?.headers.authorization).toBeUndefined();
  expect(await api.session.isSignedIn()).toBe(true);
});

test("an API key takes the session's place and is never refreshed", async () => {
  const api = createFoothold({ baseUrl: server.origin, headers: { Authorization: "Api-Key k" } });
  await api.session.adopt(issuer.issue());
  await expect(api.GET(ME)).rejects.toMatchObject({ status: 401 });
  expect(server.received.map((one) => one.headers.authorization)).toEqual(["Api-Key k"]);
});

test("one caller's abort leaves the refresh to the others", async () => {
  const api = connect();
  await api.session.signIn(CREDENTIALS);
  issuer.expireAccess();
  const controller = new AbortController();
  const given = api.GET(ME, { signal: controller.signal });
  const kept = api.GET(ME);
  await until(() => server.count("POST", REFRESH) === 1);
  controller.abort();
  await expect(given).rejects.toMatchObject({ name: "AbortError" });
  await kept;
  expect(server.count("POST", REFRESH)).toBe(1);
});

test("where there is no IndexedDB, the session stays in this tab", async () => {
  const api = connect(browserStorage());
  await api.session.signIn(CREDENTIALS);
  await api.GET(ME);
  expect(await connect(browserStorage()).session.isSignedIn()).toBe(false);
  await api.session.signOut();
  expect(await api.session.isSignedIn()).toBe(false);
});

test.each(["", "{", "null", '{"accessToken":1}', "[]"])("a storage that holds %j is no session", async (held) => {
  const api = connect({ name: null, read: () => held, write: () => undefined });
  expect(await api.session.isSignedIn()).toBe(false);
});

test("an account with a second factor gives a challenge, and no session", async () => {
  const challenge = { challenge: "half-way", methods: ["totp"], expires_in: 600 };
  const asking = await TestServer.start((_, response) => sendJson(response, 202, challenge));
  const api = createFoothold({ baseUrl: asking.origin, clock });
  open.push(api);
  await expect(api.session.signIn(CREDENTIALS)).rejects.toMatchObject({ name: "SecondFactorRequired", challenge });
  expect(await api.session.isSignedIn()).toBe(false);
  await asking.stop();
});
