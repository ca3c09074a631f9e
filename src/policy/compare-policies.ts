import { compareSeverity, type Severity } from '../severity.ts';
import type { Path } from '../yaml/document.ts';
import type {
  AgePolicy,
  IgnoreEntry,
  Limits,
  Policy,
  PosturePolicy,
  RenderPolicy,
  SecretFormat,
  SignaturePolicy,
  SignatureRequirement,
  SignerEntry,
} from './policy.ts';
import { quote } from './shape/shape.ts';

/** One thing that two policies differ in. `path` is a place in the later one's file, or names what it lacks. */
export interface PolicyDifference {
  readonly path: Path;
  /** What changes, without a subject: `failOn goes from high to never`. */
  readonly what: string;
  /** The same for fingerprints: no words that a later release may choose otherwise. */
  readonly code: readonly string[];
  /** Whether something that was blocked, reported or read before may now pass. In doubt it does. */
  readonly weakens: boolean;
}

/** Everything in which `after` differs from `before`, in the order of the file's keys. */
export function comparePolicies(before: Policy, after: Policy): readonly PolicyDifference[] {
  return [
    ...compareFailOn(before, after),
    ...compareRules(before.rules, after.rules),
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

/** The least and the worst severity that a rule's entry can give a finding; -1 is off. Without an entry findings keep their own. */
function bounds(level: Severity | 'off' | undefined): readonly [least: number, worst: number] {
  if (level === undefined) return [0, 3];
  const rank = level === 'off' ? -1 : 3 - compareSeverity(level, 'critical');
  return [rank, rank];
}

function compareRules(before: Policy['rules'], after: Policy['rules']): readonly PolicyDifference[] {
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((id) => {
    const [was, is] = [before.get(id), after.get(id)];
    if (was === is) return [];
    const weakens = bounds(is)[0] < bounds(was)[1];
    const what = `the rule ${quote(id)} goes from ${was ?? 'its own severity'} to ${is ?? 'its own severity'}`;
    return [{ path: ['rules', id], what, code: ['rules', id, was ?? 'own', is ?? 'own'], weakens }];
  });
}

function compareSignatures(before: SignaturePolicy, after: SignaturePolicy): readonly PolicyDifference[] {
  const identity = ['none', 'committer', 'committer-and-author'];
  const onPush = ['report', 'block'];
  const accept = ['all', 'merges', 'none'];
  const looser = (order: readonly string[]) => (was: string, is: string) => order.indexOf(is) < order.indexOf(was);
  const at = (...path: Path): Path => ['signatures', ...path];
  const identityOf = (one: { subject: string; issuer: string; roles: readonly string[] }) =>
    `${quote(one.subject)} of ${quote(one.issuer)} with the roles ${listed(one.roles)}`;
  return [
    ...compareValue(at('identity'), before.identity, after.identity, looser(identity)),
    ...compareValue(at('onPush'), before.onPush, after.onPush, looser(onPush)),
    ...compareSigners(before.signers, after.signers),
    ...compareRequirements(before.requirements, after.requirements),
    ...compareValue(at('forge', 'accept'), before.forge.accept, after.forge.accept, looser(accept)),
    ...compareList(before.forge.bots, after.forge.bots, at('forge', 'bots'), (bot) => `the bot ${quote(bot)}`),
    ...compareList(before.forge.keys, after.forge.keys, at('forge', 'keys'), (key) => `the forge key ${quote(key)}`),
    ...compareList(before.identities, after.identities, at('identities'), (one) => `the identity ${identityOf(one)}`),
  ];
}

/** Taking this role away needs an admin, as giving it does. */
const admin = 'admin';

/** A signer's entry overrides what its key says: anything but fewer emails or roles may give someone more. */
function compareSigners(before: readonly SignerEntry[], after: readonly SignerEntry[]): readonly PolicyDifference[] {
  const byKey = (signers: readonly SignerEntry[]) => new Map(signers.map((signer) => [signer.key, signer]));
  const [old, fresh] = [byKey(before), byKey(after)];
  return [...new Set([...old.keys(), ...fresh.keys()])].flatMap((key) => {
    const [was, is] = [old.get(key), fresh.get(key)];
    if (same(was, is)) return [];
    const path: Path = ['signatures', 'signers', key];
    const code = ['signatures.signers', key, plain(is)];
    if (!was) {
      const what = `the signer ${quote(key)} is added with the roles ${listed(is?.roles)}`;
      return [{ path, what, code, weakens: true }];
    }
    if (!is) return [{ path, what: `the signer ${quote(key)} is left to what the key says`, code, weakens: true }];
    const fewerEmails = is.emails.length > 0 && isWithin(is.emails, was.emails);
    const losesAdmin = was.roles.includes(admin) && !is.roles.includes(admin);
    const sameRoles = isWithin(is.roles, was.roles) && !losesAdmin;
    const weakens = was.name !== is.name || !sameRoles || !(same(is.emails, was.emails) || fewerEmails);
    const what = `the signer ${quote(key)} becomes ${quote(is.name)}, emails ${listed(is.emails)}, roles ${listed(is.roles)}`;
    return [{ path, what, code, weakens }];
  });
}

function compareRequirements(
  before: readonly SignatureRequirement[],
  after: readonly SignatureRequirement[],
): readonly PolicyDifference[] {
  const asks = (by: SignatureRequirement, of: SignatureRequirement) =>
    isWithin(of.paths, by.paths) &&
    isWithin(of.rules, by.rules) &&
    isWithin(by.signers, of.signers) &&
    isWithin(by.roles, of.roles);
  const lost = before.filter((was) => !after.some((is) => asks(is, was)));
  const path: Path = ['signatures', 'require'];
  const name = ({ paths, rules }: SignatureRequirement) => `for ${listed([...paths, ...rules])}`;
  return [
    ...lost.map((was) => ({
      path,
      what: `the signature requirement ${name(was)} is gone or demands less`,
      code: ['signatures.require', 'weaker', plain(was)],
      weakens: true,
    })),
    ...added(before, after, path, (is) => `a signature requirement ${name(is)} is stated`, false),
  ];
}

/** Scopes and declared roles decide what covers what: any difference can make a widening look covered. */
function compareNamed<T extends { readonly name: string }>(
  key: string,
  kind: string,
  before: readonly T[],
  after: readonly T[],
  pathOf: (item: T, index: number) => Path,
): readonly PolicyDifference[] {
  const old = new Set(before.map(plain));
  const names = new Set(after.map(({ name }) => name));
  const changed = after.flatMap((item, index) => {
    if (old.has(plain(item))) return [];
    const what = `the ${kind} ${quote(item.name)} is added or changed`;
    return [{ path: pathOf(item, index), what, code: [key, item.name, plain(item)], weakens: true }];
  });
  const gone = before.filter(({ name }) => !names.has(name));
  const path = key.split('.');
  return [
    ...changed,
    ...gone.map(({ name }) => {
      return { path, what: `the ${kind} ${quote(name)} is gone`, code: [key, name], weakens: true };
    }),
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
  const names = Object.keys(before).filter((name): name is keyof Limits => name in after);
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
  const names = Object.keys(before).filter((name): name is keyof AgePolicy => name in after);
  return names.flatMap((name) =>
    compareValue(['ages', name], before[name], after[name], (was, is) => is > was === (name !== 'certificateDays')),
  );
}

function compareValue<T extends string | number>(
  path: Path,
  before: T,
  after: T,
  weakens: (before: T, after: T) => boolean,
): readonly PolicyDifference[] {
  if (before === after) return [];
  const code = [path.join('.'), String(before), String(after)];
  return [{ path, what: `${path.join('.')} goes from ${before} to ${after}`, code, weakens: weakens(before, after) }];
}

/** A list of what is trusted: more of it weakens. */
function compareList<T>(
  before: readonly T[],
  after: readonly T[],
  path: Path,
  name: (item: T) => string,
): readonly PolicyDifference[] {
  return [
    ...added(before, after, path, (item) => `${name(item)} is trusted`, true),
    ...removed(before, after, path, (item) => `${name(item)} is no longer trusted`, false),
  ];
}

/** The items that only `after` has. */
function added<T>(
  before: readonly T[],
  after: readonly T[],
  path: Path,
  what: (item: T) => string,
  weakens: boolean,
  how: 'added' | 'removed' = 'added',
): readonly PolicyDifference[] {
  const known = new Set(before.map(plain));
  const only = after.filter((item) => !known.has(plain(item)));
  return only.map((item) => ({ path, what: what(item), code: [path.join('.'), how, plain(item)], weakens }));
}

/** The items that only `before` has. */
function removed<T>(
  before: readonly T[],
  after: readonly T[],
  path: Path,
  what: (item: T) => string,
  weakens: boolean,
): readonly PolicyDifference[] {
  return added(after, before, path, what, weakens, 'removed');
}

function isWithin(part: readonly string[], whole: readonly string[]): boolean {
  return part.every((item) => whole.includes(item));
}

function listed(items: readonly string[] = []): string {
  return items.length === 0 ? 'none' : items.map(quote).join(', ');
}

/** As plain data; policies are built with their keys in one order, so that equal ones give equal text. */
function plain(value: unknown): string {
  return JSON.stringify(value) ?? '';
}

function same(a: unknown, b: unknown): boolean {
  return plain(a) === plain(b);
}
