import type { Scope } from '../../kube/touched-file.ts';
import { enumerate } from '../../rbac/judge/sentence.ts';
import { identity } from '../../rbac/judge/wording.ts';
import { resourceName } from '../../rbac/model/rbac-object.ts';
import type {
  LoweredConfiguration,
  LoweredNamespace,
  RunLevelNamespace,
} from '../../workload/namespaces/analyse-namespaces.ts';
import type { Lowering } from '../../workload/namespaces/lowerings.ts';
import { type LevelVersion, labelOf } from '../../workload/namespaces/pod-security-labels.ts';
import { newest } from '../../workload/pod-security/standards.ts';
import { joinCopies } from '../rbac/join-copies.ts';
import type { Observation, Rule } from '../rule.ts';
import { observeConstraints } from './widened-constraints.ts';

/** Less is demanded of pods: by a namespace, by the cluster's configuration, by constraints on pods. */
export const podSecurityLowered: Rule = {
  id: 'pod-security-lowered',
  category: 'workload',
  severity: 'high',
  summary: 'A namespace, the admission plugin or constraints on pods demand less of pods than before.',
  check: ({ workloads, rbac, change }) =>
    joinCopies(
      [...workloads.security].flatMap(([scope, { lowered, runLevelNamespaces, configurations, constraints }]) => [
        ...lowered.map((each) => (each.isAssumed ? observeAssumed(scope, each) : observeNamespace(scope, each))),
        ...runLevelNamespaces.map((each) => observeRunLevel(scope, each)),
        ...configurations.map((each) => observeConfiguration(scope, each)),
        ...observeConstraints(scope, constraints, rbac.changes.get(scope)?.raised ?? []),
      ]),
      change.touched,
    ),
};

function observeNamespace(scope: Scope, { name, resource, lowerings, isGone, position, removedAt }: LoweredNamespace) {
  const [first] = lowerings as readonly [Lowering, ...Lowering[]];
  const said = `${verbs[first.mode].was} ${stated(first.before)}`;
  const details = detailsOf(lowerings);
  return {
    message: isGone
      ? `Namespace ${name}, which ${said}, is no longer declared, and objects of it still are.`
      : `Namespace ${name} ${changed(first)}.`,
    remedy: remedyOf(first),
    ...(details.length === 0 ? {} : { details }),
    references,
    severity: severityOf(lowerings),
    position,
    ...(removedAt === undefined ? {} : { removedAt }),
    scope,
    object: identity(resource),
    subject: [name, ...lowerings.map(subjectOf)],
  } satisfies Observation;
}

/** A namespace that is elsewhere: what it enforced is not known, only what a patch newly has it enforce. */
function observeAssumed(scope: Scope, { name, resource, lowerings, position }: LoweredNamespace): Observation {
  const [{ after }] = lowerings as readonly [Lowering, ...Lowering[]];
  const isNone = after.level === 'privileged';
  return {
    message: `Namespace ${name} is declared elsewhere, and a patch newly has it enforce ${isNone ? 'no level' : stated(after)}, whatever it enforced.`,
    remedy: 'Leave the namespace the level that it has, and put what needs more into a namespace of its own.',
    references,
    severity: isNone ? 'high' : 'medium',
    position,
    scope,
    object: identity(resource),
    subject: [name, 'patched', ...lowerings.map(subjectOf)],
  };
}

/** What takes the worst lowering of a namespace back. */
function remedyOf({ mode, field, before }: Lowering): string {
  const [level, version] = [labelOf(mode, 'level'), labelOf(mode, 'version')];
  if (field === 'level')
    return `Keep the label ${level}: ${before.level}, and put what needs more into a namespace of its own.`;
  const accept = 'have that reviewed and accept it (`gitops-gate ignore`).';
  return before.minor === undefined
    ? `Take the label ${version} out, so that the newest version counts; to pin it to the version of your cluster, ${accept}`
    : `Keep the label ${version}: v1.${before.minor}, or name a later version; where your cluster is older, ${accept}`;
}

