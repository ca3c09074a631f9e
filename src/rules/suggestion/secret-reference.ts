import type { ObjectIdentity, Resource } from '../../kube/resource.ts';
import type { TouchedFile } from '../../kube/touched-file.ts';
import { isMapping, list, mapping, text, valueUnder } from '../../plain-values.ts';
import type { Path, YamlLimits } from '../../yaml/document.ts';
import { linesOf, objectsAfter, only, othersAreSame, plainSide, type Replacement } from './changed-file.ts';

/**
 * `valueFrom.secretKeyRef` in place of a literal in `env`, where exactly one Secret, ExternalSecret or SealedSecret of the same
 * namespace among the change's files provides a key of the variable's name.
 */
export function secretReference(
  file: TouchedFile,
  line: number,
  object: ObjectIdentity,
  touched: Iterable<TouchedFile>,
  limits: YamlLimits,
): Replacement | undefined {
  const after = plainSide(file.after);
  const resource = after && only(after.resources, object);
  if (after === undefined || resource === undefined) return undefined;
  const found = variableAt(resource, line);
  const indent = /^( *)value: *[^\s#]/.exec(linesOf(after.text)[line - 1] ?? '')?.[1];
  if (found === undefined || indent === undefined) return undefined;
  const provider = providerOf(found.name, resource, file, touched);
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
  const variable = mapping(valueUnderPath(becomes.value, found.path));
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

function valueUnderPath(value: unknown, path: Path): unknown {
  let current: unknown = value;
  for (const key of path) current = typeof key === 'number' ? list(current)[key] : mapping(current)[key];
  return current;
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
  return found.size === 1 ? [...found.values()][0] : undefined;
}

/** Names that need no quotes in YAML, as Kubernetes has them. */
const plainName = /^[a-z][a-z0-9.-]*$/;
const plainKey = /^[A-Za-z][A-Za-z0-9._-]*$/;

/** The keys that an object puts into a Secret, and the Secret's name. */
function provided({ kind, group, name, value }: Resource): readonly Provided[] {
  const named = (secret: string, keys: readonly string[]) =>
    keys.filter((key) => plainName.test(secret) && plainKey.test(key)).map((key) => ({ name: secret, key }));
  if (kind === 'Secret' && group === '') {
    return named(name, [...Object.keys(mapping(value.data)), ...Object.keys(mapping(value.stringData))]);
  }
  if (kind === 'SealedSecret') {
    const target = text(valueUnder(value, 'spec', 'template', 'metadata', 'name')) ?? name;
    return named(target, Object.keys(mapping(valueUnder(value, 'spec', 'encryptedData'))));
  }
  if (kind !== 'ExternalSecret') return [];
  const target = text(valueUnder(value, 'spec', 'target', 'name')) ?? name;
  return named(
    target,
    list(valueUnder(value, 'spec', 'data')).flatMap((each) => text(mapping(each).secretKey) ?? []),
  );
}
