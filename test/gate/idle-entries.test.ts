import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { idleEntries } from '../../src/gate/idle-entries.ts';
import { readPolicy } from '../../src/policy/read-policy.ts';

const categories: Readonly<Record<string, string>> = {
  'unsigned-commit': 'signature',
  'network-widened': 'network',
  'plaintext-secret': 'secret',
  'rbac-widened': 'rbac',
};
const now = Date.UTC(2026, 5, 15);

function notes(text: string): readonly string[] {
  const { policy } = readPolicy(Buffer.from(`version: 1\n${text}`), '.gitops-gate/policy.yaml');
  return idleEntries(policy, (rule) => categories[rule], now);
}
const entry = (fields: string, until = '2026-12-31') => `  - { ${fields}, reason: agreed, until: ${until} }\n`;

test('entries that accept nothing are named with the reason, those that may are not', () => {
  const blob = 'b'.repeat(40);
  const fingerprint = 'a'.repeat(64);
  expect(
    notes(
      `ignore:\n${[
        entry('rule: plaintext-secret, path: a.yaml'),
        entry(`rule: plaintext-secret, path: a.yaml, blob: ${blob}`),
        entry(`rule: plaintext-secret, fingerprint: ${fingerprint}`),
        entry('rule: rbac-widened, path: a.yaml'),
        entry('rule: rbac-widened, object: ClusterRole/a'),
        entry('rule: rbac-widened, object: ClusterRole/a', '2026-06-14'),
        entry('rule: rbac-widened, object: ClusterRole/a', '2026-06-15'),
      ].join('')}`,
    ),
  ).toEqual([
    'ignore, line 3: the entry for plaintext-secret does not hold: a secret is ignored only together with the blob id of its file',
    'ignore, line 6: the entry for rbac-widened does not hold: a path never hides an RBAC finding',
    'ignore, line 8: the entry for rbac-widened does not hold: it expired after 2026-06-14',
  ]);
});

test('roles that are asked for and that nobody has are named once', () => {
  const text = `signatures:
  signers: { ada@example.org: { name: Ada, roles: [admin] } }
  require:
    - { paths: ["a/**"], roles: [admin, release] }
    - { paths: ["b/**"], roles: [release] }
`;
  expect(notes(text)).toEqual([
    'signatures.require asks for the role release, which no entry of signatures.signers has: nobody meets it',
  ]);
});

test('levels by scope of findings that are in no scope are named', () => {
  const rules = ['unsigned-commit', 'gate-changed', 'network-widened'].map((id) => `  ${id}: {prod: low}\n`).join('');
  expect(notes(`rules:\n${rules}`)).toEqual(
    ['unsigned-commit', 'gate-changed'].map(
      (id) => `rules: findings of ${id} are in no scope, so that its levels by scope hold for none of them`,
    ),
  );
  expect(notes('rules: {gate-changed: low}\n')).toEqual([]);
});

test.each(['gate-changed', 'review-not-required', 'secret-in-history', 'unprotected-branch', 'public-repository'])(
  'findings of %s are in no scope',
  (id) => {
    const folder = join(import.meta.dirname, '../rules', id);
    const expected = readdirSync(folder)
      .filter((name) => name.startsWith('fires-'))
      .map((name) => readFileSync(join(folder, name, 'expected.txt'), 'utf8'));
    expect(expected.length).toBeGreaterThan(0);
    for (const text of expected) expect(text).not.toMatch(/^ {2}scope:/m);
  },
);
