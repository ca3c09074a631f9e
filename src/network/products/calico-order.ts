import { clipped } from '../../clipped.ts';
import type { Loosening } from '../../kube/loosening.ts';
import { json, list, type Mapping, mapping, scalarText } from '../../plain-values.ts';
import type { Path } from '../../yaml/document.ts';

/** Where a policy of Calico is among the others, and its rules in their order: the first that matches decides (projectcalico.org/v3). */
export interface CalicoOrder {
  readonly tier: string;
  /** Infinity where none is stated: after all others of its tier. */
  readonly order: number;
  readonly rules: readonly {
    readonly part: string;
    readonly isDeny: boolean;
    readonly key: string;
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
        return [{ part, isDeny: action === 'deny', key: json(value), path: ['spec', part, index] }];
      }),
    ),
  };
}

const remedy = 'Keep what denies before what allows, or show that they are about different traffic.';

/** What may newly be decided by a rule that allows, because it is asked before one that denies: whether both match the same is not worked out. */
export function reordered(was: CalicoOrder, is: CalicoOrder): readonly Loosening[] {
  return [...moved(was, is), ...overtaking(was, is)];
}

function moved(was: CalicoOrder, is: CalicoOrder): readonly Loosening[] {
  const isOther = was.tier !== is.tier;
  const isEarlier = is.order < was.order && is.rules.some(({ isDeny }) => !isDeny);
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
      what: `is asked ${where} among the policies (${old} before, ${now} now), so that what others deny may newly be allowed`,
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
      if (rule.isDeny) earliest = Math.min(earliest, firstDeny.get(rule.key) ?? Number.POSITIVE_INFINITY);
      else if (former !== undefined && earliest < former) latest = index;
    }
    const rule = now?.[latest];
    if (rule === undefined) return [];
    return [
      {
        what: `allows ${part} before what denied it is asked`,
        remedy,
        severity: 'high',
        path: rule.path,
        details: [clipped(rule.key, 300)],
        subject: ['overtakes', part, rule.key],
      },
    ];
  });
}
