import type { Loosening } from '../../kube/loosening.ts';
import { isMapping, isSameValue, json, mapping } from '../../plain-values.ts';
import type { Severity } from '../../severity.ts';
import { isAskedAsWell, onlyOfHosts, reordered } from '../calico/calico-order.ts';
import { newText } from './entry-text.ts';
import { type Entry, isEverything, type RulePolicy } from './rule-policies.ts';
import { areDisjoint, isEntryWithin } from './within.ts';

const everybody = /"(?:world|all|world-ipv4|0\.0\.0\.0\/0|::\/0|\*)"/;

/** The policies around one that decide about all that it does, as they were and are. */
export interface Neighbours {
  readonly before: readonly RulePolicy[];
  readonly after: readonly RulePolicy[];
  /** Further ones, of single namespaces, that may have kept out what it lets in. */
  readonly keeping?: readonly RulePolicy[];
  /** Those that are gone: one that is new takes their place. */
  readonly gone?: readonly RulePolicy[];
}

/** What a changed policy allows or no longer denies, judged entry by entry; what another one allowed before, or denies now, is not a change. */
export function rulesLoosened(was: RulePolicy, is: RulePolicy, others: Neighbours): readonly Loosening[] {
  const gone = was.denies.filter((each) => !others.after.some((policy) => stillDenies(policy, each, was, is)));
  const freed = [...was.isolates].filter(
    (part) =>
      !is.isolates.has(part) &&
      // What allows all of it is said as an entry.
      !is.allows.some((each) => each.part === part && isEverything(each)) &&
      !others.after.some((policy) => policy.isolates.has(part) && takesPlace(policy, was)),
  );
  return [
    ...newlyAllowed(is, others, was, () => true),
    ...gone.map((each) => ({
      ...entry('denies', 'no longer denies what it denied', 'high', each),
      path: ['spec'],
      formerPath: each.path,
    })),
    ...(freed.length === 0
      ? []
      : [
          {
            what: `no longer keeps out what it does not allow (${freed.join(', ')})`,
            remedy,
            severity: 'high' as const,
            path: ['spec'],
            subject: ['freed', ...freed],
          },
        ]),
    ...(was.hostsBy === undefined && is.hostsBy !== undefined ? [onlyOfHosts(is.hostsBy)] : []),
    ...narrowed(was, is),
    ...passesLost(was, others),
    ...(was.order === undefined || is.order === undefined ? [] : reordered(was.order, is.order)),
  ];
}

/** What a new policy allows to everybody, where others kept out what they do not allow; and all that one which is gone for the same pods did not. */
export function rulesAdded(is: RulePolicy, others: Neighbours): readonly Loosening[] {
  const keptOut = (entry: Entry) =>
    (others.gone ?? []).some((each) => keepsOut(each, is, entry.part) && !isAmong(entry, each.allows));
  return newlyAllowed(is, others, undefined, (entry) => isWide(entry.value) || keptOut(entry));
}

/** `was` is the policy's former self. */
function newlyAllowed(
  is: RulePolicy,
  others: Neighbours,
  was: RulePolicy | undefined,
  isWanted: (entry: Entry) => boolean,
): readonly Loosening[] {
  const allowed = (policy: RulePolicy, entry: Entry) =>
    (policy === was ? areWithin(is.selectors, policy.selectors) : takesPlace(policy, is) && isBefore(policy, is)) &&
    policy.allows.some(
      (each) =>
        isAmong(entry, [each]) &&
        ((policy === was && isSameValue(each.value, entry.value)) ||
          isAskedAsWell({ order: policy.order, path: each.path }, { order: is.order, path: entry.path }, 'isDeny')),
    );
  const keepers = [...others.before, ...(others.keeping ?? [])];
  const replaced = (was?.allows ?? []).filter(({ value }) => !is.allows.some((each) => isSameValue(each.value, value)));
  return is.allows
    .filter((entry) => isWanted(entry) && keepers.some((each) => keepsOut(each, is, entry.part)))
    .filter((each) => !others.before.some((policy) => allowed(policy, each)))
    .map((each) => {
      const { value, part } = each;
      const said = newText(each, replaced);
      const { details, ...found } = entry(
        'allows',
        `newly allows ${part}: ${said}`,
        isWide(value) ? 'high' : 'medium',
        each,
      );
      // For whom, where it was for others.
      const isSame = was !== undefined && isSameValue(was.selectors, is.selectors);
      return {
        ...found,
        ...(said.endsWith('…') ? { details } : {}),
        subject: [...found.subject, ...(isSame ? [] : [json(is.selectors)])],
      };
    });
}

