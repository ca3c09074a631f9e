import type { PostureRequest } from '../../inputs.ts';
import type { ScopeObjects } from '../../kube/scope.ts';
import { mapping } from '../../plain-values.ts';
import type { Policy } from '../../policy/policy.ts';
import type { PostureCheckId } from '../../policy/posture-checks.ts';
import { analysePosture, type PostureAnalysis } from '../../posture/judge/analyse-posture.ts';
import { checkNames, mayBeSame } from '../../posture/model/check-name.ts';
import { codeOwnersPaths, isWorkflow } from '../../posture/model/control-files.ts';
import { runsGate } from '../../posture/model/runs-gate.ts';
import type { Surroundings, WorkflowFile } from '../../posture/model/surroundings.ts';
import { readYamlObject } from '../../posture/model/yaml-object.ts';
import type { Progress } from '../../progress.ts';
import type { Analysis } from '../../rules/evidence.ts';
import type { Unjudged } from '../../unjudged.ts';
import type { Budget } from '../budget.ts';
import type { Content } from '../content.ts';

/** What a run has read of the judged revision. */
interface Judged {
  readonly policy: Policy;
  readonly content: Pick<Content, 'trees' | 'manifests' | 'missing'>;
  readonly analysis: Pick<Analysis, 'secrets'>;
  readonly budget: Pick<Budget, 'unfinished'>;
}

/** How the repository is set up on its forge; `analysis` is undefined where nobody asked. */
export interface Posture {
  readonly analysis: PostureAnalysis | undefined;
  readonly unjudged: readonly Unjudged[];
  readonly notes: readonly string[];
}

/** Asks the forge about the branch that is asked for, or those that the policy delivers from, and judges what it says. */
export async function readPosture(
  request: PostureRequest | undefined,
  judged: Judged,
  host: Progress,
): Promise<Posture> {
  if (request === undefined) return { analysis: undefined, unjudged: [], notes: [] };
  const { branch, ...address } = request;
  const globs = branch === undefined ? judged.policy.branches : [branch];
  const facts = await host.step('Read how the repository is set up', async () => {
    if (request.forge === 'github') {
      const { readGithubPosture } = await import('../../host/github/posture/github-posture.ts');
      return readGithubPosture(address, globs);
    }
    const { readGitlabPosture } = await import('../../host/gitlab/posture/gitlab-posture.ts');
    return readGitlabPosture(address, globs, process.env);
  });
  const analysis = analysePosture(facts, surroundingsOf(judged, request.forge));
  return {
    analysis,
    unjudged: unjudgedPosture(analysis, request, judged.policy),
    notes: request.as === 'only' ? [] : postureNotes(analysis),
  };
}

/** What the judged revision says of how much its settings matter. */
export function surroundingsOf(
  { policy, content, analysis, budget }: Judged,
  forge: PostureRequest['forge'],
): Surroundings {
  const { touched, objects } = content.manifests;
  const files = touched.filter(({ path, after: side }) => isWorkflow(path) && side !== undefined);
  const workflows = files.flatMap(({ path, after: side }): WorkflowFile[] => {
    const source = side === undefined ? undefined : readYamlObject(side.bytes);
    return source === undefined ? [] : [{ path, ...source }];
  });
  const gates = workflows.flatMap(({ value }) => {
    const jobs = mapping(value.jobs);
    return Object.keys(jobs).flatMap((id) => (runsGate(jobs[id], new Set()) ? checkNames(jobs, id) : []));
  });
  return {
    approvals: policy.posture.approvals,
    delivers: deliveredKinds(objects),
    isWhole: content.missing.length + budget.unfinished.length === 0,
    plaintextSecrets: analysis.secrets.found.filter(({ is }) => is === 'literal').length,
    hasCodeOwners: codeOwnersPaths[forge].some((path) => content.trees.after.has(path)),
    workflows,
    unreadWorkflows: files.map(({ path }) => path).filter((path) => !workflows.some((each) => each.path === path)),
    isGateCheck: (name) => mayBeSame([[name]], gates),
  };
}

const kinds = {
  rbac: /^(?:Cluster)?Role(?:Binding)?$/,
  secrets: /^(?:Cluster)?(?:External|Sealed)?Secret$|^Vault(?:Static|Dynamic)Secret$/,
  workloads:
    /^(?:Pod|Deployment|StatefulSet|DaemonSet|ReplicaSet|Job|CronJob|Rollout|Application|ApplicationSet|HelmRelease|Kustomization)$/,
} as const;

