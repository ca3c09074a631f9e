import { expect, test } from '@jest/globals';
import { parseCommit } from '../../src/git/object/parse-object.ts';
import { placeOf } from '../../src/history/model/place.ts';
import { mostFiles, pastChangeReader } from '../../src/history/read/read-past-change.ts';

const read = pastChangeReader('sha1');
function commit({ author = 'Ada <Ada@Example.com> 1700000000 +0130', extra = '', message = 'fix: a\n' } = {}) {
  const text = `tree ${'a'.repeat(40)}\nauthor ${author}\ncommitter Ada <ada@example.com> 1700000000 +0000\n${extra}\n${message}`;
  return parseCommit('b'.repeat(40), Buffer.from(text));
}

test('what git says of a commit', () => {
  expect(read(commit(), [{ path: 'a', isRemoved: false }])).toEqual({
    id: 'b'.repeat(40),
    name: 'Ada',
    email: 'ada@example.com',
    isBot: false,
    time: 1_700_000_000,
    zone: 90,
    committer: 'ada@example.com',
    signing: 'unsigned',
    subject: 'fix: a',
    files: [{ path: 'a', isRemoved: false }],
  });
});

test.each([
  ['-0800', -480],
  ['+1400', 840],
  ['+1500', undefined],
  ['+0075', undefined],
  ['+9999', undefined],
  ['UTC', undefined],
  ['', undefined],
])('the zone %s', (zone, minutes) => {
  expect(read(commit({ author: `Ada <a@b.c> 1700000000 ${zone}` }), []).zone).toBe(minutes);
});

test('a name that looks like the end of a line, and one of control characters', () => {
  expect(read(commit({ author: 'Ada> 1 +0500 <a@b.c> 1700000000 -0100' }), []).zone).toBe(-60);
  expect(read(commit({ author: '\u001b[31m\u0007 <a@b.c> 1700000000 +0000' }), [])).toMatchObject({
    zone: 0,
    time: 1_700_000_000,
  });
  expect(read(commit({ author: '' }), [])).toMatchObject({ name: '', email: '', time: Number.NaN, zone: undefined });
});

test.each([
  ['renovate[bot] <29139614+renovate[bot]@users.noreply.github.com>', true],
  ['Renovate <bot@renovateapp.com>', true],
  ['kubeflow-bot <ci@kubeflow.org>', true],
  ['Abbot <abbot@example.com>', false],
  ['Robottom <r@example.com>', false],
])('%s', (person, isBot) => {
  expect(read(commit({ author: `${person} 1700000000 +0000` }), []).isBot).toBe(isBot);
});

test('a signature that is no proper one names no key', () => {
  const armor = (label: string) => `gpgsig -----BEGIN ${label}-----\n \n AAAA\n -----END ${label}-----\n`;
  for (const label of ['PGP SIGNATURE', 'SSH SIGNATURE', 'SIGNED MESSAGE', 'NOTHING']) {
    expect(read(commit({ extra: armor(label) }), []).signing).toBeUndefined();
  }
  expect(read(commit({ extra: 'gpgsig a\ngpgsig b\n' }), []).signing).toBeUndefined();
});

test('of a commit of very many files so many are looked at', () => {
  const files = Array.from({ length: mostFiles + 5 }, (_, index) => ({ path: `${index}`, isRemoved: false }));
  expect(read(commit(), files).files).toHaveLength(mostFiles);
});

test.each([
  ['clusters/prod/rbac/role.yaml', ['rbac']],
  ['clusters/prod/role-binding.yaml', ['rbac']],
  ['apps/shop/db.sops.yaml', ['secret']],
  ['apps/shop/external-secret.yml', ['secret']],
  ['clusters/prod/flux-system/gotk-sync.yaml', ['delivery']],
  ['.github/workflows/ci.yaml', ['delivery']],
  ['argocd/rbac/vault.yaml', ['rbac', 'secret', 'delivery']],
  ['apps/shop/controller.yaml', []],
  ['secretary.yaml', []],
])('what the name of %s says', (path, sensitive) => {
  expect(placeOf(path).sensitive).toEqual(sensitive);
});

test('an area is three folders deep', () => {
  expect(placeOf('a/b/c/d/e.yaml')).toMatchObject({ area: 'a/b/c', kind: 'e.yaml' });
  expect(placeOf('e.yaml')).toMatchObject({ area: '', kind: 'e.yaml' });
});
