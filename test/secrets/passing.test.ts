import { randomBytes } from 'node:crypto';
import { expect, test } from '@jest/globals';
import { type FileContent, readFile } from '../../src/kube/read-file.ts';
import type { FileSide, TouchedFile } from '../../src/kube/touched-file.ts';
import { defaultPolicy } from '../../src/policy/defaults.ts';
import { secretInHistory } from '../../src/rules/secret/secret-in-history.ts';
import { sopsBroken } from '../../src/rules/secret/sops-broken.ts';
import { suspectOf } from '../../src/secrets/compare/passing-secrets.ts';
import { lostInFiles } from '../../src/secrets/protection/find-lost.ts';
import { OwnFormats } from '../../src/secrets/tokens/own-formats.ts';
import { superlinearAt } from '../growth.ts';
import { evidenceOfFolders } from '../rules/evidence.ts';
import { folderOfFiles } from '../rules/memory-repository.ts';

const base64 = (bytes: number) => randomBytes(bytes).toString('base64');
const encrypted = (bytes = 12) => `ENC[AES256_GCM,data:${base64(bytes)},iv:${base64(32)},tag:${base64(16)},type:str]`;
const sops = `sops:\n  lastmodified: "2026-01-01T00:00:00Z"\n  mac: ${encrypted(128)}\n`;
const cipher = encrypted();
const hex = (bytes: Buffer | string) => Buffer.from(bytes).toString('hex');
const vault = () => {
  const inner = [randomBytes(32), randomBytes(32), randomBytes(48)].map(hex).join('\n');
  return `$ANSIBLE_VAULT;1.1;AES256\n${hex(inner)}\n`;
};

test.each<[string, (number: number) => string]>([
  ['a file of Ansible Vault', vault],
  ['a value of eyaml', () => `phrase: ENC[PKCS7,${base64(96)}]\n`],
  ['a value of Spring Cloud Config', () => `phrase: "{cipher}${base64(96)}"\n`],
  ['a reference of 1Password', (number) => `phrase: op://infra/db${number}/word\n`],
  ['a name in a store', (number) => `phrase: akv://shop/word${number}\n`],
  ['a variable', (number) => `phrase: $DB${number}_PASSWORD\n`],
])('what a commit writes in the place of %s, and the next one takes back', async (_, text) => {
  const judged = async (between: string) => {
    const of = (x: string) => folderOfFiles({ 'a/x.yaml': x });
    const { evidence } = await evidenceOfFolders(of(text(1)), of(text(2)), defaultPolicy, [of(between)]);
    return [...secretInHistory.check(evidence)].map(({ message }) => message);
  };
  expect(await judged('phrase: hunter\n')).toEqual([
    expect.stringMatching(/^Commit 1 adds a value in the place of one that/),
  ]);
  expect(await judged(text(3))).toEqual([]);
});

test.each([
  ['dev', 1],
  ['prod', 0],
])('a file of SOPS that cannot be read is found where unreadable-manifest is off in %s', async (scope, number) => {
  const secret = `apiVersion: v1\nkind: Secret\nmetadata: {name: a}\nstringData:\n  a: ${encrypted()}\n${sops}`;
  const of = (text: string) => folderOfFiles({ 'dev/a.yaml': text });
  const rulesByScope = new Map([['unreadable-manifest', new Map([[scope, 'off'] as const])]]);
  const policy = { ...defaultPolicy, rulesByScope };
  const { evidence } = await evidenceOfFolders(of(secret), of(secret.replace('  a:', '\ta:')), policy);
  expect([...sopsBroken.check(evidence)]).toHaveLength(number);
});

test.each(['', 'sops_mac=x\n', '[sops]\n'])('values of SOPS that are broken YAML, with %j below', async (line) => {
  const [before, after] = [`db:\n  foo: ${cipher}\n${sops}`, `db:\n\tfoo: hunter\n${sops}${line}`];
  const of = (text: string) => folderOfFiles({ 'prod/values.yaml': text });
  const { evidence } = await evidenceOfFolders(of(before ?? ''), of(after ?? ''));
  expect([...sopsBroken.check(evidence)].map(({ message }) => message)).toContainEqual(
    expect.stringMatching(/could not be read, so that nobody knows what of it is encrypted/),
  );
});

test('a dotenv file of SOPS that a symbolic link takes the place of', async () => {
  const dotenv = `FOO=${encrypted()}\nsops_mac=${encrypted(128)}\nsops_lastmodified=2026-01-01T00:00:00Z\n`;
  const before = folderOfFiles({ 'prod/app.env': dotenv });
  const { tree, contents } = folderOfFiles({ 'prod/app.env': '../shared/app.env' });
  const linked = new Map([...tree].map(([path, entry]) => [path, { ...entry, mode: '120000' }]));
  const { evidence } = await evidenceOfFolders(before, { tree: linked, contents });
  expect([...sopsBroken.check(evidence)].map(({ message }) => message)).toEqual([
    expect.stringContaining('could not be read, so that nobody knows what of it is encrypted: it is a symbolic link'),
  ]);
});

