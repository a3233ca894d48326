import { expect, test } from "vitest";
import { createFoothold } from "../src/index.ts";
import { serializeBody } from "../src/bodies.ts";
import { sendJson, TestServer } from "./server.ts";

test.each([[{ a: 1, b: [null] }], [[1, 2]], ["text"], [null]])("%j goes as JSON", (body) => {
  expect(serializeBody(body)).toBe(JSON.stringify(body));
});

test("a body with a file goes as a form", () => {
  const file = new File(["%PDF"], "cv.pdf");
  const form = serializeBody({ file, title: "Mine", note: undefined, tags: ["a", "b"], more: { x: 1 } });
  if (!(form instanceof FormData)) throw new Error("no form");
  expect(form.get("file")).toMatchObject({ name: "cv.pdf", size: 4 });
  expect(form.getAll("tags")).toEqual(["a", "b"]);
  expect([form.get("title"), form.get("more"), form.has("note")]).toEqual(["Mine", '{"x":1}', false]);
});

test("lists in a query are comma lists, each value escaped", async () => {
  const server = await TestServer.start((_, response) => sendJson(response, 200, {}));
  const api = createFoothold({ baseUrl: server.origin });
  await api.GET("/api/v1/vacancies/", { params: { query: { q: '"shift work" -night', page: 2 } } });
  const listed: Record<string, string[]> = { skills: ["c++", "r, d"] };
  await api.GET("/api/v1/vacancies/", { params: { query: listed } });
  expect(server.received.map(({ url }) => url)).toEqual([
    "/api/v1/vacancies/?q=%22shift%20work%22%20-night&page=2",
    "/api/v1/vacancies/?skills=c%2B%2B,r%2C%20d",
  ]);
  await server.stop();
});
