import { isMapping, json, list, type Mapping, mapping, scalarText, strings, text } from '../../plain-values.ts';

/** The parameters of one Application that a generator makes: by their names in a template. */
export type Parameters = ReadonlyMap<string, string>;

/** The scalars of a value by their dotted names, and its lists and mappings as a template writes them out (`asJson`). */
export function flattened(value: unknown, prefix: string): [string, string][] {
  if (typeof value !== 'object' || value === null)
    return prefix === '' || value === null ? [] : [[prefix, scalarText(value)]];
  const whole: [string, string][] = prefix === '' ? [] : [[asJson(prefix), json(value)]];
  if (!isMapping(value)) return whole;
  const inner = Object.entries(value).flatMap(([key, each]) =>
    flattened(each, prefix === '' ? key : `${prefix}.${key}`),
  );
  return [...whole, ...inner];
}

const asJson = (name: string): string => `${name} | toJson`;

/** `.apps | toJson`, `toYaml .apps | nindent 8`: JSON is YAML, however far in. */
const writtenOut =
  /^(?:(?:to|mustTo)(?:Json|RawJson|PrettyJson|Yaml)\s+\.([\w.-]+)|\.([\w.-]+)\s*\|\s*(?:to|mustTo)(?:Json|RawJson|PrettyJson|Yaml))(?:\s*\|\s*n?indent\s+\d+)?$/;

/** The name that an expression of a template has among the parameters. */
function nameOf(expression: string): string {
  const [, first, second] = writtenOut.exec(expression) ?? [];
  const written = first ?? second;
  if (written !== undefined) return asJson(written);
  return expression.startsWith('.') ? expression.slice(1) : expression;
}

/** A value with the parameters in every text of it. */
export function substitutedIn(value: unknown, parameters: Parameters): unknown {
  if (typeof value === 'string') return substituted(value, parameters);
  if (Array.isArray(value)) return value.map((item) => substitutedIn(item, parameters));
  if (!isMapping(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, substitutedIn(inner, parameters)]));
}

/** `{{path}}` and Go's `{{ .path.path }}`; what is not known stays as it is. */
export function substituted(source: string, parameters: Parameters): string {
  return source.replaceAll(
    /\{\{-?\s{0,8}([^{}]{1,200}?)\s{0,8}-?\}\}/g,
    (action: string, expression: string) => parameters.get(nameOf(expression)) ?? action,
  );
}

/** Whether a generator's `selector` takes parameters; one that is not known may be any, so that it does. */
export function isSelected(
  selector: unknown,
  { parameters, isOpen }: { readonly parameters: Parameters; readonly isOpen: boolean },
): boolean {
  if (!isMapping(selector)) return true;
  const isUnknown = (key: string) => parameters.get(key)?.includes('{{') ?? isOpen;
  const labels = Object.entries(mapping(selector.matchLabels));
  return (
    labels.every(([key, value]) => isUnknown(key) || parameters.get(key) === scalarText(value)) &&
    list(selector.matchExpressions)
      .map(mapping)
      .every((expression) => isUnknown(text(expression.key) ?? '') || matches(expression, parameters))
  );
}

function matches({ key, operator, values }: Mapping, parameters: Parameters): boolean {
  const value = parameters.get(text(key) ?? '');
  switch (operator) {
    case 'In':
      return value !== undefined && strings(values).includes(value);
    case 'NotIn':
      return value === undefined || !strings(values).includes(value);
    case 'Exists':
      return value !== undefined;
    case 'DoesNotExist':
      return value === undefined;
    default:
      return true;
  }
}
