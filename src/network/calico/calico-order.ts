import { clipped } from '../../clipped.ts';
import type { Loosening } from '../../kube/loosening.ts';
import { canonical, json, list, type Mapping, mapping, scalarText } from '../../plain-values.ts';
import { memoize } from '../../rbac/model/memoize.ts';
import type { Path } from '../../yaml/document.ts';

/** Where a policy of Calico is among the others, and its rules in their order: the first that matches decides (projectcalico.org/v3). */
export interface CalicoOrder {
  readonly tier: string;
  /** Infinity where none is stated: after all others of its tier. */
  readonly order: number;
  readonly rules: readonly {
    readonly part: string;
    /** Whether it keeps what it matches from the rules after it: it denies, or leaves it to the next tier. */
    readonly isDeny: boolean;
    /** Whether what it matches may come through: it allows, or leaves it to the next tier. */
    readonly isAllow: boolean;
    /** The same for rules that say the same. */
    readonly key: string;
    readonly text: string;
    readonly path: Path;
  }[];
}

export function calicoOrder(spec: Mapping): CalicoOrder {
  const stated = Number.parseFloat(scalarText(spec.order));
  return {
    tier: scalarText(spec.tier) || 'default',
    order: Number.isNaN(stated) ? Number.POSITIVE_INFINITY : stated,
    rules: ['ingress', 'egress'].flatMap((part) =>
      list(spec[part]).flatMap((value, index) => {
        const action = scalarText(mapping(value).action).toLowerCase();
        if (action === 'log') return [];
        return [
          {
            part,
            isDeny: action !== 'allow',
            isAllow: action !== 'deny',
            key: canonical(value),
            text: json(value),
            path: ['spec', part, index],
          },
        ];
      }),
    ),
  };
}

/**
 * Whether a rule of one policy decides about all that a rule of another did: none before it in its own policy, but those that came
 * before the other one as well, decides otherwise. Undefined orders are those of other products, whose rules have none.
 */
export function isAskedAsWell(
  { order: mine, path: at }: { readonly order: CalicoOrder | undefined; readonly path: Path },
  { order: others, path: other }: { readonly order: CalicoOrder | undefined; readonly path: Path },
  decidesOtherwise: 'isAllow' | 'isDeny',
): boolean {
  if (mine === undefined || others === undefined) return true;
  const latest = latestBefore(mine)(others).get(placeOf(at, decidesOtherwise)) ?? Number.NEGATIVE_INFINITY;
  return latest < Number(other[2]);
}

const placeOf = ([, part, index]: Path, decides: string) => `${part} ${index} ${decides}`;

/** For each rule of one policy, the latest place in another one of what comes before it; infinity where one of these is not there. */
const latestBefore = memoize((mine: CalicoOrder) =>
  memoize((others: CalicoOrder): ReadonlyMap<string, number> => {
    const places = new Map(
      [...others.rules].reverse().map(({ part, key, path }) => [`${part} ${key}`, Number(path[2])]),
    );
    const latest = new Map<string, number>();
    const found = new Map<string, number>();
    for (const { part, key, path, isAllow, isDeny } of mine.rules) {
      for (const [decides, is] of Object.entries({ isAllow, isDeny })) {
        const so = latest.get(`${part} ${decides}`) ?? Number.NEGATIVE_INFINITY;
        found.set(placeOf(path, decides), so);
        const own = is ? (places.get(`${part} ${key}`) ?? Number.POSITIVE_INFINITY) : so;
        latest.set(`${part} ${decides}`, Math.max(so, own));
      }
    }
    return found;
  }),
);

const remedy = 'Keep what denies before what allows, or show that they are about different traffic.';

/** What may newly be decided by a rule that allows, because it is asked before one that denies: whether both match the same is not worked out. */
export function reordered(was: CalicoOrder, is: CalicoOrder): readonly Loosening[] {
  return [...moved(was, is), ...overtaking(was, is)];
}

