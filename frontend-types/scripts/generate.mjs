// openapi.json -> src/generated/: the types (schema.d.ts) and the few facts needed at run time (operations.ts).
// The same input gives the same bytes: nothing here reads a clock, a locale or the network.
import { readFileSync, writeFileSync } from "node:fs";
import openapiTS, { astToString } from "openapi-typescript";
import ts from "typescript";

const root = new URL("../", import.meta.url);
const schema = JSON.parse(readFileSync(new URL("openapi.json", root), "utf8"));
const HEADER = "// Made from openapi.json by `npm run generate`. Do not edit.\n\n";
const METHODS = ["delete", "get", "head", "options", "patch", "post", "put", "trace"];

/** Files travel as Blob: the CLI can only say `string`. */
function binaryAsBlob(node) {
  if (node.format !== "binary") return undefined;
  const blob = ts.factory.createTypeReferenceNode("Blob");
  if (!node.nullable) return blob;
  return ts.factory.createUnionTypeNode([blob, ts.factory.createLiteralTypeNode(ts.factory.createNull())]);
}

/** The schema object behind a $ref, or behind an allOf/oneOf of one. */
function resolve(node) {
  const target = node.$ref ?? node.allOf?.[0]?.$ref ?? node.oneOf?.[0]?.$ref;
  if (!target) return node;
  return resolve(
    target
      .slice(2)
      .split("/")
      .reduce((at, key) => at[key], schema),
  );
}

function problemCodes() {
  const codes = resolve(schema.components?.schemas?.Problem?.properties?.code ?? {}).enum;
  if (!Array.isArray(codes)) throw new Error("openapi.json has no closed enum at Problem.code");
  return codes;
}

function operations() {
  const rows = [];
  for (const path of Object.keys(schema.paths).sort()) {
    for (const method of METHODS) {
      const operation = schema.paths[path][method];
      if (!operation) continue;
      const security = operation.security ?? schema.security;
      rows.push([method.toUpperCase(), path, Array.isArray(security) && security.length === 0]);
    }
  }
  return rows;
}

// A property with a default may be left out of a request; responses say `required` themselves.
const types = astToString(await openapiTS(schema, { transform: binaryAsBlob, defaultNonNullable: false }));
writeFileSync(new URL("src/generated/schema.d.ts", root), HEADER + types);

const list = (rows) => rows.map((row) => `  ${JSON.stringify(row).replaceAll(",", ", ")},\n`).join("");
writeFileSync(
  new URL("src/generated/operations.ts", root),
  `${HEADER}/** The closed enum of \`Problem.code\`. */
export const PROBLEM_CODES = [
${list(problemCodes())}] as const;

/** Method, path template, and whether the operation is public (\`security: []\`: no token is sent). */
export const OPERATIONS: readonly (readonly [method: string, template: string, isPublic: boolean])[] = [
${list(operations())}];
`,
);
