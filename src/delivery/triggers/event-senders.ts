import type { Loosening } from '../../kube/loosening.ts';
import { isMapping, list, type Mapping, mapping, scalarText, valueUnder } from '../../plain-values.ts';
import type { Path } from '../../yaml/document.ts';

/** Something that takes events, and where it states how those who send them are known. */
interface Receiver {
  readonly name: string;
  readonly path: Path;
  /** The fields that verify senders. */
  readonly verifies: readonly string[];
}

/** Which senders of events a listener of Tekton no longer verifies (tektoncd/triggers, pkg/apis/triggers/v1beta1). */
export function listenerLoosened(kind: string, before: Mapping, after: Mapping): readonly Loosening[] {
  const receivers = (value: Mapping) =>
    kind === 'EventListener' ? listened(value) : [triggerOf(value.spec, ['spec'], '')];
  return unverified(receivers(before), receivers(after));
}

/** Which senders an EventSource of Argo Events no longer verifies (argoproj/argo-events, pkg/apis/events/v1alpha1). */
export function eventSourceLoosened(before: Mapping, after: Mapping): readonly Loosening[] {
  return unverified(sourcesOf(before), sourcesOf(after));
}

function listened({ spec }: Mapping): readonly Receiver[] {
  return ['triggers', 'triggerGroups'].flatMap((field) =>
    list(mapping(spec)[field]).map((each, index) => triggerOf(each, ['spec', field, index], `${field}[${index}]`)),
  );
}

/** Interceptors that compare what was sent with a secret (tektoncd/triggers, pkg/interceptors). */
const verifying: readonly string[] = ['github', 'gitlab', 'bitbucket', 'slack'];

function triggerOf(trigger: unknown, path: Path, unnamed: string): Receiver {
  const { name, interceptors } = mapping(trigger);
  const verifies = list(interceptors).flatMap((each) => {
    const { ref, params } = mapping(each);
    const kind = scalarText(mapping(ref).name);
    const isByParams = list(params).some((param) => scalarText(mapping(param).name) === 'secretRef');
    if (verifying.includes(kind)) return isByParams ? [kind] : [];
    return verifying.filter((field) => isMapping(valueUnder(each, field, 'secretRef')));
  });
  return { name: scalarText(name) || unnamed, path, verifies };
}

/** Secrets by which the sources of Argo Events know who calls them. */
const secrets: readonly string[] = [
  'webhookSecret',
  'webhookSecretKey',
  'secretToken',
  'authSecret',
  'signingSecret',
  'authToken',
];

function sourcesOf({ spec }: Mapping): readonly Receiver[] {
  return Object.entries(mapping(spec)).flatMap(([type, sources]) =>
    Object.entries(mapping(sources)).map(([name, source]) => ({
      name: `${type}.${name}`,
      path: ['spec', type, name],
      verifies: secrets.filter((field) => isMapping(mapping(source)[field])),
    })),
  );
}

/** Of several receivers with one name the one that verifies least counts; a new one is compared with one that is gone and verified its senders. */
function unverified(before: readonly Receiver[], after: readonly Receiver[]): readonly Loosening[] {
  const old = new Map<string, Receiver>();
  for (const each of before) if (old.get(each.name)?.verifies.length !== 0) old.set(each.name, each);
  const kept = new Set(after.map(({ name }) => name));
  const gone = [...old.values()].find(({ name, verifies }) => verifies.length > 0 && !kept.has(name));
  return after.flatMap(({ name, path, verifies }): readonly Loosening[] => {
    const former = old.get(name) ?? gone;
    const [by] = former?.verifies ?? [];
    if (former === undefined || by === undefined || verifies.length > 0) return [];
    return [
      {
        what: `no longer verifies who sends ${name === '' ? 'its events' : `the events of ${name}`} (${by}): whoever reaches it starts what they start`,
        remedy: `Keep ${by} with its secret.`,
        severity: 'high',
        path,
        formerPath: former.path,
        subject: ['senders', name],
      },
    ];
  });
}
