import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { isCandidate, isContextCandidate, mayHideWords, mayHold } from '../../src/kube/candidate.ts';
import { resourcesOf } from '../../src/kube/resources.ts';
import { parseYaml } from '../../src/yaml/parse-yaml.ts';
import { runs } from '../thorough.ts';
import { limits } from '../yaml/limits.ts';

const kinds = ['Role', 'ClusterRole', 'RoleBinding', 'ClusterRoleBinding', 'ClusterRoleList', 'ClusterServiceVersion'];

const hex = (character: string, width: number): string => character.charCodeAt(0).toString(16).padStart(width, '0');

/** Ways to write one letter inside double quotes. */
const letter = (character: string): fc.Arbitrary<string> =>
  fc.constantFrom(
    character,
    `\\x${hex(character, 2)}`,
    `\\u${hex(character, 4)}`,
    `\\U${hex(character, 8)}`,
    `\\\n  ${character}`,
    `\\\r\n${character}`,
    `\\\u2028 ${character}`,
    `\\\u0085 ${character}`,
  );

const quoted = (text: string): fc.Arbitrary<string> =>
  fc.tuple(...[...text].map(letter)).map((letters) => `"${letters.join('')}"`);

const percent = (text: string): string => [...text].map((character) => `%${hex(character, 2)}`).join('');

/** Ways to write a string value. */
const written = (text: string): fc.Arbitrary<string> =>
  fc.oneof(
    quoted(text),
    fc.constantFrom(
      text,
      `'${text}'`,
      `!!str ${text}`,
      `!x ${text}`,
      `&a ${text}`,
      `>-\n  ${text}`,
      `|-\n  ${text}`,
      `\n  ${text}`,
      `!!binary ${Buffer.from(text).toString('base64')}`,
      `!<tag:yaml.org,2002:binary> ${Buffer.from(text).toString('base64')}`,
      `!<tag:yaml.org,2002:${percent('bin')}ary> ${Buffer.from(text).toString('base64')}`,
      `!!${percent('binary')} ${Buffer.from(text).toString('base64')}`,
    ),
  );

