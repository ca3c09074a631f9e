import type { Loosening } from '../../kube/loosening.ts';
import { isMapping, list, type Mapping, mapping, scalarText, strings } from '../../plain-values.ts';
import type { Path } from '../../yaml/document.ts';

/** An EncryptionConfiguration of the API server, under its present and its former name. */
export function isEncryptionConfiguration(kind: string): boolean {
  return kind === 'EncryptionConfiguration' || kind === 'EncryptionConfig';
}

/**
 * Resources that an EncryptionConfiguration newly leaves unencrypted: the first entry that covers a resource counts, and its first
 * provider writes (kubernetes/apiserver, pkg/server/options/encryptionconfig). `after` is undefined where the object is gone.
 */
export function encryptionLoosened(before: Mapping, after: Mapping | undefined): readonly Loosening[] {
  return resourcesOf(before).flatMap((resource): readonly Loosening[] => {
    const was = providerFor(before, resource);
    if (was === undefined || was.name === 'identity') return [];
    const is = after === undefined ? undefined : providerFor(after, resource);
    if (is !== undefined && is.name !== 'identity') return [];
    return [
      {
        what: `newly has ${resource} stored unencrypted, which ${was.name} encrypted before`,
        remedy: `Keep ${was.name} as the first provider of ${resource}; identity belongs at the end of the list, for reading what was stored before. Then have every object written again.`,
        severity: /^(?:secrets|\*\.\*?)$/.test(resource) ? 'critical' : 'high',
        path: is?.path ?? ['resources'],
        ...(is === undefined ? { formerPath: was.path } : {}),
        subject: ['at-rest', resource],
      },
    ];
  });
}

const resourcesOf = (configuration: Mapping): readonly string[] => [
  ...new Set(list(configuration.resources).flatMap((entry) => strings(mapping(entry).resources))),
];

/** The provider that writes a resource; undefined where none does. */
function providerFor(
  configuration: Mapping,
  resource: string,
): { readonly name: string; readonly path: Path } | undefined {
  for (const [index, entry] of list(configuration.resources).entries()) {
    const { resources, providers } = mapping(entry);
    if (!strings(resources).some((pattern) => covers(pattern, resource))) continue;
    const [first] = list(providers);
    const [name] = isMapping(first) ? Object.keys(first) : [scalarText(first)];
    return { name: name === undefined || name === '' ? 'identity' : name, path: ['resources', index, 'providers', 0] };
  }
  return undefined;
}

/** `*.*` is every resource, `*.group` those of a group, `*.` those of the core group. */
function covers(pattern: string, resource: string): boolean {
  if (pattern === resource || pattern === '*.*') return true;
  if (!pattern.startsWith('*.')) return false;
  const cut = resource.indexOf('.');
  return (cut < 0 ? '' : resource.slice(cut + 1)) === pattern.slice(2);
}

/** A setting by which a product encrypts what a cluster stores. */
interface Setting {
  readonly kind: RegExp;
  readonly path: readonly string[];
  isOn(value: unknown): boolean;
}

const isTrue = (value: unknown) => scalarText(value) === 'true';
const isStated = (value: unknown) => scalarText(value) !== '' || isMapping(value);

/** Sources: openshift/api config/v1 (APIServerEncryption), kOps cluster specs, eksctl and kubeadm schemas, Config Connector. */
const settings: readonly Setting[] = [
  {
    kind: /^APIServer$/,
    path: ['spec', 'encryption', 'type'],
    isOn: (value) => isStated(value) && scalarText(value) !== 'identity',
  },
  { kind: /^Cluster$/, path: ['spec', 'encryptionConfig'], isOn: isTrue },
  {
    kind: /^ClusterConfig$/,
    path: ['secretsEncryption', 'keyARN'],
    isOn: isStated,
  },
  {
    kind: /^ContainerCluster$/,
    path: ['spec', 'databaseEncryption', 'state'],
    isOn: (value) => scalarText(value) === 'ENCRYPTED',
  },
  {
    kind: /^ClusterConfiguration$/,
    path: ['apiServer', 'extraArgs', 'encryption-provider-config'],
    isOn: isStated,
  },
];

/** What encrypts the cluster's store and is newly off. */
export function storeSettingsLoosened(kind: string, before: Mapping, after: Mapping): readonly Loosening[] {
  return settings.flatMap((setting): readonly Loosening[] => {
    if (!setting.kind.test(kind) || !setting.isOn(settingAt(before, setting.path))) return [];
    const now = settingAt(after, setting.path);
    if (setting.isOn(now)) return [];
    return [
      {
        what: `newly leaves what the cluster stores unencrypted (${setting.path.join('.')})`,
        remedy: `Keep ${setting.path.join('.')} as it was: who reads the disks or backups of etcd reads every Secret otherwise.`,
        severity: 'critical',
        path: setting.path,
        ...(now === undefined ? { formerPath: setting.path } : {}),
        subject: ['at-rest', ...setting.path],
      },
    ];
  });
}

/** The value under a path of keys, or of names in lists of `{name, value}` (kubeadm's `extraArgs` since v1beta4). */
function settingAt(object: Mapping, path: readonly string[]): unknown {
  let current: unknown = object;
  for (const key of path) {
    if (Array.isArray(current)) current = mapping(current.findLast((item) => mapping(item).name === key)).value;
    else current = mapping(current)[key];
  }
  return current;
}

const flag = /^--encryption-provider-config(?:=(.*))?$/;

/** The flag of the API server's own pod, or of a component that is configured by arguments. */
export function apiServerFlagLoosened(before: Mapping, after: Mapping): readonly Loosening[] {
  const was = flagPath(before);
  if (was === undefined || flagPath(after) !== undefined) return [];
  return [
    {
      what: 'newly starts the API server without --encryption-provider-config, so that Secrets are stored unencrypted',
      remedy: 'Keep the flag, and the file that it names.',
      severity: 'critical',
      path: ['spec', 'containers'],
      formerPath: was,
      subject: ['at-rest', 'encryption-provider-config'],
    },
  ];
}

function flagPath(pod: Mapping): Path | undefined {
  for (const [index, container] of list(mapping(pod.spec).containers).entries()) {
    for (const field of ['command', 'args']) {
      const at = list(mapping(container)[field]).findIndex((word) => flag.test(scalarText(word)));
      if (at >= 0) return ['spec', 'containers', index, field, at];
    }
  }
  return undefined;
}
