import { compareSeverity } from '../../severity.ts';
import type { Path } from '../../yaml/document.ts';
import type { AgePolicy, IgnoreEntry, Limits, Policy, PosturePolicy, RenderPolicy, SecretFormat } from '../policy.ts';
import { quote } from '../shape/shape.ts';
import { compareRules } from './compare-rules.ts';
import { compareSignatures } from './compare-signatures.ts';
import {
  added,
  compareNamed,
  compareValue,
  listed,
  type PolicyDifference,
  plain,
  removed,
} from './policy-difference.ts';

/** Everything in which `after` differs from `before`, in the order of the file's keys. */
export function comparePolicies(before: Policy, after: Policy): readonly PolicyDifference[] {
  return [
    ...compareFailOn(before, after),
    ...compareRules(before, after),
    ...compareBranches(before.branches, after.branches),
    ...compareSignatures(before.signatures, after.signatures),
    ...compareNamed('clusters', 'cluster', before.clusters, after.clusters, ({ name }) => ['clusters', name]),
    ...compareNamed('rbac.roles', 'declared role', before.roles, after.roles, (_, index) => ['rbac', 'roles', index]),
    ...compareValue(['kubernetesVersion'], before.kubernetesVersion, after.kubernetesVersion, () => false),
    ...compareValue(['openshift'], openshiftOf(before), openshiftOf(after), knowsMoreRoles),
    ...compareIgnores(before.ignore, after.ignore),
    ...compareRender(before.render, after.render),
    ...compareFormats(before.secretFormats, after.secretFormats),
    ...compareAges(before.ages, after.ages),
    ...comparePosture(before.posture, after.posture),
    ...compareLimits(before.limits, after.limits),
  ];
}

const openshiftChoices = ['false', 'as the repository shows', 'true'] as const;

function openshiftOf({ openshift }: Policy): (typeof openshiftChoices)[number] {
  if (openshift === undefined) return 'as the repository shows';
  return openshift ? 'true' : 'false';
}

/** A binding to a role that is known is judged by its rules, and one to an unknown role is high. */
function knowsMoreRoles(before: (typeof openshiftChoices)[number], after: (typeof openshiftChoices)[number]): boolean {
  return openshiftChoices.indexOf(after) > openshiftChoices.indexOf(before);
}

/** A URL that newly means this repository makes what is elsewhere look as if it were judged. */
function compareRender(before: RenderPolicy, after: RenderPolicy): readonly PolicyDifference[] {
  const require: Path = ['render', 'require'];
  const repositories: Path = ['render', 'repositories'];
  const own = (url: string) => `${quote(url)} means this repository`;
  const other = (url: string) => `${quote(url)} no longer means this repository`;
  return [
    ...removed(before.require, after.require, require, (root) => `${quote(root)} need not be rendered`, true),
    ...added(before.require, after.require, require, (root) => `${quote(root)} must be rendered`, false),
    ...compareNamed('render.roots', 'root', before.roots, after.roots, (_, index) => ['render', 'roots', index]),
    ...removed(before.repositories, after.repositories, repositories, other, true),
    ...added(before.repositories, after.repositories, repositories, own, true),
    ...compareValue(['render', 'seconds'], before.seconds, after.seconds, (was, is) => is < was),
  ];
}

/** Once the file says nothing of `failOn`, an input may choose it: that weakens too. */
function compareFailOn(before: Policy, after: Policy): readonly PolicyDifference[] {
  const strictness = ({ failOn }: Policy) => (failOn === 'never' ? -1 : compareSeverity(failOn, 'critical'));
  const name = ({ failOn, failOnStated }: Policy) => (failOnStated ? failOn : `the default (${failOn})`);
  if (name(before) === name(after)) return [];
  const weakens = strictness(after) < strictness(before) || (before.failOnStated && !after.failOnStated);
  const code = ['failOn', ...[before, after].map(({ failOn, failOnStated }) => (failOnStated ? failOn : 'default'))];
  return [{ path: ['failOn'], what: `failOn goes from ${name(before)} to ${name(after)}`, code, weakens }];
}