function deliveredKinds(objects: ReadonlyMap<string, ScopeObjects>): Surroundings['delivers'] {
  const all = [...objects.values()].flatMap(({ after }) => after.map(({ kind }) => kind));
  const number = (pattern: RegExp) => all.filter((kind) => pattern.test(kind)).length;
  return { rbac: number(kinds.rbac), secrets: number(kinds.secrets), workloads: number(kinds.workloads) };
}

/**
 * What of it could not be judged. Of a run that is about nothing else every check counts; of an audit those that the policy demands,
 * and where it was asked for and nothing at all is known, that. One entry for what is missing for the same reason.
 */
export function unjudgedPosture(
  { checks, forge }: PostureAnalysis,
  { as }: Pick<PostureRequest, 'as'>,
  { posture: { require } }: Pick<Policy, 'posture'>,
): readonly Unjudged[] {
  const unknown = checks.filter((check) => check.state === 'could-not-check');
  const isBlind =
    as === 'asked' &&
    unknown.length > 0 &&
    !checks.some(({ id, state }) => state !== 'could-not-check' && id !== 'actions-pinned');
  // Where a branch was not looked at, nothing that is demanded of branches is known of it.
  const isDemanded = require.some((wanted) => !checks.some(({ id, branch }) => id === wanted && branch === undefined));
  const counted = unknown.filter(
    ({ id, branch }) =>
      (as === 'only' && require.length === 0) ||
      isBlind ||
      require.includes(id) ||
      (isDemanded && id === 'branch-protected' && branch === undefined),
  );
  const reasons = new Map<string, { names: Set<string>; detail: string; remedy: string }>();
  for (const { id, branch, detail, needs, remedy = remedyFor(needs) } of counted) {
    const key = needs ?? detail;
    const known = reasons.get(key) ?? { names: new Set<string>(), detail, remedy };
    known.names.add(branch === undefined ? id : `${id} of ${branch}`);
    reasons.set(key, known);
  }
  const failed = [...reasons.values()].map(({ names, detail, remedy }) => ({
    what: `${names.size === 1 ? 'A check' : `${names.size} checks`} of how the repository is set up could not be made (${enumerated([...names])}): ${detail}.`,
    remedy,
  }));
  return [...failed, ...unasked(checks, require, forge, counted.length > 0)];
}

const remedyFor = (needs: string | undefined) =>
  needs === undefined
    ? 'Look whether the forge can be reached, and run it again.'
    : `Give the token what it needs: ${needs}.`;

/** What the policy demands and nobody asked: of a forge that has no such setting, or of branches where none is known, which is said already. */
function unasked(
  checks: PostureAnalysis['checks'],
  require: Policy['posture']['require'],
  forge: PostureAnalysis['forge'],
  isSaid: boolean,
): readonly Unjudged[] {
  // Where there are no workflows, they use no actions.
  const isMoot = (id: PostureCheckId) => id === 'actions-pinned' && forge === 'github';
  const absent = require.filter((wanted) => !isMoot(wanted) && !checks.some(({ id }) => id === wanted));
  if (absent.length === 0 || (isSaid && !checks.some(({ branch }) => branch !== undefined))) return [];
  return [
    {
      what: `posture.require of the policy names ${absent.join(', ')}, which ${forge === 'github' ? 'GitHub' : 'GitLab'} is not asked (posture.md).`,
      remedy: 'Take it out of posture.require.',
    },
  ];
}

function enumerated(names: readonly string[]): string {
  const most = 2;
  const rest = names.length - most;
  return `${names.slice(0, most).join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`;
}

/** What a reader should know of it. */
export function postureNotes({ checks, deliversNothing }: PostureAnalysis): readonly string[] {
  const unknown = checks.filter(({ state }) => state === 'could-not-check').length;
  return [
    ...(unknown > 0
      ? [`Posture: ${unknown} of ${checks.length} checks could not be made; its section says what the token lacks.`]
      : []),
    ...(deliversNothing
      ? ['Posture: the repository holds no RBAC, secret or workload, so that its findings are one step less severe.']
      : []),
  ];
}
