import { OPERATIONS } from "./generated/operations.ts";

/** What the schema says of a call. `template` is the path as the schema spells it. */
export interface Operation {
  readonly method: string;
  readonly template: string;
  /** `security: []`: no token is sent, and a 401 is an answer, not a reason to refresh. */
  readonly isPublic: boolean;
}

interface Route {
  readonly operation: Operation;
  readonly segments: readonly string[];
  readonly parameters: number;
}

const isParameter = (segment: string): boolean => segment.startsWith("{");

export type FindOperation = (method: string, pathname: string) => Operation;

/** Looks operations up by path; literal segments go first, so `resumes/parse/` is no `resumes/{id}/`. */
export function operationFinder(operations: typeof OPERATIONS): FindOperation {
  const routes = new Map<string, Route[]>();
  for (const [method, template, isPublic] of operations) {
    const segments = template.split("/");
    const key = `${method} ${segments.length}`;
    const route = {
      operation: { method, template, isPublic },
      segments,
      parameters: segments.filter(isParameter).length,
    };
    routes.set(
      key,
      [...(routes.get(key) ?? []), route].sort((a, b) => a.parameters - b.parameters),
    );
  }
  return (method, pathname) => {
    const segments = pathname.split("/");
    const fits = (route: Route): boolean =>
      route.segments.every((segment, index) => isParameter(segment) || segment === segments[index]);
    const route = routes.get(`${method} ${segments.length}`)?.find(fits);
    return route?.operation ?? { method, template: "(unknown)", isPublic: false };
  };
}

/** The operation behind a path (without the base URL's own); calls unknown to the schema share one per method. */
export const findOperation = operationFinder(OPERATIONS);
