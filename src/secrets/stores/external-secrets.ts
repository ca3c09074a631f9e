import type { Loosening } from '../../kube/loosening.ts';
import { isMapping, list, type Mapping, mapping } from '../../plain-values.ts';
import { merges, mergingPath } from './merged-secrets.ts';
import { gainedNamespaces, namespaceConditions, takesAll } from './namespaces.ts';

/** What a ClusterSecretStore newly lets namespaces read; one that is new and states no conditions lets all of them. */
export function clusterStoreLoosened(before: Mapping | undefined, after: Mapping): readonly Loosening[] {
  const conditionsOf = (store: Mapping | undefined) => list(mapping(store?.spec).conditions).filter(isMapping);
  const [old, now] = [conditionsOf(before), conditionsOf(after)];
  const remedy =
    'State spec.conditions with the namespaces that are meant to read it (namespaces, namespaceSelector): whoever may create an ExternalSecret in one of them reads every secret that the store reaches.';
  if (now.length === 0) {
    if (before !== undefined && old.length === 0) return [];
    const formerPath = before === undefined ? {} : { formerPath: ['spec', 'conditions'] };
    const what = 'newly lets ExternalSecrets of every namespace read its secrets';
    return [{ what, remedy, severity: 'high', path: ['spec'], ...formerPath, subject: ['conditions'] }];
  }
  if (before === undefined || old.length === 0) return [];
  const gained = gainedNamespaces(namespaceConditions(old), namespaceConditions(now));
  if (gained.length === 0) return [];
  return [
    {
      what: `newly lets ExternalSecrets of ${named(gained.map(({ words }) => words))} read its secrets`,
      remedy: `Take ${named(gained.map(({ words }) => words))} out of spec.conditions, or have it reviewed and accept it (\`gitops-gate ignore\`): whoever may create an ExternalSecret there reads every secret that the store reaches.`,
      severity: 'high',
      path: ['spec', 'conditions'],
      subject: ['conditions', ...gained.map(({ subject }) => subject).sort()],
    },
  ];
}

/** What a kind does in the namespaces that it selects. */
const effects = {
  ClusterExternalSecret: {
    what: 'newly puts its Secret into',
    remedy: 'Select the namespaces that need the Secret: everyone who reads Secrets in one of them reads it.',
  },
  ClusterPushSecret: {
    what: 'newly pushes Secrets to its store from',
    remedy: 'Select the namespaces whose Secrets are meant for the store: everyone who reads the store reads them.',
  },
} as const;

/**
 * The namespaces that a ClusterExternalSecret or ClusterPushSecret newly selects, by its only selector or any of several; of a new one
 * only where these are all.
 */
export function clusterSecretLoosened(
  kind: keyof typeof effects,
  before: Mapping | undefined,
  after: Mapping,
): readonly Loosening[] {
  const conditionsOf = (value: Mapping | undefined) => namespaceConditions([mapping(value?.spec)]);
  const now = conditionsOf(after);
  if (before === undefined && !takesAll(now)) return [];
  const gained = gainedNamespaces(conditionsOf(before), now);
  if (gained.length === 0) return [];
  const { what, remedy } = effects[kind];
  return [
    {
      what: `${what} ${named(gained.map(({ words }) => words))}`,
      remedy,
      severity: 'high',
      path: ['spec'],
      subject: ['namespaces', ...gained.map(({ subject }) => subject).sort()],
    },
  ];
}

/** A Secret of literals into which an ExternalSecret newly merges what it reads. */
export function mergeLoosened(before: Mapping | undefined, after: Mapping, isLiteral: boolean): readonly Loosening[] {
  if (!isLiteral || !merges(after) || merges(before)) return [];
  return [
    {
      what: 'newly merges what it reads into a Secret that the repository holds in plain text',
      remedy:
        'Let the ExternalSecret own the Secret (creationPolicy: Owner), and take the literals out of the repository.',
      severity: 'medium',
      path: mergingPath,
      subject: ['merge'],
    },
  ];
}

const most = 5;

/** The first of several, and how many more. */
export function named(names: readonly string[]): string {
  const rest = names.length > most ? ` and ${names.length - most} more` : '';
  return `${names.slice(0, most).join(', ')}${rest}`;
}
