/** JSON, or a form where a file is among the values: `{ file, title }` for an upload, as the schema types it. */
export function serializeBody(body: unknown): string | FormData {
  if (body instanceof FormData) return body;
  if (!isRecord(body) || !Object.values(body).some(isFile)) return JSON.stringify(body);
  const form = new FormData();
  for (const [name, value] of Object.entries(body)) {
    for (const item of Array.isArray(value) ? value : [value]) append(form, name, item);
  }
  return form;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const isFile = (value: unknown): boolean => value instanceof Blob || (Array.isArray(value) && value.some(isFile));

function append(form: FormData, name: string, value: unknown): void {
  if (value === undefined || value === null) return;
  if (value instanceof Blob) form.append(name, value);
  else form.append(name, typeof value === "object" ? JSON.stringify(value) : String(value));
}
