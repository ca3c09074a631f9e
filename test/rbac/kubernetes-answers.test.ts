import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { defaultPolicy } from '../../src/policy/defaults.ts';
import { uncoveredOf } from '../../src/rbac/model/coverage.ts';
import { readPolicyRule } from '../../src/rbac/model/permission.ts';
import { subjectOf } from '../../src/rbac/model/subject.ts';
import { permissionsOf } from '../../src/rbac/query/permissions-of.ts';
import { type AccessRequest, allows } from '../../src/rbac/query/request.ts';
import type { Manifest } from './authorizer.ts';
import { objectsAsResources } from './manifests.ts';

function fixture<T>(name: string): readonly T[] {
  const file = join(import.meta.dirname, 'fixtures', name);
  return (JSON.parse(readFileSync(file, 'utf8')) as { cases: T[] }).cases;
}

interface CoverageCase {
  readonly head: readonly unknown[];
  readonly base: readonly unknown[];
  readonly authorizerGains: boolean;
}

test('gains exactly where the authorizer does', () => {
  const cases = fixture<CoverageCase>('coverage.json');
  expect(cases.length).toBeGreaterThan(150);
  for (const { head, base, authorizerGains } of cases) {
    const parts = uncoveredOf(head.flatMap(readPolicyRule), base.flatMap(readPolicyRule));
    expect({ head, base, gains: parts.length > 0 }).toEqual({ head, base, gains: authorizerGains });
  }
});

interface Answer {
  readonly user: string;
  readonly groups: readonly string[];
  readonly verb: string;
  readonly group: string;
  readonly resource: string;
  readonly name: string;
  readonly path: string;
  readonly namespace: string;
  readonly allowed: boolean;
}

describe('the authorizer', () => {
  const cases = fixture<{ objects: readonly Manifest[]; answers: readonly Answer[] }>('authorizer.json');

  test('allows a good share of what is asked in each state', () => {
    expect(cases.length).toBeGreaterThan(10);
    const shares = cases.map(({ answers }) => answers.filter(({ allowed }) => allowed).length / answers.length);
    expect(shares.filter((share) => share < 0.3 || share > 0.6)).toEqual([]);
  });

  test.each(cases.map(({ objects, answers }, index) => [index, objects, answers] as const))(
    'answers of state %i',
    (_, objects, answers) => {
      const resources = objectsAsResources(objects);
      for (const answer of answers) {
        const { user, groups, namespace, verb, group, resource, name, path } = answer;
        const request: AccessRequest =
          path === '' ? { kind: 'resource', verb, group, resource, name } : { kind: 'url', verb, url: path };
        const subjects = [subjectOf('User', user), ...groups.map((each) => subjectOf('Group', each))];
        const allowed = subjects.some((subject) =>
          permissionsOf(resources, subject, defaultPolicy).permissions.some(
            ({ permission, placement }) =>
              (placement === undefined || placement === namespace) && allows(permission, request),
          ),
        );
        expect({ ...answer, allowed }).toEqual(answer);
      }
    },
  );
});
