import { analyseAdmission } from '../admission/judge/analyse-admission.ts';
import { analyseAudit } from '../audit/judge/analyse-audit.ts';
import { analyseMonitoring } from '../audit/judge/analyse-monitoring.ts';
import { analyseAuthority } from '../delivery/judge/analyse-authority.ts';
import { withoutNewHooks } from '../kube/identity/hooks.ts';
import { lastDefinitions } from '../kube/identity/last-definitions.ts';
import { type ScopeObjects, scopesNear } from '../kube/scope.ts';
import type { Scope, TouchedFile } from '../kube/touched-file.ts';
import { analyseNetwork, type Joined, type NetworkEvidence } from '../network/judge/analyse-network.ts';
import type { Policy } from '../policy/policy.ts';
import { installedObjects } from '../render/outcome/installed-objects.ts';
import type { Rendering } from '../render/result/rendering.ts';
import type { Delivered } from '../render/roots/find-roots.ts';
import { keptNamespaces } from '../render/roots/kept-namespaces.ts';
import type { AnalysisOfWholes, OtherAnalysis } from '../rules/evidence.ts';
import type { Severity } from '../severity.ts';
import { analysePodSecurity, type WorkloadAnalysis } from '../workload/judge/analyse-workloads.ts';
import type { Asked, Part } from './asked-parts.ts';
import type { Placed } from './render/patched.ts';

/** What objects are judged by, whichever they are. */
export interface Surroundings {
  readonly policy: Policy;
  readonly isExact: (scope: Scope) => boolean;
  readonly joined: Joined;
  readonly head: Delivered | undefined;
  readonly needs: Asked['needs'];
}

/** The objects and pods of every scope. */
interface Wholes extends NetworkEvidence {
  readonly pods: WorkloadAnalysis['pods'];
  /** The same where kustomizations put them. */
  readonly placed: () => Placed;
}

/** What nothing rendered: the files alone, and with the values that charts from elsewhere get. */
interface Unrendered {
  readonly unrendered: readonly TouchedFile[];
  readonly withValues: readonly TouchedFile[];
}

/** Asks the families that compare what is kept out as a whole. */
export function analyseTogether(
  { objects, around, pods, placed }: Wholes,
  { unrendered, withValues }: Unrendered,
  { policy: { limits }, isExact, joined, head, needs }: Surroundings,
): Omit<AnalysisOfWholes, 'workloads'> {
  const ifNeeded = <T>(part: Part, compute: () => ReadonlyMap<Scope, T>) =>
    needs(part) ? compute() : new Map<Scope, T>();
  return {
    network: ifNeeded('network', () => {
      const inPlace = placed();
      return analyseNetwork(inPlace, inPlace.pods, isExact, joined, unrendered, limits);
    }),
    authority: ifNeeded('authority', () =>
      analyseAuthority(objects, pods, withValues, limits, head && keptNamespaces(head)),
    ),
    admission: ifNeeded('admission', () =>
      analyseAdmission(objects, unrendered, limits, scopesNear(around, isExact), pods),
    ),
    audit: ifNeeded('audit', () => analyseAudit(objects, unrendered, limits)),
    monitoring: ifNeeded('monitoring', () => analyseMonitoring(objects, unrendered, limits)),
  };
}

/** What was read of a change, and its objects as they are judged. */
interface Read extends NetworkEvidence {
  readonly touched: readonly TouchedFile[];
  readonly sources: ReadonlyMap<Scope, ScopeObjects>;
  readonly rendering: Rendering;
}

const hookNote =
  'An object that newly is a hook (helm.sh/hook, argocd.argoproj.io/hook) is no longer part of its release or Application: the one that was there is deleted.';
const lastNote = 'Several documents define the object: this is so where the cluster gets this one last.';
const held = 'what the template asks of the cluster or the release holds.';
const wayNotes = [
  'This is so when the chart is installed for the first time.',
  'This is so when the chart is upgraded.',
  `This is so when the chart is installed for the first time, where ${held}`,
  `This is so when the chart is upgraded, where ${held}`,
];

/**
 * The same of the objects as they may be otherwise: in each way in which a chart may be installed, without those that a change makes
 * hooks of, which are deleted, and with another one of several definitions.
 */
export function otherAnalyses(
  { touched, sources, rendering, objects, around }: Read,
  surroundings: Surroundings,
): readonly OtherAnalysis[] {
  const of = (own: ReadonlyMap<Scope, ScopeObjects>, note: string, least: Severity = 'low'): OtherAnalysis => {
    const workloads = analysePodSecurity(own, surroundings.policy.limits);
    const { pods } = workloads;
    const all = { objects: own, around: new Map([...around, ...own]), pods };
    const files = { unrendered: [], withValues: [] };
    return { note, least, workloads, ...analyseTogether({ ...all, placed: () => all }, files, surroundings) };
  };
  const ways = installedObjects(touched, sources, rendering.covered, rendering.roots).map(({ way, objects: own }) => {
    const withoutHooks = [...own].map(([scope, sides]) => [scope, withoutNewHooks(sides) ?? sides] as const);
    return of(new Map(withoutHooks), wayNotes[way] ?? '');
  });
  const hooked = [...objects].flatMap(([scope, sides]) => {
    const without = withoutNewHooks(sides);
    return without === undefined ? [] : [[scope, without] as const];
  });
  const defined = [...objects].map(([scope, sides]) => [scope, lastDefinitions(sides)] as const);
  const turns = Array.from({ length: Math.max(0, ...defined.map(([, all]) => all.length)) }, (_, turn) =>
    defined.flatMap(([scope, all]) => (all[turn] === undefined ? [] : [[scope, all[turn]] as const])),
  );
  return [
    ...ways,
    ...(hooked.length === 0 ? [] : [of(new Map(hooked), hookNote)]),
    // Generated webhooks of several applications have one name until a kustomization gives each its own.
    ...turns.map((turn) => of(new Map(turn), lastNote, 'medium')),
  ];
}
