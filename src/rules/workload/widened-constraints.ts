import { groupBy } from '../../groups.ts';
import type { Scope } from '../../kube/touched-file.ts';
import type { RaisedConstraints } from '../../rbac/judge/raised-constraints.ts';
import { enumerate } from '../../rbac/judge/sentence.ts';
import { identity } from '../../rbac/judge/wording.ts';
import { resourceName } from '../../rbac/model/rbac-object.ts';
import type { Allowance } from '../../workload/constraints/allowances.ts';
import type { WidenedConstraints } from '../../workload/constraints/widened-constraints.ts';
import { observeRaised } from '../rbac/raised-constraints.ts';
import type { Observation } from '../rule.ts';

/**
 * Constraints on pods that allow more than before. What RBAC's family weighs of them is said with those who may use them, and by
 * `rbac-broad-subject` where that is everyone.
 */
export function* observeConstraints(
  scope: Scope,
  widened: readonly WidenedConstraints[],
  raised: readonly RaisedConstraints[],
): Generator<Observation> {
  const known = new Map(raised.map((each) => [each.resource, each]));
  for (const each of raised) if (!each.isForEveryone) yield observeRaised(scope, each);
  for (const { resource, gained } of widened) {
    const rest = known.has(resource) ? gained.filter(({ power }) => power === undefined) : gained;
    const [first, ...others] = rest;
    if (first !== undefined) yield observeAllowances(scope, resource, [first, ...others]);
  }
}

function observeAllowances(
  scope: Scope,
  resource: WidenedConstraints['resource'],
  gained: readonly [Allowance, ...Allowance[]],
): Observation {
  const [first, ...others] = gained;
  const lines = new Set([resource.at(first.path).line]);
  const places = others.flatMap(({ path }) => {
    const position = resource.at(path);
    if (lines.has(position.line)) return [];
    lines.add(position.line);
    return [position];
  });
  return {
    message: `${resourceName(resource)} newly lets pods ${enumerate(phrases(gained))}.`,
    remedy: 'Give the pods that need it constraints of their own, and let only their ServiceAccount use them.',
    severity: gained.some(({ power, value }) => power !== undefined || value === 'seLinuxContext') ? 'high' : 'medium',
    position: resource.at(first.path),
    ...(places.length === 0 ? {} : { places }),
    scope,
    object: identity(resource),
    subject: ['constraints', ...gained.map(({ kind, value }) => `${kind} ${value}`.trim()).sort()],
  };
}

/** Each kind once, with its values. */
function phrases(gained: readonly Allowance[]): readonly string[] {
  return [...groupBy(gained, ({ what }) => what)].map(([what, allowances]) => {
    const values = allowances.map(({ value }) => (value === '*' ? '(any)' : value));
    return what.replace('#', () => enumerate(values));
  });
}
