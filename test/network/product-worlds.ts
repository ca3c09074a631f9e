import fc from 'fast-check';
import type { LoosenedObject } from '../../src/kube/loosening.ts';
import type { Resource } from '../../src/kube/resource.ts';
import { resourcesOf } from '../../src/kube/resources.ts';
import type { ScopeObjects } from '../../src/kube/scope.ts';
import { defaultPolicy } from '../../src/policy/defaults.ts';
import { parseYaml } from '../../src/yaml/parse-yaml.ts';

/** The objects of a manifest. */
export function objectsOf(object: unknown, file: string): readonly Resource[] {
  return parseYaml(Buffer.from(JSON.stringify(object)), defaultPolicy.limits).documents.flatMap((each) =>
    resourcesOf(each, file),
  );
}

/** Pods with a label each, so that the policies' namespace is not one that is gone. */
export function podsCalled(namespace: string, apps: readonly string[]): readonly Resource[] {
  return apps.flatMap((app) =>
    objectsOf(
      {
        apiVersion: 'v1',
        kind: 'Pod',
        metadata: { name: app, namespace, labels: { app } },
        spec: { containers: [{ name: 'a', image: 'a' }] },
      },
      'pods.yaml',
    ),
  );
}

/** Policies, and the same after one of them is another one, is gone, or is new. */
export interface Changed<P> {
  readonly before: readonly P[];
  readonly after: readonly P[];
  /** Where one has another name as well: the others. */
  readonly without?: readonly P[];
}

/** A change of one of a few policies: all of it, one of the fields that `parts` finds, none is left of it, or one of another name takes its place; `mixed` gets -1 for all of it. */
export function changeOf<P>(
  policy: fc.Arbitrary<P>,
  mixed: (old: P, other: P, part: number) => P,
): fc.Arbitrary<Changed<P>> {
  return fc
    .record({
      all: fc.array(policy, { minLength: 1, maxLength: 3 }),
      at: fc.nat(2),
      other: policy,
      how: fc.constantFrom('gone', 'another', 'renamed', 'mixed', 'mixed', 'mixed'),
      part: fc.nat(20),
    })
    .map(({ all, at, other, how, part }) => {
      const index = at % all.length;
      const without = all.filter((_, each) => each !== index);
      const old = all[index] as P;
      if (how === 'gone') return { before: all, after: without };
      const now = mixed(old, other, how === 'mixed' ? part : -1);
      const after = all.map((each, position) => (position === index ? now : each));
      return { before: all, after, ...(how === 'renamed' ? { without } : {}) };
    });
}

/** Both sides as a scope has them: what did not change is the same object on both. */
export function sidesOf<P>(
  { before, after, without }: Changed<P>,
  around: readonly Resource[],
  toObject: (policy: P, name: string) => unknown,
): ScopeObjects {
  const names = new Map<P, string>();
  const nameOf = (policy: P, index: number) => {
    const own = names.get(policy) ?? `p${index}`;
    names.set(policy, own);
    return own;
  };
  // One that took another's place has its name.
  const isInPlace = without === undefined;
  const old = before.map(
    (each, index) => [each, objectsOf(toObject(each, nameOf(each, index)), `${index}.yaml`)] as const,
  );
  const now = after.flatMap((each, index) => {
    const kept = old.find(([policy]) => policy === each)?.[1];
    return kept ?? objectsOf(toObject(each, isInPlace ? `p${index}` : `new${index}`), `${index}.yaml`);
  });
  return { before: [...around, ...old.flatMap(([, all]) => all)], after: [...around, ...now] };
}

export const foundIn = (all: readonly LoosenedObject[]): readonly string[] =>
  all.flatMap(({ loosenings }) => loosenings.map(({ severity, what }) => `${severity} ${what}`));

/** A list of a few of these. */
export const someOf = <T>(...values: readonly T[]): fc.Arbitrary<T[]> =>
  fc.uniqueArray(fc.constantFrom(...values), { minLength: 1, maxLength: 2 });