/** Whether a policy may have kept out what another one lets in: it is for none of its pods where they have other labels. */
function keepsOut({ isolates, selectors }: RulePolicy, other: RulePolicy, part: string): boolean {
  return isolates.has(part) && !selectors.some((each, index) => areDisjoint(each, other.selectors[index]));
}

/** Whether a policy is asked about all that another one is: for the same pods, and in the same tier of Calico. */
export function takesPlace(policy: RulePolicy, other: RulePolicy): boolean {
  return policy.order?.tier === other.order?.tier && areWithin(other.selectors, policy.selectors);
}

/** Of Calico, whether a policy is surely asked before another one; elsewhere the order does not matter. */
function isBefore({ order }: RulePolicy, other: RulePolicy): boolean {
  return order === undefined || other.order === undefined || order.order < other.order.order;
}

/** Whether a policy denies what another one denied: of Calico, before any rule that the other one did not ask first may allow it. */
export function stillDenies(policy: RulePolicy, entry: Entry, was: RulePolicy, is: RulePolicy | undefined): boolean {
  const isItself = policy === is;
  const isAsked = isItself
    ? areWithin(was.selectors, policy.selectors)
    : takesPlace(policy, was) && isBefore(policy, was);
  if (!isAsked) return false;
  // That the same entry is asked later than before is said of the order.
  return policy.denies.some(
    (each) =>
      isAmong(entry, [each]) &&
      ((isItself && isSameValue(each.value, entry.value)) ||
        isAskedAsWell({ order: policy.order, path: each.path }, { order: was.order, path: entry.path }, 'isAllow')),
  );
}

/** What a policy of Calico no longer leaves to the next tier, where a rule of its own tier may allow it now. */
export function passesLost(was: RulePolicy, { after }: Neighbours): readonly Loosening[] {
  const own = after.filter((policy) => policy.order?.tier === was.order?.tier);
  const gone = (was.passes ?? []).filter(
    (each) =>
      !own.some((policy) => isAmong(each, policy.passes ?? []) && areWithin(was.selectors, policy.selectors)) &&
      own.some(({ allows, passes = [] }) =>
        allows.some((allowed) => allowed.part === each.part && !isAmong(allowed, passes)),
      ),
  );
  return gone.map((each) => ({
    ...entry(
      'passes',
      'no longer leaves to the next tier what it passed on, so that a rule of its own tier may allow it',
      'medium',
      each,
    ),
    path: ['spec'],
    formerPath: each.path,
  }));
}

/** Whether one of the entries selects all that an entry does. */
export function isAmong({ value, form = value, part }: Entry, entries: readonly Entry[]): boolean {
  return entries.some((each) => each.part === part && isEntryWithin(form, each.form ?? each.value));
}

/** Whether the others select all that these do. */
export function areWithin(ones: readonly unknown[], others: readonly unknown[]): boolean {
  return ones.every((each, index) => isSelectorWithin(each, others[index]));
}

/** Selectors of labels, and the texts of Calico, of which `all()` is everything. */
function isSelectorWithin(one: unknown, other: unknown): boolean {
  if (isSameValue(one, other) || other === 'all()' || other === '') return true;
  return isMapping(one) && isMapping(other) && isEntryWithin(one, other);
}

const remedy = 'Name who needs it, and keep what denies the rest.';

/** `does` is what entries of its kind do, for fingerprints. */
function entry(does: string, what: string, severity: Severity, { value, path, part }: Entry) {
  return { what, remedy, severity, path, details: [json(value).slice(0, 300)], subject: [does, part, json(value)] };
}

/** Whether an entry names nobody, or everybody. */
export function isWide(value: unknown): boolean {
  const { from, source, action: _, to: __, when: ___, toPorts: ____, ...others } = mapping(value);
  const isNobody =
    from === undefined && source === undefined && Object.keys(others).every((key) => !/^(?:from|to)[A-Z]/.test(key));
  return isNobody || everybody.test(json(value));
}

function narrowed(was: RulePolicy, is: RulePolicy): readonly Loosening[] {
  const isLess = !areWithin(was.selectors, is.selectors);
  if (!isLess || (was.denies.length === 0 && was.isolates.size === 0)) return [];
  return [
    {
      what: 'no longer applies to all that it applied to',
      remedy,
      severity: 'high',
      path: is.selectorPath,
      formerPath: was.selectorPath,
      subject: ['selector', json(is.selectors)],
    },
  ];
}
