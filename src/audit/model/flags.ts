import { type Mapping, mapping, scalarText } from '../../plain-values.ts';
import type { Path } from '../../yaml/document.ts';

/** A flag of an API server; its place is relative to the mapping or list that holds it. */
export interface Flag {
  /** Empty where the flag is given without one: as if it were not there, and neither is the same flag before it. */
  readonly value: string;
  readonly path: Path;
}

/** Flags about auditing by their names: `audit-log-path`. Of a flag that is repeated the last one counts. */
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

const none: Flags = new Map();

/** Keys whose value may be one argument instead of a list of them (k3s and RKE2). */
export function isArgumentKey(key: string): boolean {
  return /^(?:kube-)?apiserver-args?\+?$/.test(key);
}

/** Flags that are keys of a mapping: `extraArgs`, configurations of k3s and RKE2, `kubeAPIServer` of kops. */
export function flagsOfMapping(value: Mapping, names: readonly string[]): Flags {
  if (/^audit_?log$/i.test(names.at(-1) ?? '') && /^kube[-_]?api$/i.test(names.at(-2) ?? '')) return flagsOfRke(value);
  const own = ownFlags(value, names);
  const switches = flagsOfKubespray(value);
  return switches.length === 0 ? own : new Map([...own, ...switches]);
}

/** `services.kube-api.audit_log` of RKE's cluster.yml, `auditLog` of Rancher's Cluster: a switch, and the flags without their beginning. */
function flagsOfRke({ enabled, configuration }: Mapping): Flags {
  const stated = Object.entries(mapping(configuration)).flatMap(([key, item]): readonly (readonly [string, Flag])[] => {
    const name = byLetters.get(`auditlog${key.replaceAll('_', '').toLowerCase()}`);
    return name === undefined ? [] : [[name, { value: scalarText(item), path: ['configuration', key] }]];
  });
  const isOn = enabled === undefined ? [] : [switched('audit-policy-file', enabled, 'enabled')];
  return new Map([...stated, ...isOn]);
}

/** Kubespray's switches, which decide whether its variables of the flags' names count (roles/kubernetes/control-plane, defaults). */
function flagsOfKubespray({ kubernetes_audit: log, kubernetes_audit_webhook: webhook }: Mapping) {
  return [
    ...(log === undefined ? [] : [switched('audit-policy-file', log, 'kubernetes_audit')]),
    ...(webhook === undefined ? [] : [switched('audit-webhook-config-file', webhook, 'kubernetes_audit_webhook')]),
  ];
}

function switched(name: string, isOn: unknown, field: string): readonly [string, Flag] {
  return [name, { value: /^(?:true|yes|on)$/i.test(scalarText(isOn)) ? 'true' : '', path: [field] }];
}

function ownFlags(value: Mapping, names: readonly string[]): Flags {
  const keys = Object.keys(value).filter((key) => key.startsWith('audit') || key.startsWith('--audit'));
  if (keys.length === 0) return none;
  const isKops = /kubeapiserver/i.test(names.at(-1) ?? '');
  // kubeadm sorts them (ArgumentsToCommand): of two spellings the one with `_` is the last.
  const found = keys.sort().flatMap((key): readonly (readonly [string, Flag])[] => {
    const letters = key
      .toLowerCase()
      .replaceAll(/[-_]/g, '')
      .replace(/backups$/, 'backup');
    const name = isKops || /[-_]/.test(key) ? byLetters.get(letters) : undefined;
    return name === undefined ? [] : [[name, { value: scalarText(value[key]), path: [key] }]];
  });
  return new Map(found);
}

/** Flags of a list of arguments: `--audit-log-path=x`, the flag and its value, `{name: audit-log-path, value: x}`, a command line. */
export function flagsOfList(value: readonly unknown[]): Flags {
  const found = value.flatMap((item, index) =>
    typeof item === 'string' ? flagsOfText(item, index, value[index + 1]) : flagOfEntry(item, index),
  );
  return found.length === 0 ? none : new Map(found);
}

function flagsOfText(item: string, index: number, next: unknown): readonly (readonly [string, Flag])[] {
  if (!item.includes('audit')) return [];
  const alone = nameOf(/^--?(audit[-_][\w-]+)$/.exec(item)?.[1]);
  if (alone !== undefined && typeof next === 'string') return [[alone, { value: next, path: [index] }]];
  return [...item.matchAll(/(?:^|\s)(?:--?)?(audit[-_][\w-]+)(?:=|\s+)["']?([^\s"']*)/g)].flatMap(
    ([, written, value = '']) => {
      const name = nameOf(written);
      return name === undefined ? [] : [[name, { value, path: [index] }] as const];
    },
  );
}

function flagOfEntry(item: unknown, index: number): readonly (readonly [string, Flag])[] {
  const { name: written, value } = mapping(item);
  const name = nameOf(scalarText(written));
  return name === undefined ? [] : [[name, { value: scalarText(value), path: [index, 'value'] }]];
}

/** The flag of that name, in which `_` counts as `-` (k8s.io/component-base, cli/flag, WordSepNormalizeFunc). */
function nameOf(written = ''): string | undefined {
  if (!written.startsWith('audit')) return undefined;
  const name = written.replaceAll('_', '-');
  return known.includes(name) ? name : undefined;
}
