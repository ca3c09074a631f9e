import { type Mapping, mapping, scalarText } from '../../plain-values.ts';
import type { Path } from '../../yaml/document.ts';

/** A flag of an API server; its place is relative to the mapping or list that holds it. */
export interface Flag {
  readonly value: string;
  readonly path: Path;
}

/** Flags about auditing by their names: `audit-log-path`. */
export type Flags = ReadonlyMap<string, Flag>;

/** k8s.io/apiserver, pkg/server/options/audit.go (AddFlags). */
const known = [
  'audit-policy-file',
  'audit-log-path',
  'audit-log-maxage',
  'audit-log-maxbackup',
  'audit-log-maxsize',
  'audit-log-mode',
  'audit-webhook-config-file',
  'audit-webhook-mode',
];

/** The same names as fields of kops have them (pkg/apis/kops, KubeAPIServerConfig): `auditLogMaxBackups`. */
const byLetters = new Map(known.map((name) => [name.replaceAll('-', ''), name]));

/** Keys whose value may be one argument instead of a list of them (k3s and RKE2). */
export function isArgumentKey(key: string): boolean {
  return /^(?:kube-)?apiserver-args?\+?$/.test(key);
}

/** Flags that are keys of a mapping: `extraArgs`, configurations of k3s and RKE2, `kubeAPIServer` of kops. */
export function flagsOfMapping(value: Mapping, names: readonly string[]): Flags {
  const found = new Map<string, Flag>();
  const isKops = /kubeapiserver/i.test(names.at(-1) ?? '');
  for (const key of Object.keys(value)) {
    if (!key.startsWith('audit') && !key.startsWith('--audit')) continue;
    const letters = key
      .toLowerCase()
      .replaceAll(/[-_]/g, '')
      .replace(/backups$/, 'backup');
    const isFlag = isKops || /[-_]/.test(key);
    const name = isFlag ? byLetters.get(letters) : undefined;
    if (name !== undefined && scalarText(value[key]) !== '')
      found.set(name, { value: scalarText(value[key]), path: [key] });
  }
  return found;
}

/** Flags that an item of a list is or holds: `--audit-log-path=x`, `{name: audit-log-path, value: x}`, a command line. */
export function* flagsOfItem(item: unknown, index: number, next: unknown): Generator<readonly [string, Flag]> {
  if (typeof item === 'string') {
    if (!item.includes('audit')) return;
    const alone = /^--?(audit[-_][\w-]+)$/.exec(item)?.[1]?.replaceAll('_', '-') ?? '';
    if (known.includes(alone) && scalarText(next) !== '') yield [alone, { value: scalarText(next), path: [index] }];
    for (const [, written = '', value = ''] of item.matchAll(
      /(?:^|\s)(?:--?)?(audit[-_][\w-]+)[=\s]\s*["']?([^\s"']+)/g,
    )) {
      const name = written.replaceAll('_', '-');
      if (known.includes(name)) yield [name, { value, path: [index] }];
    }
    return;
  }
  const { name, value } = mapping(item);
  const own = scalarText(name).replaceAll('_', '-');
  if (known.includes(own) && scalarText(value) !== '')
    yield [own, { value: scalarText(value), path: [index, 'value'] }];
}
