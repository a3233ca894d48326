// Several tabs of a real Chromium on one session: Web Locks, BroadcastChannel and IndexedDB as browsers have them.
import { chromium, type Browser, type BrowserContext, type Page } from "playwright-core";
import { build } from "vite";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { Issuer, REFRESH } from "../issuer.ts";
import { sendJson, sendProblem, TestServer } from "../server.ts";

const PAGE = `<!doctype html><link rel="icon" href="data:,"><script type="module">
  import { browserStorage, createFoothold } from "/client.js";
  window.events = [];
  window.api = createFoothold({ baseUrl: location.origin, storage: browserStorage(), retry: { retries: 0 }, limit: { limit: 1000 } });
  window.api.session.subscribe((event) => window.events.push(event.type));
</script>`;

let browser: Browser;
let client: string;
let context: BrowserContext;
let issuer: Issuer;
let server: TestServer;

beforeAll(async () => {
  const executablePath = process.env["CHROMIUM_PATH"];
  if (!executablePath) throw new Error("CHROMIUM_PATH must name a Chromium");
  client = await bundle();
  browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
});

afterAll(() => browser?.close());

beforeEach(async () => {
  issuer = new Issuer();
  issuer.refreshDelayMs = 100;
  server = await TestServer.start(async (request, response) => {
    if (request.url === "/") response.writeHead(200, { "Content-Type": "text/html" }).end(PAGE);
    else if (request.url === "/client.js") response.writeHead(200, { "Content-Type": "text/javascript" }).end(client);
    else if (await issuer.handle(request, response)) return;
    else if (issuer.accepts(request)) sendJson(response, 200, { echo: request.body.toString() });
    else sendProblem(response, 401, "token_expired");
  });
  context = await browser.newContext();
});

afterEach(async () => {
  await context.close();
  await server.stop();
});

async function bundle(): Promise<string> {
  const lib = { entry: "src/index.ts", formats: ["es" as const] };
  const built = await build({ configFile: false, logLevel: "error", build: { write: false, lib } });
  const code = (Array.isArray(built) ? built : [built]).flatMap((one) => ("output" in one ? one.output : []));
  const [chunk] = code;
  if (chunk?.type !== "chunk") throw new Error("no bundle");
  return chunk.code;
}

async function openTabs(count: number): Promise<Page[]> {
  return Promise.all(
    Array.from({ length: count }, async () => {
      const page = await context.newPage();
      await page.goto(`${server.origin}/`);
      await page.waitForFunction("window.api");
      return page;
    }),
  );
}

const SIGN_IN = `api.session.signIn({ email: "ada@example.com", password: "right" }).then(() => true)`;
const IS_SIGNED_IN = "api.session.isSignedIn()";
const TEN_POSTS = `Promise.all(Array.from({ length: 10 }, (_, n) =>
  api.POST("/api/v1/applications/", { body: { title: "Welder", company_name: "Acme", note: "note " + n } })
    .then(({ data }) => JSON.parse(data.echo).note, (error) => error.code)))`;

test("four tabs refresh once between them, ten times over, and no refresh token is used twice", async () => {
  const tabs = await openTabs(4);
  await tabs[0]?.evaluate(SIGN_IN);
  for (let round = 1; round <= 10; round += 1) {
    issuer.expireAccess();
    const notes = await Promise.all(tabs.map((tab) => tab.evaluate(TEN_POSTS)));
    expect(notes).toEqual(tabs.map(() => Array.from({ length: 10 }, (_, index) => `note ${index}`)));
    expect(server.count("POST", REFRESH)).toBe(round);
  }
  expect(issuer.familyRevoked).toBe(false);
});

test("a refused refresh signs every tab out, once", async () => {
  const tabs = await openTabs(4);
  await tabs[0]?.evaluate(SIGN_IN);
  issuer.expireAccess();
  issuer.familyRevoked = true;
  await Promise.all(tabs.map((tab) => tab.evaluate(TEN_POSTS)));
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(server.count("POST", REFRESH)).toBe(1);
  for (const tab of tabs) expect(await tab.evaluate("events")).toEqual(["signed_in", "signed_out"]);
});

test("a session survives a reload, and signing out reaches the other tab", async () => {
  const [left, right] = await openTabs(2);
  await left?.evaluate(SIGN_IN);
  await left?.reload();
  await left?.waitForFunction("window.api");
  expect(await left?.evaluate(IS_SIGNED_IN)).toBe(true);
  await left?.evaluate("api.session.signOut()");
  await right?.waitForFunction(`events.includes("signed_out")`);
  expect(await right?.evaluate(IS_SIGNED_IN)).toBe(false);
});
