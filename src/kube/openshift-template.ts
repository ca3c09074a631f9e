import { type Mapping, mapping } from '../plain-values.ts';

/**
 * The objects of an OpenShift Template with the values of its parameters in them, as `oc process` fills them in where nobody says
 * otherwise (`${NAME}` in text, `${{NAME}}` for any value). A parameter without a value stays as it is written. Undefined
 * where the mapping is not such a template, or has nothing to fill in.
 */
export function templateObjects({ kind, objects, parameters }: Mapping): unknown {
  if (kind !== 'Template' || !Array.isArray(objects) || !Array.isArray(parameters)) return undefined;
  const values = new Map<string, string>();
  for (const item of parameters) {
    const { name, value } = mapping(item);
    if (typeof name === 'string' && typeof value === 'string') values.set(name, value);
  }
  return values.size === 0 ? undefined : filled(objects, values);
}

function filled(value: unknown, values: ReadonlyMap<string, string>): unknown {
  if (typeof value === 'string') return value.includes('${') ? filledText(value, values) : value;
  if (Array.isArray(value)) return value.map((item) => filled(item, values));
  if (typeof value !== 'object' || value === null) return value;
  const copy = Object.create(null);
  for (const [key, item] of Object.entries(value)) copy[key] = filled(item, values);
  return copy;
}

function filledText(text: string, values: ReadonlyMap<string, string>): string {
  return text
    .replace(/\$\{\{([a-zA-Z0-9_]{1,200})\}\}/g, (written, name: string) => values.get(name) ?? written)
    .replace(/\$\{([a-zA-Z0-9_]{1,200})\}/g, (written, name: string) => values.get(name) ?? written);
}