function observeRunLevel(scope: Scope, { name, resource, isNew, position }: RunLevelNamespace): Observation {
  return {
    message: `Namespace ${name} ${isNew ? 'is new and' : 'is now'} of a run level whose pods OpenShift does not judge by SecurityContextConstraints.`,
    remedy: 'Leave the label openshift.io/run-level to the platform’s own namespaces.',
    severity: isNew ? 'medium' : 'high',
    position,
    scope,
    object: identity(resource),
    subject: [name, 'run-level'],
  };
}

function observeConfiguration(
  scope: Scope,
  { resource, lowerings, exempted, isGone, position }: LoweredConfiguration,
): Observation {
  const parts = [
    ...lowerings
      .slice(0, 1)
      .map((lowering) =>
        isGone ? `no longer ${verbs[lowering.mode].is} ${stated(lowering.before)}` : changed(lowering),
      ),
    ...(exempted.length === 0
      ? []
      : [`newly exempts ${enumerate(exempted.map(({ field, name }) => `${singular[field]} ${name}`))}`]),
  ];
  const details = detailsOf(lowerings);
  return {
    message: `The admission of pods by ${resourceName(resource).trim()} ${parts.join(', and ')}.`,
    remedy: 'Exempt nobody but the platform’s own namespaces, and lower a single namespace by its labels.',
    ...(details.length === 0 ? {} : { details }),
    references,
    severity: exempted.length > 0 ? 'high' : severityOf(lowerings),
    position,
    scope,
    object: identity(resource),
    subject: [...lowerings.map(subjectOf), ...exempted.map(({ field, name }) => `${field} ${name}`)],
  };
}

const references = ['Pod Security Admission', 'CIS 5.2.1'];

const singular: Readonly<Record<string, string>> = {
  namespaces: 'the namespace',
  usernames: 'the user',
  runtimeClasses: 'the runtime class',
};

/** What is done with pods by a level. */
const verbs: Readonly<Record<Lowering['mode'], { readonly is: string; readonly was: string }>> = {
  enforce: { is: 'enforces', was: 'enforced' },
  audit: { is: 'audits pods by', was: 'audited pods by' },
  warn: { is: 'warns of pods by', was: 'warned of pods by' },
};

/** What is refused counts; what is only noted or warned of is worth a look. */
function severityOf(lowerings: readonly Lowering[]): Observation['severity'] & string {
  return lowerings.some(({ mode }) => mode === 'enforce') ? 'high' : 'low';
}

/** `now enforces baseline, not restricted`; `no longer enforces restricted`. */
function changed({ mode, field, before, after }: Lowering): string {
  if (after.level === 'privileged') return `no longer ${verbs[mode].is} ${stated(before)}`;
  return field === 'level'
    ? `now ${verbs[mode].is} ${stated(after)}, not ${stated(before)}`
    : `now ${verbs[mode].is} ${after.level} in ${versionOf(after)}, no longer in ${versionOf(before)}`;
}

function stated({ level, minor }: LevelVersion): string {
  return minor === undefined ? level : `${level} as of v1.${minor}`;
}

function versionOf({ minor }: LevelVersion): string {
  return minor === undefined ? 'the newest version' : `version v1.${minor}`;
}

function detailsOf([first, ...others]: readonly Lowering[]): readonly string[] {
  if (first === undefined) return [];
  const { lost, after } = first;
  return [
    ...(lost.length === 0 || after.level === 'privileged'
      ? []
      : [`No longer judged: ${lost.map(controlName).join(', ')}.`]),
    ...(after.isOpen ? ['What a template or a variable decides is not known here: it counts as the lowest.'] : []),
    ...others.map((lowering) => `It also ${changed(lowering)}.`),
  ];
}

/** The control as Kubernetes' pages call it; baseline has a wider form of what only restricted judges: `seccompProfile (restricted)`. */
function controlName(id: string): string {
  return `\`${id.replace(/_(\w+)$/, ' ($1)')}\``;
}

function subjectOf({ mode, before, after }: Lowering): string {
  const text = ({ level, minor }: LevelVersion) => `${level} ${minor ?? newest}`;
  return `${mode} ${text(before)} ${text(after)}`;
}
