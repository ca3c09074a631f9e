import { test } from '@jest/globals';
import fc from 'fast-check';
import { defaultPolicy } from '../../src/policy/defaults.ts';
import { compareRbac } from '../../src/rbac/compare/comparison.ts';
import { type Gain, gainsOf } from '../../src/rbac/compare/gain.ts';
import { impliedGroups } from '../../src/rbac/model/subject.ts';
import { allows } from '../../src/rbac/query/request.ts';
import { runs } from '../thorough.ts';
import { change, people } from './arbitrary-change.ts';
import { isAllowed, type Request, requestsOver } from './authorizer.ts';
import { objectsAsResources } from './manifests.ts';

function granted(gains: readonly Gain[], keys: readonly string[], request: Request): readonly Gain[] {
  return gains.filter(({ bound, placement, permissions }) => {
    if (
      !bound.some(({ subject: gainer }) => keys.includes(gainer.key)) ||
      (placement !== undefined && placement !== request.namespace)
    )
      return false;
    const { verb, group, resource = '', name } = request;
    return permissions.some((permission) => allows(permission, { kind: 'resource', verb, group, resource, name }));
  });
}

test('a subject gains what the authorizer newly allows it, and nothing else is reported', () => {
  fc.assert(
    fc.property(change, ({ before, after }) => {
      const { gains } = gainsOf(compareRbac(objectsAsResources(before), objectsAsResources(after), defaultPolicy));
      const all = [...before, ...after].flatMap((object) => object.rules ?? []);
      const idle = new Set(gains);
      for (const { subject: asked, person } of people) {
        for (const namespace of [undefined, 'a', 'b']) {
          for (const request of requestsOver(all, namespace)) {
            if (request.path !== undefined || !isAllowed(after, person, request)) continue;
            if (isAllowed(before, person, request)) continue;
            if (granted(gains, [asked.key, ...impliedGroups(asked)], request).length === 0) {
              throw new Error(`${person.name} gains unseen ${JSON.stringify(request)}`);
            }
            for (const gain of granted(gains, [asked.key], request)) {
              if (gain.placement === namespace) idle.delete(gain);
            }
          }
        }
      }
      for (const gain of idle) {
        if (gain.bound.every((each) => people.some(({ subject: asked }) => asked.key === each.subject.key))) {
          throw new Error(`no request gains by ${JSON.stringify(gain.permissions)} of ${gain.bound[0].subject.key}`);
        }
      }
    }),
    { numRuns: runs(1_000) },
  );
}, 240_000);
