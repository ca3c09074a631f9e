import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { fixText } from '../../src/cli/fix/fix-text.ts';
import { fixOfFiles } from './fix-of-files.ts';

const crlf = (text: string) => text.replaceAll('\n', '\r\n');
const namespace = 'apiVersion: v1\nkind: Namespace\nmetadata: {name: shop}\n';
const deny = (name: string) =>
  `apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: ${name}, namespace: shop}\nspec:\n  podSelector: {matchLabels: {app: ${name}}}\n  policyTypes: [Ingress]\n`;
const binding = (subject: string) =>
  `apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRoleBinding\nmetadata:\n  name: ops\nroleRef:\n  apiGroup: rbac.authorization.k8s.io\n  kind: ClusterRole\n  name: cluster-admin\nsubjects:\n  - kind: ServiceAccount\n    name: ${subject}\n    namespace: ci\n`;
const settings = 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: c, namespace: shop}\ndata: {a: b}\n';
const pods = (name: string) =>
  `apiVersion: v1\nkind: Pod\nmetadata: {name: ${name}, namespace: shop, labels: {app: ${name}}}\nspec: {containers: [{name: a, image: "a.test/a@sha256:${'a'.repeat(64)}"}]}\n`;
const kept = { 'prod/ns.yaml': `${namespace}---\n${pods('web')}---\n${pods('db')}` };

test('of a file that is gone only what the finding is about comes back, and no grant that was in it', async () => {
  const before = { ...kept, 'prod/x.yaml': `${deny('web')}---\n${binding('old')}---\n${deny('db')}` };
  const { fix, files } = await fixOfFiles(before, kept);
  expect(fix.left).toEqual([]);
  expect(fix.fixed.map(({ target }) => target.rule)).toEqual(['network-widened', 'network-widened']);
  expect(files['prod/x.yaml']).toBe(`${deny('web')}---\n${deny('db')}`);
});

test('of a file that has others now it does as well, in the order in which it was', async () => {
  const before = { ...kept, 'prod/x.yaml': `${deny('web')}---\n${deny('db')}---\n${binding('old')}---\n${settings}` };
  const { fix, files } = await fixOfFiles(before, { ...kept, 'prod/x.yaml': settings });
  expect(fix.left).toEqual([]);
  expect(files['prod/x.yaml']).toBe(`${deny('web')}---\n${deny('db')}---\n${settings}`);
});

test('one whom the change took a grant from does not get it back where another one got it', async () => {
  const { fix, files } = await fixOfFiles({ 'b.yaml': binding('old') }, { 'b.yaml': binding('new') });
  expect(fix.left).toEqual([]);
  expect(files).toEqual({});
  const two = `${binding('new')}---\n${settings}`;
  expect((await fixOfFiles({ 'b.yaml': `${binding('old')}---\n${settings}` }, { 'b.yaml': two })).files).toEqual({
    'b.yaml': settings,
  });
});

test('what one object had comes back to those who have it, and rules that the change dropped do not', async () => {
  const role = (rules: string) =>
    `apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRole\nmetadata: {name: ops}\nrules:\n${rules}---\n${binding('old').replace('cluster-admin', 'ops')}`;
  const rule = (resource: string, verb: string) =>
    `  - apiGroups: [""]\n    resources: [${resource}]\n    verbs: [${verb}]\n`;
  const { fix, files } = await fixOfFiles(
    { 'r.yaml': role(rule('nodes', 'delete') + rule('secrets', 'get')) },
    { 'r.yaml': role(rule('secrets', 'list')) },
  );
  expect(fix.left).toEqual([]);
  expect(files).toEqual({ 'r.yaml': role(rule('secrets', 'get')) });
});

test('what only comes back with a grant stays away, and the reason is said', async () => {
  const item = (text: string) => text.trimEnd().replace(/^/gm, '    ').replace(/^ {4}/, '  - ');
  const list = `apiVersion: v1\nkind: List\nitems:\n${item(deny('web'))}\n${item(binding('old'))}\n`;
  const { fix, files } = await fixOfFiles({ ...kept, 'prod/x.yaml': list }, kept);
  expect(fix.fixed).toEqual([]);
  expect(fix.left.map(({ why }) => why)).toEqual(['it would give back what the change takes away (rbac-widened)']);
  expect(files['prod/x.yaml']).toBe(undefined);
});

