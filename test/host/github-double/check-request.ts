import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';

interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly required: boolean;
  readonly schema: object;
}

interface Operation {
  readonly method: string;
  readonly path: string;
  readonly parameters: readonly Parameter[];
  readonly body: object | null;
}

/** A request that GitHub describes, its parameters read. */
export interface KnownRequest {
  readonly route: string;
  readonly parameters: Readonly<Record<string, string | number>>;
}

const { operations } = JSON.parse(readFileSync(join(import.meta.dirname, 'openapi.json'), 'utf8')) as {
  operations: readonly Operation[];
};
// GitHub's schemas use keywords of OpenAPI that say nothing about a value.
const ajv = new Ajv({ strict: false, allErrors: true, validateFormats: false });
const known = operations.map((operation) => ({
  ...operation,
  pattern: new RegExp(`^${operation.path.replace(/\{(\w+)\}/g, '(?<$1>[^/]+)')}$`),
  isBody: operation.body === null ? undefined : ajv.compile(closed(operation.body) as object),
}));

/** Unknown fields are refused at every depth: a typing error in a body would otherwise be dropped in silence. */
function closed(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(closed);
  if (typeof schema !== 'object' || schema === null) return schema;
  const inner = Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, closed(value)]));
  return 'properties' in inner ? { ...inner, additionalProperties: false } : inner;
}

/** What GitHub's description says of a request: its route and parameters, or what is wrong with it. */
export function checkRequest(method: string, url: URL, body: unknown): KnownRequest | { readonly wrong: string } {
  const found = known.find((each) => each.method === method && each.pattern.test(url.pathname));
  if (found === undefined) return { wrong: `no such route: ${method} ${url.pathname}` };
  const inPath = found.pattern.exec(url.pathname)?.groups ?? {};
  const given: Record<string, string | number> = {};
  for (const [name, value] of [...Object.entries(inPath), ...url.searchParams]) {
    const parameter = found.parameters.find((each) => each.name === name);
    if (parameter === undefined) return { wrong: `unknown parameter ${name}` };
    const typed =
      (parameter.schema as { type?: string }).type === 'integer' ? Number(value) : decodeURIComponent(value);
    if (!ajv.validate(parameter.schema, typed)) return { wrong: `${name}: ${ajv.errorsText()}` };
    given[name] = typed;
  }
  const { isBody } = found;
  if (isBody === undefined && body !== undefined) return { wrong: 'a body where none is described' };
  if (isBody !== undefined && !isBody(body ?? {})) return { wrong: ajv.errorsText(isBody.errors) };
  return { route: `${method} ${found.path}`, parameters: given };
}
