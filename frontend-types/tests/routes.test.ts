import { expect, test } from "vitest";
import { toCall } from "../src/call.ts";
import { findOperation, operationFinder } from "../src/routes.ts";
import { OPERATIONS } from "../src/generated/operations.ts";

test.each(OPERATIONS.map(([method, template]) => [method, template] as const))(
  "%s %s is found again",
  (method, template) => {
    const pathname = template.replaceAll(/\{[^}]+\}/g, "0190f0c0-0000-7000-8000-000000000001");
    expect(findOperation(method, pathname)).toMatchObject({ method, template });
  },
);

test("a literal path is not taken for an id, in whatever order they stand", () => {
  const literal = ["GET", "/a/parse/", false] as const;
  const byId = ["GET", "/a/{id}/", false] as const;
  for (const operations of [
    [literal, byId],
    [byId, literal],
  ]) {
    const find = operationFinder(operations);
    expect(find("GET", "/a/parse/").template).toBe("/a/parse/");
    expect(find("GET", "/a/7/").template).toBe("/a/{id}/");
  }
});

test("what the schema does not know shares one template", () => {
  expect(findOperation("GET", "/elsewhere/")).toEqual(findOperation("GET", "/somewhere/else/"));
});

test("signing in is public, one's own page is not", () => {
  expect(findOperation("POST", "/api/v1/auth/login/").isPublic).toBe(true);
  expect(findOperation("POST", "/api/v1/auth/refresh/").isPublic).toBe(true);
  expect(findOperation("GET", "/api/v1/users/me/").isPublic).toBe(false);
});

test("the base URL's own path is no part of the template", async () => {
  const call = await toCall(new Request("http://127.0.0.1/jobs/api/v1/vacancies/?q=a"), "/jobs");
  expect(call.operation.template).toBe("/api/v1/vacancies/");
});