const encodings = [
  (text: string) => Buffer.from(text),
  (text: string) => Buffer.from(`\ufeff${text}`),
  (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le'),
  (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le').swap16(),
];

const file = fc
  .record({
    kind: fc.constantFrom(...kinds).chain((kind) => written(kind)),
    key: fc.constantFrom('kind', '"kind"').chain((key) => (key === 'kind' ? fc.constant(key) : quoted('kind'))),
    anchored: fc.boolean(),
    encode: fc.constantFrom(...encodings),
  })
  .map(({ kind, key, anchored, encode }) =>
    encode(
      anchored
        ? `x: &k ${kind.replace('&a ', '')}\napiVersion: v1\n? ${key}\n: *k\n`
        : `apiVersion: v1\n? ${key}\n: ${kind}\nmetadata: {name: x}\n`,
    ),
  );

describe('isCandidate', () => {
  test('holds for whatever reads as such an object', () => {
    let seen = 0;
    fc.assert(
      fc.property(file, (bytes) => {
        const resources = parseYaml(bytes, limits).documents.flatMap((document) => resourcesOf(document, 'f'));
        if (!resources.some(({ kind }) => kinds.includes(kind) || kind === 'ClusterRole')) return;
        seen++;
        expect(isCandidate(bytes)).toBe(true);
      }),
      { numRuns: runs(3000) },
    );
    expect(seen).toBeGreaterThan(runs(3000) / 2);
  });

  test('holds for JSON escapes and tag directives', () => {
    for (const text of [
      '{"apiVersion":"v1","kind":"R\\u006fle"}',
      `%TAG !b! tag:yaml.org,2002:bin\n---\nkind: !b!ary ${Buffer.from('Role').toString('base64')}\n`,
      'data: {manifest: "apiVersion: v1\\nkind:\\tRole\\nmetadata: {}"}',
      'data: {manifest: "kind: RoleBindingList\\n"}',
    ]) {
      expect(isCandidate(Buffer.from(text))).toBe(true);
    }
  });

  test('spares the rest', () => {
    for (const text of [
      'apiVersion: v1\nkind: ConfigMap\ndata:\n  a: "x\\n\\t"\n  b: a\\b\n',
      '{"kind": "Service", "re": "\\\\d+"}',
      'if: a != b\n',
      'kind: Deployment\nspec: {serviceAccountName: Roles}\n',
      '',
    ]) {
      expect(isCandidate(Buffer.from(text))).toBe(false);
    }
  });

  test.each([...'/:@[`{ \n"'])('takes a word after and before %j as one', (sign) => {
    for (const text of [`${sign}Role`, `Role${sign}`, `${sign}RoleList${sign}`, `x${sign}policy.csv${sign}`])
      expect(isCandidate(Buffer.from(text))).toBe(true);
  });

  test.each([...'09AZaz'])('takes none after or before %j', (letter) => {
    for (const text of [`${letter}Role`, `Role${letter}`, `RoleList${letter}`, `RoleLis${letter}`, `.csv${letter}`])
      expect(isCandidate(Buffer.from(text))).toBe(false);
    expect(isCandidate(Buffer.from(`${letter}.csv`))).toBe(true);
  });

  test('goes on after a word that is a part of another one', () => {
    expect(isCandidate(Buffer.from('RoleX Roles Role'))).toBe(true);
    expect(isCandidate(Buffer.from('RoleX Roles'))).toBe(false);
  });

  test('takes a letter that is escaped as no part of the word', () => {
    expect(isCandidate(Buffer.from('"a\\nRole"'))).toBe(true);
    expect(isCandidate(Buffer.from('"a\\qRole"'))).toBe(false);
    expect(isCandidate(Buffer.from('"a nRole"'))).toBe(false);
  });

  test('looks at its own part of a shared buffer only', () => {
    const shared = Buffer.from('kind: Role\nkind: Pod\n');
    expect(isCandidate(new Uint8Array(shared.buffer, shared.byteOffset + 11, 10))).toBe(false);
  });
});

test.each([
  ['kind: NetworkPolicy\n', true],
  ['kind: ServiceAccount\n', true],
  ['traefik.containo.us/v1', true],
  ['kind: Role\n', true],
  ['kind: "\\x52ole"\n', true],
  ['kind: ConfigMap\n', false],
])('%j decides about pods or grants: %s', (text, is) => expect(isContextCandidate(Buffer.from(text))).toBe(is));

test('a file may hold a word that it shows, or may hide', () => {
  expect(mayHold(Buffer.from('kind: Kustomization\n'), 'Kustomization')).toBe(true);
  expect(mayHold(Buffer.from('"\\x41"'), 'Kustomization')).toBe(true);
  expect(mayHold(Buffer.from('kind: Kustomizations\n'), 'Kustomization')).toBe(false);
});

test.each([
  ['a\0', true],
  ['\u0001', false],
  ['"\\x41"', true],
  ['"\\u0041"', true],
  ['"\\U00000041"', true],
  ['"a\\\n b"', true],
  ['"a\\\r\n b"', true],
  ['"a\\\u0085 b"', true],
  ['"a\\\u2028b"', true],
  ['"a\\\u2029b"', true],
  ['"a\\tb"', false],
  ['!!binary x', true],
  ['!<tag:yaml.org,2002:bin%61ry> x', true],
  ['%TAG !b! tag:yaml.org,2002:', true],
  ['!!str x', false],
  [`!${'a'.repeat(64)}binary`, true],
  [`!${'a'.repeat(65)}binary`, false],
  ['! binary', false],
])('%j may hide a word: %s', (text, is) => expect(mayHideWords(Buffer.from(text))).toBe(is));