function moved(was: CalicoOrder, is: CalicoOrder): readonly Loosening[] {
  const isOther = was.tier !== is.tier;
  const isEarlier = is.order < was.order && is.rules.some(({ isAllow }) => isAllow);
  const isLater = is.order > was.order && was.rules.some(({ isDeny }) => isDeny);
  if (!isOther && !isEarlier && !isLater) return [];
  const placeOf = ({ tier, order }: CalicoOrder) => {
    if (isOther) return `tier ${tier}`;
    return Number.isFinite(order) ? `order ${order}` : 'no order';
  };
  const [old, now] = [placeOf(was), placeOf(is)];
  const where = isOther ? 'elsewhere' : isEarlier ? 'earlier' : 'later';
  const field = isOther ? 'tier' : 'order';
  return [
    {
      what: `is evaluated ${where} among the policies (${old} before, ${now} now), so that what others deny may newly be allowed`,
      remedy: `Keep its ${field}, or show that no other policy decides about the same traffic.`,
      severity: 'medium',
      path: ['spec', field],
      formerPath: ['spec', field],
      subject: [field, now],
    },
  ];
}

/** A rule that allows and was after one that denies, and is before it now; the first of each part. */
function overtaking(was: CalicoOrder, is: CalicoOrder): readonly Loosening[] {
  return ['ingress', 'egress'].flatMap((part): readonly Loosening[] => {
    const [old, now] = [was, is].map(({ rules }) => rules.filter((each) => each.part === part));
    const firstDeny = new Map((old ?? []).flatMap(({ isDeny, key }, index) => (isDeny ? [[key, index] as const] : [])));
    const place = new Map((old ?? []).map(({ key }, index) => [key, index]));
    let latest = -1;
    // From the end: the earliest former place of what denies after each rule.
    let earliest = Number.POSITIVE_INFINITY;
    for (let index = (now ?? []).length - 1; index >= 0; index--) {
      const rule = now?.[index];
      if (rule === undefined) continue;
      const former = place.get(rule.key);
      if (rule.isAllow && former !== undefined && earliest < former) latest = index;
      if (rule.isDeny) earliest = Math.min(earliest, firstDeny.get(rule.key) ?? Number.POSITIVE_INFINITY);
    }
    const rule = now?.[latest];
    if (rule === undefined) return [];
    return [
      {
        what: `newly allows ${part} before the rule that denied it is evaluated`,
        remedy,
        severity: 'high',
        path: rule.path,
        details: [clipped(rule.text, 300)],
        subject: ['overtakes', part, rule.text, ...(now ?? []).map(({ text }) => text)],
      },
    ];
  });
}

/** What a Tier newly lets its policies, or those of later tiers, decide (projectcalico.org/v3, TierSpec: what no policy of it matches is denied, unless it passes on). */
export function tierLoosened(was: Mapping, is: Mapping): readonly Loosening[] {
  const [old, now] = [mapping(was.spec), mapping(is.spec)];
  const actionOf = (spec: Mapping) => scalarText(spec.defaultAction).toLowerCase() || 'deny';
  const order = (spec: Mapping) => scalarText(spec.order);
  const loosenings: Loosening[] = [];
  // What is neither of both is whatever fills it in.
  const [action, former] = [actionOf(now), actionOf(old)];
  if (action !== 'deny' && former !== 'pass' && action !== former) {
    const does = action === 'pass' ? 'newly leaves' : 'may newly leave';
    loosenings.push({
      what: `${does} to the next tier what none of its policies matches, instead of denying it`,
      remedy: 'Leave defaultAction: Deny, and pass on what others are meant to decide by a rule.',
      severity: 'high',
      path: ['spec', 'defaultAction'],
      subject: ['default', ...(action === 'pass' ? [] : [action])],
    });
  }
  if (order(old) !== order(now)) {
    loosenings.push({
      what: `is evaluated elsewhere among the tiers (order ${order(old) || 'none'} before, ${order(now) || 'none'} now), so that what others deny may newly be allowed`,
      remedy: 'Keep its order, or show that no other tier decides about the same traffic.',
      severity: 'medium',
      path: ['spec', 'order'],
      formerPath: ['spec', 'order'],
      subject: ['order', order(now)],
    });
  }
  return loosenings;
}

/** The field by which a policy is for the interfaces of hosts alone, and is not asked of pods (projectcalico.org/v3, GlobalNetworkPolicy). */
export function hostsOnly(spec: Mapping): { readonly hostsBy?: string } {
  const hostsBy = ['doNotTrack', 'preDNAT'].find((field) => (spec[field] ?? false) !== false);
  return hostsBy === undefined ? {} : { hostsBy };
}

/** That a policy no longer keeps anything from pods. */
export function onlyOfHosts(field: string): Loosening {
  return {
    what: `is no longer asked about the traffic of pods, only about that of hosts (${field})`,
    remedy: 'Keep the policy for pods, and have another one for the interfaces of hosts.',
    severity: 'high',
    path: ['spec', field],
    subject: ['hosts', field],
  };
}
