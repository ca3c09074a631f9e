import { isMapping, list, type Mapping, mapping, text } from '../../plain-values.ts';
import type { Path, Place } from '../../yaml/document.ts';
import { subjectPath } from '../places/fields.ts';
import { valueAtPath } from '../text/source.ts';
import type { Part } from './leaves.ts';

/** A place that takes what it needs from a Secret or a ConfigMap. */
export interface Use {
  /**
   * `value`: one value, in the place of a literal (`valueFrom.secretKeyRef`); `field`: what the mapping around it needs
   * (`existingSecret`); `list`: an item of a list of sources (`envFrom`, `valuesFrom`); `volume`: files.
   */
  readonly is: 'value' | 'field' | 'list' | 'volume';
  /** The mapping that would hold literals instead. */
  readonly holder: readonly string[];
  /** The name of what holds it: of a variable, else the mapping's own key. */
  readonly holderName: string;
  readonly field: string;
  readonly of: 'Secret' | 'ConfigMap';
  readonly name: string;
  /** The entry that it takes; undefined for all of them. */
  readonly key: string | undefined;
  /** The one place it is put to, where it says so. */
  readonly target: readonly string[] | undefined;
  locate(): Place;
}

const deepest = 100;

/** Every use of a Secret or a ConfigMap in the parts of a source. */
export function usesOf(parts: readonly Part[]): readonly Use[] {
  const uses: Use[] = [];
  for (const part of parts) {
    const path: (string | number)[] = [];
    const walk = (value: unknown): void => {
      if (path.length > deepest) return;
      if (Array.isArray(value)) for (const [index, item] of value.entries()) step(item, index);
      else if (isMapping(value)) {
        for (const key of Object.keys(value)) {
          for (const use of usesOfField(part, path, key, value[key])) uses.push(use);
          step(value[key], key);
        }
      }
    };
    const step = (value: unknown, key: string | number) => {
      path.push(key);
      walk(value);
      path.pop();
    };
    walk(part.value);
  }
  return uses;
}

function usesOfField(part: Part, path: Path, field: string, value: unknown): readonly Use[] {
  const at = [...path, field];
  const use = (found: Pick<Use, 'is' | 'of' | 'name'> & Partial<Use>, holder: Path = path): Use => ({
    holder: [...part.steps, ...subjectPath(part.value, holder)],
    holderName: text(mapping(valueAtPath(part.value, holder)).name) ?? String(holder.at(-1) ?? ''),
    field,
    key: undefined,
    target: undefined,
    locate: () => part.at(at),
    ...found,
  });
  if (field === 'secretKeyRef' || field === 'configMapKeyRef') {
    const of = field === 'secretKeyRef' ? 'Secret' : 'ConfigMap';
    const { name, key } = mapping(value);
    const found = { is: 'value', of, name: text(name) ?? '', key: text(key) } as const;
    return [use(found, path.at(-1) === 'valueFrom' ? path.slice(0, -1) : path), ...ofNamedParent(use, path, found)];
  }
  if (/^(?:env|values|vars|substitute|parameters)From$/.test(field))
    return list(value).flatMap((item) =>
      sourcesOf(mapping(item)).map((found) => use({ is: 'list', ...targeted(found, part, path) })),
    );
  if (path.at(-2) === 'volumes' && /^(?:secret|configMap|csi|projected)$/.test(field))
    return volumes(field, value).map((found) => use({ is: 'volume', ...found }));
  const name = namesSecret(field) ? nameIn(value) : undefined;
  return name === undefined ? [] : [use({ is: 'field', of: 'Secret', name })];
}

/** `passwordFrom: {secretKeyRef: …}` also is in the place of a `password` next to it. */
function ofNamedParent(
  use: (found: Pick<Use, 'is' | 'of' | 'name'> & Partial<Use>, holder?: Path) => Use,
  path: Path,
  found: Pick<Use, 'of' | 'name' | 'key'>,
): readonly Use[] {
  const parent = path.at(-1);
  const isNamed = typeof parent === 'string' && parent !== 'valueFrom' && /(?:From|Ref|Secret)$/.test(parent);
  return isNamed ? [use({ ...found, is: 'field', field: parent }, path.slice(0, -1))] : [];
}

interface Found extends Pick<Use, 'of' | 'name'> {
  readonly key?: string | undefined;
  readonly targetPath?: string | undefined;
}

function targeted({ targetPath, ...found }: Found, part: Part, path: Path) {
  if (targetPath === undefined) return found;
  const steps = targetPath.split('.').flatMap((step) => step.split(/(?=\[\d+\]$)/));
  return { ...found, target: [...part.steps, ...subjectPath(part.value, path), 'values', ...steps] };
}

/** `{secretRef: {name}}` of Kubernetes, `{kind: Secret, name, valuesKey, targetPath}` of Flux. */
function sourcesOf(item: Mapping): readonly Found[] {
  const [secret, configMap] = [mapping(item.secretRef), mapping(item.configMapRef)].map(({ name }) => text(name));
  const named = text(item.name) ?? '';
  const rest = { key: text(item.valuesKey), targetPath: text(item.targetPath) };
  return [
    ...(secret === undefined ? [] : [{ of: 'Secret' as const, name: secret }]),
    ...(configMap === undefined ? [] : [{ of: 'ConfigMap' as const, name: configMap }]),
    ...(item.kind === 'Secret' || item.kind === 'ConfigMap' ? [{ of: item.kind, name: named, ...rest } as const] : []),
  ];
}

function volumes(field: string, value: unknown): readonly Found[] {
  const { secretName, name, sources, driver, volumeAttributes } = mapping(value);
  if (field === 'secret') return [{ of: 'Secret', name: text(secretName) ?? '' }];
  if (field === 'configMap') return [{ of: 'ConfigMap', name: text(name) ?? '' }];
  if (field === 'csi')
    return driver === 'secrets-store.csi.k8s.io'
      ? [{ of: 'Secret', name: text(mapping(volumeAttributes).secretProviderClass) ?? '' }]
      : [];
  return list(sources).flatMap((source) => {
    const { secret, configMap } = mapping(source);
    return [
      ...(isMapping(secret) ? [{ of: 'Secret' as const, name: text(secret.name) ?? '' }] : []),
      ...(isMapping(configMap) ? [{ of: 'ConfigMap' as const, name: text(configMap.name) ?? '' }] : []),
    ];
  });
}

/** Fields of charts and operators that name a Secret, however they are spelt: `existingSecret`, `password_secret_name`. */
function namesSecret(field: string): boolean {
  const name = field.toLowerCase().replace(/[-_.]/g, '');
  return (
    /existingsecret|secretname$|secretref$|fromsecret|secretkeyselector$|(?:password|passwd|token|key|auth|credentials?|login|user|tls|cert|admin|config|env|vars|database|db)secret$/.test(
      name,
    ) && !/pull/.test(name)
  );
}

/** The Secret that such a field names. */
function nameIn(value: unknown): string | undefined {
  const { name, secretName, existingSecret } = mapping(value);
  return text(value) ?? text(name) ?? text(secretName) ?? text(existingSecret);
}
