import type { Loosening } from '../../kube/loosening.ts';
import type { Resource } from '../../kube/resource.ts';
import { json, mapping, scalarText } from '../../plain-values.ts';
import { enumerate } from '../../rbac/judge/sentence.ts';
import { isAsked } from '../kubernetes/policies.ts';
import { type KyvernoRule, rulesOf } from '../kyverno/rules.ts';
import { groups, isOf, kinds, type OfKinds } from '../model/of-kinds.ts';
import { readingOf } from './readings.ts';

/** What a policy that is gone was replaced by, and what is said of it: its place is in the new one where that does less. */
export interface Replaced {
  readonly found: readonly Loosening[];
  readonly successor: Resource | undefined;
}

/** What a policy does that refuses nothing. */
type Deed = 'changes' | 'makes' | 'notes';

const said: Readonly<Record<Deed, { readonly one: string; readonly many: string }>> = {
  changes: { one: 'changes objects', many: 'change objects' },
  makes: { one: 'makes objects', many: 'make objects' },
  notes: { one: 'notes what breaks it', many: 'note what breaks it' },
};

/**
 * What took the place of a policy that refused nothing: those of other kinds among the `named` ones that do, all together, each thing that it did.
 * That is low, as the loss of such a policy is: what they do can only be compared by who reads both.
 */
export function replacedQuietly(
  gone: Resource,
  named: readonly Resource[],
  around: readonly Resource[],
): Replaced | undefined {
  const former = deedsOf(gone, around);
  const others = named.filter(
    (each) =>
      isOfOtherKind(each, gone) && isFor(each, gone) && [...deedsOf(each, around)].some((deed) => former.has(deed)),
  );
  if (former.size === 0 || lostDeeds(gone, others, around).length > 0) return undefined;
  return { successor: undefined, found: [replaced(gone, others, [...former].sort(), around)] };
}

/** What a policy did, and none of others does. */
function lostDeeds(gone: Resource, others: readonly Resource[], around: readonly Resource[]): readonly Deed[] {
  const now = new Set(others.flatMap((each) => [...deedsOf(each, around)]));
  return [...deedsOf(gone, around)].filter((each) => !now.has(each)).sort();
}

/** What is said of a policy that also changed or made objects, where those that have its name do not. */
export function alsoLost(
  gone: Resource,
  named: readonly Resource[],
  around: readonly Resource[],
): { readonly details: readonly string[]; readonly codes: readonly string[] } {
  const others = named.filter((each) => isOfOtherKind(each, gone) && isFor(each, gone));
  const codes = lostDeeds(gone, others, around).filter((each) => each !== 'notes');
  return {
    codes,
    details: codes.map((each) => `Its rules that ${said[each].many} are gone: nothing of its name does that now.`),
  };
}

function isOfOtherKind({ group, kind }: Resource, gone: Resource): boolean {
  return group !== gone.group || kind !== gone.kind;
}

/** One for the whole cluster takes the place of one for a namespace, and not the other way round. */
export function isFor(successor: Resource, gone: Resource): boolean {
  const isOfOne = ({ kind }: Resource) => kind === 'Policy' || kind.startsWith('Namespaced');
  return !isOfOne(successor) || (isOfOne(gone) && successor.namespace === gone.namespace);
}

/** What a policy does, but for refusing; nothing where it is no policy, or not asked. */
function deedsOf(policy: Resource, around: readonly Resource[]): ReadonlySet<Deed> {
  const { group, kind, name, value } = policy;
  if (group === groups.kyverno) return kinds.rules.includes(kind) ? new Set(rulesOf(value).map(deedOf)) : none;
  if (group === groups.kyvernoCel && !isAsked(value)) return none;
  if (group === groups.registration && !isBound(kind, name, around)) return none;
  const deed = deeds.find((each) => isOf(each, policy))?.deed;
  return deed === undefined ? none : new Set([deed]);
}

const none: ReadonlySet<Deed> = new Set();

/** What the kinds of single purpose do. */
const deeds: readonly (OfKinds & { readonly deed: Deed })[] = [
  { groups: [groups.kyvernoCel], kinds: kinds.cel, deed: 'notes' },
  { groups: [groups.kyvernoCel], kinds: kinds.changing, deed: 'changes' },
  { groups: [groups.kyvernoCel], kinds: kinds.making, deed: 'makes' },
  { groups: [groups.registration], kinds: ['ValidatingAdmissionPolicy'], deed: 'notes' },
  { groups: [groups.registration], kinds: ['MutatingAdmissionPolicy'], deed: 'changes' },
  { groups: [groups.constraints], deed: 'notes' },
];

function deedOf({ isJudge, value }: KyvernoRule): Deed {
  if (isJudge) return 'notes';
  return value.generate === undefined ? 'changes' : 'makes';
}

function isBound(kind: string, name: string, around: readonly Resource[]): boolean {
  return around.some(
    (each) => each.kind === `${kind}Binding` && scalarText(mapping(each.value.spec).policyName) === name,
  );
}

function replaced(
  gone: Resource,
  others: readonly Resource[],
  does: readonly Deed[],
  around: readonly Resource[],
): Loosening {
  const kinds = others.map(({ kind }) => kind).sort();
  const by = enumerate(kinds.map((kind) => `${kind} ${gone.name}`));
  const now = new Set(others.flatMap((each) => [...readingOf(each, around).resources]));
  const left = [...readingOf(gone, around).resources].filter((each) => !now.has(each) && !now.has('*')).sort();
  const number = others.length === 1 ? 'one' : 'many';
  const how =
    left.length === 0
      ? `which ${does.map((each) => said[each][number]).join(' and ')} as well; whether that is the same was not judged`
      : `which ${number === 'one' ? 'is' : 'are'} not for ${enumerate(left)}`;
  return {
    what: `is replaced by ${by}, ${how}`,
    remedy: 'Compare what the old and the new do, and try both with the same objects.',
    severity: 'low',
    path: [],
    formerPath: [],
    subject: ['replaced', kinds.join(), ...does, ...left, json(others.map(({ value }) => value.spec))],
  };
}
