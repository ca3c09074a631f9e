import { groupBy } from '../../groups.ts';
import { type LoosenedObject, type Loosening, loosenedObject } from '../../kube/loosening.ts';
import type { Resource } from '../../kube/resource.ts';
import type { ScopeObjects } from '../../kube/scope.ts';
import type { Scope, TouchedFile } from '../../kube/touched-file.ts';
import { entryOf, type Mapping, mapping, text } from '../../plain-values.ts';
import { judgePairs, pairResources } from '../../workload/model/pair-objects.ts';
import type { PodChange } from '../../workload/model/pair-pods.ts';
import type { Path, YamlLimits } from '../../yaml/document.ts';
import { policyLoosened, projectPolicy } from '../access/rbac-policy.ts';
import { applicationLoosened, type KnownProjects } from '../argocd/application.ts';
import { applicationSetLoosened, templateOf } from '../argocd/application-set.ts';
import { chartValuesLoosened } from '../argocd/chart-values.ts';
import { configurationLoosened } from '../argocd/configuration.ts';
import { type WithInherited, withInherited } from '../argocd/global-projects.ts';
import { projectLoosened } from '../argocd/project.ts';
import { deliveryLoosened } from '../flux/delivery-objects.ts';
import { driftLoosened } from '../flux/drift.ts';
import { instanceSettings, receiverSettings } from '../flux/platform-objects.ts';
import { replacedSources } from '../flux/replaced-sources.ts';
import { sourceLoosened } from '../flux/source-objects.ts';
import { settingsLoosened } from '../model/setting.ts';
import { bindingSinks, sensorSinks } from '../triggers/argo-commands.ts';
import { type Find, finder, newSinks } from '../triggers/commands.ts';
import { eventSourceLoosened, listenerLoosened } from '../triggers/event-senders.ts';
import { templateSinks } from '../triggers/tekton-commands.ts';
import { flagsLoosened } from './controller-flags.ts';

/** What newly may be deployed, from where, to where and as whom, by scope. */
export type AuthorityAnalysis = ReadonlyMap<Scope, readonly LoosenedObject[]>;

/** Compares what Argo CD and Flux may deploy, in every scope. `files` are those that nothing rendered. */
export function analyseAuthority(
  objects: ReadonlyMap<Scope, ScopeObjects>,
  pods: ReadonlyMap<Scope, readonly PodChange[]>,
  files: readonly TouchedFile[],
  limits: YamlLimits,
  isKeptIn: KeptIn = () => false,
): AuthorityAnalysis {
  const byScope = groupBy(files, ({ scope }) => scope);
  const none: ScopeObjects = { before: [], after: [] };
  return new Map(
    [...new Set([...objects.keys(), ...byScope.keys()])].map((scope) => {
      const sides = objects.get(scope) ?? none;
      const values = chartValuesLoosened(sides, byScope.get(scope) ?? [], limits);
      return [scope, [...objectChanges(sides, isKeptIn), ...values, ...(pods.get(scope) ?? []).flatMap(podLoosened)]];
    }),
  );
}

/** Whether what a Kustomization of Flux deploys says itself that all of it is of one namespace. */
export type KeptIn = (declaration: Resource, namespace: string) => boolean;

function objectChanges({ before, after }: ScopeObjects, isKeptIn: KeptIn): readonly LoosenedObject[] {
  const [old, now] = [before.filter(decides), after.filter(decides)];
  const projects = new Map(
    [...old, ...now].flatMap((each) => (each.kind === 'AppProject' ? [[each.name, each.value] as const] : [])),
  );
  const around: Around = { projects, inherited: withInherited(now, projects), isKeptIn };
  const finders = { before: finder(before), after: finder(after) };
  const changes = judgePairs(pairResources(old, now), (was, is) =>
    loosenedObject(was, is, [...loosened(was, is, around), ...commandsLoosened(was, is, finders)]),
  );
  return [...changes, ...replacedSources(old, now)];
}

const argocd = 'argoproj.io';
const flux = /\.toolkit\.fluxcd\.io$/;
const tekton = 'triggers.tekton.dev';
const operator = 'fluxcd.controlplane.io';

/** Whether an object can decide about what is deployed. */
function decides({ group, kind, name }: Resource): boolean {
  if (group === '') return kind === 'ConfigMap' && /argocd-(?:rbac-|cmd-params-)?cm$/.test(name);
  return group === argocd || group === operator || group === tekton || flux.test(group);
}

/** The projects there are, and what they inherit from each other. */
interface Around {
  readonly projects: KnownProjects;
  readonly inherited: WithInherited;
  readonly isKeptIn: KeptIn;
}

