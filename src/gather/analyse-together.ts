import { analyseAdmission } from '../admission/judge/analyse-admission.ts';
import { analyseAudit } from '../audit/judge/analyse-audit.ts';
import { analyseMonitoring } from '../audit/judge/analyse-monitoring.ts';
import { analyseAuthority } from '../delivery/judge/analyse-authority.ts';
import { withoutNewHooks } from '../kube/identity/hooks.ts';
import { lastDefinitions } from '../kube/identity/last-definitions.ts';
import type { ScopeObjects } from '../kube/scope.ts';
import type { Scope, TouchedFile } from '../kube/touched-file.ts';
import { analyseNetwork, type Joined, type NetworkEvidence } from '../network/judge/analyse-network.ts';
import type { Policy } from '../policy/policy.ts';
import { installedObjects } from '../render/outcome/installed-objects.ts';
import type { Rendering } from '../render/result/rendering.ts';
import type { Delivered } from '../render/roots/find-roots.ts';
import { keptNamespaces } from '../render/roots/kept-namespaces.ts';
import type { AnalysisOfWholes, OtherAnalysis } from '../rules/evidence.ts';
import { analysePodSecurity, type WorkloadAnalysis } from '../workload/judge/analyse-workloads.ts';

/** What objects are judged by, whichever they are. */
export interface Surroundings {
  readonly policy: Policy;
  readonly isExact: (scope: Scope) => boolean;
  readonly joined: Joined;
  readonly head: Delivered | undefined;
}

/** Asks the families that compare what is kept out as a whole. `files` are those that nothing rendered. */
export function analyseTogether(
  evidence: NetworkEvidence,
  pods: WorkloadAnalysis['pods'],
  files: readonly TouchedFile[],
  { policy: { limits }, isExact, joined, head }: Surroundings,
): Omit<AnalysisOfWholes, 'workloads'> {
  const { objects } = evidence;
  return {
    network: analyseNetwork(evidence, pods, isExact, joined),
    authority: analyseAuthority(objects, pods, head && keptNamespaces(head)),
    admission: analyseAdmission(objects, files, limits),
    audit: analyseAudit(objects, files, limits),
    monitoring: analyseMonitoring(objects, files, limits),
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
  const of = (own: ReadonlyMap<Scope, ScopeObjects>, note: string): OtherAnalysis => {
    const workloads = analysePodSecurity(own, surroundings.policy.limits);
    const evidence = { objects: own, around: new Map([...around, ...own]) };
    return { note, workloads, ...analyseTogether(evidence, workloads.pods, [], surroundings) };
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
    ...turns.map((turn) => of(new Map(turn), lastNote)),
  ];
}
