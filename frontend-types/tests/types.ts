// Checked by `npm run typecheck`, never run: each line under `@ts-expect-error` must not compile.
import { createFoothold, ServiceError, unwrap, waitForTask, type RequestBody, type Schemas } from "../src/index.ts";

type Equal<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
const holds = <T extends true>(proof?: T): void => void proof;

export async function wrongCallsDoNotCompile(): Promise<void> {
  const api = createFoothold({ baseUrl: "" });

  // @ts-expect-error no such path
  await api.GET("/api/v1/nothing/");
  // @ts-expect-error no such method
  await api.DELETE("/api/v1/auth/login/");
  // @ts-expect-error a wrong type in the query
  await api.GET("/api/v1/vacancies/", { params: { query: { page: "two" } } });
  // @ts-expect-error not one of the enum
  await api.GET("/api/v1/vacancies/", { params: { query: { status: "half open" } } });
  // @ts-expect-error the path needs an id
  await api.GET("/api/v1/vacancies/{id}/");
  // @ts-expect-error a missing field
  await api.POST("/api/v1/auth/login/", { body: { email: "ada@example.com" } });
  // @ts-expect-error a wrong type in the body
  await api.POST("/api/v1/auth/login/", { body: { email: "ada@example.com", password: 1 } });
  // @ts-expect-error not one of the states
  await api.POST("/api/v1/applications/{id}/transition/", { params: { path: { id: "" } }, body: { to: "hired" } });
  // @ts-expect-error a file is a Blob, not a text
  await api.POST("/api/v1/resumes/parse/", { body: { file: "cv.pdf" } });
  // @ts-expect-error a field too many, by `satisfies`
  const login = { email: "", password: "", remember: true } satisfies RequestBody<"/api/v1/auth/login/", "post">;
  await api.POST("/api/v1/auth/login/", { body: login });
  // @ts-expect-error a task is waited for by its id
  await waitForTask(api, 7);
}

export async function answersAreTyped(): Promise<void> {
  const api = createFoothold({ baseUrl: "" });
  const vacancy = await unwrap(api.GET("/api/v1/vacancies/{id}/", { params: { path: { id: "" } } }));
  holds<Equal<typeof vacancy, Schemas["Vacancy"]>>();
  holds<Equal<typeof vacancy.title, string>>();
  // @ts-expect-error no such field
  void vacancy.salary;
  const { results } = await unwrap(api.GET("/api/v1/vacancies/"));
  results.map(({ id }) => id.toUpperCase());
}

export function codesAreClosed(error: ServiceError): boolean {
  // @ts-expect-error no such code
  if (error.code === "made_up") return true;
  return error.code === "conflict" || error.code === "timeout";
}