test('of another rule than the one that is asked for only what goes by the same edit goes, and is named', async () => {
  const folder = join(import.meta.dirname, '../rules/image-unpinned/fires-application');
  const read = (side: string) => ({ 'prod/web.yaml': readFileSync(join(folder, side, 'prod/web.yaml'), 'utf8') });
  const { fix } = await fixOfFiles(read('before'), read('after'), 'image-unpinned');
  expect(new Set(fix.fixed.filter(({ isAside }) => isAside !== true).map(({ target }) => target.rule))).toEqual(
    new Set(['image-unpinned']),
  );
  expect(fix.fixed.filter(({ isAside }) => isAside === true).map(({ target }) => target.rule)).toEqual([
    'delivery-changed',
  ]);
  const whole = { fix, files: [], patch: { text: '', blind: [], leftOut: [] }, suggestions: new Map() };
  const delivery = { isApplied: false, isStaged: false, file: undefined };
  const said = fixText({ ...whole, onlyApplied: [] }, delivery);
  const asked = fix.fixed.length - 1;
  expect(said).toContain(`Fixed, as judged again: ${asked} of ${asked}.`);
  expect(said).toContain('By the same edits: 1 of another rule goes as well.\n  prod/web.yaml:');
  const left = fixText({ ...whole, onlyApplied: fix.fixed }, delivery);
  expect(left).toContain(`Fixed, as judged again: 0 of ${asked}.\nOnly by --apply: ${asked}`);
  expect(left).not.toContain('By the same edits');
});

test('findings of other rules stay where they are', async () => {
  const before = { ...kept, 'prod/x.yaml': deny('web') };
  const after = { ...kept, 'prod/b.yaml': binding('new') };
  const { fix, files } = await fixOfFiles(before, after, 'rbac-widened');
  expect(fix.fixed.map(({ target }) => target.rule)).toEqual(['rbac-widened']);
  expect(Object.keys(files)).toEqual(Object.keys(kept));
});

describe('of what a file of the repository says of itself one line comes back, and not its neighbours', () => {
  const workflow = (contents: string, packages: string) =>
    `name: t\non: pull_request\npermissions:\n  contents: ${contents}\n${packages}jobs:\n  a:\n    runs-on: x\n    steps:\n      - run: make\n`;
  const protection = (owners: boolean, approvals: number) =>
    `resource "github_branch_protection" "m" {\n  pattern = "main"\n  required_pull_request_reviews {\n    require_code_owner_reviews = ${owners}\n    required_approving_review_count = ${approvals}\n  }\n}\n`;
  const owned = 'CODEOWNERS';
  const owners = '* @o/a\n/prod/ @o/b\n';
  const [read, write] = ['  packages: read\n', '  packages: write\n'];
  test.each([
    [
      'a permission',
      '.github/workflows/t.yml',
      workflow('read', write),
      workflow('write', read),
      workflow('read', read),
    ],
    [
      'beside one that is gone',
      '.github/workflows/t.yml',
      workflow('read', write),
      workflow('write', ''),
      workflow('read', ''),
    ],
    ['a setting', 'infra/a.tf', protection(false, 2), protection(true, 0), protection(true, 2)],
    ['an owner', owned, owners, `${owners}/docs/ @o/d\n/prod/\n`, `${owners}/docs/ @o/d\n`],
    ['an owner with CRLF', owned, crlf(owners), crlf(`${owners}/docs/ @o/d\n/prod/\n`), crlf(`${owners}/docs/ @o/d\n`)],
  ])('%s', async (_, path, before, after, expected) => {
    const { fix, files } = await fixOfFiles({ ...kept, [path]: before }, { ...kept, [path]: after });
    expect(fix.left).toEqual([]);
    expect(fix.fixed.length).toBeGreaterThan(0);
    expect(files[path]).toBe(expected);
  });
});

test.each([
  ['prod/x.yaml', 'prod/x.yaml/y.yaml'],
  ['prod/x/y.yaml', 'prod/x'],
])('%s does not come back where %s is now', async (was, is) => {
  const { fix, files } = await fixOfFiles({ ...kept, [was]: deny('web') }, { ...kept, [is]: settings });
  expect(fix.left.map(({ why }) => why)).toEqual([`${is} of the change is in the way of the file`]);
  expect(files[was]).toBeUndefined();
});
