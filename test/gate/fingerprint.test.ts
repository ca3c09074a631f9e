import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { fingerprint } from '../../src/gate/fingerprint.ts';
import type { Observation } from '../../src/rules/rule.ts';
import { runs } from '../thorough.ts';

const object = { group: 'rbac.authorization.k8s.io', kind: 'ClusterRole', namespace: undefined, name: 'ops' };
const base: Observation = {
  message: 'm',
  remedy: 'r',
  subject: ['rules', 'get secrets'],
  scope: 'prod',
  object,
  position: { file: 'prod/role.yaml', line: 7, column: 3 },
};

describe('fingerprint', () => {
  test('is 64 hex digits, the SHA-256 of canonical JSON', () => {
    // printf '%s' '["rbac-widened","prod",["rbac.authorization.k8s.io","ClusterRole",null,"ops"],"rules","get secrets"]' | sha256sum
    expect(fingerprint('rbac-widened', base)).toBe('c887cc85155c0e9ffa61df55112531c09b302878c5a8474561f365765d35ffc3');
  });

  test.each([
    ['a drifting line', { position: { file: 'prod/role.yaml', line: 99, column: 1 } }],
    ['a moved file', { position: { file: 'prod/rbac/ops.yaml', line: 7, column: 3 } }],
    ['another wording', { message: 'other', remedy: 'other', details: ['x'] }],
    ['another severity', { severity: 'low' as const }],
  ])('survives %s', (_, over) => {
    expect(fingerprint('rbac-widened', { ...base, ...over })).toBe(fingerprint('rbac-widened', base));
  });

  test.each<[string, Partial<Observation>]>([
    ['scope', { scope: 'dev' }],
    ['object', { object: { ...object, name: 'dev' } }],
    ['namespace', { object: { ...object, namespace: 'a' } }],
    ['what was gained', { subject: ['rules', 'list secrets'] }],
    ['commit', { commit: 'a'.repeat(40) }],
  ])('depends on the %s', (_, over) => {
    expect(fingerprint('rbac-widened', { ...base, ...over })).not.toBe(fingerprint('rbac-widened', base));
  });

  test('depends on the rule, and on the copy', () => {
    expect(fingerprint('rbac-unknown-role', base)).not.toBe(fingerprint('rbac-widened', base));
    expect(fingerprint('rbac-widened', base, 2)).not.toBe(fingerprint('rbac-widened', base));
  });

  test('tells files apart where there is no object', () => {
    const { object: _, ...plain } = base;
    const moved = { ...plain, position: { file: 'b.env', line: 7, column: 3 } };
    expect(fingerprint('plaintext-secret', plain)).not.toBe(fingerprint('plaintext-secret', moved));
  });

  test('no part can pretend to be another', () => {
    const part = fc.array(fc.string({ unit: 'binary', maxLength: 4 }), { maxLength: 3 });
    fc.assert(
      fc.property(part, part, fc.string(), fc.string(), (a, b, scopeA, scopeB) => {
        const of = (subject: string[], scope: string) => fingerprint('r', { ...base, subject, scope });
        return (of(a, scopeA) === of(b, scopeB)) === (JSON.stringify([a, scopeA]) === JSON.stringify([b, scopeB]));
      }),
      { numRuns: runs(100) },
    );
  });
});
