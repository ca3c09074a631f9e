import type { Loosening } from '../../kube/loosening.ts';
import type { Resource } from '../../kube/resource.ts';
import { entryOf, list, type Mapping, mapping, scalarText, strings, valueUnder } from '../../plain-values.ts';
import { enumerate } from '../../rbac/judge/sentence.ts';
import type { Path } from '../../yaml/document.ts';

/** Logs of a managed control plane without which nobody can say afterwards who did what. */
const wanted = ['audit', 'api', 'apiServer', 'authenticator'];

/** Where objects name the logs that a managed control plane keeps: eksctl, Cluster API for AWS, Crossplane, ACK for EKS. */
const places: Readonly<Record<string, readonly (readonly string[])[]>> = {
  ClusterConfig: [['cloudWatch', 'clusterLogging', 'enableTypes']],
  AWSManagedControlPlane: [['spec', 'logging']],
  AWSManagedControlPlaneTemplate: [['spec', 'logging']],
  Cluster: [
    ['spec', 'forProvider', 'enabledClusterLogTypes'],
    ['spec', 'logging', 'clusterLogging'],
  ],
};

/** What a managed control plane no longer records. */
export function managedLowered(before: Resource | undefined, after: Resource | undefined): readonly Loosening[] {
  // A cluster that is gone has nothing to record.
  if (before === undefined || after === undefined) return [];
  const isRke2 = after.kind === 'RKE2ControlPlane' || after.kind === 'RKE2ControlPlaneTemplate';
  const ofRke2 = isRke2 ? policySecret(before.value, after.value) : [];
  const logs = (entryOf(places, after.kind) ?? []).flatMap((path) => lostLogs(path, before.value, after.value));
  return [...ofRke2, ...logs];
}

/** The Secret that holds the audit policy (rancher/cluster-api-provider-rke2, RKE2ServerConfig): without one RKE2 records nothing. */
function policySecret(before: Mapping, after: Mapping): readonly Loosening[] {
  return [['spec'], ['spec', 'template', 'spec']].flatMap((spec): readonly Loosening[] => {
    const path = [...spec, 'serverConfig', 'auditPolicySecret'];
    const [was, is] = [before, after].map((value) => scalarText(mapping(valueUnder(value, ...path)).name));
    if (was === '' || was === is) return [];
    const common = { remedy: 'Keep the audit policy: without a record nobody can say afterwards who did what.', path };
    const subject = ['auditPolicySecret', is ?? ''];
    return is === ''
      ? [
          {
            ...common,
            what: 'no longer has an audit policy, so that no request is recorded (auditPolicySecret)',
            severity: 'high',
            formerPath: path,
            subject,
          },
        ]
      : [
          {
            ...common,
            what: `takes another audit policy, of Secret ${is}; whether it records less was not judged`,
            severity: 'medium',
            subject,
          },
        ];
  });
}

function lostLogs(path: Path, before: Mapping, after: Mapping): readonly Loosening[] {
  const [was, is] = [before, after].map((value) => logsOf(valueUnder(value, ...path.map(String))));
  const lost = wanted.filter((name) => was?.has(name) === true && is?.has(name) !== true);
  if (lost.length === 0) return [];
  return [
    {
      what: `no longer keeps the logs ${enumerate(lost)} of its API server`,
      remedy: 'Keep them: without a record nobody can say afterwards who did what.',
      severity: 'high',
      path,
      formerPath: path,
      subject: ['logs', ...lost],
    },
  ];
}

/** Names in a list, names that are true in a mapping, or lists of entries that are enabled. */
function logsOf(value: unknown): ReadonlySet<string> {
  if (!Array.isArray(value)) {
    const all = mapping(value);
    return new Set(Object.keys(all).filter((name) => all[name] === true));
  }
  const names = list(value).flatMap((each) => {
    if (typeof each === 'string') return [each];
    const { enabled, types } = mapping(each);
    return enabled === false ? [] : strings(types);
  });
  return new Set(names.some((name) => name === '*' || name === 'all') ? wanted : names.map(scalarText));
}