/** A pass must not count for more branches than before; where none are named it counts for any. */
function compareBranches(before: Policy['branches'], after: Policy['branches']): readonly PolicyDifference[] {
  const path = ['branches'];
  if (before === undefined || after === undefined) {
    if (before === after) return [];
    const isGone = after === undefined;
    const what = isGone ? 'the delivered branches are no longer named' : `only ${listed(after)} may be merged into`;
    return [{ path, what, code: ['branches', ...(after ?? [])], weakens: isGone }];
  }
  return [
    ...added(before, after, path, (branch) => `${quote(branch)} may be merged into`, true),
    ...removed(before, after, path, (branch) => `${quote(branch)} may no longer be merged into`, false),
  ];
}

function compareIgnores(before: readonly IgnoreEntry[], after: readonly IgnoreEntry[]): readonly PolicyDifference[] {
  const [was, is] = [lastDays(before), lastDays(after)];
  const fresh = after.flatMap((entry, index) => {
    if ((was.get(selectorOf(entry)) ?? '') >= entry.until) return [];
    const what = `an ignore entry for ${quote(entry.rule)} is added or reaches further`;
    const code = ['ignore', 'more', selectorOf(entry), entry.until];
    return [{ path: ['ignore', index], what, code, weakens: true }];
  });
  const gone = before.filter((entry) => (is.get(selectorOf(entry)) ?? '') < entry.until);
  return [
    ...fresh,
    ...gone.map((entry) => {
      const what = `an ignore entry for ${quote(entry.rule)} is gone or ends earlier`;
      return { path: ['ignore'], what, code: ['ignore', 'less', selectorOf(entry), entry.until], weakens: false };
    }),
  ];
}

/** What an entry selects → the last day that any entry selects it. */
function lastDays(entries: readonly IgnoreEntry[]): ReadonlyMap<string, string> {
  const days = new Map<string, string>();
  for (const entry of entries) {
    const selector = selectorOf(entry);
    if ((days.get(selector) ?? '') < entry.until) days.set(selector, entry.until);
  }
  return days;
}

function selectorOf({ rule, fingerprint, object, path, blobs }: IgnoreEntry): string {
  return JSON.stringify([rule, fingerprint, object, path, [...blobs].sort()]);
}

/** A file over a limit is not read: a smaller limit hides more. A whole run over one could not be judged, which hides nothing. */
function compareLimits(before: Limits, after: Limits): readonly PolicyDifference[] {
  const ofTheRun: readonly string[] = ['totalBytes', 'seconds'];
  const names = Object.keys(before) as (keyof Limits)[];
  return names.flatMap((name) =>
    compareValue(['limits', name], before[name], after[name], (was, is) => is < was && !ofTheRun.includes(name)),
  );
}

/** Fewer people to approve, or a check that need not be made any more. */
function comparePosture(before: PosturePolicy, after: PosturePolicy): readonly PolicyDifference[] {
  const path: Path = ['posture', 'require'];
  return [
    ...compareValue(['posture', 'approvals'], before.approvals, after.approvals, (was, is) => is < was),
    ...added(before.require, after.require, path, (id) => `the check ${id} must be made`, false),
    ...removed(before.require, after.require, path, (id) => `the check ${id} need not be made any more`, true),
  ];
}

/** Without one of them, or with another pattern, secrets are no longer found; a less severe one may no longer block. */
function compareFormats(before: readonly SecretFormat[], after: readonly SecretFormat[]): readonly PolicyDifference[] {
  const path: Path = ['secrets', 'formats'];
  const finds = ({ pattern, severity }: SecretFormat, was: SecretFormat) =>
    pattern === was.pattern && compareSeverity(severity, was.severity) <= 0;
  const lost = before.filter((was) => !after.some((is) => finds(is, was)));
  return [
    ...lost.map((was) => ({
      path,
      what: `the secret format ${quote(was.name)} is gone, has another pattern or is less severe`,
      code: ['secrets.formats', 'weaker', plain(was)],
      weakens: true,
    })),
    ...added(before, after, path, ({ name }) => `the secret format ${quote(name)} is added or changed`, false),
  ];
}

/** More days or hours report less, but for a certificate's, which are those before its end. */
function compareAges(before: AgePolicy, after: AgePolicy): readonly PolicyDifference[] {
  const names = Object.keys(before) as (keyof AgePolicy)[];
  return names.flatMap((name) =>
    compareValue(['ages', name], before[name], after[name], (was, is) => is > was === (name !== 'certificateDays')),
  );
}