/** What is gone deploys nothing any more, but for Argo CD's settings, which also hold where nothing states them, and its default project. */
function loosened(before: Resource | undefined, after: Resource | undefined, around: Around): readonly Loosening[] {
  const either = after ?? before;
  if (either?.kind === 'ConfigMap') return configurationLoosened(either.name, before?.value, after?.value);
  if (after === undefined) return before?.kind === 'AppProject' && before.name === 'default' ? [madeAnew] : [];
  const [was, is] = [before?.value, after.value];
  if (after.group === argocd) return ofArgocd(after.kind, was, is, around);
  switch (after.kind) {
    case 'FluxInstance':
      return settingsLoosened(instanceSettings, was, is);
    case 'Receiver':
      return settingsLoosened(receiverSettings, was, is);
    case 'EventListener':
    case 'Trigger':
      return was === undefined ? [] : listenerLoosened(after.kind, was, is);
    default:
      return was === undefined ? [] : ofFlux(was, after, around);
  }
}

/** What an event newly brings into commands, also of what a new object makes. */
function commandsLoosened(
  before: Resource | undefined,
  after: Resource | undefined,
  find: { readonly before: Find; readonly after: Find },
): readonly Loosening[] {
  const sinks = entryOf(takers, after?.kind ?? '');
  if (after === undefined || sinks === undefined) return [];
  return newSinks(before === undefined ? [] : sinks(before.value, find.before), sinks(after.value, find.after));
}

/** What takes events, and has something run with what they bring. */
const takers: Readonly<Record<string, typeof sensorSinks>> = {
  Sensor: sensorSinks,
  TriggerTemplate: templateSinks,
  WorkflowEventBinding: bindingSinks,
};

function ofArgocd(
  kind: string,
  before: Mapping | undefined,
  after: Mapping,
  { projects, inherited }: Around,
): readonly Loosening[] {
  if (kind === 'AppProject') {
    const policies =
      before === undefined
        ? []
        : policyLoosened(projectPolicy(mapping(before.spec)), projectPolicy(mapping(after.spec)));
    return [
      ...(before === undefined ? projectLoosened(before, after) : projectLoosened(inherited(before), inherited(after))),
      ...policies,
    ];
  }
  if (kind === 'Application') return before === undefined ? [] : applicationLoosened(before, after, projects);
  if (kind === 'EventSource') return before === undefined ? [] : eventSourceLoosened(before, after);
  if (kind !== 'ApplicationSet') return [];
  const own = applicationSetLoosened(before, after);
  if (before === undefined) return own;
  const made = applicationLoosened(templateOf(before).value, templateOf(after).value, projects);
  // A project that is filled in is said once.
  const others = made.filter(({ subject }) => !own.some((each) => each.subject[0] === subject[0]));
  const patch = (value: Mapping) => mapping(value.spec).templatePatch;
  const inside = (path: Path) =>
    patch(before) === patch(after) ? ['spec', 'template', ...path] : ['spec', 'templatePatch'];
  return [...own, ...others.map((each) => ({ ...each, path: inside(each.path) }))];
}

/** Argo CD's server makes the project where there is none (argo-cd, server/server.go, initializeDefaultProject). */
const madeAnew: Loosening = {
  what: 'is gone: Argo CD makes it anew, and then it allows everything, from every repository into every namespace',
  remedy: 'Keep the project default with empty lists, where nothing is meant to use it.',
  severity: 'high',
  path: [],
  formerPath: [],
  subject: ['default', 'gone'],
};

function ofFlux(before: Mapping, after: Resource, { isKeptIn }: Around): readonly Loosening[] {
  const { kind, namespace, value } = after;
  if (kind === 'Kustomization') {
    const target = text(mapping(before.spec).targetNamespace);
    return deliveryLoosened(before, value, namespace).filter(
      ({ subject }) => subject[0] !== 'targetNamespace' || target === undefined || !isKeptIn(after, target),
    );
  }
  if (kind !== 'HelmRelease') return sourceLoosened(before, value, ['spec']);
  return [
    ...deliveryLoosened(before, value, namespace),
    ...driftLoosened(before, value),
    ...sourceLoosened(before, value, ['spec', 'chart', 'spec']),
  ];
}

function podLoosened({ before, after }: PodChange): readonly LoosenedObject[] {
  if (after === undefined) return [];
  const loosenings = flagsLoosened(before?.spec, after.spec);
  if (loosenings.length === 0) return [];
  return [{ resource: after.resource, loosenings, at: (path) => after.at(path), formerAt: (path) => before?.at(path) }];
}
