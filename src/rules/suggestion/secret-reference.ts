import type { ObjectIdentity, Resource } from '../../kube/resource.ts';
import type { TouchedFile } from '../../kube/touched-file.ts';
import { isMapping, list, mapping, text, valueUnder } from '../../plain-values.ts';
import type { ServedSecrets } from '../../secrets/protection/served.ts';
import { valueAtPath } from '../../secrets/text/source.ts';
import type { Path, YamlLimits } from '../../yaml/document.ts';
import { linesOf, objectsAfter, only, othersAreSame, plainSide, type Replacement } from './changed-file.ts';

/** What provides keys: the Secrets of the change's files, and what other objects make. */
export interface Providers {
  readonly touched: Iterable<TouchedFile>;
  readonly served: ServedSecrets;
}

/**
 * `valueFrom.secretKeyRef` in place of a literal in `env`, where exactly one Secret of the same namespace provides a key of the
 * variable's name: one of the change's files, or one that an ExternalSecret, SealedSecret or the like makes.
 */
export function secretReference(
  file: TouchedFile,
  line: number,
  object: ObjectIdentity,
  { touched, served }: Providers,
  limits: YamlLimits,
): Replacement | undefined {
  const after = plainSide(file.after);
  const resource = after && only(after.resources, object);
  if (after === undefined || resource === undefined) return undefined;
  const found = variableAt(resource, line);
  const indent = /^( *)value: *[^\s#]/.exec(linesOf(after.text)[line - 1] ?? '')?.[1];
  if (found === undefined || indent === undefined) return undefined;
  const provider = providerOf(found.name, resource, file, touched, served);
  if (provider === undefined) return undefined;
  const { name, key } = provider;
  const suggestion = [
    `${indent}valueFrom:`,
    `${indent}  secretKeyRef:`,
    `${indent}    name: ${name}`,
    `${indent}    key: ${key}`,
  ].join('\n');
  const replacement = { endLine: line, suggestion };
  const objects = objectsAfter(file, line, replacement, limits);
  const becomes = objects && only(objects, object);
  if (objects === undefined || becomes === undefined || !othersAreSame(after.resources, objects, object))
    return undefined;
  const variable = mapping(valueAtPath(becomes.value, found.path));
  const reference = mapping(valueUnder(variable, 'valueFrom', 'secretKeyRef'));
  const isRight =
    variable.name === found.name && !('value' in variable) && reference.name === name && reference.key === key;
  return isRight ? replacement : undefined;
}

interface Variable {
  readonly name: string;
  /** Of the item of `env`, from the object's root. */
  readonly path: Path;
}

/** The variable whose literal is on the line. */
function variableAt(resource: Resource, line: number): Variable | undefined {
  for (const { name, path } of variables(resource.value, [])) {
    if (resource.at([...path, 'value']).line === line) return { name, path };
  }
  return undefined;
}

function* variables(value: unknown, path: Path): Generator<Variable> {
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) yield* variables(item, [...path, index]);
    return;
  }
  if (!isMapping(value)) return;
  for (const [key, item] of Object.entries(value)) {
    for (const [index, each] of key === 'env' ? list(item).entries() : []) {
      const name = text(mapping(each).name);
      if (name !== undefined && 'value' in mapping(each)) yield { name, path: [...path, key, index] };
    }
    if (key !== 'env') yield* variables(item, [...path, key]);
  }
}

interface Provided {
  readonly name: string;
  readonly key: string;
}

/** The one key of a Secret of the namespace that is called like the variable: `DB_PASSWORD`, `db-password`. */
function providerOf(
  variable: string,
  { namespace }: Resource,
  { scope }: TouchedFile,
  touched: Iterable<TouchedFile>,
  served: ServedSecrets,
): Provided | undefined {
  const bare = (name: string) => name.toLowerCase().replace(/[-_.]/g, '');
  const found = new Map<string, Provided>();
  for (const file of touched) {
    if (file.scope !== scope) continue;
    for (const resource of file.after?.resources ?? []) {
      if (resource.namespace !== namespace) continue;
      for (const { name, key } of provided(resource)) {
        if (bare(key) === bare(variable)) found.set(`${name} ${key}`, { name, key });
      }
    }
  }
  for (const made of served.get(scope) ?? []) {
    if (made.namespace !== namespace) continue;
    for (const { name, key } of named(made.name, made.keys ?? []))
      if (bare(key) === bare(variable)) found.set(`${name} ${key}`, { name, key });
  }
  return found.size === 1 ? [...found.values()][0] : undefined;
}

/** Names that need no quotes in YAML, as Kubernetes has them. */
const plainName = /^[a-z][a-z0-9.-]*$/;
const plainKey = /^[A-Za-z][A-Za-z0-9._-]*$/;

const named = (secret: string, keys: Iterable<string>): readonly Provided[] =>
  [...keys].filter((key) => plainName.test(secret) && plainKey.test(key)).map((key) => ({ name: secret, key }));

/** The keys of a Secret. */
function provided({ kind, group, name, value }: Resource): readonly Provided[] {
  if (kind !== 'Secret' || group !== '') return [];
  return named(name, [...Object.keys(mapping(value.data)), ...Object.keys(mapping(value.stringData))]);
}