function side(path: string, text: string): FileSide {
  const bytes = Buffer.from(text);
  const limits = { ...defaultPolicy.limits, bytes: 100_000_000 };
  const content: FileContent = {
    path,
    mode: '100644',
    id: text,
    size: bytes.length,
    bytes,
    isTemplate: false,
    isNamed: false,
    limits,
  };
  return readFile(content);
}

const file = (path: string, before: string | undefined, after: string | undefined): TouchedFile => ({
  path,
  scope: '.',
  before: before === undefined ? undefined : side(path, before),
  after: after === undefined ? undefined : side(path, after),
  movedFrom: undefined,
});
const numbers = (size: number) => Array.from({ length: size }, (_, number) => number);

const containers = (size: number, from: string) =>
  `apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: web}\nspec: {template: {spec: {containers: [${numbers(size).map((number) => `{name: c${number}, envFrom: [{${from}: {name: db}}]}`)}]}}}\n`;
const entries = (size: number) =>
  `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: db}\ndata: {${numbers(size).map((number) => `k${number}: hunter${number}`)}}\n`;

test.each<[string, (size: number) => readonly TouchedFile[]]>([
  [
    'files of SOPS that are gone, and as many others',
    (size) =>
      numbers(size).flatMap((number) => [
        file(`a/${number}/x.yaml`, `phrase: ${cipher}\n${sops}`, undefined),
        file(`b/${number}/y.yaml`, undefined, `phrase: hunter${number}\n`),
      ]),
  ],
  [
    'containers that take a ConfigMap, and as many entries',
    (size) => [
      file('w.yaml', containers(size, 'secretRef'), containers(size, 'configMapRef')),
      file('c.yaml', undefined, entries(size)),
    ],
  ],
])('what %s lost is all found, in a time that grows as their number does', (_, files) => {
  const touched = new Map<number, readonly TouchedFile[]>();
  const of = (size: number) => {
    if (!touched.has(size)) touched.set(size, files(size));
    return touched.get(size) ?? [];
  };
  expect(lostInFiles(of(20))).toHaveLength(20);
  expect(superlinearAt((size) => lostInFiles(of(size)), 2048)).toBeUndefined();
});

test.each([
  ['could be read anyway', ['3k9-Vq7xL2mP'], ['3k9-Vq7xL2mP and horse']],
  ['is found as well', [], ['3k9-Vq7xL2mP']],
])('what a commit decrypts around a secret that %s', (_, readable, expected) => {
  const between = side('a.yaml', 'phrase: 3k9-Vq7xL2mP and horse\npassword: 3k9-Vq7xL2mP\n');
  const version = { path: 'a.yaml', scope: '.', side: between, generated: undefined, own: new OwnFormats([]) };
  const other = side('a.yaml', `phrase: ${cipher}\npassword: ${cipher}\n${sops}`);
  const suspect = suspectOf({ commit: '1', file: version, former: [] }, [other], new Set(readable));
  expect(suspect?.occurrences.map(({ secret }) => secret)).toEqual(expected);
});

test('what a commit decrypts with a line that is elsewhere too', () => {
  const known = 'a sentence that is longer than all others';
  const found = (text: string) => {
    const between = side('a.yaml', `phrase: |\n  ${known}\n  ${text}\n`);
    const version = { path: 'a.yaml', scope: '.', side: between, generated: undefined, own: new OwnFormats([]) };
    const other = side('a.yaml', `# ${known}\n# that was here\nphrase: ${cipher}\n${sops}`);
    return suspectOf({ commit: '1', file: version, former: [] }, [other], new Set())?.occurrences.length;
  };
  expect(found('hunter horse')).toBe(1);
  expect(found('that was here')).toBeUndefined();
});

test('what a commit decrypts is compared in a time that grows as its values and its other versions do', () => {
  const suspects = (size: number) => {
    const values = (text: (number: number) => string) =>
      numbers(size)
        .map((number) => `k${number}: ${text(number)}\n`)
        .join('');
    const former = `${values(() => cipher)}${sops}${`# ${'x'.repeat(2000)}\n`.repeat(size)}`;
    const [before, between] = [former, values((number) => `hunter${number}`)].map((text) => side('a.yaml', text));
    if (before === undefined || between === undefined) return undefined;
    const own = new OwnFormats([]);
    const version = { path: 'a.yaml', scope: '.', side: between, generated: undefined, own };
    return suspectOf({ commit: '1', file: version, former: [] }, [before, before, before], new Set());
  };
  expect(suspects(20)?.occurrences).toHaveLength(20);
  expect(superlinearAt(suspects, 2048)).toBeUndefined();
});
