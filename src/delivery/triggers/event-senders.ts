import type { Loosening } from '../../kube/loosening.ts';
import { isMapping, list, type Mapping, mapping, scalarText, valueUnder } from '../../plain-values.ts';
import { enumerate } from '../../rbac/judge/sentence.ts';
import type { Path } from '../../yaml/document.ts';

/** Something that takes events, and where it states how those who send them are known. */
interface Receiver {
  readonly name: string;
  readonly path: Path;
  /** The fields that verify senders. */
  readonly verifies: readonly string[];
  /** The kinds of events it takes, and where that is said; undefined where it takes all, or others decide. */
  readonly takes: { readonly events: readonly string[]; readonly path: Path } | undefined;
}

/** Which senders of events a listener of Tekton no longer verifies (tektoncd/triggers, pkg/apis/triggers/v1beta1). */
export function listenerLoosened(kind: string, before: Mapping, after: Mapping): readonly Loosening[] {
  const receivers = (value: Mapping) =>
    kind === 'EventListener' ? listened(value) : [triggerOf(value.spec, ['spec'], '')];
  return compared(receivers(before), receivers(after));
}

/** Which senders an EventSource of Argo Events no longer verifies (argoproj/argo-events, pkg/apis/events/v1alpha1). */
export function eventSourceLoosened(before: Mapping, after: Mapping): readonly Loosening[] {
  return compared(sourcesOf(before), sourcesOf(after));
}

function compared(before: readonly Receiver[], after: readonly Receiver[]): readonly Loosening[] {
  return [...unverified(before, after), ...fromAnybody(before, after)];
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
  return { name: scalarText(name) || unnamed, path, verifies, takes: takenBy(interceptors, [...path, 'interceptors']) };
}

/** The kinds of events that the first interceptor lets pass which knows them (`eventTypes`). */
function takenBy(interceptors: unknown, path: Path): Receiver['takes'] {
  for (const [index, each] of list(interceptors).entries()) {
    const { ref, params } = mapping(each);
    const kind = scalarText(mapping(ref).name);
    const at = list(params).findIndex((param) => scalarText(mapping(param).name) === 'eventTypes');
    if (verifying.includes(kind) && at >= 0)
      return { events: eventsIn(mapping(list(params)[at]).value), path: [...path, index, 'params', at] };
    const old = verifying.find((field) => eventsIn(valueUnder(each, field, 'eventTypes')).length > 0);
    if (old !== undefined)
      return { events: eventsIn(valueUnder(each, old, 'eventTypes')), path: [...path, index, old, 'eventTypes'] };
  }
  return undefined;
}

/** Kinds of events as they are written; what is not, or is filled in, may be every one. */
function eventsIn(value: unknown): readonly string[] {
  if (value === undefined || value === null) return [];
  const events = Array.isArray(value) ? value : [value];
  return events.map((each) => (typeof each === 'string' && !/\{\{|\$[({]/.test(each) ? each : '*'));
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
      takes:
        mapping(source).events === undefined
          ? undefined
          : { events: eventsIn(mapping(source).events), path: ['spec', type, name, 'events'] },
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

/** Kinds of events of forges that somebody causes who may write to nothing: requests, issues, comments, forks. */
const byAnybody = /^\*$|pull_?request|merge ?request|^pr:|issue|note|comment|discussion|fork|star|watch/i;

/** Receivers that newly take what anybody can cause; those that took everything did before. */
function fromAnybody(before: readonly Receiver[], after: readonly Receiver[]): readonly Loosening[] {
  const old = new Map(before.map((each) => [each.name, each]));
  return after.flatMap(({ name, path, takes }): readonly Loosening[] => {
    const former = old.get(name);
    if (former?.takes === undefined) return [];
    const known = former.takes.events;
    // Nothing is said of any kind: all of them are taken.
    const added = (takes?.events ?? ['*']).filter((each) => byAnybody.test(each) && !known.includes(each));
    if (added.length === 0 || known.includes('*')) return [];
    const events = added.includes('*') ? 'every kind of event' : enumerate(added);
    return [
      {
        what: `newly takes ${events}${name === '' ? '' : ` by ${name}`}, which somebody can cause who may write to nothing`,
        remedy: 'Take only what those cause who may write, or let a condition decide about the rest.',
        severity: 'low',
        path: takes?.path ?? path,
        ...(takes === undefined ? { formerPath: former.takes.path } : {}),
        subject: ['events', name, ...added.sort()],
      },
    ];
  });
}
