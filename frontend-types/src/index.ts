import type { components, paths } from "./generated/schema.d.ts";

/** The schema's components by name: `Schemas["Vacancy"]`. */
export type Schemas = components["schemas"];

/** The JSON or form body of an operation, to check with `satisfies`: openapi-fetch lets unknown fields through. */
export type RequestBody<Path extends keyof paths, Method extends keyof paths[Path]> = paths[Path][Method] extends {
  requestBody?: infer Body;
}
  ? NonNullable<Body> extends { content: infer Content }
    ? Content[keyof Content]
    : never
  : never;

export { createFoothold, unwrap, type Foothold, type FootholdOptions } from "./client.ts";
export type { Clock } from "./clock.ts";
export { ServiceError, type ClientCode, type FieldError, type Problem, type ProblemCode } from "./errors.ts";
export { PROBLEM_CODES } from "./generated/operations.ts";
export type { components, operations, paths } from "./generated/schema.d.ts";
export { Session, type Credentials, type SessionEvent, type SessionListener } from "./session.ts";
export { browserStorage, memoryStorage, type TokenStorage } from "./storage.ts";
export { waitForTask, type Task, type WaitOptions } from "./tasks.ts";
export { SecondFactorRequired, type MfaChallenge, type TokenPair } from "./tokens.ts";
