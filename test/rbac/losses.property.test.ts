import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Resource } from '../../src/kube/resource.ts';
import { defaultPolicy } from '../../src/policy/defaults.ts';
import { rbacChange } from '../../src/rbac/judge/widening.ts';
import { runs } from '../thorough.ts';
import { change, people } from './arbitrary-change.ts';
import { isAllowed, type Manifest, requestsOver } from './authorizer.ts';
import { objectsAsResources } from './manifests.ts';

/** The same objects in another file each. */
function copies(objects: readonly Manifest[]): Resource[] {
  return objectsAsResources(objects).map((resource) =>
    Object.assign(Object.create(resource), { file: `copy/${resource.file}` }),
  );
}

function isDangling({ metadata, roleRef }: Manifest, objects: readonly Manifest[]): boolean {
  if (roleRef === undefined) return false;
  const namespace = roleRef.kind === 'Role' ? metadata.namespace : undefined;
  return !objects.some(
    ({ kind, metadata: own }) => kind === roleRef.kind && own.name === roleRef.name && own.namespace === namespace,
  );
}

test('the subjects that lost are those a binding named and who are no longer allowed what it allowed', () => {
  fc.assert(
    fc.property(change, fc.array(fc.nat(12), { maxLength: 4 }), ({ before, after }, indexes) => {
      // What a role that is not there allowed is unknown.
      fc.pre(!before.some((binding) => isDangling(binding, before)));
      // Copies of some objects go away: what they gave is held through the others still.
      const removed = before.filter((_, index) => indexes.includes(index));
      const sides = {
        before: [...objectsAsResources(before), ...copies(removed)],
        after: objectsAsResources(after),
      };
      const { subjectsThatLost } = rbacChange(sides, defaultPolicy);
      const lost = new Set(subjectsThatLost.map(({ key }) => key));
      const all = [...before, ...after].flatMap((object) => object.rules ?? []);
      for (const { subject, person } of people) {
        const alone = {
          name: subject.kind === 'Group' ? 'fresh' : person.name,
          groups: subject.kind === 'Group' ? [subject.name] : [],
        };
        const isLoss = [undefined, 'a', 'b'].some((namespace) =>
          [...requestsOver(all, namespace)].some(
            (request) =>
              request.path === undefined && isAllowed(before, alone, request) && !isAllowed(after, person, request),
          ),
        );
        if (isLoss !== lost.has(subject.key))
          throw new Error(`${subject.key} ${isLoss ? 'lost unseen' : 'lost nothing'}`);
      }
    }),
    { numRuns: runs(500) },
  );
});

test('a subject that loses in two copies counts once', () => {
  const [role, binding] = [
    { kind: 'ClusterRole', metadata: { name: 'c' }, rules: [{ verbs: ['get'], apiGroups: [''], resources: ['pods'] }] },
    {
      kind: 'ClusterRoleBinding',
      metadata: { name: 'b' },
      roleRef: { kind: 'ClusterRole', name: 'c' },
      subjects: [{ kind: 'Group', name: 'dev' }],
    },
  ];
  const one = [role, binding] as Manifest[];
  const before = [...objectsAsResources(one), ...copies(one)];
  expect(rbacChange({ before, after: [] }, defaultPolicy).subjectsThatLost.map(({ key }) => key)).toEqual([
    'Group:dev',
  ]);
  expect(rbacChange({ before, after: objectsAsResources(one) }, defaultPolicy).subjectsThatLost).toEqual([]);
});
