import { groupBy } from '../../groups.ts';
import type { Resource } from '../../kube/resource.ts';
import type { NearScope } from '../../kube/scope.ts';
import { type Mapping, scalarText, valueUnder } from '../../plain-values.ts';
import { inOrder } from '../model/in-order.ts';
import { groups, isOf, kinds } from '../model/of-kinds.ts';
import type { OtherPolicies } from './cluster-policy.ts';
import { moreExempted } from './exceptions/exemptions.ts';
import { type Elsewhere, rulesElsewhere } from './rules-elsewhere.ts';

/** What there is of Kyverno's kinds next to an object that is compared. */
export interface KyvernoAround extends OtherPolicies {
  /** The exceptions before the change that are of the same kind and namespace. */
  readonly exceptions: (exception: Mapping) => readonly Mapping[];
}

/** Former exceptions that a new one is compared with. */
const mostExceptions = 50;

/** Finds the rules after a change, and the exceptions before it, those of other folders (`near`) as well where they exempt; few changes ask. */
export function kyvernoAround(
  before: readonly Resource[],
  after: readonly Resource[],
  near: () => readonly NearScope[],
): KyvernoAround {
  let elsewhere: Elsewhere | undefined;
  let former: ReadonlyMap<string, readonly Resource[]> | undefined;
  const placed = (own: readonly Resource[], side: 'before' | 'after') => () => [
    { scope: undefined, objects: own },
    ...near().map(({ scope, sides }) => ({ scope, objects: sides[side] })),
  ];
  const isExempted = moreExempted(placed(before, 'before'), placed(after, 'after'));
  return {
    isExempted,
    isElsewhere: (rule, policy) => {
      elsewhere ??= rulesElsewhere(
        after
          .filter((each) => isOf({ groups: [groups.kyverno], kinds: kinds.rules }, each))
          .map(({ value }) => inOrder(value)),
        isExempted,
      );
      return elsewhere(rule, policy);
    },
    exceptions: ({ apiVersion, metadata }) => {
      former ??= groupBy(
        before.filter(({ kind }) => kind === 'PolicyException'),
        ({ group, value }) => placeOf(group, value.metadata),
      );
      const group = scalarText(apiVersion).replace(/\/.*/, '');
      return (former.get(placeOf(group, metadata)) ?? []).slice(0, mostExceptions).map(({ value }) => inOrder(value));
    },
  };
}

function placeOf(group: string, metadata: unknown): string {
  return JSON.stringify([group, valueUnder(metadata, 'namespace')]);
}
